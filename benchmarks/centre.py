"""A centre in a process of its own, over a fresh database with a thousand tickets of the sample city."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import URL

from benchmarks import city_log
from benchmarks.run import TRIAL, Run
from benchmarks.serving import serving
from benchmarks.working_desk import WorkingDesk, sit_down
from central.database import Database as CentreDatabase
from central.desks import invite_device
from central.feed.head import read_head
from central.upgrade import upgrade
from console.store.database import Database
from console.sync.client import CentreClient
from protocol.times import SystemClock
from tests.postgres import private_cluster, server_programs

_PROGRAM = (sys.executable, "-c", "import sys; from central.commands import main; sys.exit(main())")
_CLOCK = SystemClock()
_KEY = bytes(range(32))


@dataclass(frozen=True, slots=True)
class ConnectedDesk:
    """A desk enrolled at a running centre, with all the centre knew when it enrolled."""

    desk: WorkingDesk
    client: CentreClient
    name: str  # also its fingerprint
    device_id: UUID
    token: str


class MeasuredCentre:
    """A running centre; its database can be looked into directly."""

    def __init__(self, port: int, database: CentreDatabase, folder: Path) -> None:
        self.port = port
        self.database = database
        self._folder = folder

    def head(self) -> int:
        """Return how far the log has come."""
        with self.database.read() as connection:
            return read_head(connection).seq

    @contextmanager
    def desk(self, name: str) -> Iterator[ConnectedDesk]:
        """Enrol a new desk, bring it level and give it."""
        now = _CLOCK.now()
        code = self.database.transact(lambda connection: invite_device(connection, name, "", now))
        url = f"http://127.0.0.1:{self.port}"
        client = CentreClient(url)
        enrolled = client.enrol(code, name)
        client.identify(enrolled.device_id, enrolled.token)
        database = Database(self._folder / name, _KEY, _CLOCK)
        database.journal.enrol(url, enrolled)
        has_more = True
        while has_more:
            page = client.pull(database.replica.place()[0])
            database.apply(page)
            has_more = page.more
        try:
            desk = sit_down(database, enrolled.desk_id, _CLOCK)
            yield ConnectedDesk(desk, client, name, enrolled.device_id, enrolled.token)
        finally:
            client.close()
            database.close()
            shutil.rmtree(self._folder / name)


@contextmanager
def running(run: Run, url: URL) -> Iterator[MeasuredCentre]:
    """Fill the empty database at this URL, and run a centre over it."""
    database = CentreDatabase(url)
    upgrade(database)
    city_log.fill(database, TRIAL, run.progress)
    try:
        address = url.render_as_string(hide_password=False)
        with serving([*_PROGRAM, "serve", "--database", address, "--port", "0", "--announce"]) as port:
            yield MeasuredCentre(port, database, run.folder)
    finally:
        database.close()


class EmptyDatabases(NamedTuple):
    """Where a centre may be made, and where its twin."""

    centre: URL
    twin: URL


def has_postgresql(run: Run, names: str) -> bool:
    """Tell whether a PostgreSQL server is installed, and say that these rows are left out when none is."""
    try:
        server_programs()
    except RuntimeError as error:
        run.leave_out(names, str(error))
        return False
    return True


@contextmanager
def on_postgresql() -> Iterator[EmptyDatabases]:
    """Give databases of a PostgreSQL server of this run's own."""
    with private_cluster() as cluster:
        yield EmptyDatabases(cluster.database("centre"), cluster.database("twin"))


@contextmanager
def on_sqlite(run: Run) -> Iterator[EmptyDatabases]:
    """Give SQLite databases in a folder of their own."""
    with TemporaryDirectory(dir=run.folder) as folder:
        yield EmptyDatabases(*(URL.create("sqlite", database=str(Path(folder, name))) for name in ("centre", "twin")))
