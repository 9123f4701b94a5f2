"""Pushing operations: each gets one event, once, and none delays another."""

from typing import Any
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import func, select

from central.feed.decide import Decision, decide
from central.feed.received import Received
from central.schema import device, log, record
from protocol.events import EventKind
from protocol.operations import Operation, OperationType, encode_operation
from protocol.problems import ProblemType
from protocol.wire import OperationStatus
from tests.central.centre import RunningCentre
from tests.central.city import CITY_POWER
from tests.central.wire_desk import WireDesk

REGISTER = OperationType.TICKET_REGISTER
NOTE = OperationType.NOTE_ADD


def test_an_operation_becomes_one_event_that_every_desk_reads(desk: WireDesk, other: WireDesk) -> None:
    ticket_id, changes = desk.new_ticket()
    operation = desk.operation(REGISTER, changes)
    result = desk.push(operation).results[0]
    assert result.status is OperationStatus.APPLIED
    event = next(event for event in other.pull() if event.op_id == operation.op_id)
    assert (event.seq, event.kind) == (result.seq, EventKind.APPLIED)
    assert other.ticket(ticket_id)["address"] == "вул. Попова, 47"
    body = other.body_of(operation.op_id)
    assert bytes(body.op) == encode_operation(operation)
    assert (body.device, body.actor, body.n) == (desk.device_id, desk.person.id, operation.n)


def test_the_same_operation_sent_again_is_a_duplicate_of_its_event(desk: WireDesk) -> None:
    _, changes = desk.new_ticket()
    operation = desk.operation(REGISTER, changes)
    first = desk.push(operation).results[0]
    head = desk.push(operation, operation).head
    again = desk.push(operation).results[0]
    assert (again.status, again.seq) == (OperationStatus.DUPLICATE, first.seq)
    assert head == first.seq


def test_an_operation_twice_in_one_batch_applies_once(desk: WireDesk) -> None:
    _, changes = desk.new_ticket()
    operation = desk.operation(REGISTER, changes)
    first, second = desk.push(operation, operation).results
    assert (first.status, second.status) == (OperationStatus.APPLIED, OperationStatus.DUPLICATE)
    assert first.seq == second.seq


def test_an_id_used_again_for_another_operation_is_refused_and_told_once(desk: WireDesk) -> None:
    ticket_id = desk.register()
    operation = desk.operation(NOTE, [desk.note(ticket_id)])
    desk.push(operation)
    forged = msgspec.structs.replace(operation, changes=(desk.note(ticket_id, "Інше"),))
    refused = desk.push(forged).results[0]
    assert refused.status is OperationStatus.REJECTED
    assert refused.problem is not None
    assert refused.problem.type is ProblemType.OP_ID_REUSED
    assert desk.push(forged).results[0].seq == refused.seq
    told = next(event for event in desk.pull() if event.seq == refused.seq)
    assert told.kind is EventKind.SYSTEM
    assert told.op_id != operation.op_id
    assert [note["text"] for note in desk.of_kind("note", ticket_id=str(ticket_id))] == ["Передзвонити"]


def test_operations_of_a_batch_see_each_other(desk: WireDesk) -> None:
    ticket_id, changes = desk.new_ticket()
    birth = desk.operation(REGISTER, changes)
    edit = msgspec.json.decode(
        msgspec.json.encode({"record": "ticket", "id": ticket_id, "set": {"flat": "12"}, "base": {"rev": 0}})
    )
    edit["base"]["after"] = {"flat": str(birth.op_id)}
    later = msgspec.json.decode(encode_operation(desk.operation(OperationType.TICKET_EDIT, [])))
    later["changes"] = [edit]
    note = desk.operation(NOTE, [desk.note(ticket_id)])
    reply = desk.push_raw(encode_operation(birth), msgspec.json.encode(later), encode_operation(note))
    assert [result.status for result in reply.results] == [OperationStatus.APPLIED] * 3
    assert [result.conflicts for result in reply.results] == [()] * 3
    desk.pull()
    assert desk.ticket(ticket_id)["flat"] == "12"


def test_what_is_wrong_is_rejected_with_a_pointer_and_delays_nothing(desk: WireDesk) -> None:
    ticket_id = desk.register()
    wrong = desk.note(ticket_id)
    wrong = msgspec.structs.replace(wrong, set=wrong.set | {"text": 5, "colour": "red"})
    bad, good = desk.operation(NOTE, [wrong]), desk.operation(NOTE, [desk.note(ticket_id, "Друга")])
    refused, applied = desk.push(bad, good).results
    assert (refused.status, applied.status) == (OperationStatus.REJECTED, OperationStatus.APPLIED)
    assert refused.problem is not None
    assert {(error.pointer, error.code) for error in refused.problem.errors} == {
        ("/changes/0/set/text", "invalid"),
        ("/changes/0/set/colour", "unknown-field"),
    }
    desk.pull()
    body = desk.body_of(bad.op_id)
    assert body.problem == refused.problem
    assert body.sets == ()


