"""Paints a row of the past: two lines, and a third in amber when care is asked for."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.ui.itemmodels.history_model import HistoryEntry, HistoryRole
from console.ui.look import fonts
from console.ui.look.marks import draw_mark
from console.ui.look.theme import colours

ROW_HEIGHT = 44

_CAUTION_HEIGHT = 20
_STRIPE = 4
_LEFT = 11
_RIGHT = 8
_LINE = 18
_TOP = 4
_GAP = 10
_MARK = 8


class HistoryDelegate(QStyledItemDelegate):
    """Open tickets are bold behind a stripe of their urgency, closed ones plain: colour never speaks alone."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        entry: HistoryEntry = index.data(HistoryRole.ENTRY)
        palette = colours()
        row = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, QColor(palette.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(palette.hover))
        line = QRectF(row.left() + _LEFT, row.top() + _TOP, row.width() - _LEFT - _RIGHT, _LINE)
        weight = QFont.Weight.DemiBold if entry.is_strong else QFont.Weight.Normal
        if entry.tone is not None:
            strong = QColor(palette.tone(entry.tone).strong)
            painter.fillRect(QRectF(row.left(), row.top() + 1, _STRIPE, row.height() - 2), strong)
            draw_mark(painter, QRectF(line.left(), line.center().y() - _MARK / 2, _MARK, _MARK), entry.tone, strong)
        first = line.adjusted(_MARK + 5 if entry.tone is not None else 0, 0, 0, 0)
        small = fonts.text(fonts.SMALL)
        _pair(
            painter, first, (entry.title, fonts.text(weight=weight), palette.text), (entry.beside, small, palette.muted)
        )
        line.translate(0, _LINE)
        end_colour = palette.critical if entry.is_overdue else palette.muted
        end = (entry.detail_beside, fonts.digits(fonts.SMALL, weight), end_colour)
        _pair(painter, line, (entry.detail, small, palette.muted), end)
        if entry.caution:
            line.translate(0, _CAUTION_HEIGHT)
            box = line.adjusted(-4, 0, 4, -1)
            painter.fillRect(box, QColor(palette.warning_tint))
            _pair(painter, line, (entry.caution, fonts.text(fonts.SMALL), palette.warning), ("", small, palette.muted))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of two lines, or of three."""
        entry: HistoryEntry = index.data(HistoryRole.ENTRY)
        return QSize(0, ROW_HEIGHT + (_CAUTION_HEIGHT if entry.caution else 0))


def _pair(painter: QPainter, line: QRectF, start: tuple[str, QFont, str], end: tuple[str, QFont, str]) -> None:
    """Draw a text at each end of a line; the one at the start gives way."""
    text, font, colour = end
    taken = QFontMetrics(font).horizontalAdvance(text) + _GAP if text else 0
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
    text, font, colour = start
    room = line.adjusted(0, 0, -taken, 0)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
