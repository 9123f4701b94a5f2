"""Events: what the centre made of an operation, in its one order, chained by hash.

`chain_n = SHA256(chain_{n-1} ‖ u64be(seq) ‖ kind ‖ 0x00 ‖ op_id ‖ SHA256(body_utf8))[:16]`. The body is stored and sent
as the text that was hashed.
"""

from enum import StrEnum
from hashlib import sha256
from uuid import UUID

import msgspec

from protocol.problems import Problem
from protocol.records import FieldValue
from protocol.times import Instant

FIRST_CHAIN = bytes(16)


class EventKind(StrEnum):
    """What became of an operation; system events have none."""

    APPLIED = "applied"
    PARKED = "parked"
    UNPARKED = "unparked"
    REJECTED = "rejected"
    SYSTEM = "system"


class RecordSet(msgspec.Struct, frozen=True):
    """Field values the centre decided for one record; its revision becomes the event's seq."""

    record: str
    id: UUID
    set: dict[str, FieldValue]


class EventBody(msgspec.Struct, frozen=True, kw_only=True):
    """What an event says."""

    type: str
    v: int = 1
    actor: UUID | None = None
    device: UUID | None = None
    n: int | None = None  # the operation's counter on its device
    occurred_ms: Instant
    recorded_ms: Instant
    sets: tuple[RecordSet, ...] = ()
    problem: Problem | None = None
    op: msgspec.Raw = msgspec.Raw(b"null")  # the operation as it was sent


class Event(msgspec.Struct, frozen=True):
    """One link of the log; `body` is an EventBody as the bytes that were hashed."""

    seq: int
    chain: str  # hexadecimal
    kind: EventKind
    op_id: UUID
    body: msgspec.Raw


_body_encoder = msgspec.json.Encoder()
_body_decoder = msgspec.json.Decoder(EventBody)


def encode_body(body: EventBody) -> bytes:
    """Return the bytes of an event's body, to be hashed and kept as they are."""
    return _body_encoder.encode(body)


def decode_body(event: Event) -> EventBody:
    """Return what an event says."""
    return _body_decoder.decode(event.body)


def next_chain(previous: bytes, seq: int, kind: EventKind, op_id: UUID, body: bytes) -> bytes:
    """Return the 16-byte chain value of an event that follows `previous`."""
    digest = sha256(body).digest()
    return sha256(previous + seq.to_bytes(8, "big") + kind.encode() + b"\0" + op_id.bytes + digest).digest()[:16]


def is_next(previous: bytes, event: Event) -> bool:
    """Tell whether the event follows `previous`: whether its chain value is right."""
    return next_chain(previous, event.seq, event.kind, event.op_id, bytes(event.body)).hex() == event.chain