def test_a_record_that_exists_is_not_made_again(desk: WireDesk) -> None:
    ticket_id = desk.register()
    note = desk.note(ticket_id)
    assert desk.do(NOTE, note).status is OperationStatus.APPLIED
    again = desk.do(NOTE, note)
    assert again.status is OperationStatus.REJECTED
    assert again.problem is not None
    assert again.problem.errors[0].code == "exists"


@pytest.mark.parametrize(
    ("kind", "record_kind"), [(NOTE, "organisation"), (OperationType.TICKET_EDIT, "organisation"), (REGISTER, "slip")]
)
def test_an_operation_touches_only_records_of_its_trade(desk: WireDesk, kind: str, record_kind: str) -> None:
    if record_kind == "organisation":
        change = desk.edit("organisation", CITY_POWER.id, name="Моя фірма")
    else:
        change = msgspec.structs.replace(desk.note(desk.register()), record="slip", set={})
    result = desk.do(kind, change)
    assert result.status is OperationStatus.REJECTED


def test_a_number_once_given_stays(desk: WireDesk) -> None:
    ticket_id = desk.register()
    desk.pull()
    result = desk.do(OperationType.TICKET_EDIT, desk.edit("ticket", ticket_id, number=desk.next_number()))
    assert result.status is OperationStatus.REJECTED
    assert result.problem is not None
    assert result.problem.errors[0].code == "fixed"


@pytest.fixture
def poison(monkeypatch: pytest.MonkeyPatch) -> set[UUID]:
    """Return a set of operations at which the centre's own code fails."""
    poisoned: set[UUID] = set()

    def failing(received: Received, *rest: Any) -> Decision:
        if received.op_id in poisoned:
            raise ZeroDivisionError
        return decide(received, *rest)

    monkeypatch.setattr("central.feed.clerk.decide", failing)
    return poisoned


def test_a_fault_of_the_centre_keeps_the_operation_at_the_desk(desk: WireDesk, poison: set[UUID]) -> None:
    ticket_id = desk.register()
    first, second = desk.operation(NOTE, [desk.note(ticket_id)]), desk.operation(NOTE, [desk.note(ticket_id)])
    poison.add(first.op_id)
    retried, applied = desk.push(first, second).results
    assert (retried.status, retried.seq) == (OperationStatus.RETRY, None)
    assert applied.status is OperationStatus.APPLIED
    assert first.op_id not in {event.op_id for event in desk.pull()}
    poison.clear()
    assert desk.push(first).results[0].status is OperationStatus.APPLIED


def test_what_the_database_refuses_is_found_and_delays_nothing(desk: WireDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    ticket_id = desk.register()
    bad, good = (desk.operation(NOTE, [desk.note(ticket_id, text)]) for text in ("Зла", "Добра"))

    def unstorable(received: Received, *rest: Any) -> Decision:
        decision = decide(received, *rest)
        if received.op_id == bad.op_id:
            object.__setattr__(decision.draft, "type", None)  # the column takes no NULL
        return decision

    monkeypatch.setattr("central.feed.clerk.decide", unstorable)
    retried, applied = desk.push(bad, good).results
    assert (retried.status, applied.status) == (OperationStatus.RETRY, OperationStatus.APPLIED)
    assert [note["text"] for note in _after_pull(desk, ticket_id)] == ["Добра"]


def test_log_and_records_tell_the_same(desk: WireDesk, centre: RunningCentre) -> None:
    ticket_id = desk.register()
    desk.pull()
    desk.do(OperationType.TICKET_EDIT, desk.edit("ticket", ticket_id, flat="7", text="Темно"))
    desk.pull()
    with centre.database.read() as connection:
        rows = connection.execute(select(record.c.kind, record.c.id, record.c.rev, record.c.doc)).all()
        assert connection.execute(select(func.count()).select_from(log)).scalar() == desk.cursor.seq
    assert {(kind, record_id): doc for kind, record_id, _, doc in rows} == desk.records
    assert all(rev == desk.revs[kind, record_id, "rev"] for kind, record_id, rev, _ in rows)


def test_the_centre_remembers_how_far_a_device_has_counted(desk: WireDesk, centre: RunningCentre) -> None:
    desk.register()
    operation: Operation = desk.operation(NOTE, [desk.note(desk.register())])
    desk.push(operation)
    with centre.database.read() as connection:
        last = connection.execute(select(device.c.last_n).where(device.c.id == desk.device_id)).scalar()
    assert last == operation.n


def _after_pull(desk: WireDesk, ticket_id: UUID) -> list[dict[str, object]]:
    desk.pull()
    return list(desk.of_kind("note", ticket_id=str(ticket_id)))
