"""The replica: this desk's disposable copy of what the centre knows, with its own pending changes laid over.

Delete it and it is fetched again; nothing is lost.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import msgspec
from sqlalchemy import Connection, insert, select

from console.errors import StoreBroken
from console.models import LogEvent, LogPlace, TicketEvent
from console.store.feed import Touched
from console.store.files import EncryptedFile
from console.store.projection import Projection
from console.store.steps import make_replica, replica_fits
from protocol.cursor import START, Cursor
from protocol.events import Event, EventBody, EventKind, decode_body, is_next
from protocol.operations import Operation
from protocol.problems import Problem
from protocol.times import Instant
from protocol.wire import ChangesPage

_ANSWERS = (EventKind.APPLIED, EventKind.PARKED, EventKind.UNPARKED, EventKind.REJECTED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the log says of one of our operations."""

    op_id: UUID
    kind: EventKind
    seq: int
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Applied:
    """What one page did."""

    cursor: Cursor
    outcomes: tuple[Outcome, ...]
    touched: frozenset[Touched]


class PageBroken(StoreBroken):
    """A page does not continue this replica, or its chain does not hold."""


class Replica:
    """Reads and writes replica.db; its writing methods run on the writer thread."""

    def __init__(self, file: EncryptedFile) -> None:
        self._file = file

    @classmethod
    def open(cls, path: Path, key: bytes) -> "Replica":
        """Open the replica, making it anew when it is missing, damaged or of another layout."""
        try:
            file = EncryptedFile(path, key, "NORMAL")
            is_ready = replica_fits(file.writer)
        except StoreBroken:
            is_ready = False
        else:
            if is_ready:
                return cls(file)
            file.close()
        fresh = path.with_suffix(".new")
        _remove(fresh)
        file = EncryptedFile(fresh, key, "NORMAL")
        make_replica(file.writer)
        file.close()
        _remove(path)
        fresh.replace(path)
        return cls(EncryptedFile(path, key, "NORMAL"))

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a reading connection."""
        with self._file.reader.connect() as connection:
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self._file.close()

    def place(self) -> tuple[Cursor, Instant | None]:
        """Return the cursor and when the last page was applied."""
        with self.read() as connection:
            row = connection.execute(select(LogPlace.cursor, LogPlace.applied_at)).one_or_none()
        return (START, None) if row is None else (Cursor.parse(row.cursor), row.applied_at)

    def lay(self, operations: Iterable[Operation]) -> frozenset[Touched]:
        """Lay unconfirmed operations, in journal order, over what the centre confirmed.

        Laying them again changes nothing, so it also repairs what a crash between the two files left undone.
        """
        waiting = list(operations)
        with self._file.writer.begin() as connection:
            projection = Projection(connection)
            projection.load(record for operation in waiting for record in _records(operation))
            for record in projection.touched:
                projection.uncover(record)
            _lay_all(projection, waiting)
            projection.save()
        return projection.touched

    def lay_newest(self, operation: Operation) -> frozenset[Touched]:
        """Lay one more operation over what is shown already."""
        with self._file.writer.begin() as connection:
            projection = Projection(connection)
            projection.load(_records(operation))
            _lay_all(projection, [operation])
            projection.save()
        return projection.touched

    def apply(self, page: ChangesPage, unconfirmed: list[Operation], now: Instant) -> Applied:
        """Apply a page whole, with its cursor, and lay the still unconfirmed operations over it.

        Raises PageBroken when the page does not start where this replica stands or its chain does not hold.
        """
        place, _ = self.place()
        end = _checked_end(place, page)
        bodies = [decode_body(event) for event in page.events]
        own = {operation.op_id for operation in unconfirmed}
        outcomes = tuple(
            Outcome(event.op_id, event.kind, event.seq, body.problem)
            for event, body in zip(page.events, bodies, strict=True)
            if event.op_id in own and event.kind in _ANSWERS
        )
        settled = {outcome.op_id for outcome in outcomes if outcome.kind is not EventKind.PARKED}
        with self._file.writer.begin() as connection:
            projection = Projection(connection)
            projection.load(Touched(change.record, change.id) for body in bodies for change in body.sets)
            for operation in unconfirmed:
                if operation.op_id in settled:
                    projection.load(_records(operation))
            for record in projection.touched:
                projection.uncover(record)
            for event, body in zip(page.events, bodies, strict=True):
                for change in body.sets:
                    projection.confirm(change, event.seq)
            _store_events(connection, projection, page.events, bodies)
            _lay_all(projection, [operation for operation in unconfirmed if operation.op_id not in settled])
            projection.save()
            _move_place(connection, end, now)
        return Applied(end, outcomes, projection.touched)

    def outcomes_of(self, op_ids: Iterable[UUID]) -> list[Outcome]:
        """Return what the applied log already says of these operations: the repair after a crash between two files."""
        wanted = list(op_ids)
        answers = select(LogEvent.op_id, LogEvent.kind, LogEvent.seq, LogEvent.body).where(
            LogEvent.op_id.in_(wanted), LogEvent.kind.in_(_ANSWERS)
        )
        with self.read() as connection:
            rows = connection.execute(answers.order_by(LogEvent.seq)).all()
        return [Outcome(row.op_id, row.kind, row.seq, _problem_in(row.body)) for row in rows]


def _lay_all(projection: Projection, operations: Iterable[Operation]) -> None:
    """Lay the operations over the rows that are loaded."""
    for operation in operations:
        for change in operation.changes:
            projection.lay(change, operation.op_id)


def _records(operation: Operation) -> list[Touched]:
    return [Touched(change.record, change.id) for change in operation.changes]


def _checked_end(place: Cursor, page: ChangesPage) -> Cursor:
    """Return the page's end once it is proved that it continues `place` link by link."""
    start, end = Cursor.parse(page.start), Cursor.parse(page.next)
    if (start.seq, start.chain) != (place.seq, place.chain):
        raise PageBroken(f"page from {start}, replica at {place}")
    seq, chain = start.seq, start.chain
    for event in page.events:
        if event.seq != seq + 1 or not is_next(chain, event):
            raise PageBroken(f"the chain breaks at {event.seq}")
        seq, chain = event.seq, bytes.fromhex(event.chain)
    if (end.seq, end.chain) != (seq, chain):
        raise PageBroken(f"page ends at {seq}, says {end}")
    return end


def _store_events(
    connection: Connection, projection: Projection, events: Sequence[Event], bodies: Sequence[EventBody]
) -> None:
    if not events:
        return
    log = [
        {
            "seq": event.seq,
            "chain": event.chain,
            "kind": event.kind,
            "op_id": event.op_id,
            "body": bytes(event.body).decode(),
        }
        for event in events
    ]
    places = {
        (ticket_id, event.seq)
        for event, body in zip(events, bodies, strict=True)
        for change in body.sets
        if (ticket_id := projection.ticket_of(change)) is not None
    }
    connection.execute(insert(LogEvent), log)
    if places:
        connection.execute(insert(TicketEvent), [{"ticket_id": ticket_id, "seq": seq} for ticket_id, seq in places])


def _move_place(connection: Connection, cursor: Cursor, now: Instant) -> None:
    place = {"id": 1, "cursor": str(cursor), "applied_at": now}
    connection.execute(insert(LogPlace).prefix_with("OR REPLACE"), place)


def _problem_in(body: str) -> Problem | None:
    return msgspec.json.decode(body, type=EventBody).problem


def _remove(path: Path) -> None:
    """Remove a database file with its side files."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
