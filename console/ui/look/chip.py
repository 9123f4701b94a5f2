"""A filter that is on or off, with the number of things it would show."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from console.ui.look import fonts
from console.ui.look.marks import draw_mark
from console.ui.look.palette import Tone
from console.ui.look.theme import colours

_SIDE = 11
_GAP = 6
_MARK = 8
_HEIGHT = 26


class Chip(QAbstractButton):
    """A capsule that is full when on and hollow when off; the live count stands behind the words."""

    def __init__(self, label: str, tone: Tone | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._count: int | None = None
        self.setCheckable(True)
        self.setText(label)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def count(self) -> int | None:
        """How many things the filter would show, None while that is not known."""
        return self._count

    def set_count(self, count: int | None) -> None:
        """Show how many things the filter would show."""
        if count == self._count:
            return
        self._count = count
        self.setAccessibleName(self.text() if count is None else f"{self.text()}: {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        width = 2 * _SIDE + QFontMetrics(_words_font()).horizontalAdvance(self.text())
        if self._tone is not None:
            width += _MARK + _GAP
        if self._count is not None:
            width += QFontMetrics(_count_font()).horizontalAdvance(str(self._count)) + _GAP
        return QSize(width, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a chip is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the capsule, the ring of the focus, the mark, the words and the count."""
        palette = colours()
        ground, edge, words, number = palette.panel, palette.input_border, palette.text, palette.muted
        if self.isChecked():
            ground, edge, words, number = palette.accent, palette.accent, palette.on_accent, palette.on_accent
        elif self.underMouse() or self.isDown():
            ground = palette.hover
        if not self.isEnabled():
            ground, edge, words, number = palette.background, palette.line, palette.disabled, palette.disabled
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        capsule = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(capsule, capsule.height() / 2, capsule.height() / 2)
        if self.hasFocus():
            inset = 2.5 if self.isChecked() else 1
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.setPen(QPen(QColor(palette.on_accent if self.isChecked() else palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        inner = capsule.adjusted(_SIDE, 0, -_SIDE, 0)
        if self._tone is not None:
            colour = words if self.isChecked() or not self.isEnabled() else palette.tone(self._tone).strong
            mark = QRectF(QPointF(inner.left(), inner.center().y() - _MARK / 2), QSize(_MARK, _MARK))
            draw_mark(painter, mark, self._tone, QColor(colour))
            inner.adjust(_MARK + _GAP, 0, 0, 0)
        painter.setFont(_words_font())
        painter.setPen(QColor(words))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count is not None:
            painter.setFont(_count_font())
            painter.setPen(QColor(number))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._count))


def _words_font() -> QFont:
    return fonts.text(fonts.SMALL)


def _count_font() -> QFont:
    return fonts.digits(fonts.SMALL, QFont.Weight.DemiBold)
