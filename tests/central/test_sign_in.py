"""Signing in: one answer to whatever is wrong, and a pause after several failures."""

from uuid import UUID

import msgspec
import pytest
import requests
from sqlalchemy import select

from central.accounts import LoginTaken, LoginUnknown, read_account, set_password
from central.schema import session
from central.sign_in import FAILURES_ALLOWED
from protocol.operations import OperationType
from protocol.wire import OperationStatus, SignInReply, SignInRequest
from tests.central.centre import PASSWORD, RunningCentre
from tests.central.conftest import MakeDesk
from tests.central.wire_desk import WireDesk, problem_of


def sign_in(desk: WireDesk, login: str, password: str = PASSWORD) -> requests.Response:
    """Try to sign in at a desk."""
    return desk.post("sign-in", msgspec.json.encode(SignInRequest(login=login, password=password)))


def session_of(response: requests.Response) -> SignInReply:
    """Return the session a sign-in began."""
    assert response.status_code == 200, response.text
    return msgspec.json.decode(response.content, type=SignInReply)


def test_who_knows_the_password_gets_a_session(desk: WireDesk, centre: RunningCentre) -> None:
    account = centre.add_account("Koval")
    reply = session_of(sign_in(desk, " kOVAL "))
    assert reply.account == account
    with centre.database.read() as connection:
        row = connection.execute(select(session).where(session.c.id == reply.session)).one()
    assert (row.account_id, row.device_id, row.ended_ms) == (account.id, desk.device_id, None)


def test_an_unknown_login_and_a_wrong_password_get_the_same_answer(desk: WireDesk, centre: RunningCentre) -> None:
    centre.add_account("boyko")
    wrong, unknown = sign_in(desk, "boyko", "не той"), sign_in(desk, "nobody\0")
    assert wrong.status_code == 403
    assert wrong.content == unknown.content
    assert problem_of(wrong).type == "credentials-invalid"


def test_after_several_failures_there_is_a_pause_at_this_device_only(
    make_desk: MakeDesk, centre: RunningCentre
) -> None:
    desk, elsewhere = make_desk(), make_desk()
    centre.add_account("bondar")
    for _ in range(FAILURES_ALLOWED):
        assert sign_in(desk, "bondar", "не той").status_code == 403
    paused = sign_in(desk, "bondar")
    assert paused.status_code == 429
    assert 1 <= int(paused.headers["Retry-After"]) <= 30
    assert problem_of(paused).type == "credentials-invalid"
    session_of(sign_in(elsewhere, "bondar"))


def test_a_success_forgets_the_failures_before_it(desk: WireDesk, centre: RunningCentre) -> None:
    centre.add_account("lysenko")
    for _ in range(2):
        for _ in range(FAILURES_ALLOWED - 1):
            sign_in(desk, "lysenko", "не той")
        session_of(sign_in(desk, "lysenko"))


def test_a_disabled_account_signs_in_no_more(desk: WireDesk, centre: RunningCentre) -> None:
    account = centre.add_account("moroz")
    began = session_of(sign_in(desk, "moroz"))
    centre.disable_account("moroz")
    assert sign_in(desk, "moroz").status_code == 403
    with centre.database.read() as connection:
        assert connection.execute(select(session.c.ended_ms).where(session.c.id == began.session)).scalar() is not None
    desk.pull()
    assert desk.records["account", account.id]["is_active"] is False


def test_a_new_password_replaces_the_old_one(desk: WireDesk, centre: RunningCentre) -> None:
    centre.add_account("savchenko")
    centre.database.transact(lambda connection: set_password(connection, "savchenko", "інший"))
    assert sign_in(desk, "savchenko").status_code == 403
    session_of(sign_in(desk, "savchenko", "інший"))


def test_a_login_belongs_to_one_account(centre: RunningCentre) -> None:
    centre.add_account("shevchenko")
    with pytest.raises(LoginTaken):
        centre.add_account("SHEVCHENKO")
    with pytest.raises(LoginUnknown):
        centre.disable_account("nobody")


def test_no_secret_goes_through_the_feed(desk: WireDesk, centre: RunningCentre) -> None:
    account = centre.add_account("tkachenko")
    desk.pull()
    assert set(desk.records["account", account.id]) == {"login", "name", "role", "operator_code", "is_active"}


def test_an_operation_under_another_persons_session_is_refused(desk: WireDesk, centre: RunningCentre) -> None:
    centre.add_account("oliinyk")
    strange = session_of(sign_in(desk, "oliinyk")).session
    note = desk.operation(OperationType.NOTE_ADD, [desk.note(desk.register())])
    result = desk.push(msgspec.structs.replace(note, session=strange)).results[0]
    assert result.status is OperationStatus.REJECTED
    own = desk.operation(OperationType.NOTE_ADD, [desk.note(desk.register())], actor=centre_account(centre, "oliinyk"))
    assert desk.push(msgspec.structs.replace(own, session=strange)).results[0].status is OperationStatus.APPLIED
    lost = desk.operation(OperationType.NOTE_ADD, [desk.note(desk.register())])
    forgotten = msgspec.structs.replace(lost, session=lost.op_id)  # a session from before the centre was restored
    assert desk.push(forgotten).results[0].status is OperationStatus.APPLIED


def centre_account(centre: RunningCentre, login: str) -> UUID:
    """Return the id of a login's account."""
    with centre.database.read() as connection:
        account = read_account(connection, login)
    assert account is not None
    return account.id
