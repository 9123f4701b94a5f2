"""A card in the middle of a page: what is asked or what went wrong before the work can begin."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.ui.look.buttons import Button
from console.ui.look.card import Card
from console.ui.look.icons import Symbol
from console.ui.look.looks import Look, dress

_WIDTH = 440


class MessageCard(Card):
    """A title and a sentence, with whatever is put under them."""

    def __init__(self, title: str, symbol: Symbol, sentence: str, details: str = "") -> None:
        super().__init__(title, symbol)
        self._details = details
        self.setFixedWidth(_WIDTH)
        self.body.setSpacing(10)
        self.body.setContentsMargins(4, 2, 4, 4)
        label = QLabel(sentence)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        dress(label, Look.MUTED)
        self.body.addWidget(label)
        if details:
            copy = Button(self.tr("&Copy details"), symbol=Symbol.DUPLICATE)
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
            self.body.addWidget(copy, 0, Qt.AlignmentFlag.AlignRight)

    def stand_in(self, page: QWidget) -> None:
        """Stand in the middle of a page, a little above its centre."""
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self)
        row.addStretch(1)
        column = QVBoxLayout(page)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
