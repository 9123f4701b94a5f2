"""Buttons show their keys and are pressed by them; chips say what they filter and how much."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.ui.look.buttons import Button, PrimaryButton
from console.ui.look.chip import Chip
from console.ui.look.icons import Symbol
from console.ui.look.looks import Look
from console.ui.look.palette import LIGHT, Tone
from console.ui.look.theme import Scheme, Theme


def test_a_button_shows_its_keys(theme: Theme, qtbot: QtBot) -> None:
    button = PrimaryButton("Зареєструвати", "Ctrl+Enter", Symbol.SAVE)
    qtbot.addWidget(button)
    assert button.text() == "Зареєструвати  Ctrl+Enter"
    button.set_label("Зберегти")
    assert button.text() == "Зберегти  Ctrl+Enter"


@pytest.mark.parametrize("enter", [Qt.Key.Key_Enter, Qt.Key.Key_Return])
def test_both_enter_keys_press_it(theme: Theme, qtbot: QtBot, enter: Qt.Key) -> None:
    page, button = _page_with(PrimaryButton("Register", "Ctrl+Enter"), qtbot)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(page, enter, Qt.KeyboardModifier.ControlModifier)


def test_a_disabled_button_is_deaf_to_its_keys(theme: Theme, qtbot: QtBot) -> None:
    page, button = _page_with(Button("Print", "F5"), qtbot)
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(page, Qt.Key.Key_F5)


def test_keys_bound_elsewhere_are_only_shown(theme: Theme, qtbot: QtBot) -> None:
    page, button = _page_with(Button("Print", "F5", bind=False), qtbot)
    assert button.text() == "Print  F5"
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(page, Qt.Key.Key_F5)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("look", [Look.PLAIN, Look.FLAT, Look.PRIMARY, Look.DANGER])
def test_the_focus_can_be_seen_on_every_button(theme: Theme, qtbot: QtBot, look: Look, scheme: Scheme) -> None:
    theme.use(scheme)
    page, button = _page_with(Button("Go on", look=look), qtbot)
    page.setFocus()
    without = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != without


def test_a_chip_says_its_count(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip("Overdue", Tone.CRITICAL)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Overdue"
    narrow = chip.sizeHint().width()
    chip.set_count(12)
    assert chip.accessibleName() == "Overdue: 12"
    assert chip.count == 12
    assert chip.sizeHint().width() > narrow
    chip.set_count(None)
    assert chip.accessibleName() == "Overdue"


def test_the_space_key_turns_a_chip_on_and_off(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip("Mine")
    qtbot.addWidget(chip)
    chip.show()
    for expected in (True, False):
        with qtbot.waitSignal(chip.toggled):
            QTest.keyClick(chip, Qt.Key.Key_Space)
        assert chip.isChecked() is expected


def test_a_chip_that_is_on_is_full_and_one_that_is_off_is_hollow(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip("Mine")
    qtbot.addWidget(chip)
    chip.show()
    chip.setFixedWidth(200)
    assert chip.grab().toImage().pixelColor(180, 13) == QColor(LIGHT.panel)
    chip.setChecked(True)
    assert chip.grab().toImage().pixelColor(180, 13) == QColor(LIGHT.accent)


def _page_with(button: Button, qtbot: QtBot) -> tuple[QWidget, Button]:
    page = QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    QVBoxLayout(page).addWidget(button)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page, button
