"""Paints the rows of the queue: two lines where room is short, columns where there is enough."""

from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.ui.itemmodels.queue_model import Pressure, QueueColumn, QueueEntry, QueueModel
from console.ui.look.icons import Symbol, icon
from console.ui.look.marks import draw_mark
from console.ui.look.palette import Tone
from console.ui.look.theme import colours
from console.ui.queue.inks import Face, Inks, faces, inks

Index: TypeAlias = QModelIndex | QPersistentModelIndex

TWO_LINES_HEIGHT = 46
ONE_LINE_HEIGHT = 30

_STRIPE = 5
_LEFT = 13  # of the text in the first column
_SIDE = 7
_MARK = 8
_SIGN = 14
_GAP = 5
_FIRST_LINE = 14  # middle of the line below the row's top
_SECOND_LINE = 33
_SIGNS = {Pressure.ATTENTION: (Symbol.CLOCK, "emergency"), Pressure.OVERDUE: (Symbol.WARNING, "critical")}


class QueueDelegate(QStyledItemDelegate):
    """Paints what is the same in both shapes of a row; it asks the model for the row, never for single roles."""

    def __init__(self, model: QueueModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, entry: QueueEntry) -> Inks:
        """Fill the ground and return the inks to go on with."""
        ready = inks(colours())
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, ready.selection)
        elif entry.tone is Tone.CRITICAL:
            painter.fillRect(rect, ready.pressing_ground)
        else:
            painter.fillRect(rect, ready.second_ground if index.row() % 2 else ready.ground)
        if index.column() == QueueColumn.NUMBER:
            painter.fillRect(rect.x(), rect.y() + 1, _STRIPE, rect.height() - 2, ready.stripes[entry.tone])
        return ready

    def _category(self, painter: QPainter, area: QRect, middle: int, entry: QueueEntry, ready: Inks) -> None:
        """Draw what the problem is; an urgent one is bold and has the shape of its tone before it."""
        left = area.x()
        if entry.is_urgent:
            square = QRectF(left, middle - _MARK / 2, _MARK, _MARK)
            draw_mark(painter, square, entry.tone, ready.strong[entry.tone].color())
            left += _MARK + _GAP
        face = faces().strong if entry.is_urgent else faces().plain
        shown = face.shorten(entry.cells[QueueColumn.CATEGORY], area.right() + 1 - left)
        self._text(painter, face, QPoint(left, middle), shown)

    def _time(self, painter: QPainter, right: int, middle: int, entry: QueueEntry, ready: Inks) -> int:
        """Draw the time left up to `right` with its sign before it, and return where that begins."""
        text = entry.cells[QueueColumn.TIME_LEFT]
        left = right - faces().strong_digits.width(text)
        painter.setPen(ready.times[entry.pressure])
        self._text(painter, faces().strong_digits, QPoint(left, middle), text)
        if entry.pressure is not Pressure.CALM:
            left -= _SIGN + _GAP
            self._sign(painter, QPoint(left, middle), *_SIGNS[entry.pressure])
        return left

    def _sign(self, painter: QPainter, place: QPoint, symbol: Symbol, tint: str) -> None:
        pixmap = icon(symbol, tint).pixmap(QSize(_SIGN, _SIGN), painter.device().devicePixelRatioF())
        painter.drawPixmap(place.x(), place.y() - _SIGN // 2, pixmap)

    def _text(self, painter: QPainter, face: Face, place: QPoint, text: str) -> None:
        """Draw one line from `place`, which is the middle of its height."""
        painter.setFont(face.font)
        painter.drawText(place.x(), place.y() + face.rise, text)


class TwoLineDelegate(QueueDelegate):
    """Category and time left above; number, address and state below, of which only the address is ever cut."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        entry = self._model.entry(index.row())
        ready = self._ground(painter, option, index, entry)
        rect = option.rect
        left, right, top = rect.x() + _LEFT, rect.right() - _SIDE, rect.y()
        time_left = self._time(painter, right, top + _FIRST_LINE, entry, ready)
        painter.setPen(ready.text)
        self._category(painter, QRect(left, top, time_left - 2 * _GAP - left, 0), top + _FIRST_LINE, entry, ready)
        middle = top + _SECOND_LINE
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(ready.text if is_selected else ready.muted)
        state = entry.cells[QueueColumn.STATE]
        right -= faces().small.width(state)
        self._text(painter, faces().small, QPoint(right, middle), state)
        if entry.row.is_pending:
            right -= _SIGN + _GAP
            self._sign(painter, QPoint(right, middle), Symbol.OUTBOX, "emergency")
        shown = faces().small.shorten(entry.second_line, right - 2 * _GAP - left)
        self._text(painter, faces().small, QPoint(left, middle), shown)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of two lines."""
        return QSize(0, TWO_LINES_HEIGHT)


class ColumnDelegate(QueueDelegate):
    """One line, a column for each thing."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        entry = self._model.entry(index.row())
        ready = self._ground(painter, option, index, entry)
        rect = option.rect
        column = index.column()
        middle = rect.y() + rect.height() // 2
        left = rect.x() + (_LEFT if column == QueueColumn.NUMBER else _SIDE)
        right = rect.right() - _SIDE
        painter.setPen(ready.text)
        match column:
            case QueueColumn.NUMBER | QueueColumn.RECEIVED:
                self._text(painter, faces().small_digits, QPoint(left, middle), entry.cells[column])
            case QueueColumn.TIME_LEFT:
                self._time(painter, right, middle, entry, ready)
            case QueueColumn.CATEGORY:
                self._category(painter, QRect(left, rect.y(), right - left, 0), middle, entry, ready)
            case QueueColumn.STATE if entry.row.is_pending:
                self._sign(painter, QPoint(right - _SIGN, middle), Symbol.OUTBOX, "emergency")
                self._cut(painter, QPoint(left, middle), right - _SIGN - _GAP, entry.cells[column])
            case _:
                self._cut(painter, QPoint(left, middle), right, entry.cells[column])

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of one line; the widths are the list's own."""
        return QSize(0, ONE_LINE_HEIGHT)

    def _cut(self, painter: QPainter, place: QPoint, right: int, text: str) -> None:
        self._text(painter, faces().plain, place, faces().plain.shorten(text, right - place.x()))
