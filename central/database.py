"""The centre's database: PostgreSQL, or SQLite for a demonstration and a small town."""

import logging
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import psycopg
from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlcipher3 import dbapi2

from central.problems import overloaded

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")

ATTEMPTS = 3
POOL_SIZE = 20  # more than the worker threads that ever ask at once
OLDEST_SQLITE = (3, 51, 3)  # older ones have the WAL-reset bug (protocol, On the desk)

# SQLSTATE of what goes away when the transaction is run again: serialization failure, deadlock, lock not available;
# and by class: connection lost, server going down or coming up.
_PASSING_STATES = {"40001", "40P01", "55P03"}
_PASSING_CLASSES = ("08", "57P")
_PASSING_WORDS = ("database is locked", "database table is locked")


class Outrun(Exception):
    """Another transaction committed what this one decided without; run again it will see it."""


class Database:
    """Opens connections and runs transactions."""

    def __init__(self, url: str | URL) -> None:
        self.url = driver_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._engine = _sqlite(self.url) if self.is_sqlite else _postgresql(self.url)
        self._writing = self._engine.execution_options(writes=True)

    @property
    def name(self) -> str:
        """The database's kind: `sqlite` or `postgresql`."""
        return self.url.get_backend_name()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection to read by; what it does is not kept."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Yield a connection in a transaction that commits at the end."""
        with self._writing.begin() as connection:
            yield connection

    def transact(self, work: Callable[[Connection], Answer]) -> Answer:
        """Run work in a transaction, again when another one was in its way.

        Raises ProblemRaised (503) when it is in the way each time.
        """
        for attempt in range(ATTEMPTS):
            try:
                with self.write() as connection:
                    return work(connection)
            except (DBAPIError, Outrun) as error:
                if not passes(error):
                    raise
                logger.info("Attempt %d gave way: %s", attempt + 1, type(error).__name__)
                if isinstance(error, IntegrityError) and attempt + 1 == ATTEMPTS:
                    raise  # no other transaction is that often in the way: it is the data
            time.sleep(random.uniform(0, 0.05 * 2**attempt))  # noqa: S311 - spreads rivals, keeps no secret
        raise overloaded()

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def driver_url(url: str | URL) -> URL:
    """Return the URL with the driver the centre uses; `postgresql://…` and `sqlite:///file` are enough to write."""
    url = make_url(url)
    return url.set(drivername="postgresql+psycopg") if url.get_backend_name() == "postgresql" else url


def passes(error: Exception) -> bool:
    """Tell whether the same work may succeed in a new transaction."""
    return isinstance(error, Outrun | IntegrityError) or is_away(error) or _is_in_the_way(error)


def is_away(error: Exception) -> bool:
    """Tell whether an error says that the database does not answer."""
    if not isinstance(error, DBAPIError):
        return False
    state = getattr(error.orig, "sqlstate", None)
    cannot_connect = isinstance(error.orig, psycopg.OperationalError) and state is None
    return error.connection_invalidated or cannot_connect or (state or "").startswith(_PASSING_CLASSES)


def _is_in_the_way(error: Exception) -> bool:
    if not isinstance(error, DBAPIError):
        return False
    is_locked = any(words in str(error.orig) for words in _PASSING_WORDS)
    return is_locked or getattr(error.orig, "sqlstate", None) in _PASSING_STATES


def _postgresql(url: URL) -> Engine:
    settings = {
        "application_name": "contact-central",
        "options": "-c lock_timeout=3s -c idle_in_transaction_session_timeout=60s -c synchronous_commit=on",
    }
    return create_engine(
        url,
        isolation_level="READ COMMITTED",
        pool_size=POOL_SIZE,
        pool_pre_ping=True,
        connect_args=settings,
        json_serializer=_to_json,
        json_deserializer=msgspec.json.decode,
    )


def _sqlite(url: URL) -> Engine:
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {dbapi2.sqlite_version} is too old: {OLDEST_SQLITE} or newer is needed")
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        size: dict[str, Any] = {"pool_size": POOL_SIZE}
    else:  # in memory: every connection would be a database of its own, so there is but one
        size = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}
    engine = create_engine(
        url,
        module=dbapi2,
        # Transactions are begun by hand, below: the driver would begin them late and never IMMEDIATE.
        connect_args={"check_same_thread": False, "timeout": 10, "isolation_level": None},
        json_serializer=_to_json,
        json_deserializer=msgspec.json.decode,
        **size,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, entry: Any) -> None:
        # The triggers ask this function; a program that does not define it can change nothing (central.feed.guard).
        connection.create_function("centre_in_feed", 0, lambda: entry.info.get("in_feed", False))
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -65536"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _to_json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
