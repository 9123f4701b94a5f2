"""A whole call on the keyboard, and everything that keeps a ticket from being registered."""

from dataclasses import dataclass, field
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.services.intake import Registered
from console.services.shift import Shift
from console.store import queue, tickets
from console.ui.intake.form import IntakeForm
from console.ui.intake.tabs import IntakeTabs
from console.ui.look.notices import Notices
from protocol.vocabulary import ConsultationKind
from tests.desk import DeskUnderTest
from tests.ui.intake.city import CHORNOVOLA, HOUSE_47, LIGHTING, OTHER_LIGHTING, WATERWORKS
from tests.ui.intake.keyboard import focused, press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@dataclass
class Registrations:
    """What the tabs said was registered."""

    made: list[tuple[Registered, bool]] = field(default_factory=list)

    def add(self, registered: Registered, is_print_wanted: bool) -> None:
        self.made.append((registered, is_print_wanted))


@pytest.fixture
def registrations(tabs: IntakeTabs) -> Registrations:
    registrations = Registrations()
    tabs.registered.connect(registrations.add)
    return registrations


def numbers(desk: DeskUnderTest) -> list[str]:
    with desk.database.read() as connection:
        page = queue.page(connection, queue.QueueFilter(), desk.clock.now())
    return [row.number for row in page.rows]


def _says(editor: QWidget, sentence: str) -> bool:
    return editor.accessibleDescription() == sentence


def take_lamp(form: IntakeForm) -> None:
    """Type a ticket about a lamp, all but its registration."""
    form.page.address.line.setFocus()
    type_text("Попова 5")
    press(Qt.Key.Key_Return)
    type_text("не горить ліхтар")
    press(Qt.Key.Key_Return)
    type_text("Ліхтар біля підʼїзду не світить")


def test_a_whole_call_goes_by_the_keyboard_alone(
    tabs: IntakeTabs, desk: DeskUnderTest, registrations: Registrations, qtbot: QtBot
) -> None:
    page = tabs.front.page
    assert focused() is page.caller.phone
    type_text("0671234567")
    press(Qt.Key.Key_Return)
    type_text("Шевчук Єва Гнатівна")
    press(Qt.Key.Key_Return)
    type_text("Чорн")
    press(Qt.Key.Key_Return)  # the street that is marked
    type_text("47 п 3 кв 12")
    press(Qt.Key.Key_Return)
    type_text("прорвало трубу")
    press(Qt.Key.Key_Return)
    assert focused() is page.details.text
    type_text("Тече з підвалу")
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(registrations.made))

    (registered, is_print_wanted), *others = registrations.made
    assert not others
    assert not is_print_wanted
    assert tabs.front.number_page.number == registered.number
    with desk.database.read() as connection:
        card = tickets.card(connection, registered.ticket_id)
    assert card is not None
    ticket = card.ticket
    assert ticket.address == "вул. В'ячеслава Чорновола, 47, під. 3, кв. 12"
    assert (ticket.street_id, ticket.house_id, ticket.house) == (CHORNOVOLA.id, HOUSE_47.id, "47")
    assert (ticket.entrance, ticket.flat, ticket.district) == ("3", "12", "Новозаводський")
    assert (ticket.phone, ticket.text) == ("+380671234567", "Тече з підвалу")
    assert ticket.executor_id == WATERWORKS.id
    assert card.applicant is not None
    assert card.applicant.name == "Шевчук Єва Гнатівна"
    assert card.assignments[0].reason == "Водопостачальник цього будинку"
    assert [promise.text for promise in card.promises] == ["Expect the fix today by 15:00. The term is 3 hour(s)."]

    press(Qt.Key.Key_Return)
    assert not tabs.front.is_finished
    assert not tabs.front.is_touched


def test_register_and_print_says_that_the_slip_is_wanted(
    tabs: IntakeTabs, registrations: Registrations, qtbot: QtBot
) -> None:
    take_lamp(tabs.front)
    press(Qt.Key.Key_Return, CTRL_SHIFT)
    qtbot.waitUntil(lambda: bool(registrations.made))
    assert registrations.made[0][1]


def test_the_number_page_prints_with_f5(tabs: IntakeTabs, registrations: Registrations, qtbot: QtBot) -> None:
    take_lamp(tabs.front)
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(registrations.made))
    with qtbot.waitSignal(tabs.print_asked) as asked:
        press(Qt.Key.Key_F5)
    assert asked.args == [registrations.made[0][0].ticket_id]


