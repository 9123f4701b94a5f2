"""When things happen to a ticket: how soon executors act, how late they are, and when operators call back.

Executors differ in how often they are late; a late one may be very late.
"""

from datetime import date, datetime, time, timedelta
from functools import cache
from uuid import UUID

from central.sample.dice import Dice
from protocol.due import PRESSING, WorkCalendar
from protocol.records import Category, Ticket
from protocol.times import DAY, HOUR, KYIV, MINUTE, Instant, instant, local

_LATE_SHARES = {
    "city_lighting": 0.10,
    "water_utility": 0.06,
    "heat_utility": 0.12,
    "power_utility": 0.08,
    "road_utility": 0.15,
    "greenery": 0.2,
    "municipal_guard": 0.12,
    "transport_dept": 0.14,
    "housing_manager": 0.18,
    "lift_company": 0.09,
    "communal_department": 0.2,
    "property_fund": 0.35,
}
_LATE_ELSEWHERE = 0.08
_SLOW_REWORKS = 0.3

# Quantiles.
_SHARE_OF_TERM = (0.02, 0.05, 0.09, 0.14, 0.2, 0.28, 0.38, 0.5, 0.65, 0.85)
_HOURS_LATE = (0.5, 2.0, 5.0, 12.0, 24.0, 48.0, 96.0, 240.0, 900.0, 4_000.0)
_MINUTES_TO_TAKE = (3, 8, 15, 25, 45, 90)
_HOURS_TO_TAKE = (0.3, 1.0, 3.0, 8.0, 20.0)
_HOURS_TO_CHECK = (0.5, 1.5, 3.0, 6.0, 14.0, 30.0)
_HOURS_TO_CHECK_PRESSING = (0.1, 0.4, 0.8, 1.5, 3.0, 8.0)
_MINUTES_TO_CHECK_AT_ONCE = (2, 5, 10, 20, 40, 120)

_AT_ONCE = 6 * HOUR  # terms this short are checked around the clock
_OPENS, _SHUTS = 8, 17  # hours executors without pressing work answer
_CALLS_BEGIN, _CALLS_END = 9, 20
_MORNING = time(9)
_ONE_DAY = timedelta(days=1)


class Pace:
    """Draws when the next thing happens to one ticket."""

    def __init__(self, ticket: Ticket, category: Category, calendar: WorkCalendar, dice: Dice) -> None:
        self._ticket = ticket
        self._executor_kind = category.executor_kind
        self._calendar = calendar
        self._dice = dice
        self._term = ticket.due_at - ticket.received_at
        self._is_pressing = category.urgency in PRESSING

    def in_term(self) -> Instant:
        """Return when something is done in time, sooner rather than later."""
        return self._ticket.received_at + int(self._term * self._dice.quantile(_SHARE_OF_TERM))

    def taken_after(self, at: Instant) -> Instant:
        """Return when an executor takes work given to it at `at`."""
        if self._is_pressing:
            return at + int(self._dice.quantile(_MINUTES_TO_TAKE) * MINUTE)
        return self.in_office(at + int(self._dice.quantile(_HOURS_TO_TAKE) * HOUR))

    def done_after(self, at: Instant, executor_id: UUID | None) -> Instant:
        """Return when an executor reports work done that it took at `at`."""
        due_at = self._ticket.due_at
        if self._dice.chance(_LATE_SHARES.get(self._executor_kind, _LATE_ELSEWHERE) * _slackness(executor_id)):
            return self.in_office(due_at + int(self._dice.quantile(_HOURS_LATE) * HOUR))
        done_at = max(self.in_term(), at + 5 * MINUTE)
        in_office = self.in_office(done_at)
        return in_office if in_office <= due_at else done_at

    def redone_after(self, at: Instant) -> Instant:
        """Return when work sent back at `at` is reported done again."""
        spent = int(min(self._term, 5 * DAY) * self._dice.quantile(_SHARE_OF_TERM))
        if self._dice.chance(_SLOW_REWORKS):
            spent += int(self._dice.quantile(_HOURS_LATE) * HOUR)
        return self.in_office(at + spent)

    def called_after(self, at: Instant) -> Instant:
        """Return when operators call back: not by night, except about what had to be done at once."""
        if self._term <= _AT_ONCE:
            return at + int(self._dice.quantile(_MINUTES_TO_CHECK_AT_ONCE) * MINUTE)
        hours = _HOURS_TO_CHECK_PRESSING if self._is_pressing else _HOURS_TO_CHECK
        called_at = at + int(self._dice.quantile(hours) * HOUR)
        here = local(called_at)
        if _CALLS_BEGIN <= here.hour < _CALLS_END:
            return called_at
        return self._morning(here.date() if here.hour < _CALLS_BEGIN else here.date() + _ONE_DAY)

    def in_office(self, at: Instant) -> Instant:
        """Return the first working hour not before `at`; executors of pressing work know none."""
        if self._is_pressing:
            return at
        here = local(at)
        if self._calendar.is_working(here.date()) and _OPENS <= here.hour < _SHUTS:
            return at
        day = here.date() if here.hour < _OPENS else here.date() + _ONE_DAY
        return self._morning(self._calendar.next_working_day(day))

    def _morning(self, day: date) -> Instant:
        return instant(datetime.combine(day, _MORNING, KYIV)) + self._dice.between(0, 180) * MINUTE


@cache
def _slackness(executor_id: UUID | None) -> float:
    """Return how often an organisation is late against others of its kind: half to one and a half times."""
    return 0.5 + Dice("slackness", executor_id).unit()
