"""A centre in a process of its own, over a fresh database with a thousand tickets of the sample city."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import URL, make_url

from benchmarks import city_log
from benchmarks.run import TRIAL, Run
from benchmarks.working_desk import WorkingDesk, sit_down
from central.database import Database as CentreDatabase
from central.desks import invite_device
from central.feed.head import read_head
from central.upgrade import upgrade
from console.store.database import Database
from console.sync.client import CentreClient
from protocol.times import SystemClock
from tests.postgres import private_cluster

_PROGRAM = (sys.executable, "-c", "import sys; from central.commands import main; sys.exit(main())")
_CLOCK = SystemClock()
_KEY = bytes(range(32))
_START_SECONDS = 30.0
_STOP_SECONDS = 10.0
_LOOK_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class ConnectedDesk:
    """A desk enrolled at a running centre, with all the centre knew when it enrolled."""

    desk: WorkingDesk
    client: CentreClient
    device_id: UUID
    token: str


class MeasuredCentre:
    """A running centre; its database can be looked into directly."""

    def __init__(self, url: str, database: CentreDatabase, folder: Path) -> None:
        self.url = url
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
        client = CentreClient(self.url)
        enrolled = client.enrol(code, name)
        client.identify(enrolled.device_id, enrolled.token)
        database = Database(self._folder / name, _KEY, _CLOCK)
        database.journal.enrol(self.url, enrolled)
        has_more = True
        while has_more:
            page = client.pull(database.replica.place()[0])
            database.apply(page)
            has_more = page.more
        try:
            yield ConnectedDesk(
                sit_down(database, enrolled.desk_id, _CLOCK), client, enrolled.device_id, enrolled.token
            )
        finally:
            client.close()
            database.close()
            shutil.rmtree(self._folder / name)


@contextmanager
def running(run: Run, url: str | URL) -> Iterator[MeasuredCentre]:
    """Fill the empty database at this URL, and run a centre over it."""
    database = CentreDatabase(url)
    upgrade(database)
    city_log.fill(database, TRIAL, run.progress)
    address = make_url(url).render_as_string(hide_password=False)
    announce = run.folder / f"{database.name}.port"
    command = [*_PROGRAM, "serve", "--database", address, "--port", "0", "--announce", str(announce)]
    with (run.folder / f"{database.name}.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        port = _announced(announce, process)
        yield MeasuredCentre(f"http://127.0.0.1:{port}", database, run.folder)
    finally:
        process.terminate()
        process.wait(_STOP_SECONDS)
        database.close()


class EmptyDatabases(NamedTuple):
    """Where a centre may be made, and where its twin."""

    centre: URL
    twin: URL


@contextmanager
def on_postgresql() -> Iterator[EmptyDatabases]:
    """Give databases of a PostgreSQL server of this run's own.

    Raises RuntimeError where none is installed.
    """
    with private_cluster() as cluster:
        yield EmptyDatabases(cluster.database("centre"), cluster.database("twin"))


@contextmanager
def on_sqlite(run: Run) -> Iterator[EmptyDatabases]:
    """Give SQLite databases in a folder of their own."""
    with TemporaryDirectory(dir=run.folder) as folder:
        yield EmptyDatabases(
            *(make_url(f"sqlite:///{(Path(folder) / name).as_posix()}") for name in ("centre.db", "twin.db"))
        )


def _announced(file: Path, process: subprocess.Popen[bytes]) -> int:
    deadline = monotonic() + _START_SECONDS
    while not file.exists():
        if process.poll() is not None or monotonic() > deadline:
            raise RuntimeError("The centre did not start.")
        sleep(_LOOK_SECONDS)
    return int(file.read_text(encoding="utf-8"))
