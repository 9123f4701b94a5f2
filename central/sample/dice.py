"""Seeded chance that falls alike on every machine and Python version.

Only `random.Random.random()` is promised to stay the same between versions, and only + - * / are exact on every
machine, so everything here is made of these.
"""

import random
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple, TypeVar
from uuid import UUID

from protocol.times import Instant

Item = TypeVar("Item")

_HALF_OF_RANDOMNESS = 1 << 37


class Weights(NamedTuple):
    """Weights added up, for drawing an index by weight."""

    sums: tuple[float, ...]

    @classmethod
    def of(cls, weights: Sequence[float]) -> "Weights":
        """Return the weights added up."""
        return cls(tuple(accumulate(weights)))

    def at(self, share: float) -> int:
        """Return the index at which this share of the whole weight, 0 to below 1, is reached."""
        return bisect(self.sums, share * self.sums[-1])


class Dice:
    """One stream of chance; the same names give the same stream."""

    def __init__(self, *names: object) -> None:
        self.unit = random.Random(":".join(map(str, names))).random  # noqa: S311 (a made-up city keeps no secrets)

    def chance(self, share: float) -> bool:
        """Tell whether something happens that happens in this share of cases."""
        return self.unit() < share

    def pick(self, items: Sequence[Item]) -> Item:
        """Return one of the items, all alike likely."""
        return items[int(self.unit() * len(items))]

    def between(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self.unit() * (high - low + 1))

    def weighted(self, weights: Weights) -> int:
        """Return an index, drawn by weight."""
        return weights.at(self.unit())

    def quantile(self, table: Sequence[float]) -> float:
        """Return a value from a distribution given by its evenly spaced quantiles, least first."""
        place = self.unit() * (len(table) - 1)
        below = int(place)
        return table[below] + (table[below + 1] - table[below]) * (place - below)

    def id(self, at: Instant) -> UUID:
        """Return a UUIDv7 of that millisecond."""
        high, low = int(self.unit() * _HALF_OF_RANDOMNESS), int(self.unit() * _HALF_OF_RANDOMNESS)
        value = at << 80 | 0x7 << 76 | (high >> 25) << 64 | 0x2 << 62 | (high & 0x1FF_FFFF) << 37 | low
        return UUID(int=value)
