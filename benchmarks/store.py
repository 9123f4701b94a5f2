"""Group `store`: what the desk's database does while a person waits."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from random import Random
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection

from benchmarks import filled_desk, raw
from benchmarks.row import Goal, Measured, timed, times_raw
from benchmarks.run import Run
from benchmarks.sampling import by_turns
from benchmarks.working_desk import WorkingDesk
from console.store import history, queue
from console.store.history import HouseKey
from console.store.queue import QueueFilter
from protocol.times import MINUTE, Instant

InputT = TypeVar("InputT", bound=Hashable)

_READS = 400
_SAVES = 200
_BUSY = 20  # callers and houses with the most tickets
_SEED = 1

_CALLERS = "SELECT DISTINCT phone FROM ticket WHERE phone IS NOT NULL"
_BUSY_CALLERS = "SELECT phone FROM ticket WHERE phone IS NOT NULL GROUP BY phone ORDER BY count(*) DESC LIMIT ?"
_BUSY_HOUSES = """SELECT street_id, house FROM ticket WHERE street_id IS NOT NULL AND house != ''
    GROUP BY street_id, house ORDER BY count(*) DESC LIMIT ?"""


def measure(run: Run) -> Iterator[Measured]:
    """Measure reads beside the same statements sent raw, and a save beside one flush of the disk."""
    with filled_desk.opened(run, "store") as desk:
        yield from _reads(run, desk)
        yield _save(run, desk)


def _reads(run: Run, desk: WorkingDesk) -> Iterator[Measured]:
    now = desk.clock.now()
    bare = raw.connect(desk.database.folder / filled_desk.REPLICA, filled_desk.KEY)
    callers = [phone for (phone,) in bare.execute(_CALLERS)]
    busy_callers = [phone for (phone,) in bare.execute(_BUSY_CALLERS, (_BUSY,))]
    busy_houses = [HouseKey(UUID(bytes=street), house) for street, house in bare.execute(_BUSY_HOUSES, (_BUSY,))]

    def row(name: str, read: Callable[[Connection, InputT], object], inputs: Sequence[InputT], goal: Goal) -> Measured:
        """Time one read on inputs drawn from these."""
        run.progress.begin(name)
        drawn = Random(_SEED).choices(inputs, k=run.samples(_READS))

        def product(each: InputT) -> None:
            with desk.database.read() as connection:
                read(connection, each)

        statements = {each: raw.statements_of(product, each) for each in set(drawn)}
        pair = by_turns(product, lambda each: raw.fetch(bare, statements[each]), drawn, run.progress)
        return timed(name, pair, goal)

    yield row("store.pop", _pop, callers, times_raw(1.5))
    yield row("store.pop_busy", _pop, busy_callers, times_raw(1.5))
    yield row("store.queue", _queue, [now + minute * MINUTE for minute in range(_BUSY)], times_raw(2))
    yield row("store.history", history.by_house, busy_houses, times_raw(3))
    yield row("store.history_phone", history.by_phone, busy_callers, times_raw(3))
    bare.close()


def _pop(connection: Connection, phone: str) -> None:
    """Read what is shown when a call rings."""
    history.people(connection, phone)
    history.by_phone(connection, phone)


def _queue(connection: Connection, now: Instant) -> None:
    queue.page(connection, QueueFilter(), now)
    queue.counts(connection, None, now)


def _save(run: Run, desk: WorkingDesk) -> Measured:
    """Time registering an intake: journal, black box and replica."""
    run.progress.begin("store.save")
    with raw.growing_file(run.folder / "flushed") as add_page:
        pair = by_turns(
            lambda call: desk.intake.register(*call),
            lambda _: add_page(),
            list(desk.calls(run.samples(_SAVES))),
            run.progress,
        )
    return timed("store.save", pair, times_raw(3))
