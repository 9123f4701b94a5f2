"""A unit of work, its operation, and what the centre makes of it."""

from pathlib import Path

import pytest

from console.errors import NotFound, Refused, StoreBroken
from console.models import Note, Ticket
from console.models.journal import OperationState
from console.services.tickets import TicketService
from console.store import tickets
from console.store.database import Database
from console.store.feed import ChangeSet, Touched
from console.store.replica import PageBroken
from protocol.events import EventKind, RecordSet
from protocol.ids import reference_id
from protocol.operations import Change, OperationType
from protocol.problems import Problem as WireProblem
from protocol.problems import ProblemType
from protocol.records import Note as NoteRecord
from protocol.vocabulary import State
from protocol.wire import HelloReply, OperationResult, OperationStatus, OpsReply
from tests.desk import KEY, LIGHTING, NOON, OPERATOR, REFERENCE, TAKE, DeskUnderTest, StillClock, make_desk
from tests.store.acts import register, ticket_row


@pytest.fixture
def desk(tmp_path: Path) -> DeskUnderTest:
    return make_desk(tmp_path, REFERENCE)


def only_operation(desk: DeskUnderTest) -> tuple[OperationState, int | None]:
    [queued] = desk.database.outbox.unconfirmed()
    return queued.state, queued.seq


def test_an_act_is_one_operation_with_all_its_records(desk: DeskUnderTest) -> None:
    register(desk)
    [queued] = desk.database.outbox.unconfirmed()
    operation = queued.decoded()
    assert operation.type == OperationType.TICKET_REGISTER
    assert [change.record for change in operation.changes] == ["applicant", "contact", "ticket", "assignment"]
    assert operation.n == 1


def test_counters_have_no_gaps_and_numbers_follow_each_other(desk: DeskUnderTest) -> None:
    numbers = [register(desk).number for _ in range(3)]
    assert [queued.n for queued in desk.database.outbox.unconfirmed()] == [1, 2, 3]
    assert [number[:12] for number in numbers] == ["26-071-00001", "26-071-00002", "26-071-00003"]


def test_a_failed_act_leaves_no_trace_and_takes_no_number(desk: DeskUnderTest) -> None:
    tickets_service = TicketService(desk.database, desk.shift)
    with pytest.raises(NotFound):
        tickets_service.assign(reference_id("ticket", "none"), LIGHTING.id, "помилка")
    assert desk.database.outbox.unconfirmed() == []
    assert register(desk).number.startswith("26-071-00001")


def test_an_act_that_changes_nothing_makes_no_operation(desk: DeskUnderTest) -> None:
    registered = register(desk)
    with desk.database.write(OperationType.TICKET_EDIT, OPERATOR.actor) as work:
        work.set(work.get(Ticket, registered.ticket_id), state=State.REGISTERED)
    assert len(desk.database.outbox.unconfirmed()) == 1


def test_listeners_hear_of_records_after_the_commit(desk: DeskUnderTest) -> None:
    heard: list[ChangeSet] = []
    desk.database.feed.subscribe(heard.append)
    registered = register(desk)
    assert Touched("ticket", registered.ticket_id) in heard[0].touched
    assert heard[0].is_outbox_changed


def test_a_new_ticket_is_marked_pending_until_the_log_shows_it(desk: DeskUnderTest) -> None:
    registered = register(desk)
    assert ticket_row(desk, registered).pending
    assert ticket_row(desk, registered).rev == 0
    desk.log.apply(desk.database.outbox.unconfirmed()[0].decoded())
    desk.pull()
    row = ticket_row(desk, registered)
    assert not row.pending
    assert row.rev == desk.log.head.seq
    assert desk.database.outbox.unconfirmed() == []


def test_a_number_given_offline_stays_after_sync(desk: DeskUnderTest) -> None:
    registered = register(desk)
    desk.log.apply(desk.database.outbox.unconfirmed()[0].decoded())
    desk.pull()
    assert ticket_row(desk, registered).number == registered.number


def test_another_desks_change_goes_below_the_own_pending_one(desk: DeskUnderTest) -> None:
    registered = register(desk)
    desk.log.apply(desk.database.outbox.unconfirmed()[0].decoded())
    desk.pull()
    TicketService(desk.database, desk.shift).move(registered.ticket_id, TAKE)
    desk.log.add(RecordSet("ticket", registered.ticket_id, {"landmark": "біля школи", "state": "rework"}))
    desk.pull()
    row = ticket_row(desk, registered)
    assert row.state is State.IN_WORK
    assert row.landmark == "біля школи"
    assert row.shadow["state"] == "rework"


