"""The keys of a window work wherever the focus is, and the key map shows those that are really bound."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.ui.key_map import KeyMap
from console.ui.look.buttons import Button
from console.ui.look.theme import Theme
from console.ui.shortcuts import Command, KeyHelp, bind, keys_of, keys_on_screen


class Window(QWidget):
    """A window with two keys of its own, a text field and two buttons with keys."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.text = QLineEdit()
        self.shown = Button("&Register", "Ctrl+Enter")
        self.hidden = Button("Hidden", "F6")
        layout = QVBoxLayout(self)
        for widget in (self.text, self.shown, self.hidden):
            layout.addWidget(widget)
        self.hidden.hide()
        bind(
            self,
            [
                Command(("F3", "Ctrl+2"), "Queue", lambda: self.done.append("queue")),
                Command(("F5",), "Print the slip", lambda: self.done.append("slip")),
            ],
        )


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.resize(1024, 600)
    window.show()
    window.activateWindow()
    window.text.setFocus()
    qtbot.waitUntil(window.text.hasFocus)
    return window


def test_every_key_of_a_command_does_it_from_a_text_field_too(window: Window) -> None:
    QTest.keyClick(window.text, Qt.Key.Key_F3)
    QTest.keyClick(window.text, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.text, Qt.Key.Key_F5)
    assert window.done == ["queue", "queue", "slip"]


def test_the_keys_of_a_window_are_told_in_their_order(window: Window) -> None:
    assert keys_of(window) == [KeyHelp("F3, Ctrl+2", "Queue"), KeyHelp("F5", "Print the slip")]


def test_only_what_is_on_the_screen_tells_its_keys(window: Window) -> None:
    assert keys_on_screen(window) == [KeyHelp("Ctrl+Enter", "Register")]
    window.hidden.show()
    assert keys_on_screen(window) == [KeyHelp("Ctrl+Enter", "Register"), KeyHelp("F6", "Hidden")]


def test_a_shortcut_without_a_button_says_what_it_does(window: Window) -> None:
    shortcut = QShortcut("Alt+1", window.text)
    assert len(keys_on_screen(window)) == 1
    shortcut.setWhatsThis("Take the first person")
    assert KeyHelp("Alt+1", "Take the first person") in keys_on_screen(window)


def test_the_map_shows_the_keys_and_gives_the_focus_back(window: Window, qtbot: QtBot) -> None:
    key_map = KeyMap(window, [KeyHelp("Esc", "Back")])
    key_map.toggle()
    words = {label.text() for label in key_map.findChildren(QLabel)}
    assert {"F3, Ctrl+2", "Queue", "Ctrl+Enter", "Register", "Esc", "Back"} <= words
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not key_map.isVisible()
    qtbot.waitUntil(window.text.hasFocus)


def test_the_map_fits_into_the_smallest_window(window: Window) -> None:
    key_map = KeyMap(window, [KeyHelp(f"Alt+{number}", "Something to do") for number in range(60)])
    key_map.toggle()
    window.resize(1024, 600)
    assert window.rect().contains(key_map.geometry())
    assert key_map.rect().contains(key_map.childrenRect())
