"""The shape of the pages before the work: one card in the middle of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.ui.look.buttons import PrimaryButton
from console.ui.look.card import Card
from console.ui.look.field import FormField
from console.ui.look.icons import Symbol
from console.ui.look.looks import Look, dress

_WIDTH = 440


class EntryCard(Card):
    """A sentence, fields, and the one button that goes on."""

    def __init__(self, title: str, symbol: Symbol, explanation: str, button: PrimaryButton) -> None:
        super().__init__(title, symbol)
        self._button = button
        self.setFixedWidth(_WIDTH)
        self.body.setSpacing(10)
        self.body.setContentsMargins(8, 2, 8, 8)
        sentence = QLabel(explanation)
        sentence.setWordWrap(True)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        dress(sentence, Look.MUTED)
        self.body.addWidget(sentence)

    def add_fields(self, *fields: FormField) -> None:
        """Put the fields into the card, and the button under them."""
        for field in fields:
            self.body.addWidget(field)
        self.body.addWidget(self._button, 0, Qt.AlignmentFlag.AlignRight)

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
