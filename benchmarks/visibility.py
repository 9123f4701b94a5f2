"""How soon a ticket registered at one desk is in the database of another, both synced by their real drivers."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from benchmarks import raw
from benchmarks.centre import ConnectedDesk, MeasuredCentre
from benchmarks.run import Run
from benchmarks.sampling import Pair, milliseconds
from benchmarks.twin import Rows, Twin, rows_between
from benchmarks.working_desk import Call
from console.jobs import Jobs
from console.store.feed import ChangeSet
from console.sync.driver import SyncDriver

_SAMPLES = 150
_WARM_UP = 5
_LONGEST_PAUSE = 0.4  # seconds between two tickets: none keeps step with the stream's gathering
_LOST_SECONDS = 30.0
_SEED = 1


def ways(run: Run, centre: MeasuredCentre, twin: Twin) -> Pair:
    """Time tickets from desk to desk beside the same rows from connection to connection of a bare database."""
    with centre.desk("here") as here, centre.desk("there") as there:
        calls = list(here.desk.calls(run.samples(_SAMPLES) + _WARM_UP))
        bare = _BareWay(twin, run.folder / f"bare-{centre.database.name}.db")
        pair = asyncio.run(_desk_to_desk(run, centre, (here, there), bare, calls))
        bare.close()
    return pair


class _BareWay:
    """Commits rows on one connection, fetches the event on another and stores it in a bare desk file."""

    def __init__(self, twin: Twin, file: Path) -> None:
        self._twin = twin
        self._sender = twin.connect()
        self._listener = twin.listen()
        self._desk = raw.connect(file, bytes(32))
        self._desk.execute("CREATE TABLE event (seq INTEGER PRIMARY KEY, body TEXT)")

    def carry(self, rows: Rows) -> None:
        """Bring the newest event over."""
        self._twin.write(self._sender, rows)
        self._desk.execute("INSERT INTO event VALUES (?, ?)", self._twin.newest(self._listener))

    def close(self) -> None:
        """Close every connection."""
        for connection in (self._sender, self._listener, self._desk):
            connection.close()


async def _desk_to_desk(
    run: Run,
    centre: MeasuredCentre,
    desks: tuple[ConnectedDesk, ConnectedDesk],
    bare: _BareWay,
    calls: Sequence[Call],
) -> Pair:
    here, there = desks
    dice, pair = Random(_SEED), Pair()
    arrived: asyncio.Queue[Any] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def on_commit(changes: ChangeSet) -> None:
        for touched in changes.touched:
            loop.call_soon_threadsafe(arrived.put_nowait, touched.id)

    there.desk.database.feed.subscribe(on_commit)
    async with _synced(here) as jobs, _synced(there):
        for number, call in enumerate(run.progress.through(calls)):
            await asyncio.sleep(dice.uniform(0, _LONGEST_PAUSE))
            before = centre.head()
            start = perf_counter()
            registered = await jobs.write(here.desk.intake.register, *call)
            async with asyncio.timeout(_LOST_SECONDS):
                while await arrived.get() != registered.ticket_id:
                    pass
            took = (perf_counter() - start) * 1000
            bare_took = milliseconds(bare.carry, rows_between(centre.database, before, centre.head()))
            if number >= _WARM_UP:
                pair.product.append(took)
                pair.raw.append(bare_took)
    return pair


@asynccontextmanager
async def _synced(connected: ConnectedDesk) -> AsyncIterator[Jobs]:
    """Run a desk's sync driver and give the desk's lanes."""
    failures: list[BaseException] = []
    jobs = Jobs(failures.append)
    desk = connected.desk
    driver = SyncDriver(desk.database, jobs, connected.client, desk.clock, "benchmarks", connected.name)
    jobs.spawn(driver.run(), "sync")
    try:
        yield jobs
    finally:
        await jobs.close()
    if failures:
        raise failures[0]
