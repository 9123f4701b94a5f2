"""The private PostgreSQL cluster behaves as the fault tests need it."""

import pytest
from sqlalchemy import create_engine, text

from tests.postgres import PostgresCluster, StopMode

pytestmark = pytest.mark.postgres


def test_what_was_committed_survives_a_power_cut(postgres: PostgresCluster) -> None:
    engine = create_engine(postgres.database("power_cut"))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE kept (number int)"))
        connection.execute(text("INSERT INTO kept VALUES (214)"))
    engine.dispose()
    postgres.restart(StopMode.IMMEDIATE)
    with engine.begin() as connection:
        assert connection.scalar(text("SELECT number FROM kept")) == 214
    engine.dispose()


def test_a_database_made_again_is_empty(postgres: PostgresCluster) -> None:
    engine = create_engine(postgres.database("twice"))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE old (number int)"))
    engine.dispose()
    engine = create_engine(postgres.database("twice"))
    with engine.begin() as connection:
        assert connection.scalar(text("SELECT to_regclass('old')")) is None
    engine.dispose()


def test_ukrainian_letters_sort_in_the_order_of_the_alphabet(postgres: PostgresCluster) -> None:
    engine = create_engine(postgres.database("letters"))
    with engine.begin() as connection:
        ordered = connection.scalars(
            text("SELECT letter FROM unnest(array['я','ґ','є','г','е']) letter ORDER BY letter")
        )
        assert "".join(ordered) == "гґеєя"
    engine.dispose()
