"""Due times: by when a ticket must be done, by the category's term, the limits and the working calendar.

Product rules 8 and 9. Pressing tickets run in clock hours. Other terms count days and end at 23:59:59 Europe/Kyiv of a
working day. The tightest of all that bind wins.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from protocol.records import Calendar, Category, Limit
from protocol.times import HOUR, KYIV, Instant, instant, local
from protocol.vocabulary import LegalRegime, LimitKind, Urgency

PRESSING = frozenset({Urgency.CRITICAL, Urgency.EMERGENCY})
"""Urgencies whose terms run in clock hours, nights and days off included."""

_DAY_HOURS = 24
_GENERAL_TERM_DAYS = 30  # where nothing else is set: one month, law of Ukraine 393/96 on citizens' appeals, art. 20
_LAST_SECOND = time(23, 59, 59)
_ONE_DAY = timedelta(days=1)


class WorkCalendar:
    """Tells working days from days off."""

    def __init__(self, calendar: Calendar) -> None:
        if len(calendar.weekly) != 7 or not any(calendar.weekly):
            raise ValueError("a working week has seven days and at least one of them is worked")
        self._weekly = calendar.weekly
        self._days_off = frozenset(calendar.days_off)
        self._days_on = frozenset(calendar.days_on)

    def is_working(self, day: date) -> bool:
        """Tell whether the day is worked; a day listed both on and off is worked."""
        written = day.isoformat()
        return written in self._days_on or (self._weekly[day.weekday()] and written not in self._days_off)

    def next_working_day(self, day: date) -> date:
        """Return the day itself when it is worked, else the first worked day after it."""
        while not self.is_working(day):
            day += _ONE_DAY
        return day

    def add_working_days(self, day: date, count: int) -> date:
        """Return the working day on which a term of `count` working days ends; the day it starts is not counted."""
        for _ in range(count):
            day = self.next_working_day(day + _ONE_DAY)
        return self.next_working_day(day)


@dataclass(frozen=True, slots=True)
class Due:
    """By when a ticket must be done, and what says so."""

    due_at: Instant
    attention_at: Instant  # from here on less than a quarter of the term is left
    limit: Limit | None  # None: the category's own term binds
    kind: LimitKind  # what the binding term is counted in


class ExpectedDay(StrEnum):
    """How a day is named to a caller."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class ExpectedTime:
    """What a caller is told: by when, on which day, and on whose word (product rule 9)."""

    by: Instant
    day: ExpectedDay
    source: str  # the act, as cited; empty: the category's own term


def due_at(
    received_at: Instant,
    category: Category,
    ancestors: Iterable[Category],
    limits: Iterable[Limit],
    calendar: WorkCalendar,
    regime: LegalRegime,
) -> Due:
    """Return by when a ticket of this category must be done: the tightest of all terms that bind it.

    `ancestors` are the groups above the category. An operational request is bound by the category's own term and the
    operational limits, a formal appeal by the limits of its regime; a pressing category by all of them. Of terms that
    end together a statutory one is named.
    """
    line = {category.id, *(ancestor.id for ancestor in ancestors)}
    regimes = {regime, LegalRegime.OPERATIONAL} if category.urgency in PRESSING else {regime}
    binding = [
        limit
        for limit in limits
        if limit.legal_regime in regimes and (limit.category_id is None or limit.category_id in line)
    ]
    dues = [_due(received_at, limit.kind, limit.amount, calendar, limit) for limit in binding]
    if category.deadline_hours and (LegalRegime.OPERATIONAL in regimes or not binding):
        dues.append(_due(received_at, *_own_term(category), calendar))
    if not dues:
        dues.append(_due(received_at, LimitKind.CALENDAR_DAYS, _GENERAL_TERM_DAYS, calendar))
    return min(dues, key=_tightness)


def expected(due: Due, now: Instant) -> ExpectedTime:
    """Return what a caller is told at `now`."""
    days_ahead = (local(due.due_at).date() - local(now).date()).days
    day = {0: ExpectedDay.TODAY, 1: ExpectedDay.TOMORROW}.get(days_ahead, ExpectedDay.DATE)
    return ExpectedTime(due.due_at, day, due.limit.source if due.limit else "")


def _own_term(category: Category) -> tuple[LimitKind, int]:
    if category.urgency in PRESSING or category.deadline_hours < _DAY_HOURS:
        return LimitKind.CLOCK_HOURS, category.deadline_hours
    return LimitKind.CALENDAR_DAYS, category.deadline_hours // _DAY_HOURS


def _due(received_at: Instant, kind: LimitKind, amount: int, calendar: WorkCalendar, limit: Limit | None = None) -> Due:
    end = max(received_at, _end(received_at, kind, amount, calendar))
    return Due(end, end - (end - received_at) // 4, limit, kind)


def _end(received_at: Instant, kind: LimitKind, amount: int, calendar: WorkCalendar) -> Instant:
    received_on = local(received_at).date()
    if kind is LimitKind.CLOCK_HOURS:
        return received_at + amount * HOUR
    if kind is LimitKind.WORKING_DAYS:
        last_day = calendar.add_working_days(received_on, amount)
    else:
        last_day = calendar.next_working_day(received_on + amount * _ONE_DAY)
    return instant(datetime.combine(last_day, _LAST_SECOND, KYIV))


def _tightness(due: Due) -> tuple[Instant, bool, str]:
    return due.due_at, due.limit is None or not due.limit.is_statutory, str(due.limit.id) if due.limit else ""
