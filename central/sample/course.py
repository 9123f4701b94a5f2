"""What becomes of a ticket of the sample: who takes it, what is done, and what the check finds.

Every step is a move of the shipped table, named by its code.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from central.feed.draft import Draft
from central.sample.city import City
from central.sample.dice import Dice
from central.sample.drafts import change, make_draft
from central.sample.intake import Case
from central.sample.pace import Pace
from central.sample.staff import SUPERVISOR, on_duty
from central.sample.texts import Texts
from protocol.events import RecordSet
from protocol.ids import reference_id
from protocol.operations import OperationType
from protocol.records import Account, Assignment, FieldValue, Note, Record
from protocol.times import HOUR, MINUTE, Instant
from protocol.vocabulary import Result, Role, State, Urgency

_DEFERRED_SHARES = {"LIGHT.NEW": 0.5, "TRANS.ROUTE": 0.4, "ROAD.POTHOLE": 0.06, "HOUSE.ROOF": 0.05, "ROAD.SIGN": 0.05}
_EXPLAINED = {Urgency.LOW: 0.4, Urgency.ROUTINE: 0.06, Urgency.EMERGENCY: 0.03, Urgency.CRITICAL: 0.01}
_CANCELLED, _SELF_RESOLVED, _NOT_OURS, _REFUSED = 0.01, 0.02, 0.025, 0.3
_NOT_CONFIRMED = (0.06, 0.2, 0.3)  # of first, second and third checks
_REWORKS = 2  # before the third check
_CALLS = 3  # unanswered ones, then someone answers
_NO_ANSWER, _BY_PHOTO, _RATED, _NOTED, _REOPENED = 0.18, 0.25, 0.35, 0.12, 0.008
_OTHER_OWNERS = ("UZHKG", "TELECOM", "PZZ", "OBLENERGO", "VODOKANAL", "OSBB", "SVITLO")
_RATINGS = (5, 5, 5, 5, 5, 4, 4, 4, 3, 2, 1)


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
        self._pace = Pace(case.ticket, case.category, office.city.calendar, office.dice)
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
            yield self._move("self-resolved", self._pace.in_term())
        elif dice.chance(_EXPLAINED[self._category.urgency]):
            yield self._move("explained", self._pace.in_term(), comment=texts.answer("explained", dice))
        else:
            yield from self._handled()

    def _handled(self) -> Iterator[Draft]:
        dice = self._dice
        if self._assignment is not None and dice.chance(_NOT_OURS):
            yield from self._not_ours(self._assignment)
        else:
            yield self._move("take", self._pace.taken_after(self._at))
        if dice.chance(_NOTED):
            yield self._note(dice.pick(self._office.texts.notes))
        if dice.chance(_DEFERRED_SHARES.get(self._category.code, 0)):
            remark = self._office.texts.answer("deferred_to_plan", dice)
            yield self._move("deferred", self._pace.in_office(self._pace.in_term()), note=remark, comment=remark)
            yield self._move("closed-to-plan", self._pace.in_office(self._at + dice.between(4, 90) * HOUR))
        else:
            executor_id = self._assignment.executor_id if self._assignment else None
            yield self._done("done", self._pace.done_after(self._at, executor_id))
            yield from self._checked()

    def _checked(self) -> Iterator[Draft]:
        """Yield call-backs until the work is confirmed, and what comes of them."""
        dice, texts = self._dice, self._office.texts
        while self._can_ask() and dice.chance(_NOT_CONFIRMED[self._rework_count]):
            yield from self._unanswered()
            at = self._pace.called_after(self._at)
            if self._rework_count == _REWORKS:
                yield self._move("failed-third", at, note=texts.answer("actually", dice))
                at = self._pace.in_office(self._at + dice.between(1, 30) * HOUR)
                yield self._move("closed-actually", at, note=texts.answer("actually", dice))
                return
            yield self._move("not-confirmed", at, note=texts.answer("not_confirmed", dice))
            yield from self._again()
        if self._category.allows_photo_check and (not self._can_ask() or dice.chance(_BY_PHOTO)):
            yield self._move("confirmed-by-photo", self._pace.called_after(self._at))
            return
        yield from self._unanswered()
        rating = dice.pick(_RATINGS) if dice.chance(_RATED) else None
        yield self._move("confirmed", self._pace.called_after(self._at), rating=rating)
        if dice.chance(_REOPENED):
            at = self._at + dice.between(5, 90) * HOUR
            yield self._move("reopened", at, note=texts.answer("not_confirmed", dice))
            yield from self._again()
            yield self._move("confirmed", self._pace.called_after(self._at))

    def _again(self) -> Iterator[Draft]:
        at = self._pace.redone_after(self._at)
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
            yield self._move("take", self._pace.taken_after(self._at))
            return
        remark = texts.answer("not_in_competence", dice)
        at = min(self._pace.taken_after(self._at), self._ticket.due_at - MINUTE)
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
            yield self._move("take", self._pace.in_office(self._at + self._dice.between(20, 300) * MINUTE))

    def _unanswered(self) -> Iterator[Draft]:
        """Yield call-backs nobody answered."""
        while self._no_answer_count < _CALLS and self._dice.chance(_NO_ANSWER):
            self._no_answer_count += 1
            self._at = self._pace.called_after(self._at)
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
