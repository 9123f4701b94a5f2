"""Operations: what a person meant to do, as it goes up to the centre.

An operation is serialised once, when it is journalled. Its bytes are what is sent, hashed and kept; nobody
re-serialises it (protocol, Operation and event).
"""

from enum import StrEnum
from uuid import UUID

import msgspec

from protocol.records import FieldValue
from protocol.times import Instant


class OperationType(StrEnum):
    """Every kind of act a desk can journal."""

    TICKET_REGISTER = "ticket.register"
    TICKET_EDIT = "ticket.edit"
    TICKET_MOVE = "ticket.move"
    TICKET_ASSIGN = "ticket.assign"
    NOTE_ADD = "note.add"
    SLIP_PRINT = "slip.print"
    CONTACT_CONSULT = "contact.consult"
    APPLICANT_EDIT = "applicant.edit"


class Base(msgspec.Struct, frozen=True):
    """What the author saw before changing a record.

    `fields` gives, for each field set, the revision the author had confirmed. `after` names, for a field whose value
    came from an own operation not yet confirmed, that operation: its outcome counts as seen.
    """

    rev: int
    fields: dict[str, int] = {}
    after: dict[str, UUID] = {}


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """The fields an operation sets in one record; no base means the record is new."""

    record: str
    id: UUID
    set: dict[str, FieldValue]
    base: Base | None = None


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One act of one person at one desk: all its changes happen or none."""

    op_id: UUID
    n: int  # gap-free per device, from 1
    type: str  # an OperationType, or one this build does not know yet
    v: int = 1
    actor: UUID  # account
    session: UUID | None = None
    occurred_ms: Instant
    clock_off_ms: int = 0  # centre minus desk, as last measured
    hlc: str  # see protocol.hybrid_clock
    changes: tuple[Change, ...]


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Operation)


def encode_operation(operation: Operation) -> bytes:
    """Return the bytes of an operation, to be kept as they are."""
    return _encoder.encode(operation)


def decode_operation(body: bytes | str) -> Operation:
    """Return the operation of these bytes.

    Raises msgspec.ValidationError when they are no operation.
    """
    return _decoder.decode(body)
