"""A desk with years of the sample city's work in it: built once, then copied for each group of measurements."""

import os
import shutil
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

import msgspec
import platformdirs
from sqlalchemy import URL
from sqlalchemy.schema import CreateTable

from benchmarks import city_log
from benchmarks.run import Run
from benchmarks.working_desk import WorkingDesk, sit_down
from central.database import Database as CentreDatabase
from central.sample.staff import DESKS
from central.upgrade import upgrade
from console.models import ReplicaBase
from console.store.database import Database
from console.store.steps import REPLICA_LAYOUT
from protocol.ids import reference_id
from protocol.times import SystemClock, local
from protocol.wire import PAGE_SIZE, ChangesPage, EnrolReply, SeriesLease, SeriesState

KEY = bytes(range(32))
REPLICA = "replica.db"

CLOCK = SystemClock()
_NOWHERE = "http://127.0.0.1:1"
_NEWEST = "newest-pages.ndjson"
_HELD_BACK_PAGES = 20
_HELD_BACK_SHARE = 4  # of a short log at most one page in so many


def cache_folder() -> Path:
    """Return the folder where what is built is kept from run to run."""
    return platformdirs.user_cache_path("contact-centre-console-benchmarks", appauthor=False)


@contextmanager
def copied(run: Run, name: str) -> Iterator[Path]:
    """Give a copy of the desk folder of the run's scale, building it first when there is none."""
    folder = run.folder / name
    shutil.copytree(_built(run), folder)
    for file in folder.iterdir():
        with file.open("r+b") as copy:
            os.fsync(copy.fileno())  # or the first flush that is measured would write the whole copy out
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def opened(run: Run, name: str) -> Iterator[WorkingDesk]:
    """Give a copy of the desk of the run's scale at work."""
    with copied(run, name) as folder:
        database = Database(folder, KEY, CLOCK)
        try:
            yield sit_down(database, DESKS[0].id, CLOCK)
        finally:
            database.close()


def newest_pages(run: Run) -> list[ChangesPage]:
    """Return the newest pages of the log, which the desk has not applied yet."""
    lines = (_built(run) / _NEWEST).read_bytes().splitlines()
    return [msgspec.json.decode(line, type=ChangesPage) for line in lines]


def _built(run: Run) -> Path:
    folder = cache_folder() / f"desk-{run.scale.name}-seed{city_log.SEED}-layout{REPLICA_LAYOUT}-{_tables():08x}"
    if not folder.exists():
        unfinished = folder.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        _build(unfinished, run)
        unfinished.rename(folder)
    return folder


def _tables() -> int:
    """Return a checksum of the replica's tables: between releases they change without the layout's number."""
    return crc32("".join(str(CreateTable(table)) for table in ReplicaBase.metadata.sorted_tables).encode())


def _build(folder: Path, run: Run) -> None:
    centre = CentreDatabase(URL.create("sqlite", database=str(run.folder / "centre.db")))
    upgrade(centre)
    city_log.fill(centre, run.scale, run.progress)
    run.progress.begin(f"building a desk with {run.scale.tickets:,} tickets")
    database = Database(folder, KEY, CLOCK)
    lease = SeriesLease("990", SeriesState.ACTIVE, local(CLOCK.now()).year % 100)
    device_id = reference_id("device", "benchmarks")
    database.journal.enrol(_NOWHERE, EnrolReply(device_id=device_id, desk_id=DESKS[0].id, token="", series=(lease,)))
    held_back: deque[ChangesPage] = deque()
    for page in city_log.pages(centre):
        held_back.append(page)
        if len(held_back) > min(_HELD_BACK_PAGES, page.head // PAGE_SIZE // _HELD_BACK_SHARE):
            database.apply(held_back.popleft())
            run.progress.tell(page.events[-1].seq, page.head)
    database.close()
    centre.close()
    (folder / _NEWEST).write_bytes(b"".join(msgspec.json.encode(page) + b"\n" for page in held_back))
