"""Signing in at the centre and without it."""

from pathlib import Path

import pytest

from console.errors import Refusal, Refused
from console.services.sign_in import OFFLINE_GRACE, SignInService
from protocol.records import Account
from protocol.vocabulary import Role
from protocol.wire import SignInReply
from tests.desk import OPERATOR, DeskUnderTest, make_desk

ACCOUNT = Account(id=OPERATOR.account_id, login="operator", name=OPERATOR.name, role=Role.OPERATOR)


def answer(login: str, password: str) -> SignInReply:
    assert (login, password) == ("operator", "правильний")
    assert OPERATOR.session is not None
    return SignInReply(session=OPERATOR.session, account=ACCOUNT)


@pytest.fixture
def desk(tmp_path: Path) -> DeskUnderTest:
    return make_desk(tmp_path)


@pytest.fixture
def service(desk: DeskUnderTest) -> SignInService:
    return SignInService(desk.database, answer, desk.clock)


def refusal(service: SignInService, login: str, password: str) -> Refusal:
    with pytest.raises(Refused) as caught:
        service.recall(login, password)
    return caught.value.refusal


def test_who_signed_in_at_the_centre_can_sign_in_without_it(service: SignInService) -> None:
    person = service.ask("operator", "правильний")
    service.remember("operator", "правильний", person)
    recalled = service.recall("operator", "правильний")
    assert (recalled.account_id, recalled.name) == (person.account_id, person.name)
    assert recalled.session is None


def test_a_wrong_password_is_refused_without_the_centre(service: SignInService) -> None:
    service.remember("operator", "правильний", service.ask("operator", "правильний"))
    assert refusal(service, "operator", "хибний") is Refusal.PASSWORD_WRONG


def test_a_stranger_is_refused_without_the_centre(service: SignInService) -> None:
    assert refusal(service, "nobody", "x") is Refusal.SIGN_IN_UNKNOWN_OFFLINE


def test_a_sign_in_of_long_ago_no_longer_opens_the_desk(service: SignInService, desk: DeskUnderTest) -> None:
    service.remember("operator", "правильний", service.ask("operator", "правильний"))
    desk.clock.pass_time(OFFLINE_GRACE + 1)
    assert refusal(service, "operator", "правильний") is Refusal.SIGN_IN_UNKNOWN_OFFLINE


def test_a_disabled_person_no_longer_opens_the_desk(service: SignInService, desk: DeskUnderTest) -> None:
    service.remember("operator", "правильний", service.ask("operator", "правильний"))
    desk.log.add(Account(id=ACCOUNT.id, login="operator", name="", role=Role.OPERATOR, is_active=False))
    desk.pull()
    assert refusal(service, "operator", "правильний") is Refusal.SIGN_IN_UNKNOWN_OFFLINE
