"""Opens the desk's SQLCipher files, each with one writing and a few reading connections.

One SQLite everywhere: sqlcipher3 bundles 3.53, free of the WAL-reset corruption of 3.7.0–3.51.2.
"""

from pathlib import Path
from typing import Any, Literal

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool, StaticPool

from console.errors import StoreBroken

_OLDEST_SQLITE = (3, 51, 3)
_BUSY_SECONDS = 5.0

Synchronous = Literal["FULL", "NORMAL"]


class EncryptedFile:
    """One database file: `writer` for the writer thread alone, `reader` for everyone."""

    def __init__(self, path: Path, key: bytes, synchronous: Synchronous) -> None:
        """Open or create the file.

        Raises StoreBroken when it is damaged or the key does not fit.
        """
        if sqlcipher.sqlite_version_info < _OLDEST_SQLITE:
            raise StoreBroken(f"SQLite {sqlcipher.sqlite_version} has the WAL-reset fault")
        self.path = path
        self._key = key
        self._synchronous = synchronous
        self.writer = self._engine("BEGIN IMMEDIATE", poolclass=StaticPool)
        self.reader = self._engine("BEGIN", poolclass=QueuePool, pool_size=3)
        try:
            with self.writer.connect() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
        except DatabaseError as failure:
            self.close()
            raise StoreBroken(str(failure)) from failure

    def close(self) -> None:
        """Close every connection."""
        self.reader.dispose()
        self.writer.dispose()

    def _engine(self, begin: str, **pool: Any) -> Engine:
        engine = create_engine("sqlite://", module=sqlcipher, creator=self._connect, **pool)

        @event.listens_for(engine, "begin")
        def _begin(connection: Any) -> None:
            connection.exec_driver_sql(begin)

        return engine

    def _connect(self) -> Any:
        connection = sqlcipher.connect(str(self.path), timeout=_BUSY_SECONDS, check_same_thread=False)
        connection.isolation_level = None  # transactions begin where SQLAlchemy says, not where the driver guesses
        connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")  # what it would print, the exception says
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {self._synchronous}")
        connection.execute("PRAGMA cache_size = -16000")
        return connection
