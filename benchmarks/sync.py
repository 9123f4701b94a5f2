"""Group `sync`: how fast desk and centre come level."""

from collections.abc import Iterator

from benchmarks import filled_desk, raw
from benchmarks.row import Measured, at_least, measured
from benchmarks.run import Run
from benchmarks.sampling import milliseconds

_WRITING = ("INSERT", "DELETE")


def measure(run: Run) -> Iterator[Measured]:
    """Measure applying pages, pushing operations, and a ticket's way from desk to desk."""
    yield _apply(run)


def _apply(run: Run) -> Measured:
    """Measure pages of events going into a replica beside the very rows written raw into another."""
    run.progress.begin("sync.apply")
    product, bare = [], []
    with filled_desk.copied(run, "product") as desk, filled_desk.copied(run, "raw") as other:
        other.database.replica.close()
        connection = raw.connect(other.database.folder / filled_desk.REPLICA, filled_desk.KEY)
        for page in run.progress.through(desk.newest):
            with raw.recorded() as statements:
                product.append(milliseconds(desk.database.apply, page))
            rows = [statement for statement in statements if statement.text.startswith(_WRITING)]
            bare.append(milliseconds(raw.write, connection, rows))
        connection.close()
        events = sum(len(page.events) for page in desk.newest)
    per_second, raw_per_second = events / sum(product) * 1000, events / sum(bare) * 1000
    return measured("sync.apply", per_second, "events/s", raw_per_second, at_least(5_000, "events/s"), events)
