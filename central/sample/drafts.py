"""Events of the sample in the making."""

from collections.abc import Iterable
from uuid import UUID

import msgspec

from central.feed.draft import Draft
from central.feed.validation import document
from central.sample.dice import Dice
from protocol.events import EventKind, RecordSet
from protocol.records import Account, FieldValue, Record, kind_of
from protocol.times import Instant


def make_draft(
    kind: str,
    at: Instant,
    actor: Account | None,
    dice: Dice,
    made: Iterable[Record],
    changed: Iterable[RecordSet] = (),
) -> Draft:
    """Return an event of the centre's own in which records are made and others changed."""
    return Draft(
        kind=EventKind.SYSTEM,
        op_id=dice.id(at),
        type=str(kind),  # a plain text, whatever names it
        occurred_ms=at,
        sets=(*(RecordSet(kind_of(type(record)), record.id, document(record)) for record in made), *changed),
        actor=None if actor is None else actor.id,
    )


def change(kind: str, record_id: UUID, **values: FieldValue) -> RecordSet:
    """Return the changed fields of a record, its ids and words as JSON values."""
    return RecordSet(kind, record_id, msgspec.to_builtins(values))
