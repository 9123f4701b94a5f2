"""A running centre over each database, and desks at it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import TypeAlias

import pytest
from argon2 import PasswordHasher
from sqlalchemy import URL

from central.importing import import_records
from protocol.ids import new_id
from protocol.records import Account
from protocol.vocabulary import Role
from tests.central.centre import RunningCentre, sqlite_url
from tests.central.city import RECORDS
from tests.central.wire_desk import WireDesk
from tests.postgres import PostgresCluster

MakeDesk: TypeAlias = Callable[..., WireDesk]
MakeUrl: TypeAlias = Callable[[], str | URL]

_numbers = count(1)

BACKENDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Make password hashes cheap: ours take long by design."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("central.passwords._hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield


@pytest.fixture(scope="module", params=BACKENDS)
def new_database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> MakeUrl:
    """Return a function that makes an empty database, once for SQLite and once for PostgreSQL."""
    if request.param == "sqlite":
        return lambda: sqlite_url(tmp_path_factory.mktemp("centre"))
    postgres: PostgresCluster = request.getfixturevalue("postgres")
    return lambda: postgres.database(f"centre_{next(_numbers)}")


@pytest.fixture(scope="module")
def centre(new_database: MakeUrl) -> Iterator[RunningCentre]:
    """Yield a running centre of a small city; the tests of a module share it, each with desks of its own."""
    with RunningCentre(new_database()) as running:
        import_records(running.database, RECORDS, running.clock)
        yield running


@pytest.fixture
def make_desk(centre: RunningCentre) -> Iterator[MakeDesk]:
    """Return a function that enrols a desk with a new person at it."""
    with ExitStack() as stack:

        def make(role: Role = Role.OPERATOR) -> WireDesk:
            number = next(_numbers)
            # Without a password: making one takes long by design.
            person = Account(id=new_id(centre.clock.now()), login=f"person-{number}", name="Коваль Олена", role=role)
            import_records(centre.database, [person], centre.clock)
            desk = WireDesk(centre, person, f"Місце {number}")
            stack.callback(desk.close)
            desk.pull()
            return desk

        yield make


@pytest.fixture
def desk(make_desk: MakeDesk) -> WireDesk:
    """Return a desk that knows all the centre knows."""
    return make_desk()


@pytest.fixture
def other(make_desk: MakeDesk) -> WireDesk:
    """Return a second desk."""
    return make_desk()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    return tmp_path
