"""The fields of the form by the names a draft knows them by, and where the cursor is in them."""

from collections.abc import Mapping
from typing import TypeAlias

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from console.ui.intake.draft import Cursor

Editor: TypeAlias = QLineEdit | QPlainTextEdit


def cursor_in(editors: Mapping[str, Editor]) -> Cursor:
    """Return where the operator is typing; nowhere when it is none of these fields."""
    focused = QApplication.focusWidget()
    for name, editor in editors.items():
        if editor is focused:
            if isinstance(editor, QLineEdit):
                return Cursor(name, editor.cursorPosition())
            return Cursor(name, editor.textCursor().position())
    return Cursor()


def put_cursor(editor: Editor, position: int) -> None:
    """Go to a field and to a place in its text."""
    editor.setFocus()
    if isinstance(editor, QLineEdit):
        editor.setCursorPosition(position)
        return
    place = editor.textCursor()
    place.setPosition(min(position, len(editor.toPlainText())))
    editor.setTextCursor(place)
