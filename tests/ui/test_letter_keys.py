"""One key is one letter, whichever layout is on."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from console.ui.letter_keys import letter_of

PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("text", "letter"),
    [("n", "N"), ("N", "N"), ("т", "N"), ("Т", "N"), ("ф", "A"), ("з", "P"), ("с", "C"), ("і", "S"), ("ы", "S")],
)
def test_a_letter_is_told_by_its_key(text: str, letter: str) -> None:
    assert letter_of(event(text)) == letter


@pytest.mark.parametrize("text", ["", "5", ";", "ж", "ї", "\r", "no"])
def test_what_is_no_latin_key_is_no_letter(text: str) -> None:
    assert letter_of(event(text)) == ""


@pytest.mark.parametrize("name", ["ControlModifier", "AltModifier", "MetaModifier"])
def test_a_letter_with_a_modifier_is_somebody_else_s(name: str) -> None:
    assert letter_of(event("n", Qt.KeyboardModifier[name])) == ""
    assert letter_of(event("N", Qt.KeyboardModifier.ShiftModifier)) == "N"


def event(text: str, modifiers: Qt.KeyboardModifier = PLAIN) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, modifiers, text)
