"""Checks an operation's changes against the record types and brings their values to normal form."""

from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from msgspec import UNSET, UnsetType

from central.feed.refusals import invalid
from central.feed.slate import Document, Key
from protocol.operations import Base, Change
from protocol.problems import FieldProblem
from protocol.records import KINDS, Record, fields_of, references


class Checked(NamedTuple):
    """A change whose values are valid; `base` is None for a new record."""

    key: Key
    values: Document
    base: Base | None
    pointer: str  # of the change in its operation


class Named(NamedTuple):
    """A record some value names, and where."""

    key: Key
    pointer: str


def checked(changes: tuple[Change, ...]) -> list[Checked]:
    """Return the changes with their values in normal form.

    Raises Refused with a pointer to every field that is wrong.
    """
    found: list[Checked] = []
    errors: list[FieldProblem] = []
    for place, change in enumerate(changes):
        pointer = f"/changes/{place}"
        record = KINDS.get(change.record)
        if record is None:
            errors.append(FieldProblem(f"{pointer}/record", "unknown-kind"))
            continue
        try:
            values = _normal(record, change.set)
        except (msgspec.ValidationError, OverflowError):
            errors += _field_errors(record, change.set, f"{pointer}/set")
            continue
        if change.base is None:
            errors += [
                FieldProblem(f"{pointer}/set/{name}", "missing") for name in sorted(_required(record) - values.keys())
            ]
        found.append(Checked((change.record, change.id), values, change.base, pointer))
    if errors:
        raise invalid(*errors)
    return found


def named_records(change: Checked) -> list[Named]:
    """Return the records a change's values name."""
    return [
        Named((kind, UUID(value)), f"{change.pointer}/set/{field}")
        for field, kind in references(KINDS[change.key[0]])
        if (value := change.values.get(field)) is not None
    ]


def value_in(kind: str, doc: Document, field: str) -> Any:
    """Return a field's value in a record's document: its default where the document is older than the field."""
    return doc[field] if field in doc else _defaults(KINDS[kind]).get(field)


def document(record: Record) -> Document:
    """Return a record as its document: every field but the id as a JSON value."""
    values: Document = _as_json(record)
    del values["id"]
    return values


def _normal(record: type[Record], values: Document) -> Document:
    normal: Document = _as_json(msgspec.convert(values, _patch(record)))
    return normal


def _as_json(value: Any) -> Any:
    """Return a value as it comes back from JSON, so that equal values are equal: a tuple becomes a list.

    Raises OverflowError for a number no event could carry.
    """
    return msgspec.json.decode(msgspec.json.encode(value))


@cache
def _patch(record: type[Record]) -> type[msgspec.Struct]:
    """Return a struct of the record's fields, none of them required."""
    fields: list[Any] = [(name, hint | UnsetType, UNSET) for name, hint in fields_of(record).items()]
    return msgspec.defstruct(f"{record.__name__}Patch", fields, forbid_unknown_fields=True, kw_only=True)


@cache
def _required(record: type[Record]) -> frozenset[str]:
    return frozenset(field.name for field in msgspec.structs.fields(record) if field.required) - {"id"}


@cache
def _defaults(record: type[Record]) -> Document:
    given = [field for field in msgspec.structs.fields(record) if field.default is not msgspec.NODEFAULT]
    return {field.name: _as_json(field.default) for field in given}


def _field_errors(record: type[Record], values: Document, pointer: str) -> list[FieldProblem]:
    hints = fields_of(record)
    errors = []
    for name, value in values.items():
        place = f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"
        if name not in hints:
            errors.append(FieldProblem(place, "unknown-field"))
            continue
        try:
            msgspec.json.encode(msgspec.convert(value, hints[name]))
        except (msgspec.ValidationError, OverflowError):
            errors.append(FieldProblem(place, "invalid"))
    return errors
