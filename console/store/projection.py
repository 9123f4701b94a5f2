"""How changes become rows: the one place that writes records into the replica.

A row shows the centre's values with this desk's unconfirmed operations laid over them. `shadow` keeps the confirmed
values underneath, so an event of the centre is applied below and the operations are laid over anew: that is the rebase.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Insert, Select, bindparam, delete, insert, select

from console.models import ROWS, Ticket
from console.store.feed import Touched
from protocol.events import RecordSet
from protocol.operations import Change
from protocol.records import KINDS, FieldValue, fields_of
from protocol.text import fold
from protocol.vocabulary import State, Urgency

BIRTH = ""
"""The key under which `field_revs` and `pending` speak of a record's birth."""

_BOOKKEEPING = ("rev", "field_revs", "pending", "shadow", "extra")
_CHUNK = 500


@dataclass(slots=True)
class _Row:
    """A row being worked on; `values` is None while the record does not exist."""

    values: dict[str, Any] | None = None
    rev: int = 0
    field_revs: dict[str, int] = field(default_factory=dict)
    pending: dict[str, UUID] = field(default_factory=dict)
    shadow: dict[str, FieldValue] = field(default_factory=dict)
    extra: dict[str, FieldValue] = field(default_factory=dict)


class Projection:
    """The rows one transaction works on: load, change, save."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[Touched, _Row] = {}

    @property
    def touched(self) -> frozenset[Touched]:
        """Every record loaded so far."""
        return frozenset(self._rows)

    def load(self, records: Iterable[Touched]) -> None:
        """Fetch rows to work on; records of kinds this build does not know are passed over."""
        wanted: dict[str, list[UUID]] = defaultdict(list)
        for record in records:
            if record not in self._rows and record.kind in KINDS:
                self._rows[record] = _Row()
                wanted[record.kind].append(record.id)
        for kind, ids in wanted.items():
            for start in range(0, len(ids), _CHUNK):
                found = self._connection.execute(_select(kind), {"ids": ids[start : start + _CHUNK]})
                for stored in found.mappings():
                    self._rows[Touched(kind, stored["id"])] = _from_stored(kind, stored)

    def confirm(self, change: RecordSet, seq: int) -> None:
        """Put values the centre decided into a row that has nothing laid over it."""
        row = self._rows.get(Touched(change.record, change.id))
        if row is None:
            return
        if row.values is None:
            row.values, row.extra = _born(change.record, change.id, change.set)
            row.field_revs = {BIRTH: seq}
        else:
            _put(change.record, row, change.set)
            row.field_revs.update(dict.fromkeys(change.set, seq))
        row.rev = seq

    def uncover(self, record: Touched) -> None:
        """Take off what is laid over a row: back to the centre's values."""
        row = self._rows.get(record)
        if row is None or row.values is None:
            return
        if BIRTH in row.pending:
            row.values = None
        else:
            _put(record.kind, row, row.shadow)
        row.pending, row.shadow = {}, {}

    def lay(self, change: Change, op_id: UUID) -> None:
        """Lay an own, unconfirmed change over a row."""
        row = self._rows.get(Touched(change.record, change.id))
        if row is None:
            return
        if row.values is None:
            if change.base is None:
                row.values, row.extra = _born(change.record, change.id, change.set)
                row.pending = {BIRTH: op_id}
            return
        if BIRTH not in row.pending:
            uncovered = {name: row.values[name] for name in change.set if name in row.values and name not in row.shadow}
            row.shadow |= msgspec.to_builtins(uncovered)
        _put(change.record, row, change.set)
        row.pending |= dict.fromkeys(change.set, op_id)

    def ticket_of(self, change: RecordSet) -> UUID | None:
        """Return the ticket whose timeline a change belongs to, or None."""
        if change.record == "ticket":
            return change.id
        row = self._rows.get(Touched(change.record, change.id))
        owner = row.values.get("ticket_id") if row is not None and row.values is not None else None
        return owner if isinstance(owner, UUID) else None

    def save(self) -> None:
        """Write every row worked on."""
        gone: dict[str, list[dict[str, UUID]]] = defaultdict(list)
        kept: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for (kind, record_id), row in self._rows.items():
            if row.values is None:
                gone[kind].append({"gone": record_id})
            else:
                book = {name: getattr(row, name) for name in _BOOKKEEPING}
                kept[kind].append({"id": record_id, **row.values, **book, **_derived(kind, row.values)})
        for kind, ids in gone.items():
            self._connection.execute(_DELETES[kind], ids)
        for kind, rows in kept.items():
            self._connection.execute(_UPSERTS[kind], rows)


def _born(kind: str, record_id: UUID, values: Mapping[str, FieldValue]) -> tuple[dict[str, Any], dict[str, FieldValue]]:
    """Return the typed fields of a new record, defaults filled in, and the fields this build does not know."""
    known = fields_of(KINDS[kind])
    extra = {name: value for name, value in values.items() if name not in known}
    try:
        record = msgspec.convert({**values, "id": record_id}, KINDS[kind])
    except msgspec.ValidationError:
        given = {name: _typed(kind, name, value) for name, value in values.items() if name in known}
        return {**_defaults(kind), **given}, extra
    return {name: getattr(record, name) for name in known}, extra


def _put(kind: str, row: _Row, values: Mapping[str, FieldValue]) -> None:
    known = fields_of(KINDS[kind])
    for name, value in values.items():
        if name in known and row.values is not None:
            row.values[name] = _typed(kind, name, value)
        else:
            row.extra[name] = value


def _typed(kind: str, name: str, value: FieldValue) -> Any:
    """Return a field's typed value; a word of a newer build's list stays as it came."""
    try:
        return msgspec.convert(value, fields_of(KINDS[kind])[name])
    except msgspec.ValidationError:
        return value


def _defaults(kind: str) -> dict[str, Any]:
    return {
        each.name: each.default if each.default_factory is msgspec.NODEFAULT else each.default_factory()
        for each in msgspec.structs.fields(KINDS[kind])
        if not each.required
    }


def _from_stored(kind: str, stored: Mapping[Any, Any]) -> _Row:
    values = {name: stored[name] for name in fields_of(KINDS[kind])}
    return _Row(values, *(stored[name] for name in _BOOKKEEPING))


def _derived(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns that only serve indexes and search."""
    if kind != Ticket.__tablename__:
        return {}
    urgency = values["urgency"]
    is_open = values["state"] != State.CLOSED
    words = (values["number"], values["phone"] or "", values["address"], values["text"])
    return {
        "urgency_rank": urgency.rank if isinstance(urgency, Urgency) else len(Urgency),
        "found_by": fold(" ".join(words)) if is_open else "",
    }


def _select(kind: str) -> Select[*tuple[Any, ...]]:
    return _SELECTS[kind]


_SELECTS: dict[str, Select[*tuple[Any, ...]]] = {
    kind: select(row.__table__).where(row.__table__.c.id.in_(bindparam("ids", expanding=True)))
    for kind, row in ROWS.items()
}
_UPSERTS: dict[str, Insert] = {kind: insert(row).prefix_with("OR REPLACE") for kind, row in ROWS.items()}
_DELETES = {kind: delete(row).where(row.id == bindparam("gone")) for kind, row in ROWS.items()}
