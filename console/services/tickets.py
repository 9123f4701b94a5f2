"""Working a ticket: allowed moves, notes, another executor."""

from uuid import UUID

from console.errors import Refusal, Refused
from console.models import Assignment, Category, Ticket
from console.services.shift import Shift
from console.store import tickets
from console.store.database import Database
from console.store.work import Work
from protocol import moves
from protocol.moves import Standing
from protocol.operations import OperationType
from protocol.records import Assignment as AssignmentRecord
from protocol.records import Category as CategoryRecord
from protocol.records import Move
from protocol.records import Note as NoteRecord
from protocol.times import Instant
from protocol.vocabulary import Resolution, State


class TicketService:
    """Moves tickets through their states and adds to them."""

    def __init__(self, database: Database, shift: Shift) -> None:
        self._database = database
        self._shift = shift

    def moves_for(self, ticket: Ticket, category: CategoryRecord, table: tuple[Move, ...], now: Instant) -> list[Move]:
        """Return the moves the signed-in person may make with a ticket, in their order of offering."""
        return moves.allowed(table, _standing(ticket, category.allows_photo_check), self._shift.person.role, now)

    def move(self, ticket_id: UUID, move: Move, said: str = "", executor_id: UUID | None = None) -> None:
        """Make an allowed move.

        A move that needs an executor only proposes it (product rule 3); the one that passes the ticket on gives it to
        the executor named now, or else to the one proposed before.

        Raises Refused when the moves table forbids it or what the move needs is missing (product rules 1 to 4).
        """
        if move.needs_note and not said.strip():
            raise Refused(Refusal.NOTE_MISSING)
        if move.needs_executor and executor_id is None:
            raise Refused(Refusal.EXECUTOR_MISSING)
        person = self._shift.person
        with self._database.write(OperationType.TICKET_MOVE, person.actor) as work:
            ticket = work.get(Ticket, ticket_id)
            category = work.get(Category, ticket.category_id)
            if move not in moves.allowed([move], _standing(ticket, category.allows_photo_check), person.role, work.now):
                raise Refused(Refusal.MOVE_NOT_ALLOWED, move.code)
            work.set(
                ticket,
                state=move.to_state,
                result=move.result,
                resolution=move.resolution,
                rework_count=ticket.rework_count + move.counts_rework,
                closed_at=work.now if move.to_state is State.CLOSED else None,
            )
            assignment = self._main_assignment(work, ticket_id)
            if move.resolution is Resolution.PASSED_ON:
                receiver = executor_id or (assignment.proposed_id if assignment is not None else None)
                if receiver is None:
                    raise Refused(Refusal.EXECUTOR_MISSING)
                self._assign(work, ticket, receiver, said)
            elif assignment is not None:
                proposed = executor_id if move.needs_executor else assignment.proposed_id
                work.set(assignment, state=move.to_state, result=move.result, proposed_id=proposed)
            if said.strip():
                work.add(self._note(work, ticket_id, said))

    def add_note(self, ticket_id: UUID, text: str) -> None:
        """Add a remark.

        Raises Refused when it is empty.
        """
        if not text.strip():
            raise Refused(Refusal.NOTE_MISSING)
        with self._database.write(OperationType.NOTE_ADD, self._shift.person.actor) as work:
            work.add(self._note(work, ticket_id, text))

    def assign(self, ticket_id: UUID, executor_id: UUID, reason: str) -> None:
        """Give a ticket to another executor.

        Raises Refused without a reason.
        """
        if not reason.strip():
            raise Refused(Refusal.NOTE_MISSING)
        with self._database.write(OperationType.TICKET_ASSIGN, self._shift.person.actor) as work:
            self._assign(work, work.get(Ticket, ticket_id), executor_id, reason)

    def _assign(self, work: Work, ticket: Ticket, executor_id: UUID, reason: str) -> None:
        current = self._main_assignment(work, ticket.id)
        if current is not None:
            work.set(current, is_main=False)
        work.set(ticket, executor_id=executor_id)
        work.add(
            AssignmentRecord(
                id=work.new_id(),
                ticket_id=ticket.id,
                executor_id=executor_id,
                assigned_at=work.now,
                assigned_by=self._shift.person.account_id,
                due_at=ticket.due_at,
                reason=reason.strip(),
            )
        )

    def _note(self, work: Work, ticket_id: UUID, text: str) -> NoteRecord:
        return NoteRecord(
            id=work.new_id(),
            ticket_id=ticket_id,
            written_at=work.now,
            written_by=self._shift.person.account_id,
            text=text.strip(),
        )

    def _main_assignment(self, work: Work, ticket_id: UUID) -> Assignment | None:
        with self._database.read() as connection:
            main_id = tickets.main_assignment_id(connection, ticket_id)
        return None if main_id is None else work.get(Assignment, main_id)


def _standing(ticket: Ticket, allows_photo_check: bool) -> Standing:
    return Standing(ticket.state, ticket.result, ticket.rework_count, ticket.due_at, allows_photo_check)
