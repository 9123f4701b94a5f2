"""Running the server: one process, or several over one PostgreSQL."""

import contextlib
import multiprocessing
import multiprocessing.connection
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn

from central.api.app import create_app
from central.api.centre import Centre, StreamTerms, build_centre
from central.database import Database
from central.settings import Settings
from protocol.times import SystemClock

STOP_SECONDS = 2  # for calls under way; streams and long polls end at once


class CentreServer(uvicorn.Server):
    """A server that ends its streams before it waits for its connections."""

    def __init__(self, centre: Centre, host: str, port: int, listening: Callable[[int], None] | None = None) -> None:
        """Serve a centre; `listening` is told the port once calls are taken."""
        super().__init__(
            uvicorn.Config(
                create_app(centre),
                host=host,
                port=port,
                http="h11",
                ws="none",
                loop="asyncio",
                lifespan="on",
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=STOP_SECONDS,
            )
        )
        self._centre = centre
        self._listening = listening

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to take calls."""
        await super().startup(sockets)
        if self._listening is not None:
            self._listening(self.servers[0].sockets[0].getsockname()[1])

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop taking calls and end those under way, the endless ones first."""
        self._centre.doorbell.close()
        await super().shutdown(sockets)


def serve(settings: Settings, announce: Path | None = None) -> None:
    """Serve until the process is told to stop; write the port to `announce` once calls are taken."""
    # The server stops in good order at a signal and then raises it again: that is no failure.
    signal.signal(signal.SIGTERM, _leave)
    with contextlib.suppress(KeyboardInterrupt):
        if settings.workers == 1:
            _work(settings, announce)
        else:
            _serve_many(settings, announce)


def _work(settings: Settings, announce: Path | None, listener: socket.socket | None = None) -> None:
    centre = build_centre(Database(settings.database_url), SystemClock(), StreamTerms())
    write_port = None if announce is None else lambda port: _announce(announce, port)
    server = CentreServer(centre, settings.host, settings.port, write_port)
    server.run(sockets=None if listener is None else [listener])


def _serve_many(settings: Settings, announce: Path | None) -> None:
    """Run worker processes on one listening socket; when one dies, stop all: who started us starts us anew."""
    with socket.create_server((settings.host, settings.port)) as listener:
        spawn = multiprocessing.get_context("spawn")
        workers = [
            spawn.Process(target=_work_apart, args=(settings, announce, listener)) for _ in range(settings.workers)
        ]
        for worker in workers:
            worker.start()
        try:
            multiprocessing.connection.wait([worker.sentinel for worker in workers])
        finally:
            for worker in workers:
                worker.terminate()
            for worker in workers:
                worker.join()
    if any(worker.exitcode for worker in workers):
        sys.exit("A worker process ended by itself.")


def _work_apart(settings: Settings, announce: Path | None, listener: socket.socket) -> None:
    signal.signal(signal.SIGTERM, _leave)
    with contextlib.suppress(KeyboardInterrupt):
        _work(settings, announce, listener)


def _leave(_number: int, _frame: FrameType | None) -> None:
    sys.exit(0)


def _announce(file: Path, port: int) -> None:
    """Write the port in one step: a reader never sees half of it."""
    beside = file.with_name(f"{file.name}.{multiprocessing.current_process().pid}")
    beside.write_text(str(port), encoding="utf-8")
    beside.replace(file)
