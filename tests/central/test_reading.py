"""Reading the log: pages that coincide, cursors that prove their past, calls that wait."""

import gzip
import threading
import time
from collections.abc import Iterator
from uuid import uuid4

import msgspec
import pytest
import zstandard

from central.feed.draft import Draft
from central.feed.writing import append
from central.importing import import_records
from protocol.cursor import START, Cursor
from protocol.events import EventKind, RecordSet
from protocol.ids import new_id
from protocol.operations import OperationType
from protocol.problems import ProblemType
from protocol.wire import PAGE_SIZE, ChangesPage
from tests.central.centre import RunningCentre
from tests.central.city import RECORDS
from tests.central.conftest import MakeUrl
from tests.central.wire_desk import WireDesk, problem_of


@pytest.fixture(scope="module")
def long_log(new_database: MakeUrl) -> Iterator[WireDesk]:
    """Yield a desk at a centre with a log of more than two pages."""
    with RunningCentre(new_database()) as centre:
        import_records(centre.database, RECORDS, centre.clock)
        desk = WireDesk(centre, centre.add_account("reader"))
        grow(centre, 2 * PAGE_SIZE + 50)
        yield desk
        desk.close()


def grow(centre: RunningCentre, count: int) -> None:
    """Add so many desks to the centre's records."""
    now = centre.clock.now()
    drafts = [
        Draft(
            kind=EventKind.SYSTEM,
            op_id=new_id(now),
            type="desk.add",
            occurred_ms=now,
            sets=(RecordSet("desk", uuid4(), {"name": "Місце"}),),
        )
        for _ in range(count)
    ]
    centre.database.transact(lambda connection: append(connection, drafts, now))


def test_pages_end_on_multiples_of_their_size(long_log: WireDesk) -> None:
    first = long_log.page(START)
    assert (len(first.events), first.more) == (PAGE_SIZE, True)
    odd = long_log.page(_after(first, 123))
    assert odd.events[-1].seq == PAGE_SIZE
    assert odd.next == first.next
    assert len(long_log.page(START, limit=7).events) == 7


def test_a_page_continues_where_the_last_one_ended(long_log: WireDesk) -> None:
    long_log.cursor = START
    events = long_log.pull()
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert len(events) > 2 * PAGE_SIZE


def test_a_full_page_is_served_from_memory(long_log: WireDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = long_log.page(START)

    def unwanted(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("central.feed.pages.read_page", unwanted)
    assert long_log.page(START) == first


@pytest.mark.parametrize(("accepted", "encoding"), [("zstd, gzip", "zstd"), ("gzip", "gzip"), ("gzip;q=0", None)])
def test_pages_are_compressed_as_the_reader_asks(long_log: WireDesk, accepted: str, encoding: str | None) -> None:
    plain = msgspec.json.encode(long_log.page(START).events)
    response = long_log.http.get(
        f"{long_log.centre.url}/sync/v1/changes",
        params={"after": str(START)},
        headers={"Accept-Encoding": accepted},
        stream=True,
        timeout=10,
    )
    body = response.raw.read(decode_content=False)
    assert response.headers.get("Content-Encoding") == encoding
    if encoding == "zstd":
        body = zstandard.ZstdDecompressor().decompress(body)
    elif encoding == "gzip":
        body = gzip.decompress(body)
    assert msgspec.json.encode(msgspec.json.decode(body, type=ChangesPage).events) == plain


def test_the_start_of_the_log_is_known_in_any_epoch(long_log: WireDesk) -> None:
    page = long_log.page(Cursor(1, 0, START.chain))
    assert page.start == str(Cursor(1, 0, START.chain))
    assert page.events == long_log.page(START).events


@pytest.mark.parametrize("change", ["chain", "epoch", "seq", "future"])
def test_a_cursor_with_another_past_is_unknown(long_log: WireDesk, change: str) -> None:
    known = Cursor.parse(long_log.page(START, limit=10).next)
    wrong = {
        "chain": known._replace(chain=bytes(15) + b"\1"),
        "epoch": known._replace(epoch=2),
        "seq": known._replace(seq=known.seq - 1),
        "future": known._replace(seq=10**17),
    }[change]
    for call in ("changes", "stream"):
        response = long_log.get(call, after=str(wrong))
        assert response.status_code == 409
        assert problem_of(response).type is ProblemType.CURSOR_UNKNOWN


def test_what_is_no_cursor_is_told_so(long_log: WireDesk) -> None:
    response = long_log.get("changes", after="e1.2")
    assert response.status_code == 400
    assert problem_of(response).errors[0].pointer == "/query/after"


def test_at_the_head_a_page_is_empty_and_stays_there(long_log: WireDesk) -> None:
    long_log.cursor = START
    long_log.pull()
    page = long_log.page(long_log.cursor)
    assert (page.events, page.next, page.more, page.head) == ((), str(long_log.cursor), False, long_log.cursor.seq)


def test_a_waiting_call_answers_as_soon_as_there_is_something(desk: WireDesk, other: WireDesk) -> None:
    ticket_id = desk.register()
    other.pull()
    timer = threading.Timer(0.3, desk.do, (OperationType.NOTE_ADD, desk.note(ticket_id)))
    timer.start()
    began = time.monotonic()
    page = other.page(other.cursor, wait=20)
    timer.join()
    assert len(page.events) == 1
    assert time.monotonic() - began < 5


def test_a_waiting_call_hears_of_what_another_process_wrote(desk: WireDesk, centre: RunningCentre) -> None:
    timer = threading.Timer(0.3, grow, (centre, 1))
    timer.start()
    page = desk.page(desk.cursor, wait=20)
    timer.join()
    assert len(page.events) == 1


def test_a_waiting_call_ends_empty_when_its_time_is_over(desk: WireDesk) -> None:
    desk.pull()
    began = time.monotonic()
    assert desk.page(desk.cursor, wait=0.3).events == ()
    assert 0.3 <= time.monotonic() - began < 5


def test_nobody_waits_for_ever(desk: WireDesk) -> None:
    response = desk.get("changes", after=str(desk.cursor), wait=26)
    assert response.status_code == 400
    assert problem_of(response).errors[0].pointer == "/query/wait"


def _after(page: ChangesPage, count: int) -> Cursor:
    """Return the cursor after the first events of a page."""
    event = page.events[count - 1]
    return Cursor(Cursor.parse(page.next).epoch, event.seq, bytes.fromhex(event.chain))
