"""Numbered steps of the two databases' layouts.

The journal is precious: each step is written out and never changed once released. The replica can be fetched again:
it has one number, and a replica of another layout is built anew from the centre.
"""

from sqlalchemy import Engine

from console.errors import StoreBroken
from console.models import ReplicaBase

REPLICA_LAYOUT = 1

_JOURNAL_STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE identity (
            id INTEGER PRIMARY KEY CHECK (id = 1), device_id BLOB, desk_id BLOB, token TEXT NOT NULL,
            centre TEXT NOT NULL, counter INTEGER NOT NULL, hlc TEXT NOT NULL, clock_off_ms INTEGER NOT NULL)""",
        "INSERT INTO identity VALUES (1, NULL, NULL, '', '', 0, '0000000000000000-0000', 0)",
        """CREATE TABLE series (
            code TEXT PRIMARY KEY, state TEXT NOT NULL, year INTEGER NOT NULL, next INTEGER NOT NULL)""",
        """CREATE TABLE operation (
            n INTEGER PRIMARY KEY, op_id BLOB NOT NULL UNIQUE, body TEXT NOT NULL, occurred_ms INTEGER NOT NULL,
            state TEXT NOT NULL, seq INTEGER, problem TEXT)""",
        "CREATE INDEX operation_unconfirmed ON operation (n) WHERE state NOT IN ('confirmed', 'rejected')",
        "CREATE TABLE draft (id BLOB PRIMARY KEY, body TEXT NOT NULL, saved_at INTEGER NOT NULL)",
        """CREATE TABLE notice (
            op_id BLOB PRIMARY KEY, account_id BLOB NOT NULL, problem TEXT NOT NULL, raised_at INTEGER NOT NULL,
            seen_at INTEGER)""",
        """CREATE TABLE verifier (
            login TEXT PRIMARY KEY, account_id BLOB NOT NULL, password_hash TEXT NOT NULL,
            signed_in_at INTEGER NOT NULL)""",
    ),
)


def upgrade_journal(engine: Engine) -> None:
    """Bring a journal to this build's layout, one transaction a step.

    Raises StoreBroken when a newer build made it.
    """
    with engine.connect() as connection:
        done = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if done > len(_JOURNAL_STEPS):
        raise StoreBroken(f"the journal has layout {done}, this build knows {len(_JOURNAL_STEPS)}")
    for number, statements in enumerate(_JOURNAL_STEPS[done:], start=done + 1):
        with engine.begin() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def replica_fits(engine: Engine) -> bool:
    """Tell whether a replica has this build's layout; an empty file does not."""
    with engine.connect() as connection:
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one()) == REPLICA_LAYOUT


def make_replica(engine: Engine) -> None:
    """Lay out an empty replica."""
    with engine.begin() as connection:
        ReplicaBase.metadata.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {REPLICA_LAYOUT}")
