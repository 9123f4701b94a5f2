"""Operations that wait: parked as events, and decided again by themselves."""

from uuid import uuid4

import msgspec
import pytest
from sqlalchemy import Connection, select

from central.database import Outrun
from central.feed.clerk import Clerk, release_overdue
from central.feed.permissions import RULES
from central.feed.received import Received, receive
from central.importing import import_records
from central.schema import parked
from protocol.events import EventKind
from protocol.ids import new_id
from protocol.operations import OperationType, encode_operation
from protocol.problems import ProblemType
from protocol.records import Account, Street
from protocol.vocabulary import Role
from protocol.wire import OperationStatus
from tests.central.centre import RunningCentre
from tests.central.wire_desk import WireDesk

REGISTER = OperationType.TICKET_REGISTER
NOTE = OperationType.NOTE_ADD


def kinds_of(desk: WireDesk, *op_ids: object) -> list[EventKind]:
    """Return the kinds of these operations' events in the order of the log."""
    desk.pull()
    return [event.kind for event in desk.events if event.op_id in op_ids]


def test_a_note_waits_for_its_ticket_and_follows_it_at_once(desk: WireDesk, other: WireDesk) -> None:
    ticket_id, changes = desk.new_ticket()
    note = other.operation(NOTE, [other.note(ticket_id)])
    waiting = other.push(note).results[0]
    assert waiting.status is OperationStatus.PARKED
    assert waiting.problem is not None
    assert waiting.problem.type is ProblemType.PARENT_UNKNOWN
    birth = desk.push(desk.operation(REGISTER, changes)).results[0]
    assert birth.seq is not None
    assert kinds_of(other, note.op_id) == [EventKind.PARKED, EventKind.UNPARKED]
    assert other.events[-1].seq == birth.seq + 1
    body = other.body_of(note.op_id)
    assert (body.device, body.actor, body.n) == (other.device_id, other.person.id, note.n)
    assert len(list(other.of_kind("note", ticket_id=str(ticket_id)))) == 1


def test_a_parked_operation_sent_again_is_a_duplicate(desk: WireDesk) -> None:
    note = desk.operation(NOTE, [desk.note(uuid4())])
    first = desk.push(note).results[0]
    again = desk.push(note).results[0]
    assert (again.status, again.seq) == (OperationStatus.DUPLICATE, first.seq)


def test_what_waits_may_come_before_what_it_waits_for_in_one_batch(desk: WireDesk) -> None:
    ticket_id, changes = desk.new_ticket()
    note, birth = desk.operation(NOTE, [desk.note(ticket_id)]), desk.operation(REGISTER, changes)
    assert [result.status for result in desk.push(note, birth).results] == ["parked", "applied"]
    assert kinds_of(desk, note.op_id, birth.op_id) == [EventKind.PARKED, EventKind.APPLIED, EventKind.UNPARKED]


def test_a_chain_of_waiting_is_released_link_by_link(desk: WireDesk, centre: RunningCentre) -> None:
    street = Street(id=uuid4(), name="Попова", kind="вулиця")
    ticket_id, changes = desk.new_ticket(street_id=street.id)
    birth, note = desk.operation(REGISTER, changes), desk.operation(NOTE, [desk.note(ticket_id)])
    assert {result.status for result in desk.push(birth, note).results} == {OperationStatus.PARKED}
    import_records(centre.database, [street], centre.clock)
    assert kinds_of(desk, birth.op_id, note.op_id) == ["parked", "parked", "unparked", "unparked"]
    with centre.database.read() as connection:
        waiting = set(connection.execute(select(parked.c.op_id)).scalars())
    assert waiting.isdisjoint({birth.op_id, note.op_id})


def test_an_operation_of_a_person_not_known_yet_waits_for_the_account(desk: WireDesk, centre: RunningCentre) -> None:
    account = Account(id=new_id(centre.clock.now()), login="newcomer", name="Бойко Іван", role=Role.OPERATOR)
    note = desk.operation(NOTE, [desk.note(desk.register())], actor=account.id)
    assert desk.push(note).results[0].status is OperationStatus.PARKED
    import_records(centre.database, [account], centre.clock)
    assert kinds_of(desk, note.op_id) == [EventKind.PARKED, EventKind.UNPARKED]


def test_a_released_operation_that_may_not_apply_says_why(desk: WireDesk, centre: RunningCentre) -> None:
    account = Account(id=new_id(centre.clock.now()), login="executor", name="Гнатюк Олег", role=Role.EXECUTOR)
    note = desk.operation(NOTE, [desk.note(desk.register())], actor=account.id)
    desk.push(note)
    import_records(centre.database, [account], centre.clock)
    assert kinds_of(desk, note.op_id) == [EventKind.PARKED, EventKind.UNPARKED]
    body = desk.body_of(note.op_id)
    assert body.problem is not None
    assert (body.problem.type, body.sets) == (ProblemType.OP_FORBIDDEN, ())


@pytest.mark.parametrize("newer", [{"type": "ticket.divide"}, {"v": 2}])
def test_what_a_newer_desk_does_waits_for_a_newer_centre(desk: WireDesk, newer: dict[str, object]) -> None:
    operation = msgspec.structs.replace(desk.operation(NOTE, [desk.note(desk.register())]), **newer)
    result = desk.push(operation).results[0]
    assert result.status is OperationStatus.PARKED
    assert result.problem is not None
    assert result.problem.type is ProblemType.OP_UNKNOWN_TYPE
    assert kinds_of(desk, operation.op_id) == [EventKind.PARKED]


def test_a_newer_centre_takes_up_what_an_older_one_parked(
    desk: WireDesk, centre: RunningCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket_id = desk.register()
    operation = msgspec.structs.replace(desk.operation(NOTE, [desk.note(ticket_id)]), type="note.dictate")
    desk.push(operation)
    monkeypatch.setitem(RULES, "note.dictate", RULES[NOTE])
    centre.database.transact(lambda connection: release_overdue(connection, centre.clock.now()))
    assert kinds_of(desk, operation.op_id) == [EventKind.PARKED, EventKind.UNPARKED]
    assert len(list(desk.of_kind("note", ticket_id=str(ticket_id)))) == 1


@pytest.mark.postgres
@pytest.mark.parametrize("first", ["note", "ticket"])
def test_of_two_transactions_that_should_have_met_the_later_starts_again(
    desk: WireDesk, centre: RunningCentre, first: str
) -> None:
    if centre.database.is_sqlite:
        pytest.skip("SQLite has one writer at a time.")
    ticket_id, changes = desk.new_ticket()
    operations = {
        "ticket": receive(encode_operation(desk.operation(REGISTER, changes))),
        "note": receive(encode_operation(desk.operation(NOTE, [desk.note(ticket_id)]))),
    }
    early = operations.pop(first)
    (late,) = operations.values()

    def take(connection: Connection, received: Received) -> Clerk:
        clerk = Clerk(connection, centre.clock.now())
        assert received.operation is not None
        clerk.prepare([received.operation])
        clerk.take(received, desk.device_id)
        return clerk

    def race() -> None:
        with centre.database.write() as slow:
            clerk = take(slow, late)
            with centre.database.write() as quick:
                take(quick, early).finish()
            clerk.finish()

    with pytest.raises(Outrun):
        race()
    assert {result.status for result in desk.push_raw(late.raw).results} == {"applied"}
    desk.pull()
    assert len(list(desk.of_kind("note", ticket_id=str(ticket_id)))) == 1
