"""The raw side of the centre's figures: its tables in another database, filled by the bare driver."""

from typing import Any, NamedTuple

import psycopg
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import URL, Table

from central.database import Database
from central.schema import log, record

_TABLES = (log, record)
_DOCUMENTS = ("doc", "field_revs")
_WAIT_SECONDS = 5.0
_SEQ, _REV = (list(table.columns.keys()).index(name) for table, name in ((log, "seq"), (record, "rev")))


class Rows(NamedTuple):
    """Rows of events and of the records they made, as the driver takes them."""

    events: list[tuple[Any, ...]]
    records: list[tuple[Any, ...]]

    def apart(self) -> list["Rows"]:
        """Return each event with the records it made."""
        records: dict[int, list[tuple[Any, ...]]] = {}
        for row in self.records:
            records.setdefault(row[_REV], []).append(row)
        return [Rows([row], records.get(row[_SEQ], [])) for row in self.events]


class Twin:
    """A database with the tables and indexes of the log and its records, but not their guards."""

    def __init__(self, url: URL) -> None:
        database = Database(url)
        with database.write() as connection:
            for table in _TABLES:
                table.create(connection)
        database.close()
        self._url = database.url
        self._is_sqlite = database.is_sqlite
        self._inserts = [_insert(table, "?" if self._is_sqlite else "%s") for table in _TABLES]

    def connect(self) -> Any:
        """Open a bare connection that waits for the disk as the centre's do."""
        if not self._is_sqlite:
            return psycopg.connect(self._url.set(drivername="postgresql").render_as_string(hide_password=False))
        connection = sqlcipher.connect(str(self._url.database), check_same_thread=False)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    def listen(self) -> Any:
        """Open a bare connection that hears of commits, where the database can tell."""
        connection = self.connect()
        if not self._is_sqlite:
            connection.execute("LISTEN twin")
            connection.commit()
        return connection

    def write(self, connection: Any, rows: Rows) -> None:
        """Insert rows in one transaction and ring, where the database has a bell."""
        cursor = connection.cursor()
        for statement, values in zip(self._inserts, rows, strict=True):
            cursor.executemany(statement, values)
        if not self._is_sqlite:
            cursor.execute("NOTIFY twin")
        connection.commit()

    def newest(self, listener: Any) -> tuple[int, str]:
        """Wait for the bell, where there is one, and return the newest event's seq and body."""
        if not self._is_sqlite:
            list(listener.notifies(timeout=_WAIT_SECONDS, stop_after=1))
        row: tuple[int, str] = listener.execute("SELECT seq, body FROM event ORDER BY seq DESC LIMIT 1").fetchone()
        listener.commit()
        return row


def rows_between(database: Database, after: int, last: int) -> Rows:
    """Return the events of a stretch of the centre's log and the records made in it, unchanged since."""
    with database.read() as connection:

        def rows(table: Table, place: str) -> list[tuple[Any, ...]]:
            columns = [f"CAST({name} AS TEXT)" if name in _DOCUMENTS else name for name in _columns(table)]
            statement = f"SELECT {', '.join(columns)} FROM {table.name} WHERE {place} > {after} AND {place} <= {last}"
            return [tuple(row) for row in connection.exec_driver_sql(statement)]

        return Rows(rows(log, log.c.seq.name), rows(record, record.c.rev.name))


def _insert(table: Table, mark: str) -> str:
    columns = _columns(table)
    return f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({', '.join([mark] * len(columns))})"


def _columns(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.computed is None]
