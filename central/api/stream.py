"""The live stream: pages of the log as server-sent events, as soon as they are written."""

import asyncio
import random
from collections.abc import AsyncIterator

from sqlalchemy.exc import DBAPIError

from central.api.centre import Centre
from central.encodings import Encoding
from central.problems import ProblemRaised
from protocol.cursor import Cursor
from protocol.wire import PAGE_SIZE

_RETRY_MS = (1_000, 10_000)


async def live(centre: Centre, after: Cursor) -> AsyncIterator[bytes]:
    """Yield what comes after a cursor until the stream's time is over or the server stops.

    The next page is read when the last one is sent: a slow reader holds up nobody and no queue grows.
    """
    terms = centre.terms
    loop = asyncio.get_running_loop()
    end = loop.time() + random.uniform(terms.shortest, terms.longest)  # noqa: S311 - spreads reconnecting desks
    cursor = after
    async with centre.streams:
        yield b": open\n\n"
        while loop.time() < end and not centre.doorbell.is_closed:
            try:
                sheet = await centre.pages.wait(cursor, PAGE_SIZE, Encoding.IDENTITY, terms.keep_alive)
            except (ProblemRaised, DBAPIError):
                break  # the log was replaced, or the database is away: the desk's next call will be told so
            if not sheet.is_empty:
                yield b"id: %b\ndata: %b\n\n" % (str(sheet.next).encode(), sheet.body)
                cursor = sheet.next
                await asyncio.sleep(0 if sheet.has_more else terms.gather)
            elif not centre.doorbell.is_closed:
                yield b": ka\n\n"
        yield b"retry: %d\n\n" % random.randint(*_RETRY_MS)  # noqa: S311 - spreads reconnecting desks
