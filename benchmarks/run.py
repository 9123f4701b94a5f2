"""What every group of measurements is given: how much data, where to write, and whom to tell."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

from benchmarks.progress import Progress
from benchmarks.row import Measured

FEW = 3


class Scale(NamedTuple):
    """How much data the measurements stand on."""

    name: str
    years: int
    per_year: int  # tickets
    is_trial: bool = False  # only shows that everything runs: a few samples of each will do

    @property
    def tickets(self) -> int:
        """How many tickets that makes."""
        return self.years * self.per_year


TRIAL = Scale("tiny", 1, 1_000, is_trial=True)
SCALES = {scale.name: scale for scale in (TRIAL, Scale("1y", 1, 115_000), Scale("10y", 10, 120_000))}
"""A year of the reference city; ten years of a somewhat larger one make 1.2 million."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run; `folder` is empty, on the disk that holds the data, and removed at the end."""

    scale: Scale
    folder: Path
    progress: Progress

    def samples(self, wanted: int) -> int:
        """Return how many samples to take where so many would be good."""
        return min(wanted, FEW) if self.scale.is_trial else wanted

    def leave_out(self, name: str, reason: str) -> None:
        """Say that a row is not measured, and why."""
        self.progress.clear()
        print(f"{name}: left out, {reason}")


Group: TypeAlias = Callable[[Run], Iterator[Measured]]
