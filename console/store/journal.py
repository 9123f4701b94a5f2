"""The journal file: who this desk is to the centre, its number series, and the operations it made."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from console.errors import Refusal, Refused
from console.models import Identity, JournalOperation, Series
from console.models.journal import OperationState
from console.store.files import EncryptedFile
from console.store.steps import upgrade_journal
from protocol.hybrid_clock import HybridTime
from protocol.numbers import LAST_SERIAL, TicketNumber
from protocol.operations import Operation, encode_operation
from protocol.times import Instant, local
from protocol.wire import EnrolReply, SeriesLease, SeriesState, SeriesUse


@dataclass(frozen=True, slots=True)
class DeskIdentity:
    """Who this desk is to the centre; the ids are None before enrolment."""

    device_id: UUID | None
    desk_id: UUID | None
    token: str
    centre: str  # URL
    clock_off_ms: int


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the next operation carries: its counter, its time, and how far the desk's clock is off."""

    n: int
    hlc: HybridTime
    clock_off_ms: int


class Journal:
    """Opens journal.db; its writing methods run on the writer thread."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Open the journal, bringing it to this build's layout.

        Raises StoreBroken when it is damaged or the key does not fit.
        """
        self._file = EncryptedFile(path, key, "FULL")
        upgrade_journal(self._file.writer)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give the writing connection inside one transaction; on return it is on the disk."""
        with self._file.writer.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a reading connection."""
        with self._file.reader.connect() as connection:
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self._file.close()

    def identity(self) -> DeskIdentity:
        """Return who this desk is."""
        with self.read() as connection:
            row = connection.execute(
                select(Identity.device_id, Identity.desk_id, Identity.token, Identity.centre, Identity.clock_off_ms)
            ).one()
        return DeskIdentity(row.device_id, row.desk_id, row.token, row.centre, row.clock_off_ms)

    def enrol(self, centre: str, reply: EnrolReply) -> None:
        """Keep the identity and the number series the centre gave."""
        identity = {"device_id": reply.device_id, "desk_id": reply.desk_id, "token": reply.token, "centre": centre}
        with self.write() as connection:
            connection.execute(update(Identity).values(identity))
            _keep_series(connection, reply.series)

    def keep_hello(self, clock_off_ms: int, leases: Iterable[SeriesLease]) -> None:
        """Keep how far the clocks differ and which series are ours."""
        with self.write() as connection:
            connection.execute(update(Identity).values(clock_off_ms=clock_off_ms))
            _keep_series(connection, leases)

    def series(self) -> tuple[SeriesUse, ...]:
        """Return the leased series and how far they are used."""
        with self.read() as connection:
            return tuple(SeriesUse(row.code, row.next) for row in connection.execute(select(Series.code, Series.next)))


def next_stamp(connection: Connection, now: Instant) -> Stamp:
    """Return what the next operation carries."""
    row = connection.execute(select(Identity.counter, Identity.hlc, Identity.clock_off_ms)).one()
    return Stamp(row.counter + 1, HybridTime.parse(row.hlc).tick(now), row.clock_off_ms)


def append(connection: Connection, operation: Operation) -> bytes:
    """Add an operation, advance the desk's counter and clock, and return its bytes."""
    body = encode_operation(operation)
    row = {
        "n": operation.n,
        "op_id": operation.op_id,
        "body": body.decode(),
        "occurred_ms": operation.occurred_ms,
        "state": OperationState.NEW,
    }
    connection.execute(insert(JournalOperation), row)
    connection.execute(update(Identity).values(counter=operation.n, hlc=operation.hlc))
    return body


def take_number(connection: Connection, now: Instant) -> TicketNumber:
    """Return the next number of the active series; the transaction makes it ours.

    Raises Refused when the desk was never enrolled or the series is used up.
    """
    active = connection.execute(
        select(Series.code, Series.year, Series.next).where(Series.state == SeriesState.ACTIVE)
    ).one_or_none()
    if active is None:
        raise Refused(Refusal.NOT_ENROLLED)
    year = local(now).year % 100
    serial = active.next if active.year == year else 1
    if serial > LAST_SERIAL:
        raise Refused(Refusal.SERIES_EXHAUSTED)
    connection.execute(update(Series).where(Series.code == active.code).values(year=year, next=serial + 1))
    return TicketNumber(year, active.code, serial)


def _keep_series(connection: Connection, leases: Iterable[SeriesLease]) -> None:
    """Take over the leases; a desk that has used more of a series than the centre has seen keeps its own count."""
    used = {row.code: row for row in connection.execute(select(Series.code, Series.year, Series.next))}
    for lease in leases:
        if lease.code not in used:
            row = {"code": lease.code, "state": lease.state, "year": lease.year, "next": lease.min_next}
            connection.execute(insert(Series), row)
            continue
        ours = used[lease.code]
        serial = max(lease.min_next, ours.next) if ours.year == lease.year else ours.next
        changed = update(Series).where(Series.code == lease.code)
        connection.execute(changed.values(state=lease.state, next=serial))
