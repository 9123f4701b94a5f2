"""The ASGI application."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from litestar import Litestar
from litestar.datastructures import ResponseHeader, State
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme

from central.api.bodies import LARGEST_BODY
from central.api.centre import Centre
from central.api.compression import COMPRESSION
from central.api.errors import HANDLERS
from central.api.health import VERSION, health
from central.api.sync import device_calls, enrol
from central.feed.clerk import release_overdue
from protocol.wire import PROTOCOL_VERSION

WORKER_THREADS = 16  # writers, password checks and readers together, below the database's pool


def create_app(centre: Centre) -> Litestar:
    """Return the application over a centre."""

    @asynccontextmanager
    async def running(_: Litestar) -> AsyncIterator[None]:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(WORKER_THREADS, "centre"))
        now = centre.clock.now()
        await centre.write(centre.database.transact, lambda connection: release_overdue(connection, now))
        centre.doorbell.open()
        try:
            yield
        finally:
            await centre.doorbell.closed()
            centre.database.close()

    return Litestar(
        route_handlers=[enrol, device_calls, health],
        state=State({"centre": centre}),
        dependencies={"centre": Provide(lambda: centre, sync_to_thread=False)},
        exception_handlers=HANDLERS,
        compression_config=COMPRESSION,
        request_max_body_size=LARGEST_BODY,
        response_headers=[ResponseHeader(name="Sync-Protocol", value=str(PROTOCOL_VERSION))],
        lifespan=[running],
        logging_config=None,
        openapi_config=OpenAPIConfig(
            title="Contact centre",
            version=VERSION,
            render_plugins=[JsonRenderPlugin(path=["/", "/openapi.json"])],
            components=Components(
                security_schemes={
                    "desk": SecurityScheme(
                        type="apiKey",
                        name="Authorization",
                        security_scheme_in="header",
                        description="`Desk <device id>:<token>`, as given at enrolment.",
                    )
                }
            ),
        ),
    )
