"""A framed panel with a title row: what every screen is laid out of."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.ui.look.icons import IconLabel, Symbol
from console.ui.look.looks import Look, dress


class Card(QFrame):
    """Frames one subject: a title, pills and buttons beside it, and a body below."""

    def __init__(self, title: str, symbol: Symbol | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        dress(self, Look.CARD)
        dress(self._title, Look.TITLE)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        if symbol is not None:
            self._head.addWidget(IconLabel(symbol, "accent"))
        self._beside = QHBoxLayout()
        self._beside.setSpacing(6)
        self._head.addWidget(self._title)
        self._head.addLayout(self._beside)
        self._head.addStretch(1)
        self.body = QVBoxLayout()
        """Where the content goes."""
        self.body.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(11, 9, 11, 11)
        layout.setSpacing(8)
        layout.addLayout(self._head)
        layout.addLayout(self.body, 1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Name the card anew."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def add_beside_title(self, widget: QWidget) -> None:
        """Put a pill or a muted note right after the title."""
        self._beside.addWidget(widget)

    def add_at_end(self, widget: QWidget) -> None:
        """Put a pill, a key hint or a button at the right end of the title row."""
        self._head.addWidget(widget)
