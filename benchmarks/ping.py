"""The raw baseline of the centre's answers: the centre's own web server around an application that only says pong.

Run as `python -m benchmarks.ping FILE`; it writes its port into the file.
"""

import socket
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import uvicorn

_BODY = b"pong"


async def pong(scope: dict[str, Any], _receive: object, send: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
    """Answer whatever is asked."""
    if scope["type"] != "http":
        return
    headers = [(b"content-length", str(len(_BODY)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": _BODY})


def main() -> None:
    """Serve until the process is told to stop, with the settings of `central.serving`."""
    # The protocol is named, for asyncio sends small answers at once only on sockets that name it.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        Path(sys.argv[1]).write_text(str(listener.getsockname()[1]), encoding="utf-8")
        config = uvicorn.Config(
            pong, http="h11", ws="none", loop="asyncio", lifespan="off", log_config=None, access_log=False
        )
        uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