def test_a_rejected_change_falls_back_to_what_the_centre_says_and_its_author_is_told(desk: DeskUnderTest) -> None:
    registered = register(desk)
    desk.log.apply(desk.database.outbox.unconfirmed()[0].decoded())
    desk.pull()
    TicketService(desk.database, desk.shift).move(registered.ticket_id, TAKE)
    problem = WireProblem(type=ProblemType.OP_FORBIDDEN, title="no")
    desk.log.add(kind=EventKind.REJECTED, operation=desk.database.outbox.unconfirmed()[0].decoded(), problem=problem)
    desk.pull()
    assert ticket_row(desk, registered).state is State.REGISTERED
    assert desk.database.outbox.state().notices == 1
    assert desk.database.outbox.unconfirmed() == []


def test_a_parked_operation_stays_laid_over_until_it_is_unparked(desk: DeskUnderTest) -> None:
    registered = register(desk)
    operation = desk.database.outbox.unconfirmed()[0].decoded()
    desk.log.add(kind=EventKind.PARKED, operation=operation)
    desk.pull()
    assert ticket_row(desk, registered).number == registered.number
    assert desk.database.outbox.state().parked == 1
    sets = [RecordSet(change.record, change.id, change.set) for change in operation.changes]
    desk.log.add(*sets, kind=EventKind.UNPARKED, operation=operation)
    desk.pull()
    assert desk.database.outbox.unconfirmed() == []
    assert ticket_row(desk, registered).rev == desk.log.head.seq


def test_the_second_of_two_own_changes_names_the_first_as_seen(desk: DeskUnderTest) -> None:
    registered = register(desk)
    TicketService(desk.database, desk.shift).move(registered.ticket_id, TAKE)
    first, second = (queued.decoded() for queued in desk.database.outbox.unconfirmed())
    change: Change = second.changes[0]
    assert change.base is not None
    assert change.base.after["state"] == first.op_id


def test_a_reply_is_only_a_promise_until_the_log_shows_the_event(desk: DeskUnderTest) -> None:
    register(desk)
    operation = desk.database.outbox.unconfirmed()[0].decoded()
    result = OperationResult(op_id=operation.op_id, status=OperationStatus.APPLIED, seq=desk.log.head.seq + 1)
    desk.database.keep_reply(OpsReply(epoch=1, head=result.seq or 0, durable_seq=0, results=(result,)))
    assert only_operation(desk) == (OperationState.ACCEPTED, result.seq)
    assert desk.database.outbox.to_send(10, 10_000) == []
    desk.log.add(NoteRecord(id=reference_id("note", "x"), ticket_id=OPERATOR.account_id, written_at=NOON, text="чуже"))
    desk.pull()
    assert only_operation(desk) == (OperationState.NEW, None)


def test_an_operation_promised_beyond_the_centres_head_is_sent_again(desk: DeskUnderTest) -> None:
    register(desk)
    operation = desk.database.outbox.unconfirmed()[0].decoded()
    result = OperationResult(op_id=operation.op_id, status=OperationStatus.APPLIED, seq=999)
    desk.database.keep_reply(OpsReply(epoch=1, head=999, durable_seq=0, results=(result,)))
    desk.pull()
    assert only_operation(desk) == (OperationState.NEW, None)


def test_a_centre_that_greets_from_before_its_promise_gets_the_operation_again(desk: DeskUnderTest) -> None:
    register(desk)
    operation = desk.database.outbox.unconfirmed()[0].decoded()
    result = OperationResult(op_id=operation.op_id, status=OperationStatus.APPLIED, seq=7)
    desk.database.keep_reply(OpsReply(epoch=1, head=7, durable_seq=0, results=(result,)))
    desk.database.keep_hello(HelloReply(server_time_ms=NOON, epoch=1, head=6, durable_seq=0, series=()), 250)
    assert only_operation(desk) == (OperationState.NEW, None)
    assert desk.database.journal.identity().clock_off_ms == 250


