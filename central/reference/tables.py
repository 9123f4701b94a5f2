"""CSV files as a spreadsheet saves them: rows whose every cell knows where it stands.

UTF-8 with or without a byte order mark; comma or semicolon between cells; the first line names the columns.
"""

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path


class ReferenceInvalid(ValueError):
    """A reference file cannot be used; says which file, line and column, and why."""

    def __init__(self, file: Path, line: int, column: str, reason: str) -> None:
        place = f"{file.name}, line {line}" + (f', column "{column}"' if column else "")
        super().__init__(f"{place}: {reason}")
        self.file = file
        self.line = line
        self.column = column  # empty where the whole line is meant
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: stripped cells by column."""

    file: Path
    line: int  # the first line of the file is 1
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def invalid(self, column: str, reason: str) -> ReferenceInvalid:
        """Return the error that names a cell of this row."""
        return ReferenceInvalid(self.file, self.line, column, reason)


def rows(file: Path, columns: Collection[str], required: Collection[str] = ()) -> Iterator[Row]:
    """Yield the rows of a CSV file that may have `columns` and must have the `required` ones.

    Raises ReferenceInvalid.
    """
    lines = _text(file).splitlines(keepends=True)
    if not lines:
        raise ReferenceInvalid(file, 1, "", "the file is empty")
    delimiter = ";" if lines[0].count(";") > lines[0].count(",") else ","
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        header = [name.strip() for name in next(reader)]
        _check_header(file, header, columns, required)
        line = reader.line_num + 1
        for cells in reader:
            if any(map(str.strip, cells)):
                yield _row(file, line, header, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        raise ReferenceInvalid(file, reader.line_num, "", f"the line is no CSV: {error}") from error


def _text(file: Path) -> str:
    content = file.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ReferenceInvalid(file, line, "", "the text is not UTF-8; save the table as “CSV UTF-8”") from error


def _check_header(file: Path, header: list[str], columns: Collection[str], required: Collection[str]) -> None:
    for name in header:
        if name not in columns:
            known = ", ".join(columns)
            raise ReferenceInvalid(file, 1, name, f"there is no such column; the columns are {known}")
        if header.count(name) > 1:
            raise ReferenceInvalid(file, 1, name, "the column stands twice")
    for name in required:
        if name not in header:
            raise ReferenceInvalid(file, 1, name, "the column is missing")


def _row(file: Path, line: int, header: list[str], cells: list[str]) -> Row:
    if len(cells) != len(header):
        raise ReferenceInvalid(file, line, "", f"the line has {len(cells)} cells, the table has {len(header)} columns")
    return Row(file, line, dict(zip(header, map(str.strip, cells), strict=True)))
