"""The migrated database is the one the code describes."""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Connection, select, text

from central.database import Database
from central.importing import import_records
from central.schema import feed_head, metadata
from central.upgrade import is_current, upgrade
from protocol.events import FIRST_CHAIN
from protocol.records import Desk
from protocol.times import SystemClock
from tests.central.conftest import MakeUrl

SQLITE_SHAPE = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
POSTGRESQL_SHAPE = """
SELECT 'column', table_name || '.' || column_name,
       concat_ws(' ', data_type, collation_name, is_nullable, column_default, generation_expression)
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'constraint', conname, pg_get_constraintdef(oid) FROM pg_constraint
          WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'trigger', tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'function', proname, pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""


def shape(connection: Connection) -> dict[tuple[str, str], list[str]]:
    """Return everything the database has by kind and name, without Alembic's own table."""
    statement = SQLITE_SHAPE if connection.dialect.name == "sqlite" else POSTGRESQL_SHAPE
    return {
        # SQLite keeps the words a table was made by: the order of its constraints says nothing.
        (kind, name): sorted(line.strip(" ,\t") for line in re.split(r"\n", words))
        for kind, name, words in connection.execute(text(statement))
        if not name.startswith("alembic_version")
    }


def test_a_migrated_database_is_the_one_described(new_database: MakeUrl) -> None:
    migrated, described = Database(new_database()), Database(new_database())
    upgrade(migrated)
    with described.write() as connection:
        metadata.create_all(connection)
        wanted = shape(connection)
    with migrated.read() as connection:
        assert shape(connection) == wanted
    assert len(wanted) > 20
    migrated.close()
    described.close()


def test_migrating_again_changes_nothing(new_database: MakeUrl) -> None:
    database = Database(new_database())
    assert not is_current(database)
    upgrade(database)
    upgrade(database)
    assert is_current(database)
    with database.read() as connection:
        assert connection.execute(select(feed_head)).one() == (1, 1, 0, FIRST_CHAIN, 0)
    database.close()


def test_a_sqlite_file_is_made_with_its_folder(folder: Path) -> None:
    database = Database(f"sqlite:///{(folder / 'new' / 'centre.db').as_posix()}")
    upgrade(database)
    database.close()
    assert (folder / "new" / "centre.db").exists()


def test_a_centre_may_live_in_memory() -> None:
    database = Database("sqlite://")
    upgrade(database)
    desk = Desk(id=uuid4(), name="Місце 1")
    assert import_records(database, [desk], SystemClock()) == 1
    assert import_records(database, [desk], SystemClock()) == 0
    database.close()


def test_an_outdated_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("central.database.dbapi2.sqlite_version_info", (3, 51, 2))
    with pytest.raises(RuntimeError, match="too old"):
        Database("sqlite://")