def test_an_id_that_was_used_for_something_else_is_told_and_not_sent_for_ever(desk: DeskUnderTest) -> None:
    register(desk)
    operation = desk.database.outbox.unconfirmed()[0].decoded()
    problem = WireProblem(type=ProblemType.OP_ID_REUSED, title="reused")
    result = OperationResult(op_id=operation.op_id, status=OperationStatus.REJECTED, seq=1, problem=problem)
    desk.database.keep_reply(OpsReply(epoch=1, head=1, durable_seq=0, results=(result,)))
    assert desk.database.outbox.unconfirmed() == []
    assert desk.database.outbox.state().notices == 1


def test_a_page_that_does_not_continue_the_replica_is_refused_whole(desk: DeskUnderTest) -> None:
    before = desk.database.replica.place()
    desk.log.add()
    with pytest.raises(PageBroken):
        desk.database.apply(desk.log.page_after())
    assert desk.database.replica.place() == before


def test_a_page_with_one_forged_event_is_refused_whole(desk: DeskUnderTest) -> None:
    cursor, _ = desk.database.replica.place()
    note = NoteRecord(id=reference_id("note", "y"), ticket_id=OPERATOR.account_id, written_at=NOON, text="справжня")
    event = desk.log.add(note)
    forged = bytes(event.body).replace("справжня".encode(), "підроблена".encode())
    desk.log.events[-1] = type(event)(event.seq, event.chain, event.kind, event.op_id, type(event.body)(forged))
    with pytest.raises(PageBroken):
        desk.database.apply(desk.log.page_after(cursor))
    with desk.database.read() as connection:
        assert connection.execute(Note.__table__.select()).all() == []


def test_an_event_of_a_type_and_kind_this_build_does_not_know_is_kept_and_passed_over(desk: DeskUnderTest) -> None:
    registered = register(desk)
    desk.log.apply(desk.database.outbox.unconfirmed()[0].decoded())
    desk.log.add(
        RecordSet("drone", reference_id("drone", "1"), {"height": 3}),
        RecordSet("ticket", registered.ticket_id, {"state": "teleported", "mood": "тривожний"}),
        event_type="drone.launch",
    )
    desk.pull()
    row = ticket_row(desk, registered)
    assert row.extra == {"mood": "тривожний"}
    assert row.state == "teleported"


def test_everything_is_there_after_the_desk_was_closed(desk: DeskUnderTest, tmp_path: Path) -> None:
    registered = register(desk)
    desk.database.close()
    again = Database(tmp_path, KEY, StillClock())
    assert [queued.n for queued in again.outbox.unconfirmed()] == [1]
    with again.read() as connection:
        assert tickets.find_by_number(connection, registered.number) == registered.ticket_id


def test_a_lost_replica_is_laid_anew_and_keeps_the_unsent_acts(desk: DeskUnderTest, tmp_path: Path) -> None:
    registered = register(desk)
    desk.database.close()
    for file in tmp_path.glob("replica.db*"):
        file.unlink()
    again = Database(tmp_path, KEY, StillClock())
    with again.read() as connection:
        assert tickets.find_by_number(connection, registered.number) == registered.ticket_id


def test_a_damaged_replica_is_replaced(desk: DeskUnderTest, tmp_path: Path) -> None:
    registered = register(desk)
    desk.database.close()
    (tmp_path / "replica.db").write_bytes(b"not a database at all, but long enough to be read" * 100)
    again = Database(tmp_path, KEY, StillClock())
    with again.read() as connection:
        assert tickets.find_by_number(connection, registered.number) == registered.ticket_id


def test_a_wrong_key_opens_nothing_and_spoils_nothing(desk: DeskUnderTest, tmp_path: Path) -> None:
    register(desk)
    desk.database.close()
    with pytest.raises(StoreBroken):
        Database(tmp_path, bytes(32), StillClock())
    assert len(Database(tmp_path, KEY, StillClock()).outbox.unconfirmed()) == 1


def test_no_word_of_a_call_stands_in_any_file_in_the_clear(desk: DeskUnderTest, tmp_path: Path) -> None:
    register(desk, "Дуже приметні слова заявника")
    found = [file.name for file in tmp_path.rglob("*") if file.is_file() and "приметні".encode() in file.read_bytes()]
    assert found == []


def test_a_desk_that_was_never_enrolled_gives_no_numbers(tmp_path: Path) -> None:
    fresh = Database(tmp_path, KEY, StillClock())
    with pytest.raises(Refused), fresh.write(OperationType.TICKET_REGISTER, OPERATOR.actor) as work:
        work.next_number()
