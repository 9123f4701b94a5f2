"""Group `central`: how much the centre takes and gives."""

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any
from uuid import UUID

from benchmarks.centre import MeasuredCentre, has_postgresql, on_postgresql, running
from benchmarks.http_load import Load
from benchmarks.row import Measured, at_least, measured
from benchmarks.run import Run
from benchmarks.serving import serving
from benchmarks.twin import Rows, Twin, rows_between
from central.feed.push import push
from central.feed.received import Received, receive
from protocol.cursor import START
from protocol.times import SystemClock

_WRITERS = 8  # as many transactions the centre runs at once
_ROUNDS = 5
_PUSHES = 20  # of each writer in each round
_SLICES = 10
_SLICE_SECONDS = 0.5
_PING = (sys.executable, "-m", "benchmarks.ping")
_CLOCK = SystemClock()


def measure(run: Run) -> Iterator[Measured]:
    """Measure the feed's ceiling beside bare inserts, and a page from memory beside a bare answer."""
    if has_postgresql(run, "central.push_tx, central.changes"):
        with on_postgresql() as databases, running(run, databases.centre) as centre:
            yield _push_tx(run, centre, Twin(databases.twin))
            yield _changes(run, centre)


def _push_tx(run: Run, centre: MeasuredCentre, twin: Twin) -> Measured:
    """Measure transactions of one operation each, of several writers at once."""
    run.progress.begin("central.push_tx")
    rounds, writing = range(run.samples(_ROUNDS)), range(run.samples(_WRITERS))
    product = bare = 0.0
    with ExitStack() as stack:
        writers = [list(_operations(stack, centre, f"writer {number}", len(rounds))) for number in writing]
        connections = [stack.enter_context(closing(twin.connect())) for _ in writing]
        for number in run.progress.through(rounds):
            before = centre.head()
            product += _all_at_once([partial(_push_each, centre, *writer[number]) for writer in writers])
            rows = rows_between(centre.database, before, centre.head()).apart()
            shares = [rows[first :: len(writing)] for first in writing]
            bare += _all_at_once([partial(_write_each, twin, *pair) for pair in zip(connections, shares, strict=True)])
    count = len(rounds) * len(writing) * _PUSHES
    return measured("central.push_tx", count / product, "/s", count / bare, at_least(600, "/s"), count)


def _operations(
    stack: ExitStack, centre: MeasuredCentre, name: str, rounds: int
) -> Iterator[tuple[UUID, list[Received]]]:
    """Yield for each round what one desk has registered, with its device."""
    connected = stack.enter_context(centre.desk(name))
    for call in connected.desk.calls(rounds * _PUSHES):
        connected.desk.intake.register(*call)
    queued = connected.desk.database.outbox.unconfirmed()
    for first in range(0, len(queued), _PUSHES):
        yield connected.device_id, [receive(each.body) for each in queued[first : first + _PUSHES]]


def _push_each(centre: MeasuredCentre, device_id: UUID, operations: Sequence[Received]) -> None:
    for operation in operations:
        push(centre.database, device_id, [operation], _CLOCK.now())


def _write_each(twin: Twin, connection: Any, transactions: Sequence[Rows]) -> None:
    for rows in transactions:
        twin.write(connection, rows)


def _all_at_once(acts: Sequence[Callable[[], None]]) -> float:
    """Run each act in a thread of its own and return the seconds until the last is done."""
    with ThreadPoolExecutor(len(acts)) as threads:
        start = perf_counter()
        for done in [threads.submit(act) for act in acts]:
            done.result()
        return perf_counter() - start


def _changes(run: Run, centre: MeasuredCentre) -> Measured:
    """Measure a full page from memory, asked for again and again."""
    run.progress.begin("central.changes")
    product, bare = [], []
    with centre.desk("reader") as connected, serving(_PING) as ping_port, ExitStack() as stack:
        headers = {
            "Authorization": f"Desk {connected.device_id}:{connected.token}",
            "Accept-Encoding": "zstd",
        }
        page = Load(centre.port, f"/sync/v1/changes?after={START}", headers)
        ping = Load(ping_port, "/", {})
        for each in (page, ping):
            stack.callback(each.close)
            each.per_second(_SLICE_SECONDS)
        for _ in run.progress.through(range(run.samples(_SLICES))):
            product.append(page.per_second(_SLICE_SECONDS))
            bare.append(ping.per_second(_SLICE_SECONDS))
    return measured("central.changes", median(product), "/s", median(bare), at_least(5_000, "/s"), len(product))
