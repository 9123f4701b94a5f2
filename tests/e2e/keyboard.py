"""Presses keys on a real window, as a person at the keyboard does."""

import asyncio

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

Key = Qt.Key
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Keyboard:
    """Types into whatever has the focus of one window; counts the keys."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.count = 0

    async def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press a key as the system delivers it: shortcuts first, then the focus."""
        self.count += 1
        pressed = asyncio.get_running_loop().create_future()

        def click() -> None:
            # QTest lets events run meanwhile, which must not happen inside a coroutine.
            QTest.keyClick(self._window.windowHandle(), key, modifiers)
            pressed.set_result(None)

        QTimer.singleShot(0, click)
        await pressed

    def type(self, text: str) -> None:
        """Type a text letter by letter; QTest cannot press Cyrillic letters, so they are delivered to the focus."""
        for letter in text:
            self.count += 1
            focused: QWidget | None = self._window.focusWidget()
            target = self._window if focused is None else focused
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                code = ord(letter.upper()) if letter.isascii() else Qt.Key.Key_unknown
                QApplication.sendEvent(target, QKeyEvent(kind, code, NO_MODIFIER, letter))
