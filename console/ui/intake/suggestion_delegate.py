"""Paints an offer: the mark of its tone, what it is called, and in muted letters what tells it from the others."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.ui.itemmodels.suggestion_model import SuggestionRole
from console.ui.look import fonts
from console.ui.look.marks import draw_mark
from console.ui.look.palette import Tone
from console.ui.look.theme import colours

ROW_HEIGHT = 26

_SIDE = 8
_MARK = 8
_GAP = 8


class SuggestionDelegate(QStyledItemDelegate):
    """Gives the text what room it needs and the detail the rest, at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        palette = colours()
        row, state = option.rect, option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_current = bool(state & QStyle.StateFlag.State_Selected)
            painter.fillRect(row, QColor(palette.selection if is_current else palette.hover))
        room = QRectF(row).adjusted(_SIDE, 0, -_SIDE, 0)
        tone: Tone | None = index.data(SuggestionRole.TONE)
        if tone is not None:
            square = QRectF(room.left(), room.center().y() - _MARK / 2, _MARK, _MARK)
            draw_mark(painter, square, tone, QColor(palette.tone(tone).strong))
            room.setLeft(square.right() + _GAP)
        font = fonts.text()
        text = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.setFont(font)
        painter.setPen(QColor(palette.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        room.setLeft(room.left() + QFontMetrics(font).horizontalAdvance(text) + 2 * _GAP)
        small = fonts.text(fonts.SMALL)
        detail = index.data(SuggestionRole.DETAIL)
        painter.setFont(small)
        painter.setPen(QColor(palette.muted))
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            QFontMetrics(small).elidedText(detail, Qt.TextElideMode.ElideRight, int(room.width())),
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the same height for every row."""
        return QSize(0, ROW_HEIGHT)
