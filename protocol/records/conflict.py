"""A conflict: two values of which a person must choose (protocol rule 6)."""

from uuid import UUID

import msgspec

from protocol.records.record import FieldValue, Record, TicketId
from protocol.times import Instant
from protocol.vocabulary import ConflictKind, ConflictState


class Version(msgspec.Struct, frozen=True):
    """One of two competing values: who said so, where and when."""

    value: FieldValue
    op_id: UUID
    actor: UUID | None
    device: UUID | None
    occurred_ms: Instant


class Conflict(Record, frozen=True, kw_only=True):
    """Two values of one field, both kept until a person decides; nothing expires."""

    kind: ConflictKind
    record: str  # kind name of the record in question
    record_id: UUID
    field: str
    winner: Version
    loser: Version
    found_at: Instant
    ticket_id: TicketId | None = None  # on whose card it is shown
    state: ConflictState = ConflictState.OPEN
