"""A call that rings: number at once, answered or hidden by key, never taking the focus."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from console.ui.look import fonts
from console.ui.look.buttons import Button
from console.ui.look.icons import IconLabel, Symbol, icon
from console.ui.look.labels import ElidedLabel
from console.ui.look.looks import Look, dress
from console.ui.look.theme import colours

_MOST_WIDE = 560


class RingingCard(QFrame):
    """Shows one ringing call in the strip."""

    answered = Signal()
    hidden_by_operator = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = QLabel()
        self._number.setTextFormat(Qt.TextFormat.PlainText)
        self._number.setFont(fonts.digits(fonts.HEADING, QFont.Weight.DemiBold))
        self._about = ElidedLabel()
        dress(self._about, Look.MUTED)
        self._keys = QLabel("Ctrl+F9")
        dress(self._keys, Look.MUTED)
        self._answer = Button(self.tr("Answer"))
        self._answer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._answer.clicked.connect(self.answered)
        self._hide = QToolButton()
        self._hide.setIcon(icon(Symbol.CLOSE, "bar_muted"))
        self._hide.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._hide.setAccessibleName(self.tr("Hide this call"))
        self._hide.setToolTip(self.tr("Hide this call (Esc)"))
        self._hide.clicked.connect(self.hidden_by_operator)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_MOST_WIDE)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._number)
        words.addWidget(self._about)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 6, 4)
        layout.setSpacing(8)
        layout.addWidget(IconLabel(Symbol.PHONE_RINGING, "bar_ringing", 22))
        layout.addLayout(words, 1)
        layout.addWidget(self._keys)
        layout.addWidget(self._answer)
        layout.addWidget(self._hide)

    def show_caller(self, number: str, about: str) -> None:
        """Say who rings, as far as it is known."""
        self._number.setText(number)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.setAccessibleName(self.tr("Ringing: {number} {about}").format(number=number, about=about).strip())

    def show_keys(self, is_first: bool) -> None:
        """Show the keys that answer the oldest call, on its card only."""
        self._keys.setVisible(is_first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer at Enter, hide at Esc."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.answered.emit()
            case Qt.Key.Key_Escape:
                self.hidden_by_operator.emit()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the card and its edge; a thicker edge is the focus."""
        palette = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.5 if self.hasFocus() else 1.0
        painter.setPen(QPen(QColor(palette.bar_ringing), width))
        painter.setBrush(QColor(palette.bar_hover))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), 5, 5)
