"""A sentence below a field, with an icon before it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from console.ui.look.announcing import announce
from console.ui.look.icons import IconLabel, Symbol
from console.ui.look.looks import Look, dress


class Hint(QWidget):
    """Says one thing in small letters; without words it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(Symbol.INFO, "muted", 14)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        dress(self._label, Look.HINT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now."""
        return self._label.text()

    def say(self, text: str, symbol: Symbol = Symbol.INFO, tint: str = "muted") -> None:
        """Say a sentence; an empty one takes the hint away."""
        if text == self._label.text():
            return
        self._icon.show_symbol(symbol, tint)
        self._label.setText(text)
        self.setVisible(bool(text))

    def warn(self, text: str) -> None:
        """Say what is doubtful, aloud too; an empty text takes the hint away."""
        if text and text != self._label.text():
            announce(self, text)
        self.say(text, Symbol.WARNING, "emergency")
