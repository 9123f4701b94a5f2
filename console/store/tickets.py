"""One ticket whole: its card, its timeline, its slips and conflicts."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from console.models import Applicant, Assignment, Conflict, LogEvent, Note, Promise, Slip, Ticket, TicketEvent
from protocol.events import EventBody
from protocol.operations import Change, Operation
from protocol.times import Instant
from protocol.vocabulary import ConflictState

_TIMELINE_PAGE = 200


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of a timeline: who did what, when and on which device; not yet in the log while seq is None."""

    type: str
    actor: UUID | None
    device: UUID | None
    occurred_ms: Instant
    changes: tuple["StepChange", ...]
    seq: int | None


@dataclass(frozen=True, slots=True)
class StepChange:
    """What a step set in one record, as wire values."""

    record: str
    id: UUID
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class TicketCard:
    """A ticket with what belongs to it, as detached rows."""

    ticket: Ticket
    applicant: Applicant | None
    assignments: tuple[Assignment, ...]
    promises: tuple[Promise, ...]
    notes: tuple[Note, ...]
    slips: tuple[Slip, ...]
    conflicts: tuple[Conflict, ...]  # not decided yet

    @property
    def main_assignment(self) -> Assignment | None:
        """The assignment the ticket hangs on."""
        return next((each for each in self.assignments if each.is_main), None)


def card(connection: Connection, ticket_id: UUID) -> TicketCard | None:
    """Return a ticket's card, or None when this desk does not have it."""
    with Session(connection, autoflush=False, expire_on_commit=False) as session:
        ticket = session.get(Ticket, ticket_id)
        if ticket is None:
            return None
        applicant = session.get(Applicant, ticket.applicant_id) if ticket.applicant_id is not None else None

        def belonging(row: Any, order: Any) -> tuple[Any, ...]:
            return tuple(session.scalars(select(row).where(row.ticket_id == ticket_id).order_by(order)))

        found = TicketCard(
            ticket,
            applicant,
            belonging(Assignment, Assignment.assigned_at),
            belonging(Promise, Promise.said_at),
            belonging(Note, Note.written_at),
            belonging(Slip, Slip.copy),
            tuple(each for each in belonging(Conflict, Conflict.found_at) if each.state == ConflictState.OPEN),
        )
        session.expunge_all()
        return found


def timeline(connection: Connection, ticket_id: UUID, unconfirmed: list[Operation]) -> list[Step]:
    """Return what happened to a ticket, oldest first, this desk's unconfirmed acts last."""
    events = (
        select(LogEvent.seq, LogEvent.body)
        .join(TicketEvent, TicketEvent.seq == LogEvent.seq)
        .where(TicketEvent.ticket_id == ticket_id)
        .order_by(TicketEvent.seq.desc())
        .limit(_TIMELINE_PAGE)
    )
    steps = [_from_event(row.seq, row.body) for row in connection.execute(events)]
    steps.reverse()
    owned = _records_of(connection, ticket_id)
    waiting = [
        _from_operation(each) for each in unconfirmed if any(_concerns(c, ticket_id, owned) for c in each.changes)
    ]
    return steps + waiting


def copies_of(connection: Connection, assignment_id: UUID) -> int:
    """Return how many times an assignment's slip was printed."""
    return connection.scalar(select(func.count()).where(Slip.assignment_id == assignment_id)) or 0


def main_assignment_id(connection: Connection, ticket_id: UUID) -> UUID | None:
    """Return the assignment a ticket hangs on, the latest should there be two."""
    main = select(Assignment.id).where(Assignment.ticket_id == ticket_id, Assignment.is_main.is_(True))
    return connection.scalar(main.order_by(Assignment.assigned_at.desc()).limit(1))


def find_by_number(connection: Connection, number: str) -> UUID | None:
    """Return the ticket of that number, or None."""
    return connection.scalar(select(Ticket.id).where(Ticket.number == number))


def _from_event(seq: int, text: str) -> Step:
    body = msgspec.json.decode(text, type=EventBody)
    changes = tuple(StepChange(change.record, change.id, change.set) for change in body.sets)
    return Step(body.type, body.actor, body.device, body.occurred_ms, changes, seq)


def _from_operation(operation: Operation) -> Step:
    changes = tuple(StepChange(change.record, change.id, change.set) for change in operation.changes)
    return Step(operation.type, operation.actor, None, operation.occurred_ms, changes, None)


def _records_of(connection: Connection, ticket_id: UUID) -> set[UUID]:
    """Return the assignments of a ticket: the only records of it that are changed later without naming it."""
    return set(connection.scalars(select(Assignment.id).where(Assignment.ticket_id == ticket_id)))


def _concerns(change: Change, ticket_id: UUID, owned: set[UUID]) -> bool:
    return change.id == ticket_id or change.id in owned or change.set.get("ticket_id") == str(ticket_id)
