"""The keys of the window: one table of actions, from which the key map is drawn too.

Keys are F-keys, Ctrl with digits, Enter and Esc: they work on every keyboard layout. No letter has a twin in another
alphabet, for a key bound twice does nothing (desk, Keys).
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget


class Command(NamedTuple):
    """One thing the window does at a key."""

    keys: tuple[str, ...]  # as in "Ctrl+1"; the first is shown
    text: str
    act: Callable[[], object]


class KeyHelp(NamedTuple):
    """A line of the key map."""

    keys: str
    text: str


def bind(window: QWidget, commands: Iterable[Command]) -> None:
    """Let a window do these things at their keys, wherever in it the focus is."""
    for command in commands:
        action = QAction(command.text, window)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setAutoRepeat(False)
        action.triggered.connect(lambda _checked=False, act=command.act: act())
        window.addAction(action)


def keys_of(window: QWidget) -> list[KeyHelp]:
    """Return the keys of the window itself, in their order of binding."""
    return [
        KeyHelp(", ".join(map(_native, action.shortcuts())), action.text())
        for action in window.actions()
        if action.shortcuts()
    ]


def keys_on_screen(window: QWidget) -> list[KeyHelp]:
    """Return the keys of what the window shows now: of visible buttons, and of shortcuts that say what they do."""
    found: dict[str, KeyHelp] = {}
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        if not isinstance(owner, QWidget) or not owner.isVisible():
            continue
        keys = _native(shortcut.key())
        text = shortcut.whatsThis() or (_label(owner, keys) if isinstance(owner, QAbstractButton) else "")
        if text:
            found.setdefault(keys, KeyHelp(keys, text))
    return list(found.values())


def _label(button: QAbstractButton, keys: str) -> str:
    return button.text().removesuffix(keys).replace("&", "").strip()


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")
