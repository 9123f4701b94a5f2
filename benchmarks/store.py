"""Group `store`: what the desk's database does while a person waits."""

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection

from benchmarks import filled_desk, raw
from benchmarks.filled_desk import FilledDesk
from benchmarks.row import Goal, Measured, measured, times_raw
from benchmarks.run import Run
from benchmarks.sampling import by_turns, percentile
from console.services.intake import Caller, Place, Problem
from console.store import history, queue
from console.store.history import HouseKey
from console.store.queue import QueueFilter
from protocol.due import due_at
from protocol.phones import PhoneNumber
from protocol.times import MINUTE, Instant, SystemClock
from protocol.vocabulary import LegalRegime

T = TypeVar("T")

_READS = 400
_SAVES = 200
_BUSY = 20  # callers and houses with the most tickets
_SEED = 1

_PHONES = "SELECT DISTINCT phone FROM ticket WHERE phone IS NOT NULL"
_BUSY_PHONES = "SELECT phone FROM ticket WHERE phone IS NOT NULL GROUP BY phone ORDER BY count(*) DESC LIMIT ?"
_BUSY_HOUSES = """SELECT street_id, house FROM ticket WHERE street_id IS NOT NULL AND house != ''
    GROUP BY street_id, house ORDER BY count(*) DESC LIMIT ?"""


def measure(run: Run) -> Iterator[Measured]:
    """Measure reads beside the same statements sent raw, and a save beside one flush of the disk."""
    with filled_desk.copied(run, "store") as desk:
        yield from _reads(run, desk)
        yield _save(run, desk)


def _reads(run: Run, desk: FilledDesk) -> Iterator[Measured]:
    connection = raw.connect(desk.database.folder / filled_desk.REPLICA, filled_desk.KEY)
    dice = Random(_SEED)

    def row(name: str, read: Callable[[Connection, T], object], inputs: Sequence[T], limit: float) -> Measured:
        """Measure one read on inputs drawn from those given."""
        run.progress.begin(name)
        drawn = dice.choices(inputs, k=run.samples(_READS))

        def product(each: T) -> None:
            with desk.database.read() as reading:
                read(reading, each)

        statements = {each: raw.statements_of(lambda: product(each)) for each in set(drawn)}
        pair = by_turns(product, lambda each: raw.fetch(connection, statements[each]), drawn, run.progress)
        return measured(name, "ms", pair, 50, times_raw(limit))

    callers = [phone for (phone,) in connection.execute(_PHONES)]
    busy_callers = [phone for (phone,) in connection.execute(_BUSY_PHONES, (_BUSY,))]
    houses = [HouseKey(UUID(bytes=street), house) for street, house in connection.execute(_BUSY_HOUSES, (_BUSY,))]
    now = SystemClock().now()
    try:
        yield row("store.pop", _pop, callers, 1.5)
        yield row("store.pop_busy", _pop, busy_callers, 1.5)
        yield row("store.queue", _queue, [now + minute * MINUTE for minute in range(_BUSY)], 2)
        yield row("store.history", history.by_house, houses, 3)
        yield row("store.history_phone", history.by_phone, busy_callers, 3)
    finally:
        connection.close()
