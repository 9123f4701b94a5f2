"""Several intakes at once: none touches another."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from console.services.drafts import DraftService
from console.ui.intake.tabs import IntakeTabs
from tests.ui.intake.keyboard import focused, press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


def titles(tabs: IntakeTabs) -> list[str]:
    return [tabs.tabText(index) for index in range(tabs.count())]


def test_a_call_begins_in_the_front_intake_while_that_is_empty(tabs: IntakeTabs) -> None:
    tabs.begin("0671234567", "call-1")
    assert titles(tabs) == ["(067) 123-45-67"]
    assert not tabs.tabBar().isVisible()


def test_a_second_call_never_touches_what_is_being_typed(tabs: IntakeTabs) -> None:
    tabs.begin("0671234567", "call-1")
    type_text("Попова 5")
    tabs.begin("0501112233", "call-2")
    assert titles(tabs) == ["(067) 123-45-67", "(050) 111-22-33"]
    assert tabs.front.page.address.line.text() == ""
    tabs.setCurrentIndex(0)
    assert tabs.front.page.address.line.text() == "Попова 5"


def test_f2_opens_one_more_and_ctrl_tab_goes_round(tabs: IntakeTabs) -> None:
    tabs.front.page.address.line.setFocus()
    type_text("Попова 5")
    press(Qt.Key.Key_F2)
    assert titles(tabs) == ["вул. Попова", "New intake"]
    assert focused() is tabs.front.page.caller.phone
    press(Qt.Key.Key_Tab, CTRL)
    assert tabs.currentIndex() == 0
    press(Qt.Key.Key_Tab, CTRL)
    assert tabs.currentIndex() == 1


def test_f2_on_an_empty_intake_opens_no_other(tabs: IntakeTabs) -> None:
    press(Qt.Key.Key_F2)
    assert tabs.count() == 1


def test_only_the_front_intake_is_heard(tabs: IntakeTabs) -> None:
    tabs.begin("0671234567")
    back = tabs.front
    tabs.begin("0501112233")
    told: list[str] = []
    tabs.phone_changed.connect(told.append)
    back.phone_changed.emit("+380671234567")
    assert told == []
    tabs.setCurrentIndex(0)
    assert told == ["+380671234567"]


def test_an_intake_given_up_closes_its_tab(tabs: IntakeTabs, drafts: DraftService, qtbot: QtBot) -> None:
    tabs.begin("0671234567", "call-1")
    type_text("Попова 5")
    tabs.begin("0501112233", "call-2")
    with qtbot.waitSignal(tabs.dropped):
        press(Qt.Key.Key_Escape)  # nothing was typed since the call came
    assert titles(tabs) == ["(067) 123-45-67"]
    assert len(drafts.saved()) == 1


def test_the_button_of_a_tab_asks_too(tabs: IntakeTabs) -> None:
    tabs.begin("0671234567", "call-1")
    type_text("Попова 5")
    tabs.begin("0501112233", "call-2")
    button = tabs.tabBar().tabButton(0, QTabBar.ButtonPosition.RightSide)
    assert isinstance(button, QToolButton)
    button.click()
    assert tabs.currentIndex() == 0
    assert tabs.count() == 2
    assert tabs.front.page.actions_bar._farewell.isVisible()


def test_the_focus_given_to_the_tabs_goes_to_the_field_typed_last(tabs: IntakeTabs) -> None:
    tabs.front.page.details.text.setFocus()
    type_text("Темно")
    tabs.front.page.actions_bar.register.setFocus()
    tabs.setFocus()
    assert focused() is tabs.front.page.details.text
