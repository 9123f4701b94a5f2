"""Typing as an operator does: into whatever has the focus."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    """Return what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_text(text: str) -> None:
    """Type a text, also a Cyrillic one, which QTest cannot."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = ord(character.upper()) if character.isascii() else Qt.Key.Key_unknown
            QApplication.sendEvent(focused(), QKeyEvent(kind, key, NO_MODIFIER, character))


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    """Press a key; shortcuts of the window hear it too."""
    QTest.keyClick(focused(), key, modifier)
