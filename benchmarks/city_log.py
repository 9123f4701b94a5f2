"""The sample city's work as a centre's log, and that log as the pages a desk pulls."""

from collections.abc import Iterator
from functools import partial
from itertools import islice

import msgspec

from benchmarks.progress import Progress
from benchmarks.run import Scale
from central.database import Database
from central.feed.clerk import publish
from central.feed.reader import read_page
from central.sample.command import sample
from protocol.cursor import START
from protocol.operations import OperationType
from protocol.times import SystemClock
from protocol.wire import ChangesPage

SEED = 1

_DRAFTS_AT_ONCE = 500


def fill(database: Database, scale: Scale, progress: Progress) -> None:
    """Load the sample of this scale, up to now, into a centre's database."""
    now = SystemClock().now()
    drafts = sample(scale.years, scale.per_year, SEED, now)
    tickets = 0
    progress.begin(f"the sample city's log of {scale.tickets:,} tickets")
    while chunk := list(islice(drafts, _DRAFTS_AT_ONCE)):
        database.transact(partial(publish, drafts=chunk, now=now))
        tickets += sum(draft.type == OperationType.TICKET_REGISTER for draft in chunk)
        progress.tell(tickets, scale.tickets)


def pages(database: Database) -> Iterator[ChangesPage]:
    """Yield the whole log, page by page."""
    cursor, has_more = START, True
    while has_more:
        page = read_page(database, cursor)
        yield msgspec.json.decode(page.body(), type=ChangesPage)
        cursor, has_more = page.next, page.has_more
