"""Years of work of the sample centre as events in time order."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from heapq import heappop, heappush
from itertools import count

from central.feed.draft import Draft
from central.sample.city import City
from central.sample.course import Course, Office
from central.sample.demand import Occasion, Period, occasions, read_demands
from central.sample.dice import Dice
from central.sample.intake import Intake
from central.sample.people import Person
from central.sample.texts import Texts
from protocol.times import KYIV, MINUTE, Instant, instant, local

DAYS_A_YEAR = 365

CONSULTATIONS = 7 / 3
"""Talks without a ticket for each one with: seven calls of ten, as in Kryvyi Rih (1520) in the first half of 2025."""

_LONGEST_INTAKE = 5 * MINUTE
_MINUTES_TO_CONSULTATION = (1, 15, 45, 120, 300, 720)


def history(
    city: City,
    people: Sequence[Person],
    years: int,
    per_year: int,
    seed: int,
    end: Instant,
    consultations: float = CONSULTATIONS,
) -> Iterator[Draft]:
    """Yield the events of whole years before `end`: `per_year` tickets a year and the talks beside them.

    What would happen at `end` or later is left out: those tickets are open.
    """
    dice = Dice(seed, "history")
    office = Office(city, Texts(), dice)
    intake = Intake(city, people, office.texts, dice)
    queue = _Queue()
    for occasion in _occasions(city, years, per_year, seed, end):
        yield from queue.until(occasion.at)
        draft, case = intake.register(occasion)
        queue.put(draft, Course(case, office).drafts())
        for _ in range(int(consultations + dice.unit())):
            at = draft.occurred_ms + int(dice.quantile(_MINUTES_TO_CONSULTATION) * MINUTE)
            queue.put(intake.consult(at, in_burst=occasion.house is not None), iter(()))
    yield from queue.until(end)


class _Queue:
    """Streams of drafts, each in time order, given out as one."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Instant, int, Draft, Iterator[Draft]]] = []
        self._order = count()

    def put(self, draft: Draft, following: Iterator[Draft]) -> None:
        """Take a stream by its first draft and the rest."""
        heappush(self._waiting, (draft.occurred_ms, next(self._order), draft, following))

    def until(self, end: Instant) -> Iterator[Draft]:
        """Yield what happens before an instant."""
        while self._waiting and self._waiting[0][0] < end:
            _, _, draft, following = heappop(self._waiting)
            yield draft
            then = next(following, None)
            if then is not None:
                self.put(then, following)


def _occasions(city: City, years: int, per_year: int, seed: int, end: Instant) -> Iterator[Occasion]:
    demands = read_demands()
    last = local(end).date()
    for years_left in range(years, 0, -1):
        first = last - timedelta(days=DAYS_A_YEAR * years_left - 1)
        follows = instant(datetime.combine(first + timedelta(days=DAYS_A_YEAR), time.min, KYIV))
        yield from occasions(
            city, demands, Period(first, DAYS_A_YEAR, min(follows, end - _LONGEST_INTAKE)), per_year, seed
        )
