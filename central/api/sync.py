"""Push, pull, live stream and what surrounds them (protocol, Wire)."""

import asyncio
from typing import Annotated
from uuid import UUID

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromQuery, HeaderParameter, JSONBody, QueryParameter
from litestar.response import Stream

from central import devices
from central.api.access import calling_device, devices_only
from central.api.bodies import StructBody
from central.api.centre import Centre
from central.api.compression import ENCODED_ALREADY
from central.api.errors import PROBLEM
from central.api.stream import live
from central.encodings import Encoding, accepted
from central.feed.push import push
from central.feed.reader import read_cursor
from central.feed.received import Received, Unnamed, receive
from central.problems import batch_too_large, body_invalid, forbidden, overloaded
from central.sign_in import begin_session
from protocol.problems import FieldProblem, Problem
from protocol.wire import (
    MAX_BATCH_BYTES,
    MAX_BATCH_OPERATIONS,
    PAGE_SIZE,
    PROTOCOL_VERSION,
    ChangesPage,
    EnrolReply,
    EnrolRequest,
    HelloReply,
    HelloRequest,
    OpsReply,
    OpsRequest,
    SignInReply,
    SignInRequest,
)

LONGEST_WAIT = 25.0  # seconds; proxies on the way cut off what is silent for longer

_NEVER_STORED = {"Cache-Control": "no-store"}


def _told(*statuses: int) -> dict[int, ResponseSpec]:
    """Describe the problems a call may answer with."""
    return {
        status: ResponseSpec(Problem, description=_TOLD[status], media_type=PROBLEM, generate_examples=False)
        for status in statuses
    }


_TOLD = {
    400: "The request cannot be read.",
    401: "The device is not known.",
    403: "The device may not do this.",
    409: "The cursor is not on the log.",
    413: "The batch is too large.",
    429: "Too many failed attempts.",
    503: "The centre is busy; come again after Retry-After seconds.",
}
_PAGE = {200: ResponseSpec(ChangesPage, description="Events after the cursor.", generate_examples=False)}
_STREAM = {200: ResponseSpec(str, description="Pages as server-sent events.", media_type="text/event-stream")}


@post("/sync/v1/enrol", status_code=200, dto=StructBody[EnrolRequest], return_dto=None, responses=_told(400, 403, 503))
async def enrol(centre: NamedDependency[Centre], data: JSONBody[EnrolRequest]) -> EnrolReply:
    """Make this machine a desk's device, by a one-time code; the one call that needs no token."""
    now = centre.clock.now()
    return await centre.write(centre.database.transact, lambda connection: devices.enrol(connection, data, now))


@post("/hello", status_code=200, dto=StructBody[HelloRequest], return_dto=None, responses=_told(400, 401, 403, 503))
async def hello(
    centre: NamedDependency[Centre], device: NamedDependency[UUID], data: JSONBody[HelloRequest]
) -> HelloReply:
    """Tell where device and centre stand; at start, after each reconnect and every ten minutes."""
    _check_sender(device, data.device_id)
    if not data.protocol.min <= PROTOCOL_VERSION <= data.protocol.max:
        raise body_invalid(f"The centre speaks protocol {PROTOCOL_VERSION}.", FieldProblem("/protocol", "invalid"))
    now, spread_s = centre.clock.now(), centre.herd.spread()
    return await centre.write(
        centre.database.transact, lambda connection: devices.hello(connection, data, spread_s, now)
    )


@post("/ops", status_code=200, dto=StructBody[OpsRequest], return_dto=None, responses=_told(400, 401, 403, 413, 503))
async def ops(centre: NamedDependency[Centre], device: NamedDependency[UUID], data: JSONBody[OpsRequest]) -> OpsReply:
    """Take a batch of operations in journal order and answer each."""
    _check_sender(device, data.device_id)
    batch = _received(data)
    reply = await centre.write(push, centre.database, device, batch, centre.clock.now())
    centre.doorbell.ring(reply.head)
    return reply


@get("/changes", opt={ENCODED_ALREADY: True}, responses=_told(400, 401, 409, 503) | _PAGE)
async def changes(
    centre: NamedDependency[Centre],
    after: FromQuery[str],
    limit: Annotated[int, QueryParameter(ge=1, le=PAGE_SIZE)] = PAGE_SIZE,
    wait: Annotated[float, QueryParameter(ge=0, le=LONGEST_WAIT)] = 0,
    accept_encoding: Annotated[str, HeaderParameter(name="Accept-Encoding")] = "",
) -> Response[bytes]:
    """Return a page of the log; with `wait`, hold the call up to so many seconds until there is one."""
    sheet = await centre.pages.wait(read_cursor(after), limit, accepted(accept_encoding), wait)
    headers = _NEVER_STORED | {"Vary": "Accept-Encoding"}
    if sheet.encoding is not Encoding.IDENTITY:
        headers["Content-Encoding"] = sheet.encoding.value
    return Response(sheet.body, media_type="application/json", headers=headers)


@get("/stream", opt={ENCODED_ALREADY: True}, responses=_told(400, 401, 409, 503) | _STREAM)
async def stream(centre: NamedDependency[Centre], after: FromQuery[str]) -> Stream:
    """Send pages of the log as they come, `id` being the cursor after each."""
    cursor = read_cursor(after)
    await centre.pages.get(cursor, PAGE_SIZE, Encoding.IDENTITY)  # a wrong cursor is told before the stream begins
    if centre.streams.locked():
        raise overloaded()
    headers = _NEVER_STORED | {"X-Accel-Buffering": "no"}
    return Stream(live(centre, cursor), media_type="text/event-stream", headers=headers)


@post(
    "/sign-in",
    status_code=200,
    dto=StructBody[SignInRequest],
    return_dto=None,
    responses=_told(400, 401, 403, 429, 503),
)
async def sign_in(
    centre: NamedDependency[Centre], device: NamedDependency[UUID], data: JSONBody[SignInRequest]
) -> SignInReply:
    """Begin a person's session at this device."""
    async with centre.passwords:
        return await asyncio.to_thread(begin_session, centre.database, device, data, centre.clock.now())


device_calls = Router(
    "/sync/v1",
    route_handlers=[hello, ops, changes, stream, sign_in],
    guards=[devices_only],
    dependencies={"device": Provide(calling_device, sync_to_thread=False)},
    security=[{"desk": []}],
)


def _check_sender(device: UUID, claimed: UUID) -> None:
    if device != claimed:
        raise forbidden("The body names another device than the token.")


def _received(data: OpsRequest) -> list[Received]:
    """Read a batch's operations; whatever is wrong inside one is its own affair."""
    if len(data.ops) > MAX_BATCH_OPERATIONS:
        raise batch_too_large(f"More than {MAX_BATCH_OPERATIONS} operations.")
    if sum(len(bytes(operation)) for operation in data.ops) > MAX_BATCH_BYTES:
        raise batch_too_large(f"More than {MAX_BATCH_BYTES} bytes of operations.")
    batch = []
    for place, operation in enumerate(data.ops):
        try:
            batch.append(receive(bytes(operation)))
        except Unnamed:
            raise body_invalid("An operation without an id.", FieldProblem(f"/ops/{place}/op_id", "invalid")) from None
    return batch
