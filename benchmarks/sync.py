"""Group `sync`: how fast desk and centre come level."""

from collections.abc import Iterator
from uuid import uuid4

import msgspec

from benchmarks import filled_desk, raw
from benchmarks.centre import (
    ConnectedDesk,
    EmptyDatabases,
    MeasuredCentre,
    has_postgresql,
    on_postgresql,
    on_sqlite,
    running,
)
from benchmarks.row import Measured, at_least, at_most, measured, timed
from benchmarks.run import Run
from benchmarks.sampling import milliseconds
from benchmarks.twin import Twin, rows_between
from benchmarks.visibility import ways
from protocol.wire import MAX_BATCH_BYTES, MAX_BATCH_OPERATIONS, OpsRequest

_WRITING = ("INSERT", "DELETE")
_OPERATIONS = 1_000


def measure(run: Run) -> Iterator[Measured]:
    """Measure applying pages, pushing operations, and a ticket's way from desk to desk."""
    yield _apply(run)
    with on_sqlite(run) as databases:
        yield from _at_centre(run, databases, "_sqlite")
    if has_postgresql(run, "sync.push, sync.visible"):
        with on_postgresql() as databases:
            yield from _at_centre(run, databases, "")


def _apply(run: Run) -> Measured:
    """Measure pages of events going into a replica beside the very rows written raw into another."""
    product, bare = [], []
    pages = filled_desk.newest_pages(run)
    with filled_desk.opened(run, "product") as desk, filled_desk.opened(run, "raw") as other:
        run.progress.begin("sync.apply")
        other.database.replica.close()
        connection = raw.connect(other.database.folder / filled_desk.REPLICA, filled_desk.KEY)
        for page in run.progress.through(pages):
            with raw.recorded() as statements:
                product.append(milliseconds(desk.database.apply, page))
            rows = [statement for statement in statements if statement.text.startswith(_WRITING)]
            bare.append(milliseconds(raw.write, connection, rows))
        connection.close()
    events = sum(len(page.events) for page in pages)
    per_second, raw_per_second = events / sum(product) * 1000, events / sum(bare) * 1000
    return measured("sync.apply", per_second, "/s", raw_per_second, at_least(5_000, "/s"), events)


def _at_centre(run: Run, databases: EmptyDatabases, suffix: str) -> Iterator[Measured]:
    twin = Twin(databases.twin)
    with running(run, databases.centre) as centre:
        yield _push(run, f"sync.push{suffix}", centre, twin)
        run.progress.begin(f"sync.visible{suffix}")
        yield timed(f"sync.visible{suffix}", ways(run, centre, twin), at_most(500, "ms"), percent=99)


def _push(run: Run, name: str, centre: MeasuredCentre, twin: Twin) -> Measured:
    """Measure pushing what a desk registered offline beside inserting the very rows it became."""
    count = run.samples(_OPERATIONS)
    product, bare = [], []
    with centre.desk("offline") as connected:
        run.progress.begin(f"{name}: registering offline")
        for call in run.progress.through(list(connected.desk.calls(count))):
            connected.desk.intake.register(*call)
        run.progress.begin(name)
        connection = twin.connect()
        head = centre.head()
        while connected.desk.database.outbox.to_send(1, 1):
            product.append(milliseconds(_push_batch, connected))
            before, head = head, centre.head()
            bare.append(milliseconds(twin.write, connection, rows_between(centre.database, before, head)))
        connection.close()
    per_second, raw_per_second = count / sum(product) * 1000, count / sum(bare) * 1000
    return measured(name, per_second, "/s", raw_per_second, at_least(500, "/s"), count)


def _push_batch(connected: ConnectedDesk) -> None:
    """Send the oldest operations and keep the answer, as the sync driver does."""
    database = connected.desk.database
    batch = database.outbox.to_send(MAX_BATCH_OPERATIONS, MAX_BATCH_BYTES)
    database.outbox.mark_sent([each.n for each in batch])
    operations = tuple(msgspec.Raw(each.body) for each in batch)
    reply = connected.client.push(OpsRequest(device_id=connected.device_id, batch=uuid4(), ops=operations))
    database.keep_reply(reply)
