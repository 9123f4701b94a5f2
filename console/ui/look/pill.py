"""A short word in a coloured capsule: an urgency, a state, a count that matters."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from console.ui.look import fonts
from console.ui.look.marks import draw_mark
from console.ui.look.palette import Tone
from console.ui.look.theme import colours

_MARK = 8
_SIDE = 9
_GAP = 5


class Pill(QLabel):
    """Shows a word in the colours of a tone, with the tone's shape before it: colour never speaks alone."""

    def __init__(self, text: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(fonts.digits(fonts.SMALL, QFont.Weight.DemiBold))
        self.setContentsMargins(_SIDE + _MARK + _GAP, 2, _SIDE, 2)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def tone(self) -> Tone:
        """The tone shown now."""
        return self._tone

    def show_tone(self, text: str, tone: Tone) -> None:
        """Show another word in another tone."""
        self._tone = tone
        self.setText(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the capsule, the mark and the word."""
        strong, tint = (QColor(colour) for colour in colours().tone(self._tone))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        capsule = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(strong, 1))
        painter.setBrush(tint)
        painter.drawRoundedRect(capsule, capsule.height() / 2, capsule.height() / 2)
        mark = QRectF(_SIDE, (self.height() - _MARK) / 2, _MARK, _MARK)
        draw_mark(painter, mark, self._tone, strong)
        painter.setPen(strong)
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignCenter, self.text())
