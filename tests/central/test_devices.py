"""Devices: a code makes one, a token speaks for it, its series are its own."""

from uuid import uuid4

import msgspec
import pytest
import requests
from sqlalchemy import select, update

from central.schema import DeviceState, device, enrolment
from central.series import CODES
from protocol.cursor import START
from protocol.numbers import TicketNumber
from protocol.times import DAY
from protocol.wire import (
    EnrolRequest,
    HelloReply,
    HelloRequest,
    JournalState,
    OpsRequest,
    SeriesState,
    SeriesUse,
    VersionRange,
)
from tests.central.centre import RunningCentre
from tests.central.conftest import MakeDesk
from tests.central.wire_desk import WireDesk, problem_of


def enrol(centre: RunningCentre, code: str) -> requests.Response:
    """Try a code."""
    body = msgspec.json.encode(EnrolRequest(code=code, fingerprint="test"))
    return requests.post(f"{centre.url}/sync/v1/enrol", data=body, timeout=10)


def greeting(desk: WireDesk, **parts: object) -> bytes:
    """Return the body of a hello."""
    request = HelloRequest(
        protocol=VersionRange(),
        app="0.1.0",
        schema=1,
        device_id=desk.device_id,
        nonce=uuid4(),
        fingerprint="another board",
        series=(SeriesUse(desk.enrolled.series[0].code, 5),),
        cursor=str(START),
        journal=JournalState(pending=3, oldest_ms=1, free_mb=1000),
        wall_ms=desk.centre.clock.now(),
    )
    return msgspec.json.encode(msgspec.structs.replace(request, **parts))


def hello(desk: WireDesk, **parts: object) -> HelloReply:
    """Say hello."""
    response = desk.post("hello", greeting(desk, **parts))
    assert response.status_code == 200, response.text
    return msgspec.json.decode(response.content, type=HelloReply)


def test_a_code_is_good_once_however_it_is_typed(centre: RunningCentre) -> None:
    code = centre.invite()
    assert [len(part) for part in code.split("-")] == [4, 4]
    assert enrol(centre, f" {code.lower().replace('-', ' ')} ").status_code == 200
    again = enrol(centre, code)
    assert again.status_code == 403
    assert problem_of(again).type == "code-invalid"


def test_a_code_is_good_for_a_day(centre: RunningCentre) -> None:
    code = centre.invite()
    with centre.database.write() as connection:
        connection.execute(update(enrolment).values(expires_ms=centre.clock.now() - 1))
    assert enrol(centre, code).status_code == 403


def test_a_wrong_code_makes_nothing(centre: RunningCentre) -> None:
    assert enrol(centre, "AAAA-AAAA").status_code == 403


def test_devices_of_one_desk_share_it_and_nothing_else(centre: RunningCentre) -> None:
    first, second = centre.enrol("Зал, 5"), centre.enrol("Зал, 5")
    assert first.desk_id == second.desk_id
    assert first.device_id != second.device_id
    codes = [lease.code for each in (first, second) for lease in each.series]
    assert len(set(codes)) == 4
    assert [lease.state for lease in first.series] == [SeriesState.ACTIVE, SeriesState.SPARE]
    assert set(codes) <= set(CODES)


def test_a_hello_tells_where_the_centre_stands(desk: WireDesk, centre: RunningCentre) -> None:
    reply = hello(desk)
    assert (reply.epoch, reply.head, reply.durable_seq) == (1, desk.page(START).head, 0)
    assert abs(reply.server_time_ms - centre.clock.now()) < DAY
    assert (reply.limits.max_ops, reply.limits.max_bytes) == (100, 256 * 1024)
    assert [lease.code for lease in reply.series] == [lease.code for lease in desk.enrolled.series]


def test_a_series_goes_on_after_the_highest_number_accepted_this_year(desk: WireDesk) -> None:
    lease = desk.enrolled.series[0]
    assert lease.min_next == 1
    desk.register(number=str(TicketNumber(lease.year, lease.code, 41)))
    desk.register(number=str(TicketNumber(lease.year - 1, lease.code, 77)))
    active, spare = hello(desk).series
    assert (active.year, active.min_next, spare.min_next) == (lease.year, 42, 1)


def test_the_centre_keeps_what_a_device_tells_of_itself(desk: WireDesk, centre: RunningCentre) -> None:
    nonce = uuid4()
    hello(desk, nonce=nonce)
    with centre.database.read() as connection:
        row = connection.execute(select(device).where(device.c.id == desk.device_id)).one()
    assert (row.nonce, row.fingerprint, row.hello["journal"]["pending"]) == (nonce, "another board", 3)


def test_many_hellos_at_once_are_told_to_spread(desk: WireDesk) -> None:
    assert [hello(desk).spread_s for _ in range(15)][-1] > 0


def test_a_desk_of_another_protocol_is_told_so(desk: WireDesk) -> None:
    response = desk.post("hello", greeting(desk, protocol=VersionRange(2, 3)))
    assert response.status_code == 400
    assert problem_of(response).errors[0].pointer == "/protocol"


def test_a_token_speaks_for_its_own_device_only(desk: WireDesk) -> None:
    batch = msgspec.json.encode(OpsRequest(device_id=uuid4(), batch=uuid4(), ops=()))
    for response in (desk.post("hello", greeting(desk, device_id=uuid4())), desk.post("ops", batch)):
        assert response.status_code == 403
        assert problem_of(response).type == "forbidden"


@pytest.mark.parametrize("header", ["", "Desk", "Desk x:y", "Bearer {id}:{token}", "Desk {id}:{token}x", "Desk {id}"])
def test_without_the_right_token_no_call_is_answered(desk: WireDesk, header: str) -> None:
    token = desk.enrolled.token
    desk.http.headers["Authorization"] = header.format(id=desk.device_id, token=token)
    answers = [desk.post(path, b"nonsense") for path in ("hello", "ops", "sign-in")]
    answers += [desk.get(path, after=str(START)) for path in ("changes", "stream")]
    assert {response.status_code for response in answers} == {401}
    assert {problem_of(response).type for response in answers} == {"unauthorized"}


def test_a_revoked_device_is_out(make_desk: MakeDesk, centre: RunningCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("central.devices.TRUST_SECONDS", 0.0)
    desk = make_desk()
    with centre.database.write() as connection:
        gone = {"state": DeviceState.REVOKED.value}
        connection.execute(update(device).where(device.c.id == desk.device_id).values(gone))
    assert desk.get("changes", after=str(START)).status_code == 401
