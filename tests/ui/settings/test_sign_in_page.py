"""Signing in says under the field what is wrong, and works without the centre for whom the desk knows."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from console.errors import ConsoleError, Offline, ServerRefused
from console.jobs import Jobs
from console.services.shift import SignedIn
from console.services.sign_in import SignInService
from console.sync.client import CentreClient
from console.ui.settings.sign_in_page import SignInPage
from console.ui.words import Words
from protocol.problems import ProblemType
from protocol.records import Account
from protocol.vocabulary import Role
from protocol.wire import SignInReply
from tests.desk import OPERATOR, DeskUnderTest
from tests.ui.settings.answering import html_server

ACCOUNT = Account(id=OPERATOR.account_id, login="operator", name=OPERATOR.name, role=Role.OPERATOR)
RIGHT = "правильний"

MakePage = Callable[[Callable[[str, str], SignInReply]], SignInPage]


def centre(login: str, password: str) -> SignInReply:
    """Answer as the centre does."""
    if (login, password) != ("operator", RIGHT):
        raise ServerRefused(401, ProblemType.CREDENTIALS_INVALID)
    return SignInReply(session=uuid4(), account=ACCOUNT)


def away(login: str, password: str) -> SignInReply:
    """Be away."""
    raise Offline("connection refused")


@pytest.fixture
def make_page(desk: DeskUnderTest, jobs: Jobs, words: Words, qtbot: QtBot) -> MakePage:
    """Make sign-in pages that ask this centre."""

    def make(ask: Callable[[str, str], SignInReply]) -> SignInPage:
        service = SignInService(desk.database, ask, desk.clock)
        page = SignInPage(sign_in=service, jobs=jobs, words=words, centre_name="Контакт-центр")
        qtbot.addWidget(page)
        page.show()
        return page

    return make


def told(page: SignInPage, qtbot: QtBot, login: str, password: str) -> str:
    """Try to sign in and return what is told under the password."""
    page.enter(login, password)
    qtbot.waitUntil(lambda: page.password_field.error is not None)
    return page.password_field.error or ""


def test_the_right_password_signs_in(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(centre)
    with qtbot.waitSignal(page.signed_in) as signal:
        page.enter("operator", RIGHT)
    person = signal.args[0]
    assert isinstance(person, SignedIn)
    assert (person.name, person.session is not None) == (OPERATOR.name, True)


def test_a_wrong_password_is_told_in_place_and_the_login_stays(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(centre)
    assert told(page, qtbot, "operator", "хибний") == "The login or the password is wrong."
    login, password = page.login_field.editor, page.password_field.editor
    assert isinstance(login, QLineEdit)
    assert isinstance(password, QLineEdit)
    assert login.text() == "operator"
    assert password.selectedText() == password.text() != ""


def test_empty_fields_are_told_without_asking_anyone(make_page: MakePage) -> None:
    def nobody(login: str, password: str) -> SignInReply:
        raise AssertionError

    page = make_page(nobody)
    page.enter(" ", "")
    assert page.login_field.error == "Enter your login."
    assert page.password_field.error == "Enter your password."


def test_a_person_the_desk_knows_signs_in_while_the_centre_is_away(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(centre)
    with qtbot.waitSignal(page.signed_in):
        page.enter("operator", RIGHT)
    page = make_page(away)
    with qtbot.waitSignal(page.signed_in) as signal:
        page.enter("operator", RIGHT)
    assert signal.args[0].session is None


def test_a_stranger_is_told_that_the_centre_is_away(make_page: MakePage, qtbot: QtBot) -> None:
    assert told(make_page(away), qtbot, "operator", RIGHT).startswith("There is no link to the centre")


def test_a_page_that_answers_instead_of_the_centre_is_told_apart(make_page: MakePage, qtbot: QtBot) -> None:
    with html_server() as url:
        client = CentreClient(url)
        sentence = told(make_page(client.sign_in), qtbot, "operator", RIGHT)
        client.close()
    assert sentence.startswith("What answers at this address is not the centre.")


def test_a_closed_port_is_the_centre_being_away(make_page: MakePage, qtbot: QtBot) -> None:
    client = CentreClient("http://127.0.0.1:9")
    sentence = told(make_page(client.sign_in), qtbot, "operator", RIGHT)
    client.close()
    assert sentence.startswith("There is no link to the centre")


@pytest.mark.parametrize(
    ("error", "beginning"),
    [
        (ServerRefused(401, ProblemType.UNAUTHORIZED), "The centre does not accept this desk."),
        (ServerRefused(503, ProblemType.OVERLOADED), "The centre is busy."),
    ],
    ids=["desk", "busy"],
)
def test_a_refusal_of_the_centre_is_not_taken_for_its_absence(
    make_page: MakePage, qtbot: QtBot, error: ConsoleError, beginning: str
) -> None:
    def refuse(login: str, password: str) -> SignInReply:
        raise error

    assert told(make_page(refuse), qtbot, "operator", RIGHT).startswith(beginning)


def test_enter_leads_from_the_login_to_the_password_and_on(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(centre)
    login, password = page.login_field.editor, page.password_field.editor
    assert isinstance(login, QLineEdit)
    assert isinstance(password, QLineEdit)
    login.setText("operator")
    page.activateWindow()
    login.setFocus()
    QTest.keyClick(login, Qt.Key.Key_Return)
    qtbot.waitUntil(password.hasFocus)
    password.setText(RIGHT)
    with qtbot.waitSignal(page.signed_in):
        QTest.keyClick(password, Qt.Key.Key_Return)
