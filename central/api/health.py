"""Whether the centre can work, for who watches over it."""

import asyncio
from importlib.metadata import PackageNotFoundError, version

from litestar import get
from litestar.di import NamedDependency

from central.api.centre import Centre
from central.feed.head import Head, read_head
from protocol.wire import Health

DISTRIBUTION = "contact-centre-console"


@get("/health")
async def health(centre: NamedDependency[Centre]) -> Health:
    """Read the head of the log; the call fails when the database does."""
    head = await asyncio.to_thread(_head, centre)
    return Health(status="ok", version=VERSION, database=centre.database.name, epoch=head.epoch, head=head.seq)


def _head(centre: Centre) -> Head:
    with centre.database.read() as connection:
        return read_head(connection)


def _version() -> str:
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:  # run from its source folder
        return "source"


VERSION = _version()
