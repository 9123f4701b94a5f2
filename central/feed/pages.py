"""Pages for everybody: read and compressed once, then served from memory."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass

from central.database import Database
from central.encodings import COMPRESSED_FROM, Encoding, encode
from central.feed.doorbell import Doorbell
from central.feed.reader import read_page
from protocol.cursor import Cursor

CACHE_BYTES = 64 * 1024 * 1024
REFRESH_SECONDS = 10.0
"""How old the head may be that a page from memory tells; its events never change."""

SETTLE_SECONDS = 0.02
"""Between a ring and the reading: a page that was being read when it rang may have missed what rang."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is sent."""

    body: bytes
    encoding: Encoding
    next: Cursor
    is_empty: bool
    has_more: bool
    is_final: bool
    head: int
    read_at: float  # by the loop's clock


@dataclass(frozen=True, slots=True)
class _Wanted:
    after: Cursor
    limit: int
    encoding: Encoding


class Pages:
    """Answers readers of the log, all of them at once where they ask for the same."""

    def __init__(self, database: Database, doorbell: Doorbell, cache_bytes: int = CACHE_BYTES) -> None:
        self._database = database
        self._doorbell = doorbell
        self._cache_bytes = cache_bytes
        self._kept: OrderedDict[_Wanted, Sheet] = OrderedDict()
        self._kept_bytes = 0
        self._being_read: dict[_Wanted, asyncio.Task[Sheet]] = {}

    async def get(self, after: Cursor, limit: int, encoding: Encoding) -> Sheet:
        """Return the page after a cursor.

        Raises ProblemRaised (409) when the cursor is not on the log.
        """
        wanted = _Wanted(after, limit, encoding)
        kept = self._kept.get(wanted)
        if kept is not None and asyncio.get_running_loop().time() < kept.read_at + REFRESH_SECONDS:
            self._kept.move_to_end(wanted)
            return kept
        if wanted not in self._being_read:
            task = asyncio.create_task(self._read(wanted))
            self._being_read[wanted] = task
            task.add_done_callback(lambda done: self._forget(wanted, done))
        # Shielded: a reader that goes away must not take the page from the others.
        return await asyncio.shield(self._being_read[wanted])

    async def wait(self, after: Cursor, limit: int, encoding: Encoding, seconds: float) -> Sheet:
        """Return the page after a cursor as soon as it holds an event, or empty when none came in time."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while True:
            sheet = await self.get(after, limit, encoding)
            left = end - loop.time()
            if not sheet.is_empty or left <= 0 or self._doorbell.is_closed:
                return sheet
            if await self._doorbell.wait(after.seq, left):
                await asyncio.sleep(SETTLE_SECONDS)

    def _forget(self, wanted: _Wanted, done: asyncio.Task[Sheet]) -> None:
        del self._being_read[wanted]
        if not done.cancelled():
            done.exception()  # seen, even if every reader is gone

    async def _read(self, wanted: _Wanted) -> Sheet:
        sheet = await asyncio.to_thread(self._make, wanted, asyncio.get_running_loop().time())
        self._doorbell.ring(sheet.head)
        self._kept_bytes -= len(gone.body) if (gone := self._kept.pop(wanted, None)) else 0
        if sheet.is_final:
            self._kept[wanted] = sheet
            self._kept_bytes += len(sheet.body)
        while self._kept_bytes > self._cache_bytes:
            self._kept_bytes -= len(self._kept.popitem(last=False)[1].body)
        return sheet

    def _make(self, wanted: _Wanted, now: float) -> Sheet:
        page = read_page(self._database, wanted.after, wanted.limit)
        body = page.body()
        encoding = wanted.encoding if len(body) >= COMPRESSED_FROM else Encoding.IDENTITY
        return Sheet(
            body=encode(body, encoding),
            encoding=encoding,
            next=page.next,
            is_empty=page.is_empty,
            has_more=page.has_more,
            is_final=page.is_final,
            head=page.head.seq,
            read_at=now,
        )
