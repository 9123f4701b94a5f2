"""Working a ticket by the moves table (product rules 1 to 4)."""

from pathlib import Path
from uuid import UUID

import pytest

from central.reference import read
from console.errors import Refusal, Refused
from console.models import Ticket
from console.services.intake import Registered
from console.services.tickets import TicketService
from console.store import tickets
from console.store.tickets import TicketCard
from protocol.records import Move
from protocol.times import HOUR
from protocol.vocabulary import Result, State
from resources import path
from tests.desk import LAMP, LIGHTING, REFERENCE, WATERWORKS, DeskUnderTest, make_desk
from tests.store.acts import register

MOVES = {record.code: record for record in read(path("reference")) if isinstance(record, Move)}


@pytest.fixture
def desk(tmp_path: Path) -> DeskUnderTest:
    return make_desk(tmp_path, (*(each for each in REFERENCE if not isinstance(each, Move)), *MOVES.values()))


@pytest.fixture
def service(desk: DeskUnderTest) -> TicketService:
    return TicketService(desk.database, desk.shift)


@pytest.fixture
def registered(desk: DeskUnderTest) -> Registered:
    return register(desk)


def card(desk: DeskUnderTest, ticket_id: UUID) -> TicketCard:
    with desk.database.read() as connection:
        found = tickets.card(connection, ticket_id)
    assert found is not None
    return found


def make(service: TicketService, registered: Registered, *codes: str) -> None:
    for code in codes:
        service.move(registered.ticket_id, MOVES[code], "пояснення" if MOVES[code].needs_note else "")


def offered(desk: DeskUnderTest, service: TicketService, ticket: Ticket) -> set[str]:
    return {move.code for move in service.moves_for(ticket, LAMP, tuple(MOVES.values()), desk.clock.now())}


def test_done_goes_on_check_and_only_the_applicant_closes_it(
    desk: DeskUnderTest, service: TicketService, registered: Registered
) -> None:
    make(service, registered, "take", "done")
    ticket = card(desk, registered.ticket_id).ticket
    assert (ticket.state, ticket.result, ticket.closed_at) == (State.ON_CHECK, Result.DONE, None)
    make(service, registered, "confirmed")
    closed = card(desk, registered.ticket_id).ticket
    assert closed.state is State.CLOSED
    assert closed.closed_at == desk.clock.now()


def test_a_move_the_table_does_not_allow_is_refused_and_changes_nothing(
    desk: DeskUnderTest, service: TicketService, registered: Registered
) -> None:
    with pytest.raises(Refused) as caught:
        service.move(registered.ticket_id, MOVES["confirmed"])
    assert caught.value.refusal is Refusal.MOVE_NOT_ALLOWED
    assert card(desk, registered.ticket_id).ticket.state is State.REGISTERED


def test_the_third_failed_check_ends_as_actually(
    desk: DeskUnderTest, service: TicketService, registered: Registered
) -> None:
    make(service, registered, "take", "done")
    for _ in range(2):
        make(service, registered, "not-confirmed", "take-again", "done")
    ticket = card(desk, registered.ticket_id).ticket
    assert ticket.rework_count == 2
    assert "not-confirmed" not in offered(desk, service, ticket)
    assert "failed-third" in offered(desk, service, ticket)


def test_not_in_competence_names_who_should_do_it_and_gives_it_to_him_only_when_passed_on(
    desk: DeskUnderTest, service: TicketService, registered: Registered
) -> None:
    move = next(move for move in MOVES.values() if move.needs_executor and move.from_state is State.REGISTERED)
    with pytest.raises(Refused) as caught:
        service.move(registered.ticket_id, move)
    assert caught.value.refusal is Refusal.EXECUTOR_MISSING
    service.move(registered.ticket_id, move, "не наш ліхтар", WATERWORKS.id)
    assert card(desk, registered.ticket_id).ticket.executor_id == LIGHTING.id
    make(service, registered, "passed-on")
    passed = card(desk, registered.ticket_id)
    assert passed.ticket.executor_id == WATERWORKS.id
    assert passed.main_assignment is not None
    assert passed.main_assignment.executor_id == WATERWORKS.id
    assert len(passed.assignments) == 2


def test_not_in_competence_is_not_offered_after_the_due_time(
    desk: DeskUnderTest, service: TicketService, registered: Registered
) -> None:
    desk.clock.pass_time(100 * HOUR)
    ticket = card(desk, registered.ticket_id).ticket
    competence = {move.code for move in MOVES.values() if move.is_before_due_only}
    assert competence.isdisjoint(offered(desk, service, ticket))


def test_a_move_that_needs_a_note_is_refused_without_one(service: TicketService, registered: Registered) -> None:
    move = next(move for move in MOVES.values() if move.needs_note and move.from_state is State.REGISTERED)
    with pytest.raises(Refused) as caught:
        service.move(registered.ticket_id, move, "  ")
    assert caught.value.refusal is Refusal.NOTE_MISSING


def test_another_executor_needs_a_reason_and_the_first_assignment_stays(
    desk: DeskUnderTest, service: TicketService, registered: Registered
) -> None:
    with pytest.raises(Refused):
        service.assign(registered.ticket_id, WATERWORKS.id, "")
    service.assign(registered.ticket_id, WATERWORKS.id, "опора водоканалу")
    assigned = card(desk, registered.ticket_id)
    assert [each.is_main for each in assigned.assignments] == [False, True]
    assert assigned.main_assignment is not None
    assert assigned.main_assignment.reason == "опора водоканалу"
