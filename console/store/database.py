"""The desk's database as one thing: journal, black box and replica kept in step.

A user action is committed to the journal first, which is the truth of this desk; then it goes into the black box and
is laid over the replica. A crash in between is repaired at the next start.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection

from console.store.blackbox import BlackBox
from console.store.feed import ChangeFeed, ChangeSet
from console.store.journal import Journal
from console.store.outbox import Outbox
from console.store.replica import Replica
from console.store.work import Work
from protocol.operations import OperationType
from protocol.times import Clock
from protocol.wire import ChangesPage, HelloReply, OpsReply


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, in which session; the session is None for one who signed in while the centre was away."""

    account_id: UUID
    session: UUID | None


class Database:
    """Opens the files of one desk folder; writing methods run on the writer thread."""

    def __init__(self, folder: Path, key: bytes, clock: Clock) -> None:
        """Open or make the desk's files and repair what a crash left undone.

        Raises StoreBroken when the journal cannot be opened with this key.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.feed = ChangeFeed()
        self.journal = Journal(folder / "journal.db", key)
        self.outbox = Outbox(self.journal)
        self.replica = Replica.open(folder / "replica.db", key)
        self._black_box = BlackBox(folder, key)
        self._clock = clock
        self._repair()

    def close(self) -> None:
        """Close every file."""
        self.replica.close()
        self.journal.close()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that reads the records."""
        with self.replica.read() as connection:
            yield connection

    @contextmanager
    def write(self, act: OperationType, actor: Actor) -> Iterator[Work]:
        """Gather changes and make one operation of them; an exception inside leaves no trace.

        Nothing gathered, no operation. On return the operation is on the disk twice and shown.
        """
        now = self._clock.now()
        with self.journal.write() as journal, self.replica.read() as records:
            work = Work(journal, records, now)
            yield work
            written = work.finish(act, actor.account_id, actor.session)
        if written is None:
            return
        operation, body = written
        self._black_box.write(operation.n, body, now)
        touched = self.replica.lay_newest(operation)
        self.feed.publish(ChangeSet(touched, is_outbox_changed=True))

    def apply(self, page: ChangesPage) -> None:
        """Apply a page of the centre's log and settle our operations by it (protocol rules 3 and 8).

        Raises PageBroken when the page does not continue this replica.
        """
        now = self._clock.now()
        unconfirmed = [queued.decoded() for queued in self.outbox.unconfirmed()]
        applied = self.replica.apply(page, unconfirmed, now)
        self.outbox.settle(applied.outcomes, now)
        self._read_back(None if page.more else page.head)
        self.feed.publish(ChangeSet(applied.touched, is_outbox_changed=bool(unconfirmed)))

    def keep_reply(self, reply: OpsReply) -> None:
        """Keep what the centre promised about a batch."""
        self.outbox.keep_results(reply.results, self._clock.now())
        self._read_back(None)
        self.feed.publish(ChangeSet(is_outbox_changed=True))

    def keep_hello(self, reply: HelloReply, clock_off_ms: int) -> None:
        """Keep the centre's greeting; what it promised beyond its own head it has forgotten, and is sent again."""
        self.journal.keep_hello(clock_off_ms, reply.series)
        self.outbox.send_again([], reply.head)

    def _read_back(self, head: int | None) -> None:
        """Confirm what the applied log shows; what it passed by is sent again."""
        cursor, _ = self.replica.place()
        passed = self.outbox.passed_by(cursor)
        outcomes = self.replica.outcomes_of(passed)
        self.outbox.settle(outcomes, self._clock.now())
        found = {outcome.op_id for outcome in outcomes}
        self.outbox.send_again([op_id for op_id in passed if op_id not in found], head)

    def _repair(self) -> None:
        queued = self.outbox.unconfirmed()
        self.outbox.settle(self.replica.outcomes_of(each.op_id for each in queued), self._clock.now())
        self.replica.lay(each.decoded() for each in self.outbox.unconfirmed())
