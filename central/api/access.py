"""Who may call: enrolled devices, by their token."""

import asyncio
from typing import Any
from uuid import UUID

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from central.api.centre import Centre

DEVICE = "device"


async def devices_only(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Let a call pass that carries a valid token, before its body is read.

    Raises ProblemRaised (401).
    """
    centre: Centre = connection.app.state.centre
    header = connection.headers.get("authorization", "")
    device = centre.gatekeeper.trusts(header)
    if device is None:
        device = await asyncio.to_thread(centre.gatekeeper.check, header)
    connection.state[DEVICE] = device


def calling_device(request: Request[Any, Any, Any]) -> UUID:
    """Return the device whose token was checked."""
    device: UUID = request.state[DEVICE]
    return device
