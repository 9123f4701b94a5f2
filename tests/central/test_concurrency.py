"""Many at once: one order without gaps, nothing lost, nothing twice."""

import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from sqlalchemy import Connection, func, select

from central.feed.clerk import publish, release_overdue
from central.feed.draft import Draft
from central.feed.permissions import RULES
from central.feed.reader import read_page
from central.schema import log, parked
from protocol.cursor import START
from protocol.events import EventKind, RecordSet
from protocol.ids import new_id
from protocol.operations import OperationType, encode_operation
from protocol.wire import OperationStatus, OpsReply
from tests.central.centre import RunningCentre
from tests.central.conftest import MakeDesk
from tests.central.wire_desk import WireDesk

REGISTER = OperationType.TICKET_REGISTER
EDIT = OperationType.TICKET_EDIT
NOTE = OperationType.NOTE_ADD

WRITERS = 24
ROUNDS = 12


@pytest.fixture
def crew(make_desk: MakeDesk) -> list[WireDesk]:
    """Return many desks."""
    return [make_desk() for _ in range(WRITERS)]


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    """Yield a thread for each desk."""
    with ThreadPoolExecutor(WRITERS) as pool:
        yield pool


@pytest.mark.slow
def test_a_reader_beside_many_writers_misses_nothing(
    desk: WireDesk, crew: list[WireDesk], threads: ThreadPoolExecutor
) -> None:
    dice = random.Random(1)
    pauses = [[dice.uniform(0, 0.01) for _ in range(ROUNDS)] for _ in crew]

    def work(writer: WireDesk, waits: list[float]) -> list[OpsReply]:
        ticket_id, changes = writer.new_ticket()
        replies = [writer.push(writer.operation(REGISTER, changes))]
        for wait in waits:
            time.sleep(wait)
            replies.append(writer.push(*(writer.operation(NOTE, [writer.note(ticket_id)]) for _ in range(3))))
        return replies

    desk.pull()
    before = desk.cursor.seq
    working = [threads.submit(work, writer, waits) for writer, waits in zip(crew, pauses, strict=True)]
    while not all(each.done() for each in working):
        desk.take(desk.page(desk.cursor, wait=0.2))  # checks that every event follows the one before
    desk.pull()
    results = [result for each in working for reply in each.result() for result in reply.results]
    assert {result.status for result in results} == {OperationStatus.APPLIED}
    assert sorted(result.seq or 0 for result in results) == list(range(before + 1, desk.cursor.seq + 1))


@pytest.mark.slow
def test_slow_transactions_commit_in_the_order_of_the_log(centre: RunningCentre, threads: ThreadPoolExecutor) -> None:
    dice = random.Random(2)

    def write(pause_before: float, pause_after: float) -> None:
        now = centre.clock.now()
        made = RecordSet("desk", new_id(now), {"name": "Місце"})
        draft = Draft(kind=EventKind.SYSTEM, op_id=new_id(now), type="desk.add", occurred_ms=now, sets=(made,))

        def work(connection: Connection) -> None:
            time.sleep(pause_before)
            publish(connection, [draft], now)
            time.sleep(pause_after)  # its place is taken, and nobody sees it yet

        centre.database.transact(work)

    with centre.database.read() as connection:
        before = connection.execute(select(func.count()).select_from(log)).scalar_one()
    done = threading.Event()
    seen: list[int] = []

    def read() -> None:
        cursor = START
        while not (done.is_set() and seen and seen[-1] == before + 8 * WRITERS):
            page = read_page(centre.database, cursor)
            if page.next.seq > cursor.seq:
                seen.extend(range(cursor.seq + 1, page.next.seq + 1))
                assert page.events.count(b'"chain":') == page.next.seq - cursor.seq
            cursor = page.next

    with ThreadPoolExecutor(1) as reader:
        reading = reader.submit(read)
        writing = [threads.submit(write, dice.uniform(0, 0.01), dice.uniform(0, 0.01)) for _ in range(8 * WRITERS)]
        for each in writing:
            each.result()
        done.set()
        reading.result(timeout=30)
    assert seen == list(range(1, before + 8 * WRITERS + 1))


