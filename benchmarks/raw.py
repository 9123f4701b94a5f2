"""The raw side of the database figures: the very statements the product sends, on a bare sqlcipher3 connection."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident
from typing import Any, NamedTuple, TypeVar

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, event

InputT = TypeVar("InputT")

PAGE_BYTES = 4096


class Statement(NamedTuple):
    """A statement as it reached the driver."""

    text: str
    parameters: Any
    is_many: bool


def connect(path: Path, key: bytes) -> Any:
    """Open a desk's file with the settings the console uses."""
    connection = sqlcipher.connect(str(path), check_same_thread=False)
    connection.isolation_level = None
    for pragma in (f"key = \"x'{key.hex()}'\"", "journal_mode = WAL", "synchronous = NORMAL", "cache_size = -16000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


@contextmanager
def recorded() -> Iterator[list[Statement]]:
    """Collect the statements this thread sends inside the block; beginnings of transactions are left out."""
    statements: list[Statement] = []
    thread = get_ident()

    def keep(_connection: Any, _cursor: Any, text: str, parameters: Any, _context: Any, is_many: bool) -> None:
        if get_ident() == thread and not text.startswith("BEGIN"):
            statements.append(Statement(text, parameters, is_many))

    event.listen(Engine, "before_cursor_execute", keep)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", keep)


def statements_of(act: Callable[[InputT], object], given: InputT) -> list[Statement]:
    """Return the statements an act sends."""
    with recorded() as statements:
        act(given)
    return statements


def fetch(connection: Any, statements: list[Statement]) -> None:
    """Run reading statements and fetch all their rows."""
    for statement in statements:
        connection.execute(statement.text, statement.parameters).fetchall()


def write(connection: Any, statements: list[Statement]) -> None:
    """Run writing statements in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in statements:
        run = connection.executemany if statement.is_many else connection.execute
        run(statement.text, statement.parameters)
    connection.execute("COMMIT")


@contextmanager
def growing_file(path: Path) -> Iterator[Callable[[], None]]:
    """Give an act that adds 4 KB to a file and waits until they are on the disk."""
    flush = getattr(os, "fdatasync", os.fsync)  # Windows has only the latter
    with path.open("wb", buffering=0) as file:

        def add_page() -> None:
            file.write(bytes(PAGE_BYTES))
            flush(file.fileno())

        yield add_page
