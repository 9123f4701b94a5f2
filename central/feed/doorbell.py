"""The doorbell: wakes whoever waits for the log to grow. The truth is the log; a ring that is missed costs a poll."""

import asyncio
import logging
import threading
import time
from collections.abc import Callable

import psycopg
from sqlalchemy.exc import DBAPIError

from central.database import Database
from central.feed.head import read_head
from central.feed.writing import CHANNEL

logger = logging.getLogger(__name__)

POLL_SECONDS = 0.25
LISTEN_SECONDS = 0.5  # how soon the listening thread notices that it should end


class Doorbell:
    """Knows how far the log has come and lets tasks of one event loop wait for more."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._seq = 0
        self._waiting = 0
        self._closed = asyncio.Event()
        self._grown = asyncio.Event()
        self._poll: asyncio.Task[None] | None = None
        self._listener: threading.Thread | None = None

    @property
    def is_closed(self) -> bool:
        """Whether the server is stopping: nobody should wait any more."""
        return self._closed.is_set()

    def open(self) -> None:
        """Begin to listen; call it inside the running loop."""
        self._poll = asyncio.create_task(self._poll_head())
        if not self._database.is_sqlite:
            ring = asyncio.get_running_loop().call_soon_threadsafe
            self._listener = threading.Thread(target=self._listen, args=(ring,), name="doorbell", daemon=True)
            self._listener.start()

    def close(self) -> None:
        """Wake everybody for the last time."""
        self._closed.set()
        self._grown.set()

    async def closed(self) -> None:
        """Wait until nothing listens any more."""
        self.close()
        if self._poll is not None:
            await asyncio.wait([self._poll])
        if self._listener is not None:
            await asyncio.to_thread(self._listener.join)

    def ring(self, seq: int) -> None:
        """Say how far the log has come."""
        if seq > self._seq:
            self._seq = seq
            self._grown.set()
            if not self.is_closed:
                self._grown = asyncio.Event()

    async def wait(self, after: int, seconds: float) -> bool:
        """Wait until the log has more than `after`; tell whether it has."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        self._waiting += 1
        try:
            while self._seq <= after and not self.is_closed and (left := end - loop.time()) > 0:
                try:
                    await asyncio.wait_for(self._grown.wait(), left)
                except TimeoutError:
                    break
        finally:
            self._waiting -= 1
        return self._seq > after

    async def _poll_head(self) -> None:
        """Look at the head now and then: other processes append too, and a notification may be lost."""
        outage = Outage("The head cannot be read")
        while not self.is_closed:
            if self._waiting:
                try:
                    self.ring(await asyncio.to_thread(self._read_seq))
                    outage.end()
                except DBAPIError as error:
                    outage.begin(error)
            try:
                await asyncio.wait_for(self._closed.wait(), POLL_SECONDS)
            except TimeoutError:
                continue

    def _read_seq(self) -> int:
        with self._database.read() as connection:
            return read_head(connection).seq

    def _listen(self, call_soon: Callable[..., object]) -> None:
        """Ring on PostgreSQL's notifications, in a thread: an asynchronous connection would not run on Windows."""
        address = self._database.url.set(drivername="postgresql").render_as_string(hide_password=False)
        outage = Outage("Notifications are not heard; polling goes on")
        while not self.is_closed:
            try:
                with psycopg.connect(address, autocommit=True) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    outage.end()
                    while not self.is_closed:
                        for notice in connection.notifies(timeout=LISTEN_SECONDS, stop_after=1):
                            call_soon(self.ring, int(notice.payload))
            except psycopg.Error as error:
                outage.begin(error)
                time.sleep(LISTEN_SECONDS)


class Outage:
    """Says once that something does not work, and once that it does again."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._lasts = False

    def begin(self, error: Exception) -> None:
        """Say that it fails."""
        if not self._lasts:
            logger.warning("%s (%s)", self._words, type(error).__name__)
        self._lasts = True

    def end(self) -> None:
        """Say that it works."""
        if self._lasts:
            logger.info("The database answers again")
        self._lasts = False
