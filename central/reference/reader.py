"""Reference files to records.

A file is a table of one record kind. Its columns are the record's fields; a field that names another record is written
as that record's code, in a column without the `_id`. Lists are separated by `|`, truths are `yes` and `no`, dates are
ISO, and an empty cell leaves the field at its default. A row's `code` names the record for ever: the same code gives
the same id at every import.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias
from uuid import UUID

import msgspec

from central.reference.cells import value_of
from central.reference.tables import ReferenceInvalid, Row, rows
from protocol.houses import HouseInvalid, HouseNumber
from protocol.ids import reference_id
from protocol.records import (
    Calendar,
    Category,
    FieldValue,
    FormerName,
    House,
    Limit,
    Move,
    Organisation,
    Record,
    Responsibility,
    Street,
    fields_of,
    kind_of,
    references,
)

FILES: dict[str, type[Record]] = {
    "organisations.csv": Organisation,
    "categories.csv": Category,
    "limits.csv": Limit,
    "moves.csv": Move,
    "calendar.csv": Calendar,
    "streets.csv": Street,
    "houses.csv": House,
    "responsibilities.csv": Responsibility,
}
"""Every reference file a folder may hold, in an order in which no record names a later one."""

FORMER_NAMES = "former_names.csv"
"""The former names of the streets of the same folder, a row each."""

_FORMER_COLUMNS = ("street", "name", "kind", "until")


class _Column(NamedTuple):
    """A column of a kind's table and the field it fills."""

    name: str
    field: str
    hint: Any
    refers_to: str | None  # kind whose codes stand in the column
    is_required: bool


# Codes met so far with their lines, by kind; a kind without a file in the folder is not listed and taken on trust.
_Codes: TypeAlias = dict[str, dict[str, int]]


def read(folder: Path) -> list[Record]:
    """Return the records of all reference files in a folder, each after the records it names.

    Codes of records whose file is not in the folder are taken on trust. Raises ReferenceInvalid.
    """
    codes: _Codes = {}
    former = _former_names(folder)
    records: list[Record] = []
    for name, kind in FILES.items():
        if (folder / name).exists():
            codes[kind_of(kind)] = {}
            records += _records(folder / name, kind, codes, former)
    for street_rows in former.values():
        _reference(street_rows[0], "street", "street", codes)
    return records


def _records(file: Path, kind: type[Record], codes: _Codes, former: dict[str, list[Row]]) -> Iterator[Record]:
    columns = _columns(kind)
    lines = codes[kind_of(kind)]
    names = dict.fromkeys(("code", *(column.name for column in columns)))
    for row in rows(file, names, [column.name for column in columns if column.is_required]):
        code = _code(row, kind)
        if code in lines:
            raise row.invalid("code", f"“{code}” stands already on line {lines[code]}")
        values = {column.field: _value(row, column, codes) for column in columns if row[column.name]}
        if kind is Street:
            values["former"] = tuple(map(_former_name, former.get(code, ())))
        record = kind(id=reference_id(kind_of(kind), code), **values)
        _check(row, record)
        lines[code] = row.line
        yield record


@cache
def _columns(kind: type[Record]) -> tuple[_Column, ...]:
    referred = {reference.field: reference.kind for reference in references(kind)}
    optional = {
        info.name
        for info in msgspec.structs.fields(kind)
        if info.default is not msgspec.NODEFAULT or info.default_factory is not msgspec.NODEFAULT
    }
    return tuple(
        _Column(name.removesuffix("_id"), name, hint, referred.get(name), name not in optional)
        for name, hint in fields_of(kind).items()
        if name != "former"
    )


def _code(row: Row, kind: type[Record]) -> str:
    """Return what names the row: its code, or for a street and a house its address."""
    for column in _columns(kind):
        if column.is_required and not row[column.name]:
            raise row.invalid(column.name, "the cell is empty")
    code = row["code"]
    if not code and kind is Street:
        return f"{row['kind']} {row['name']}"
    if not code and kind is House:
        return f"{row['street']}, {_house_number(row)}"
    if not code:
        raise row.invalid("code", "the cell is empty; every row needs a code of its own")
    return code


def _value(row: Row, column: _Column, codes: _Codes) -> FieldValue:
    if column.refers_to is not None:
        return _reference(row, column.name, column.refers_to, codes)
    if column.field == "number":
        return _house_number(row)
    try:
        return value_of(row[column.name], column.hint, column.field)
    except ValueError as error:
        raise row.invalid(column.name, str(error)) from error


def _reference(row: Row, column: str, kind: str, codes: _Codes) -> UUID:
    code = row[column]
    if kind in codes and code not in codes[kind]:
        place = "on an earlier line" if column == "parent" else "in its file"
        raise row.invalid(column, f"no {kind} “{code}” stands {place}")
    return reference_id(kind, code)


def _house_number(row: Row) -> str:
    try:
        return str(HouseNumber.parse(row["number"]))
    except HouseInvalid as error:
        raise row.invalid("number", f"“{row['number']}” is no house number ({error.problem})") from error


def _former_names(folder: Path) -> dict[str, list[Row]]:
    file = folder / FORMER_NAMES
    if not file.exists():
        return {}
    if not (folder / "streets.csv").exists():
        raise ReferenceInvalid(file, 1, "", "former names are part of their streets and need streets.csv beside them")
    by_street: dict[str, list[Row]] = {}
    for row in rows(file, _FORMER_COLUMNS, _FORMER_COLUMNS[:2]):
        if not row["name"]:
            raise row.invalid("name", "the cell is empty")
        by_street.setdefault(row["street"], []).append(row)
    return by_street


def _former_name(row: Row) -> FormerName:
    try:
        until = value_of(row["until"], str, "until") if row["until"] else ""
    except ValueError as error:
        raise row.invalid("until", str(error)) from error
    return FormerName(row["name"], row["kind"], until)


def _check(row: Row, record: Record) -> None:
    """Check what one cell alone cannot tell."""
    match record:
        case Responsibility() if (record.organisation_id is None) == (record.holder is None):
            raise row.invalid("organisation", "a rule names either an organisation or a holder of the house")
        case Calendar() if len(record.weekly) != 7 or not any(record.weekly):
            raise row.invalid("weekly", "a week has seven days, Monday first, and at least one of them is worked")
        case Category() if bool(record.executor_kind) != bool(record.deadline_hours):
            raise row.invalid("executor_kind", "a category with an executor has a deadline, a group has neither")
        case Limit() if record.amount == 0:
            raise row.invalid("amount", "a term of nothing cannot be kept")
