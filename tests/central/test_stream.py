"""The live stream: pages as they come, a sign of life in between, an end of its own."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile

import msgspec
import pytest
import requests
from sqlalchemy.exc import OperationalError

from central.api.centre import StreamTerms
from central.importing import import_records
from protocol.cursor import Cursor
from protocol.operations import OperationType
from protocol.wire import ChangesPage
from tests.central.centre import RunningCentre
from tests.central.city import RECORDS
from tests.central.conftest import MakeUrl
from tests.central.wire_desk import WireDesk, problem_of

NOTE = OperationType.NOTE_ADD


@contextmanager
def stream(desk: WireDesk, after: Cursor | None = None) -> Iterator[Iterator[str]]:
    """Open a stream and yield its lines."""
    with desk.http.get(
        f"{desk.centre.url}/sync/v1/stream", params={"after": str(after or desk.cursor)}, stream=True, timeout=20
    ) as response:
        assert response.status_code == 200, response.text
        assert response.headers["Content-Type"].startswith("text/event-stream")
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Accel-Buffering"] == "no"
        assert response.headers["Sync-Protocol"] == "1"
        yield response.iter_lines(chunk_size=None, decode_unicode=True)


def next_page(lines: Iterator[str]) -> tuple[str, ChangesPage]:
    """Return the id and the page of the next event."""
    for line in lines:
        if line.startswith("id: "):
            data = next(lines).removeprefix("data: ")
            return line.removeprefix("id: "), msgspec.json.decode(data, type=ChangesPage)
    raise AssertionError("The stream ended.")


def test_a_stream_brings_what_others_do(desk: WireDesk, other: WireDesk) -> None:
    ticket_id = desk.register()
    other.pull()
    with stream(other) as lines:
        for _ in range(3):
            desk.do(NOTE, desk.note(ticket_id))
            cursor, page = next_page(lines)
            other.take(page)
            assert cursor == str(other.cursor)
    assert len(list(other.of_kind("note", ticket_id=str(ticket_id)))) == 3


def test_a_stream_begins_with_what_was_missed(desk: WireDesk, other: WireDesk) -> None:
    other.pull()
    desk.register()
    with stream(other) as lines:
        other.take(next_page(lines)[1])
    assert other.events[-1].seq == other.page(other.cursor).head


def test_what_comes_close_together_is_sent_together(desk: WireDesk, other: WireDesk) -> None:
    ticket_id = desk.register()
    other.pull()
    with stream(other) as lines:
        desk.do(NOTE, desk.note(ticket_id))
        next_page(lines)
        desk.do(NOTE, desk.note(ticket_id))
        desk.do(NOTE, desk.note(ticket_id))
        assert len(next_page(lines)[1].events) == 2


def test_a_stream_ends_with_a_pause_when_the_database_is_away(
    desk: WireDesk, other: WireDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket_id = desk.register()
    other.pull()

    def failing(*_: object) -> None:
        raise OperationalError("SELECT", {}, ConnectionError())

    with stream(other) as lines:
        assert next(lines) == ": open"
        monkeypatch.setattr("central.feed.pages.read_page", failing)
        desk.do(NOTE, desk.note(ticket_id))
        assert [line for line in lines if line][-1].startswith("retry: ")


@pytest.fixture(scope="module")
def hasty(new_database: MakeUrl) -> Iterator[WireDesk]:
    """Yield a desk at a centre that keeps its streams short and few."""
    terms = StreamTerms(keep_alive=0.2, shortest=1, longest=1.5, at_most=2)
    with RunningCentre(new_database(), terms=terms) as centre:
        import_records(centre.database, RECORDS, centre.clock)
        desk = WireDesk(centre, centre.add_account("hasty"))
        desk.pull()
        yield desk
        desk.close()


def test_a_silent_stream_shows_that_it_lives_and_ends_with_a_pause(hasty: WireDesk) -> None:
    with stream(hasty) as lines:
        said = [line for line in lines if line]
    assert said[0] == ": open"
    assert said.count(": ka") >= 3
    assert 1_000 <= int(said[-1].removeprefix("retry: ")) <= 10_000


def test_more_streams_than_a_process_bears_are_put_off(hasty: WireDesk) -> None:
    with stream(hasty) as first, stream(hasty) as second:
        assert next(first) == next(second) == ": open"
        response = hasty.get("stream", after=str(hasty.cursor))
        assert response.status_code == 503
        assert 1 <= int(response.headers["Retry-After"]) <= 5
        assert problem_of(response).type == "overloaded"
    with stream(hasty) as third:
        assert next(third) == ": open"


def test_a_stopping_centre_ends_its_streams_first(new_database: MakeUrl) -> None:
    with RunningCentre(new_database()) as centre:
        import_records(centre.database, RECORDS, centre.clock)
        desk = WireDesk(centre, centre.add_account("watcher"))
        desk.pull()
        with stream(desk) as lines:
            assert next(lines) == ": open"
            stopper = threading.Timer(0.2, centre.stop)
            stopper.start()
            rest = list(takewhile(lambda line: not line.startswith("retry"), lines))
            stopper.join(timeout=3)
            assert not stopper.is_alive()
        assert ": ka" not in rest
        desk.close()
        with pytest.raises(requests.ConnectionError):
            requests.get(f"{centre.url}/health", timeout=5)
        centre.start()
        assert requests.get(f"{centre.url}/health", timeout=5).json()["head"] == desk.cursor.seq
