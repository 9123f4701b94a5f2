"""Single letters as keys, on every keyboard layout."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_LATIN = dict(zip("йцукенгшщзфівапролдячсмитьы", "qwertyuiopasdfghjklzxcvbnms", strict=True))
"""The Latin letter on the key of a Ukrainian or Russian one."""
_IGNORED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def letter_of(event: QKeyEvent) -> str:
    """Return the Latin capital on the pressed key, or nothing for other keys and with Ctrl, Alt or Meta held.

    A Cyrillic twin registered as a second shortcut would make both ambiguous; here there is one reading of one key.
    """
    if event.modifiers() & ~_IGNORED:
        return ""
    text = event.text().lower()
    letter = _LATIN.get(text, text)
    return letter.upper() if len(letter) == 1 and letter.isascii() and letter.isalpha() else ""
