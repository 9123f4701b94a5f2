"""How one field's values are joined when an author had not seen the present one (protocol, Merge)."""

from enum import Enum
from uuid import UUID

from central.feed.slate import Stamp
from protocol.operations import Base
from protocol.records import FieldValue


class Outcome(Enum):
    """What becomes of a value an operation sets."""

    APPLIED = "applied"  # its author had seen the present value
    EQUAL = "equal"  # not seen, but it is the same
    WON = "won"  # not seen; later by effective time
    LOST = "lost"  # not seen; earlier


def merge(
    field: str, present: FieldValue, stamp: Stamp, wanted: FieldValue, base: Base, effective_ms: int, op_id: UUID
) -> Outcome:
    """Return what becomes of the wanted value of a field.

    `stamp` tells who set the present value. A later effective time wins, the greater operation id where both are the
    same: every rule needs only what the log holds, so the centre decides once and for all.
    """
    if _has_seen(field, stamp, base, op_id):
        return Outcome.APPLIED
    if wanted == present:
        return Outcome.EQUAL
    return Outcome.WON if (effective_ms, op_id) > (stamp.effective_ms, stamp.op_id) else Outcome.LOST


def _has_seen(field: str, stamp: Stamp, base: Base, op_id: UUID) -> bool:
    """Tell whether the author knew the present value: confirmed, or set by an own operation not yet confirmed."""
    if stamp.op_id in (op_id, base.after.get(field)):
        return True
    return 0 < stamp.rev <= base.fields.get(field, base.rev)