def test_the_same_operation_from_two_clones_at_once_applies_once(
    make_desk: MakeDesk, threads: ThreadPoolExecutor
) -> None:
    clones = [make_desk() for _ in range(4)]
    for _ in range(5):
        _, changes = clones[0].new_ticket()
        operation = encode_operation(clones[0].operation(REGISTER, changes))
        replies = threads.map(WireDesk.push_raw, clones, [operation] * len(clones))
        answers = [reply.results[0] for reply in replies]
        assert Counter(answer.status for answer in answers) == {"applied": 1, "duplicate": 3}
        assert len({answer.seq for answer in answers}) == 1


def test_one_number_claimed_by_many_at_once_is_given_once(make_desk: MakeDesk, threads: ThreadPoolExecutor) -> None:
    desks = [make_desk() for _ in range(6)]
    number = desks[0].next_number()
    operations = [(each, each.operation(REGISTER, each.new_ticket(number=number)[1])) for each in desks]
    answers = list(threads.map(lambda pair: pair[0].push(pair[1]).results[0], operations))
    assert sorted(len(answer.conflicts) for answer in answers) == [0, 1, 1, 1, 1, 1]
    desks[0].pull()
    numbers = [ticket["number"] for ticket in desks[0].of_kind("ticket")]
    assert len(numbers) == len(set(numbers))


def test_a_note_and_its_ticket_pushed_at_once_always_meet(
    desk: WireDesk, other: WireDesk, centre: RunningCentre, threads: ThreadPoolExecutor
) -> None:
    for _ in range(15):
        ticket_id, changes = desk.new_ticket()
        birth, note = desk.operation(REGISTER, changes), other.operation(NOTE, [other.note(ticket_id)])
        pushing = [threads.submit(other.push, note), threads.submit(desk.push, birth)]
        for each in pushing:
            each.result()
        desk.pull()
        assert len(list(desk.of_kind("note", ticket_id=str(ticket_id)))) == 1
    with centre.database.read() as connection:
        assert connection.execute(select(func.count()).select_from(parked)).scalar() == 0


def test_processes_starting_at_once_take_up_a_parked_operation_once(
    desk: WireDesk, centre: RunningCentre, threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    operation = msgspec.structs.replace(desk.operation(NOTE, [desk.note(desk.register())]), type="note.sing")
    desk.push(operation)
    monkeypatch.setitem(RULES, "note.sing", RULES[NOTE])

    def start(_: int) -> None:
        centre.database.transact(lambda connection: release_overdue(connection, centre.clock.now()))

    list(threads.map(start, range(6)))
    desk.pull()
    assert [event.kind for event in desk.events if event.op_id == operation.op_id] == ["parked", "unparked"]


def test_no_change_of_many_at_once_is_lost(make_desk: MakeDesk, threads: ThreadPoolExecutor) -> None:
    desks = [make_desk() for _ in range(8)]
    ticket_id = desks[0].register()
    for each in desks:
        each.pull()
    fields = ["flat", "floor", "entrance", "door_code", "landmark", "place", "hazard", "access"]

    def work(pair: tuple[WireDesk, str]) -> int:
        desk, field = pair
        results = [desk.do(EDIT, desk.edit("ticket", ticket_id, **{field: "1", "text": field}))]
        return sum(len(result.conflicts) for result in results)

    conflicts = sum(threads.map(work, zip(desks, fields, strict=True)))
    desks[0].pull()
    ticket = desks[0].ticket(ticket_id)
    assert [ticket[field] for field in fields] == ["1"] * 8
    assert ticket["text"] in fields
    assert conflicts == len(desks[0].conflicts(ticket_id)) == 7


def test_codes_used_at_once_lease_different_series(centre: RunningCentre, threads: ThreadPoolExecutor) -> None:
    enrolled = list(threads.map(lambda number: centre.enrol(f"Разом {number}"), range(10)))
    codes = [lease.code for each in enrolled for lease in each.series]
    assert len(set(codes)) == 20


@pytest.mark.slow
def test_every_reader_of_many_hears_of_every_event(
    desk: WireDesk, make_desk: MakeDesk, threads: ThreadPoolExecutor
) -> None:
    ticket_id = desk.register()
    readers = [make_desk() for _ in range(12)]
    target = readers[-1].cursor.seq + 10

    def follow(reader: WireDesk) -> int:
        while reader.cursor.seq < target:
            reader.take(reader.page(reader.cursor, wait=10))
        return reader.cursor.seq

    following = [threads.submit(follow, reader) for reader in readers]
    for _ in range(10):
        desk.do(NOTE, desk.note(ticket_id))
    assert {each.result(timeout=30) for each in following} == {target}
