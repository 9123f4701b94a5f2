"""The sample city's work as a centre's log, and that log as the pages a desk pulls."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.progress import Progress
from benchmarks.run import Scale
from central.database import Database
from central.feed.clerk import publish
from central.feed.draft import Draft
from central.feed.reader import read_page
from central.sample.command import load
from central.upgrade import upgrade
from protocol.cursor import START, Cursor
from protocol.times import SystemClock
from protocol.wire import ChangesPage

SEED = 1


def fill(database: Database, scale: Scale) -> None:
    """Load the sample of this scale, up to now, into a centre's database."""
    now = SystemClock().now()

    def append(drafts: Sequence[Draft]) -> None:
        database.transact(lambda connection: publish(connection, drafts, now))

    load(append, years=scale.years, per_year=scale.per_year, seed=SEED, end=now)


def pages(database: Database) -> Iterator[ChangesPage]:
    """Yield the whole log, page by page."""
    cursor, has_more = START, True
    while has_more:
        page = read_page(database, cursor)
        yield msgspec.json.decode(page.body(), type=ChangesPage)
        cursor, has_more = page.next, page.has_more
