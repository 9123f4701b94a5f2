"""A field of a form: the label above, the editor, and what is wrong with it right below."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.ui.look.announcing import announce
from console.ui.look.icons import IconLabel, Symbol
from console.ui.look.looks import Look, dress, repolish


class FieldLabel(QLabel):
    """The words above an editor; their mnemonic ("&Street") leads into it."""

    def __init__(self, text: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        dress(self, Look.LABEL)
        self.setBuddy(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(re.sub(r"&(.)", r"\1", text))


class FormField(QWidget):
    """Puts a label above an editor and an error or a hint below it; readers hear both with the editor."""

    def __init__(self, label: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._error: str | None = None
        self._hint: str | None = None
        self._sign = IconLabel(Symbol.WARNING, "critical", 14)
        self._below = QLabel()
        self._below.setTextFormat(Qt.TextFormat.PlainText)
        self._below.setWordWrap(True)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._below, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(FieldLabel(label, editor))
        layout.addWidget(editor, 1)
        layout.addLayout(below)
        self.setFocusProxy(editor)
        self._show_below()

    @property
    def error(self) -> str | None:
        """What is wrong now, or None."""
        return self._error

    def set_error(self, error: str | None) -> None:
        """Say what is wrong and what to do about it; None takes it back."""
        if error == self._error:
            return
        self._error = error
        self.editor.setProperty("invalid", error is not None)
        repolish(self.editor)
        self._show_below()
        if error is not None:
            announce(self.editor, error)

    def set_hint(self, hint: str | None) -> None:
        """Say what helps to fill the field; an error hides it while it lasts."""
        self._hint = hint
        self._show_below()

    def _show_below(self) -> None:
        words = self._error or self._hint or ""
        self._below.setText(words)
        dress(self._below, Look.ERROR if self._error else Look.HINT)
        self._below.setVisible(bool(words))
        self._sign.setVisible(self._error is not None)
        self.editor.setAccessibleDescription(words)
