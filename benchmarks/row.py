"""Rows of the table: a figure, its raw baseline, and whether the goal is met."""

from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from benchmarks.sampling import Pair, percentile


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound on a figure, or on its ratio to the raw baseline."""

    words: str
    at_most: float | None = None
    at_least: float | None = None
    is_of_ratio: bool = False

    def is_met(self, value: float, ratio: float | None) -> bool:
        """Tell whether a figure with this ratio to its baseline reaches the goal."""
        figure = ratio if self.is_of_ratio else value
        if figure is None:
            return False
        return (self.at_most is None or figure <= self.at_most) and (self.at_least is None or figure >= self.at_least)


def times_raw(limit: float) -> Goal:
    """Return the goal to take at most so many times what the raw baseline takes."""
    return Goal(f"≤ {limit:g} × raw", at_most=limit, is_of_ratio=True)


def at_most(limit: float, unit: str) -> Goal:
    """Return the goal to stay below a figure."""
    return Goal(f"≤ {limit:g} {unit}", at_most=limit)


def at_least(limit: float, unit: str) -> Goal:
    """Return the goal to reach a figure."""
    return Goal(f"≥ {limit:g} {unit}", at_least=limit)


class Row(msgspec.Struct, frozen=True):
    """One figure of the table, as it is written to JSON."""

    name: str
    value: float
    unit: str
    baseline: float | None  # in the same unit
    ratio: float | None  # value to baseline
    goal: str
    met: bool


class Measured(NamedTuple):
    """A row and how many samples stand behind it."""

    row: Row
    samples: int


def measured(name: str, value: float, unit: str, baseline: float | None, goal: Goal, samples: int) -> Measured:
    """Judge a figure by its goal."""
    ratio = None if baseline is None else value / baseline
    return Measured(Row(name, value, unit, baseline, ratio, goal.words, goal.is_met(value, ratio)), samples)


def timed(name: str, pair: Pair, goal: Goal, percent: int = 50) -> Measured:
    """Judge a time by its goal: the median, or another percentile."""
    value, baseline = percentile(pair.product, percent), percentile(pair.raw, percent)
    return measured(name, value, "ms", baseline, goal, pair.samples)
