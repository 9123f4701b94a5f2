"""The slate of a transaction: records as they stand with its drafts laid over them, not yet written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple, TypeAlias
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, tuple_

from central.feed.draft import Draft
from central.schema import log, record
from protocol.records import FieldValue
from protocol.times import Instant

Key: TypeAlias = tuple[str, UUID]
"""A record's kind name and id."""

Document: TypeAlias = dict[str, FieldValue]
"""A record's fields but its id, as JSON values."""

CREATION = ""
"""Under this name a record's first stamp stands: it goes for every field not changed since."""

KEYS_AT_ONCE = 400  # SQLite takes 32 766 parameters a statement


class Stamp(NamedTuple):
    """Who set a field last: `rev` is the event's seq; not yet written it is minus the draft's place, from -1."""

    rev: int
    effective_ms: Instant
    op_id: UUID


class Author(NamedTuple):
    """Who set a value, where and when."""

    actor: UUID | None
    device: UUID | None
    occurred_ms: Instant


@dataclass(slots=True)
class Row:
    """One record as it stands on the slate."""

    kind: str
    id: UUID
    doc: Document
    stamps: dict[str, Stamp]
    is_stored: bool = True

    def stamp(self, field: str) -> Stamp:
        """Return who set this field last."""
        return self.stamps.get(field) or self.stamps[CREATION]


class Slate:
    """Reads records for a transaction and lays drafts over them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.drafts: list[Draft] = []
        self.changed: dict[Key, Row] = {}
        self._rows: dict[Key, Row | None] = {}
        self._locked: set[Key] = set()
        self._whole_kinds: set[str] = set()
        self._numbers: dict[str, bool] = {}

    def load(self, keys: Iterable[Key], *, lock: bool = False) -> None:
        """Read these records at once; those to be changed are locked in sorted order, so rivals never deadlock."""
        known = self._locked if lock else self._rows.keys()
        wanted = iter(sorted(set(keys) - known, key=_by_kind_and_id))
        while chunk := list(islice(wanted, KEYS_AT_ONCE)):
            found = {(row.kind, row.id): row for row in self._read(chunk, lock=lock)}
            self._rows |= {key: found.get(key) for key in chunk if key not in self.changed}
            if lock:
                self._locked.update(chunk)

    def row(self, kind: str, record_id: UUID) -> Row | None:
        """Return a record, or None when the centre has none of that id."""
        if (kind, record_id) not in self._rows:
            self.load([(kind, record_id)])
        return self._rows[kind, record_id]

    def rows_of(self, kind: str) -> list[Row]:
        """Return every record of a kind; meant for small ones."""
        if kind not in self._whole_kinds:
            self._whole_kinds.add(kind)
            ids = self.connection.execute(select(record.c.id).where(record.c.kind == kind)).scalars()
            self.load((kind, record_id) for record_id in ids)
        return self.held(kind)

    def held(self, kind: str) -> list[Row]:
        """Return the records of a kind that were read or made here."""
        return [row for row in self._rows.values() if row is not None and row.kind == kind]

    def load_numbers(self, numbers: Iterable[str]) -> None:
        """Look up at once which of these ticket numbers are taken."""
        wanted = set(numbers) - self._numbers.keys()
        if wanted:
            self._numbers |= dict.fromkeys(wanted, False)
            self._numbers |= dict.fromkeys(self.connection.execute(_TAKEN, {"numbers": list(wanted)}).scalars(), True)

    def is_number_taken(self, number: str) -> bool:
        """Tell whether a ticket has this number."""
        self.load_numbers([number])
        return self._numbers[number]

    def author(self, stamp: Stamp) -> Author:
        """Return who set a field."""
        if stamp.rev < 0:
            draft = self.drafts[-stamp.rev - 1]
            return Author(draft.actor, draft.device, draft.occurred_ms)
        return Author(*self.connection.execute(_AUTHOR, {"seq": stamp.rev}).one())

    def lay(self, draft: Draft, effective_ms: Instant) -> int:
        """Lay a draft's sets over the records and return its place among the drafts, from 0."""
        self.drafts.append(draft)
        stamp = Stamp(-len(self.drafts), effective_ms, draft.op_id)
        for change in draft.sets:
            key = (change.record, change.id)
            row = self.row(*key)
            if row is None:
                row = self._rows[key] = Row(*key, dict(change.set), {CREATION: stamp}, is_stored=False)
            else:
                row.doc |= change.set
                row.stamps |= dict.fromkeys(change.set, stamp)
            self.changed[key] = row
            if change.record == "ticket" and "number" in change.set:
                self._numbers[change.set["number"]] = True
        return len(self.drafts) - 1

    def _read(self, keys: list[Key], *, lock: bool) -> Iterator[Row]:
        statement = _READ_LOCKED if lock else _READ
        for kind, record_id, doc, field_revs in self.connection.execute(statement, {"keys": keys}):
            yield Row(kind, record_id, doc, {field: _stamp(value) for field, value in field_revs.items()})


_READ = select(record.c.kind, record.c.id, record.c.doc, record.c.field_revs).where(
    tuple_(record.c.kind, record.c.id).in_(bindparam("keys", expanding=True))
)
_READ_LOCKED = _READ.order_by(record.c.kind, record.c.id).with_for_update()
_TAKEN = select(record.c.number).where(record.c.number.in_(bindparam("numbers", expanding=True)))
_AUTHOR = select(log.c.actor_id, log.c.device_id, log.c.occurred_ms).where(log.c.seq == bindparam("seq"))


def _by_kind_and_id(key: Key) -> tuple[str, bytes]:
    return key[0], key[1].bytes


def _stamp(value: list[Any]) -> Stamp:
    rev, effective_ms, op_id = value
    return Stamp(rev, effective_ms, UUID(op_id))
