"""The parts of a running centre, made once and handed to every call."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

from central.database import Database
from central.devices import Gatekeeper
from central.feed.doorbell import Doorbell
from central.feed.pages import Pages
from central.problems import overloaded
from protocol.times import Clock

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

WRITERS = 8  # transactions at once; SQLite has one writer anyway
WAIT_SECONDS = 5.0  # for a place among them, before the desk is told to come again; it gives up after 10
PASSWORDS_AT_ONCE = 2  # each takes 64 MiB and a processor

HERD_SECONDS = 5.0
HERD_SIZE = 10
SPREAD_SECONDS = 10.0  # measured: 60 desks at once take 9 s, spread over 10 s each takes 0.2 s


@dataclass(frozen=True, slots=True)
class StreamTerms:
    """How a live stream is kept, in seconds: long enough to be cheap, short enough to leave no leak."""

    keep_alive: float = 15
    gather: float = 0.15  # events that come this close are sent together
    shortest: float = 600
    longest: float = 900
    at_most: int = 500  # streams of one process


class Herd:
    """Notices many desks coming at once, as after an outage, and spreads their pushes."""

    def __init__(self) -> None:
        self._hellos: deque[float] = deque(maxlen=HERD_SIZE)

    def spread(self) -> float:
        """Return within how many seconds the desk that says hello now should choose a moment to push."""
        now = time.monotonic()
        self._hellos.append(now)
        return SPREAD_SECONDS if len(self._hellos) == HERD_SIZE and now - self._hellos[0] < HERD_SECONDS else 0


@dataclass(frozen=True, slots=True)
class Centre:
    """What calls work with."""

    database: Database
    clock: Clock
    doorbell: Doorbell
    pages: Pages
    gatekeeper: Gatekeeper
    terms: StreamTerms
    writers: asyncio.Semaphore
    streams: asyncio.Semaphore
    passwords: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(PASSWORDS_AT_ONCE))
    herd: Herd = field(default_factory=Herd)

    async def write(self, work: Callable[Given, Answer], *args: Given.args, **kwargs: Given.kwargs) -> Answer:
        """Run work that writes in a worker thread.

        Raises ProblemRaised (503) when no place is free for long.
        """
        try:
            await asyncio.wait_for(self.writers.acquire(), WAIT_SECONDS)
        except TimeoutError:
            raise overloaded() from None
        try:
            return await asyncio.to_thread(work, *args, **kwargs)
        finally:
            self.writers.release()


def build_centre(database: Database, clock: Clock, terms: StreamTerms) -> Centre:
    """Return a centre over a database."""
    doorbell = Doorbell(database)
    return Centre(
        database=database,
        clock=clock,
        doorbell=doorbell,
        pages=Pages(database, doorbell),
        gatekeeper=Gatekeeper(database),
        terms=terms,
        writers=asyncio.Semaphore(1 if database.is_sqlite else WRITERS),
        streams=asyncio.Semaphore(terms.at_most),
    )
