"""Importing reference data: only what differs from the centre's records becomes events."""

from collections.abc import Iterator, Sequence
from functools import partial

from sqlalchemy import Connection

from central.database import Database
from central.feed.clerk import publish
from central.feed.draft import Draft
from central.feed.slate import Document, Slate
from central.feed.validation import document, value_in
from protocol.events import EventKind, RecordSet
from protocol.ids import new_id
from protocol.records import Record, kind_of
from protocol.times import Clock, Instant

CHUNK = 1000  # records a transaction


def import_records(database: Database, records: Sequence[Record], clock: Clock) -> int:
    """Bring the centre's records to the given ones and return how many were new or changed; no other is touched."""
    changed = 0
    for start in range(0, len(records), CHUNK):
        chunk = records[start : start + CHUNK]
        changed += database.transact(partial(_import, records=chunk, now=clock.now()))
    return changed


def _import(connection: Connection, records: Sequence[Record], now: Instant) -> int:
    drafts = [
        Draft(kind=EventKind.SYSTEM, op_id=new_id(now), type="reference.import", occurred_ms=now, sets=(change,))
        for change in _changes(connection, records)
    ]
    if drafts:
        publish(connection, drafts, now)
    return len(drafts)


def _changes(connection: Connection, records: Sequence[Record]) -> Iterator[RecordSet]:
    slate = Slate(connection)
    slate.load(((kind_of(type(record)), record.id) for record in records), lock=True)
    for record in records:
        kind, values = kind_of(type(record)), document(record)
        row = slate.row(kind, record.id)
        if row is not None:
            values = _differing(kind, row.doc, values)
        if values:
            yield RecordSet(kind, record.id, values)


def _differing(kind: str, present: Document, wanted: Document) -> Document:
    return {field: value for field, value in wanted.items() if value_in(kind, present, field) != value}
