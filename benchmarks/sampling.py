"""Taking samples of the product and of its raw baseline by turns, so that a busy moment of the machine hits both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import quantiles
from time import perf_counter
from typing import ParamSpec, TypeVar

from benchmarks.progress import Progress

InputT = TypeVar("InputT")
P = ParamSpec("P")

WARM_UP_SHARE = 10
"""One input in so many goes to the warm-up, which is not counted."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Samples of the product and of the raw baseline, in milliseconds."""

    product: list[float] = field(default_factory=list)
    raw: list[float] = field(default_factory=list)

    def __add__(self, other: "Pair") -> "Pair":
        return Pair(self.product + other.product, self.raw + other.raw)

    @property
    def samples(self) -> int:
        """How many samples of each there are."""
        return len(self.product)


def percentile(samples: Sequence[float], percent: int) -> float:
    """Return the value that so many per cent of the samples do not exceed."""
    return samples[0] if len(samples) == 1 else quantiles(samples, n=100, method="inclusive")[percent - 1]


def milliseconds(act: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> float:
    """Return how long an act takes."""
    start = perf_counter()
    act(*args, **kwargs)
    return (perf_counter() - start) * 1000


def by_turns(
    product: Callable[[InputT], object], raw: Callable[[InputT], object], inputs: Sequence[InputT], progress: Progress
) -> Pair:
    """Time product and baseline on each input, the one that goes first changing every time.

    The first inputs are run once more before all, uncounted.
    """
    for warm_up in inputs[: max(2, len(inputs) // WARM_UP_SHARE)]:
        product(warm_up)
        raw(warm_up)
    pair = Pair()
    for number, each in enumerate(progress.through(inputs)):
        if number % 2:
            pair.raw.append(milliseconds(raw, each))
            pair.product.append(milliseconds(product, each))
        else:
            pair.product.append(milliseconds(product, each))
            pair.raw.append(milliseconds(raw, each))
    return pair