def test_a_key_pressed_twice_registers_once(
    tabs: IntakeTabs, desk: DeskUnderTest, registrations: Registrations, qtbot: QtBot
) -> None:
    take_lamp(tabs.front)
    tabs.front.page.actions_bar.register_asked.emit(False)
    tabs.front.page.actions_bar.register_asked.emit(False)
    qtbot.waitUntil(lambda: bool(registrations.made))
    assert len(numbers(desk)) == 1


def test_what_is_missing_is_said_one_by_one_at_its_field(
    tabs: IntakeTabs, desk: DeskUnderTest, registrations: Registrations, qtbot: QtBot
) -> None:
    page = tabs.front.page
    for editor, sentence, text in (
        (page.address.line, "Enter the address.", "Попова 5"),
        (page.category.line, "Choose the category.", "не горить ліхтар"),
        (page.details.text, "Write down what the caller said.", "Темно"),
    ):
        press(Qt.Key.Key_Return, CTRL)
        qtbot.waitUntil(partial(_says, editor, sentence))
        assert focused() is editor
        type_text(text)
        press(Qt.Key.Key_Return)  # picks the category; breaks the line in the text
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(registrations.made))


def test_a_wrong_house_number_keeps_the_ticket_back_and_nothing_typed_is_lost(
    tabs: IntakeTabs, desk: DeskUnderTest, qtbot: QtBot
) -> None:
    page = tabs.front.page
    take_lamp(tabs.front)
    page.address.line.setFocus()
    page.address.line.selectAll()
    type_text("Чорновола 14//")
    page.details.text.setFocus()
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: focused() is page.address.line)
    assert "two slashes" in page.address.line.accessibleDescription()
    assert page.details.text.toPlainText() == "Ліхтар біля підʼїзду не світить"
    assert numbers(desk) == []


def test_an_executor_chosen_against_the_rule_needs_a_reason(
    tabs: IntakeTabs, desk: DeskUnderTest, registrations: Registrations, qtbot: QtBot
) -> None:
    work = tabs.front.page.work
    take_lamp(tabs.front)
    assert work.executor_id == LIGHTING.id
    work.executor.setFocus()
    press(Qt.Key.Key_Down)
    assert work.executor_id == OTHER_LIGHTING.id
    assert focused() is work.reason
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: work.reason.accessibleDescription() == "Say why another executor takes it.")
    type_text("Договір до кінця року")
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(registrations.made))
    with desk.database.read() as connection:
        card = tickets.card(connection, registrations.made[0][0].ticket_id)
    assert card is not None
    assert card.ticket.executor_id == OTHER_LIGHTING.id
    assert card.assignments[0].reason == "Договір до кінця року"


def test_without_anybody_signed_in_the_form_says_so_and_keeps_what_was_typed(
    tabs: IntakeTabs, desk: DeskUnderTest, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_lamp(tabs.front)
    monkeypatch.setattr(desk.shift, "_person", Shift()._person)
    press(Qt.Key.Key_Return, CTRL)
    bar = tabs.front.page.actions_bar
    qtbot.waitUntil(lambda: bar.trouble == "Nobody has signed in at this desk.")
    assert tabs.front.is_touched


def test_a_consultation_is_one_chord_and_one_digit(
    tabs: IntakeTabs, desk: DeskUnderTest, notices: Notices, qtbot: QtBot
) -> None:
    type_text("0671234567")
    with qtbot.waitSignal(tabs.consulted) as counted:
        press(Qt.Key.Key_0, CTRL)
        press(Qt.Key.Key_3)
    assert counted.args == [ConsultationKind.INCIDENT]
    assert notices.shown[0].text == "Consultation counted: about a known incident."
    assert tabs.front.page.caller.phone.text() == ""
    assert numbers(desk) == []


def test_escape_takes_the_question_about_the_consultation_back(tabs: IntakeTabs) -> None:
    type_text("0671234567")
    press(Qt.Key.Key_0, CTRL)
    assert focused() is not tabs.front.page.caller.phone
    press(Qt.Key.Key_Escape)
    assert focused() is tabs.front.page.caller.phone
    type_text("1")
    assert tabs.front.page.caller.phone.text() == "(067) 123-45-671"


def test_escape_asks_before_what_was_typed_is_given_up(tabs: IntakeTabs, qtbot: QtBot) -> None:
    type_text("0671234567")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Return)  # the marked answer keeps it
    assert tabs.front.page.caller.phone.text() == "(067) 123-45-67"
    press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(tabs.dropped):
        press(Qt.Key.Key_1)
    assert tabs.front.page.caller.phone.text() == ""


def test_escape_closes_an_untouched_intake_without_a_question(tabs: IntakeTabs, qtbot: QtBot) -> None:
    tabs.begin("0671234567", "call-1")
    with qtbot.waitSignal(tabs.dropped):
        press(Qt.Key.Key_Escape)
    assert tabs.front.is_free
