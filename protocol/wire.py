"""Bodies of the calls between desk and centre (protocol, Wire). JSON; times in ms UTC."""

from enum import StrEnum
from uuid import UUID

import msgspec

from protocol.events import Event
from protocol.problems import Problem
from protocol.records import Account
from protocol.times import Instant

PROTOCOL_VERSION = 1
PAGE_SIZE = 500  # events; pages ending on a multiple of it never change
MAX_BATCH_OPERATIONS = 100
MAX_BATCH_BYTES = 256 * 1024


class VersionRange(msgspec.Struct, frozen=True):
    """Protocol versions a program speaks, inclusive."""

    min: int = PROTOCOL_VERSION
    max: int = PROTOCOL_VERSION


class SeriesState(StrEnum):
    """What a leased number series is for."""

    ACTIVE = "active"
    SPARE = "spare"


class SeriesLease(msgspec.Struct, frozen=True):
    """A number series as the centre leased it: in that year serials below `min_next` are taken."""

    code: str
    state: SeriesState
    year: int  # of the century
    min_next: int = 1


class SeriesUse(msgspec.Struct, frozen=True):
    """How far a desk has used a series."""

    code: str
    next: int


class JournalState(msgspec.Struct, frozen=True, kw_only=True):
    """What a desk still holds back: the fleet view of the supervisor."""

    pending: int
    oldest_ms: Instant | None = None
    parked: int = 0
    rejected: int = 0
    free_mb: int | None = None


class EnrolRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A new desk presents its one-time code."""

    code: str
    fingerprint: str


class EnrolReply(msgspec.Struct, frozen=True, kw_only=True):
    """The desk's identity; the token is shown this once."""

    device_id: UUID
    desk_id: UUID
    token: str
    series: tuple[SeriesLease, ...]


class HelloRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Sent at start, after each reconnect and every ten minutes."""

    protocol: VersionRange
    app: str
    schema: int
    device_id: UUID
    nonce: UUID
    fingerprint: str
    series: tuple[SeriesUse, ...]
    cursor: str
    journal: JournalState
    wall_ms: Instant


class Limits(msgspec.Struct, frozen=True):
    """How much the centre takes at once."""

    max_ops: int = MAX_BATCH_OPERATIONS
    max_bytes: int = MAX_BATCH_BYTES


class HelloReply(msgspec.Struct, frozen=True, kw_only=True):
    """Where the centre stands."""

    server_time_ms: Instant
    epoch: int
    head: int
    durable_seq: int
    series: tuple[SeriesLease, ...]
    limits: Limits = Limits()
    spread_s: float = 0  # wait a random part of it before pushing


class OperationStatus(StrEnum):
    """The centre's answer to one operation; `retry` means it made no event of it."""

    APPLIED = "applied"
    DUPLICATE = "duplicate"
    PARKED = "parked"
    REJECTED = "rejected"
    RETRY = "retry"


class OpsRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A batch in journal order; each operation is embedded as its journalled bytes."""

    device_id: UUID
    batch: UUID
    ops: tuple[msgspec.Raw, ...]


class OperationResult(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one operation; `seq` is of its event, None for `retry`."""

    op_id: UUID
    status: OperationStatus
    seq: int | None = None
    problem: Problem | None = None
    conflicts: tuple[UUID, ...] = ()


class OpsReply(msgspec.Struct, frozen=True, kw_only=True):
    """The results, in the order of the batch."""

    epoch: int
    head: int
    durable_seq: int
    results: tuple[OperationResult, ...]


class ChangesPage(msgspec.Struct, frozen=True, kw_only=True):
    """Events after a cursor, in order; the same body by page, long-poll and stream."""

    start: str = msgspec.field(name="from")  # cursor
    next: str  # cursor
    head: int
    durable_seq: int
    more: bool
    events: tuple[Event, ...]


class SignInRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A person signs in at an enrolled desk."""

    login: str
    password: str


class SignInReply(msgspec.Struct, frozen=True, kw_only=True):
    """The session and who it is."""

    session: UUID
    account: Account


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the centre can work."""

    status: str
    version: str
    database: str
    epoch: int
    head: int
