"""A desk with years of the sample city's work in it: built once, then copied for each group of measurements."""

import shutil
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
import platformdirs

from benchmarks import city_log
from benchmarks.run import Run
from central.database import Database as CentreDatabase
from central.sample.staff import DESKS, OPERATORS
from central.upgrade import upgrade
from console.services.shift import Shift, SignedIn
from console.store.database import Database
from console.store.directory import Directory
from console.store.steps import REPLICA_LAYOUT
from protocol.ids import reference_id
from protocol.times import Clock, SystemClock, local
from protocol.wire import PAGE_SIZE, ChangesPage, EnrolReply, SeriesLease, SeriesState
from tests.central.centre import sqlite_url

KEY = bytes(range(32))
REPLICA = "replica.db"

_DESK_ID = DESKS[0].id
_OPERATOR = SignedIn(OPERATORS[0].id, OPERATORS[0].name, OPERATORS[0].role, OPERATORS[0].operator_code, None)
_NEWEST = "newest-pages.ndjson"
_HELD_BACK_PAGES = 20
_HELD_BACK_SHARE = 4  # of a short log at most one page in so many


@dataclass(frozen=True, slots=True)
class FilledDesk:
    """An enrolled desk somebody works at, and the newest pages of the log, not applied yet."""

    database: Database
    shift: Shift
    clock: Clock
    directory: Directory
    newest: tuple[ChangesPage, ...]


def cache_folder() -> Path:
    """Return the folder where what is built is kept from run to run."""
    return platformdirs.user_cache_path("contact-centre-console-benchmarks", appauthor=False)


@contextmanager
def copied(run: Run, name: str) -> Iterator[FilledDesk]:
    """Give a copy of the desk of the run's scale, building it first when there is none."""
    folder = run.folder / name
    shutil.copytree(_built(run), folder)
    clock = SystemClock()
    database = Database(folder, KEY, clock)
    try:
        with database.read() as connection:
            directory = Directory(connection)
        shift = Shift()
        shift.begin(_OPERATOR, _DESK_ID)
        lines = (folder / _NEWEST).read_bytes().splitlines()
        newest = tuple(msgspec.json.decode(line, type=ChangesPage) for line in lines)
        yield FilledDesk(database, shift, clock, directory, newest)
    finally:
        database.close()
        shutil.rmtree(folder)


def _built(run: Run) -> Path:
    folder = cache_folder() / f"desk-{run.scale.name}-seed{city_log.SEED}-layout{REPLICA_LAYOUT}"
    if not folder.exists():
        unfinished = folder.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        _build(unfinished, run)
        unfinished.rename(folder)
    return folder


def _build(folder: Path, run: Run) -> None:
    centre = CentreDatabase(sqlite_url(run.folder))
    upgrade(centre)
    city_log.fill(centre, run.scale, run.progress)
    run.progress.begin(f"a desk with {run.scale.tickets:,} tickets")
    clock = SystemClock()
    database = Database(folder, KEY, clock)
    lease = SeriesLease("990", SeriesState.ACTIVE, local(clock.now()).year % 100)
    device_id = reference_id("device", "1")
    database.journal.enrol("", EnrolReply(device_id=device_id, desk_id=_DESK_ID, token="", series=(lease,)))
    held_back: deque[ChangesPage] = deque()
    for page in city_log.pages(centre):
        held_back.append(page)
        if len(held_back) > min(_HELD_BACK_PAGES, page.head // PAGE_SIZE // _HELD_BACK_SHARE):
            database.apply(held_back.popleft())
            run.progress.tell(page.events[-1].seq, page.head)
    database.close()
    centre.close()
    (folder / _NEWEST).write_bytes(b"".join(msgspec.json.encode(page) + b"\n" for page in held_back))
