"""What becomes of a ticket of the sample: how soon executors take it and finish, and what the check finds.

Every step is a move of the shipped table, named by its code. Executors differ in how often they are late; a late one
may be very late.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple
from uuid import UUID

from central.feed.draft import Draft
from central.sample.city import City
from central.sample.dice import Dice
from central.sample.drafts import change, make_draft
from central.sample.intake import Case
from central.sample.staff import SUPERVISOR, on_duty
from central.sample.texts import Texts
from protocol.due import PRESSING
from protocol.events import RecordSet
from protocol.ids import reference_id
from protocol.operations import OperationType
from protocol.records import Account, Assignment, FieldValue, Note, Record
from protocol.times import DAY, HOUR, KYIV, MINUTE, Instant, instant, local
from protocol.vocabulary import Result, Role, State, Urgency

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
_DEFERRED_SHARES = {"LIGHT.NEW": 0.5, "TRANS.ROUTE": 0.4, "ROAD.POTHOLE": 0.06, "HOUSE.ROOF": 0.05, "ROAD.SIGN": 0.05}
_EXPLAINED = {Urgency.LOW: 0.4, Urgency.ROUTINE: 0.06, Urgency.EMERGENCY: 0.03, Urgency.CRITICAL: 0.01}
_CANCELLED, _SELF_RESOLVED, _NOT_OURS, _REFUSED = 0.01, 0.02, 0.025, 0.3
_NOT_CONFIRMED = (0.06, 0.2, 0.3)  # of first, second and third checks
_REWORKS = 2  # before the third check
_CALLS = 3  # unanswered ones, then someone answers
_NO_ANSWER, _BY_PHOTO, _RATED, _NOTED, _REOPENED = 0.18, 0.25, 0.35, 0.12, 0.008
_OTHER_OWNERS = ("UZHKG", "TELECOM", "PZZ", "OBLENERGO", "VODOKANAL", "OSBB", "SVITLO")
_RATINGS = (5, 5, 5, 5, 5, 4, 4, 4, 3, 2, 1)

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


class Office(NamedTuple):
    """What all tickets share."""

    city: City
    texts: Texts
    dice: Dice


class Course:
    """The way of one ticket after it was registered."""

    def __init__(self, case: Case, office: Office) -> None:
        self._ticket = case.ticket
        self._category = case.category
        self._office = office
        self._dice = office.dice
        self._assignment = case.assignment
        self._at = case.ticket.entered_at
        self._term = case.ticket.due_at - case.ticket.received_at
        self._is_pressing = case.category.urgency in PRESSING
        self._rework_count = 0
        self._no_answer_count = 0

    def drafts(self) -> Iterator[Draft]:
        """Yield what happens, in time order; the end may be long after."""
        dice, texts = self._dice, self._office.texts
        fate = dice.unit()
        if self._category.urgency is Urgency.INFO:
            yield self._move("explained", self._at + dice.between(1, 5) * MINUTE)
        elif fate < _CANCELLED:
            yield self._move(
                "cancelled", self._at + dice.between(3, 300) * MINUTE, note=texts.answer("cancelled", dice)
            )
        elif fate < _CANCELLED + _SELF_RESOLVED:
            yield self._move("self-resolved", self._in_term())
        elif dice.chance(_EXPLAINED[self._category.urgency]):
            yield self._move("explained", self._in_term(), comment=texts.answer("explained", dice))
        else:
            yield from self._handled()

    def _handled(self) -> Iterator[Draft]:
        dice = self._dice
        if self._assignment is not None and dice.chance(_NOT_OURS):
            yield from self._not_ours(self._assignment)
        else:
            yield self._move("take", self._taken_at())
        if dice.chance(_NOTED):
            yield self._note(dice.pick(self._office.texts.notes))
        if dice.chance(_DEFERRED_SHARES.get(self._category.code, 0)):
            remark = self._office.texts.answer("deferred_to_plan", dice)
            yield self._move("deferred", self._in_office(self._in_term()), note=remark, comment=remark)
            yield self._move("closed-to-plan", self._in_office(self._at + dice.between(4, 90) * HOUR))
        else:
            yield self._done("done", self._first_done_at())
            yield from self._checked()

    def _checked(self) -> Iterator[Draft]:
        """Yield call-backs until the work is confirmed, and what comes of them."""
        dice, texts = self._dice, self._office.texts
        while self._can_ask() and dice.chance(_NOT_CONFIRMED[self._rework_count]):
            yield from self._unanswered()
            at = self._called_at()
            if self._rework_count == _REWORKS:
                yield self._move("failed-third", at, note=texts.answer("actually", dice))
                at = self._in_office(self._at + dice.between(1, 30) * HOUR)
                yield self._move("closed-actually", at, note=texts.answer("actually", dice))
                return
            yield self._move("not-confirmed", at, note=texts.answer("not_confirmed", dice))
            yield from self._again()
        if self._category.allows_photo_check and (not self._can_ask() or dice.chance(_BY_PHOTO)):
            yield self._move("confirmed-by-photo", self._called_at())
            return
        yield from self._unanswered()
        rating = dice.pick(_RATINGS) if dice.chance(_RATED) else None
        yield self._move("confirmed", self._called_at(), rating=rating)
        if dice.chance(_REOPENED):
            at = self._at + dice.between(5, 90) * HOUR
            yield self._move("reopened", at, note=texts.answer("not_confirmed", dice))
            yield from self._again()
            yield self._move("confirmed", self._called_at())

    def _again(self) -> Iterator[Draft]:
        at = self._in_office(self._at + int(min(self._term, 5 * DAY) * self._dice.quantile(_SHARE_OF_TERM)))
        if self._dice.chance(0.5):
            yield self._move("take-again", self._at + 20 * MINUTE)
            yield self._done("done", at)
        else:
            yield self._done("done-again", at)

    def _not_ours(self, assignment: Assignment) -> Iterator[Draft]:
        """Yield that the executor does not answer for it: passed on to the one proposed, or returned."""
        dice, texts, organisations = self._dice, self._office.texts, self._office.city.organisations
        proposed_id = reference_id("organisation", dice.pick(_OTHER_OWNERS))
        if proposed_id == assignment.executor_id or proposed_id not in organisations:
            yield self._move("take", self._taken_at())
            return
        remark = texts.answer("not_in_competence", dice)
        at = min(self._taken_at(), self._ticket.due_at - MINUTE)
        proposed = Assignment(
            id=dice.id(at),
            ticket_id=self._ticket.id,
            executor_id=proposed_id,
            assigned_at=at,
            assigned_by=assignment.assigned_by,
            due_at=self._ticket.due_at,
            reason=remark,
        )
        yield self._move("not-ours", at, note=remark, comment=remark, made=[proposed], is_main=False, executor=proposed)
        self._assignment = proposed
        at = self._at + dice.between(10, 240) * MINUTE
        if dice.chance(_REFUSED):
            self._assignment = assignment
            refusal = texts.answer("competence_refused", dice)
            settled = change("assignment", proposed.id, is_main=False, state=State.CLOSED, result=Result.CANCELLED)
            yield self._move(
                "competence-refused", at, note=refusal, changed=[settled], is_main=True, executor=assignment
            )
        else:
            yield self._move("passed-on", at)
            yield self._move("take", self._in_office(self._at + self._dice.between(20, 300) * MINUTE))

    def _unanswered(self) -> Iterator[Draft]:
        """Yield call-backs nobody answered."""
        while self._no_answer_count < _CALLS and self._dice.chance(_NO_ANSWER):
            self._no_answer_count += 1
            self._at = self._called_at()
            duty = on_duty(self._at, self._dice)
            counted = change("ticket", self._ticket.id, no_answer_count=self._no_answer_count)
            yield make_draft(OperationType.TICKET_EDIT, self._at, duty.operator, self._dice, [], [counted])

    def _done(self, code: str, at: Instant) -> Draft:
        return self._move(code, at, comment=self._office.texts.done(self._category.executor_kind, self._dice))

    def _note(self, text: str) -> Draft:
        self._at += self._dice.between(10, 120) * MINUTE
        operator = on_duty(self._at, self._dice).operator
        return make_draft(OperationType.NOTE_ADD, self._at, operator, self._dice, [self._remark(text, operator)])

    def _remark(self, text: str, author: Account) -> Note:
        return Note(
            id=self._dice.id(self._at), ticket_id=self._ticket.id, written_at=self._at, text=text, written_by=author.id
        )

    def _move(
        self,
        code: str,
        at: Instant,
        *,
        note: str = "",
        comment: str = "",
        rating: int | None = None,
        is_main: bool | None = None,  # of the assignment; None: as it is
        executor: Assignment | None = None,  # whose the ticket becomes
        made: Sequence[Record] = (),
        changed: Sequence[RecordSet] = (),
    ) -> Draft:
        """Return a move of the ticket and its main assignment."""
        move = self._office.city.moves[code]
        self._at = max(at, self._at + MINUTE)
        self._rework_count += move.counts_rework
        actor = on_duty(self._at, self._dice).operator if Role.OPERATOR in move.roles else SUPERVISOR
        ticket: dict[str, FieldValue] = {
            "state": move.to_state,
            "result": move.result,
            "resolution": move.resolution,
            "rework_count": self._rework_count,
            "closed_at": self._at if move.to_state is State.CLOSED else None,
        }
        if rating is not None:
            ticket["rating"] = rating
        if executor is not None:
            ticket["executor_id"] = executor.executor_id
        changes = [change("ticket", self._ticket.id, **ticket), *changed]
        if self._assignment is not None:
            assignment: dict[str, FieldValue] = {"state": move.to_state, "result": move.result}
            if comment:
                assignment["comment"] = comment
            if is_main is not None:
                assignment["is_main"] = is_main
            changes.append(change("assignment", self._assignment.id, **assignment))
        records = [*made, self._remark(note, actor)] if note else made
        return make_draft(OperationType.TICKET_MOVE, self._at, actor, self._dice, records, changes)

    def _can_ask(self) -> bool:
        return self._ticket.phone is not None or not self._category.allows_photo_check

    def _in_term(self) -> Instant:
        return self._ticket.received_at + int(self._term * self._dice.quantile(_SHARE_OF_TERM))

    def _taken_at(self) -> Instant:
        if self._is_pressing:
            return self._at + int(self._dice.quantile(_MINUTES_TO_TAKE) * MINUTE)
        return self._in_office(self._at + int(self._dice.quantile(_HOURS_TO_TAKE) * HOUR))

    def _first_done_at(self) -> Instant:
        due_at = self._ticket.due_at
        if self._dice.chance(self._late_share()):
            return self._in_office(due_at + int(self._dice.quantile(_HOURS_LATE) * HOUR))
        at = max(self._in_term(), self._at + 5 * MINUTE)
        in_office = self._in_office(at)
        return in_office if in_office <= due_at else at

    def _late_share(self) -> float:
        executor = self._assignment.executor_id if self._assignment else None
        return _LATE_SHARES.get(self._category.executor_kind, _LATE_ELSEWHERE) * _slackness(executor)

    def _in_office(self, at: Instant) -> Instant:
        """Return the first working hour not before `at`; executors of pressing work know none."""
        if self._is_pressing:
            return at
        here, calendar = local(at), self._office.city.calendar
        if calendar.is_working(here.date()) and _OPENS <= here.hour < _SHUTS:
            return at
        day = here.date() if here.hour < _OPENS else here.date() + _ONE_DAY
        return self._morning(calendar.next_working_day(day))

    def _called_at(self) -> Instant:
        """Return when the operators next call back: not by night, except about what had to be done at once."""
        if self._term <= _AT_ONCE:
            return self._at + int(self._dice.quantile(_MINUTES_TO_CHECK_AT_ONCE) * MINUTE)
        hours = _HOURS_TO_CHECK_PRESSING if self._is_pressing else _HOURS_TO_CHECK
        at = self._at + int(self._dice.quantile(hours) * HOUR)
        here = local(at)
        if _CALLS_BEGIN <= here.hour < _CALLS_END:
            return at
        return self._morning(here.date() if here.hour < _CALLS_BEGIN else here.date() + _ONE_DAY)

    def _morning(self, day: date) -> Instant:
        return instant(datetime.combine(day, _MORNING, KYIV)) + self._dice.between(0, 180) * MINUTE


@cache
def _slackness(executor_id: UUID | None) -> float:
    """Return how often an organisation is late against others of its kind: half to one and a half times."""
    return 0.5 + Dice("slackness", executor_id).unit()
