"""The timeline of a ticket as a list: when, who, what, in rows as high as their words."""

from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from console.ui.itemmodels.timeline_model import TimelineEntry, TimelineKind, TimelineModel, TimelineRole
from console.ui.letter_keys import letter_of
from console.ui.look import fonts
from console.ui.look.icons import Symbol, icon
from console.ui.look.theme import colours

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_SIDE = 8
_TOP = 5
_ICON = 16
_GAP = 8
_WHEN = 116
_WHO = 132
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SYMBOLS = {
    TimelineKind.REGISTERED: Symbol.REGISTER,
    TimelineKind.MOVED: Symbol.CHECK,
    TimelineKind.ASSIGNED: Symbol.TRANSFER,
    TimelineKind.PRINTED: Symbol.PRINTER,
    TimelineKind.CALLED: Symbol.PHONE_TALK,
    TimelineKind.SYSTEM: Symbol.INFO,
    TimelineKind.NOTED: Symbol.NOTE,
    TimelineKind.CHANGED: Symbol.EDIT,
    TimelineKind.CONFLICT: Symbol.WARNING,
    TimelineKind.PROMISED: Symbol.CLOCK,
    TimelineKind.OTHER: Symbol.INFO,
}


class TimelineList(QListView):
    """Shows the timeline; letters are left to the card."""

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_TimelineDelegate(self))
        self.setAccessibleName(self.tr("Timeline"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows; letters, Esc and the page keys with Ctrl are the card's."""
        if letter_of(event) or event.key() == Qt.Key.Key_Escape or event.modifiers() & _CONTROL:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _TimelineDelegate(QStyledItemDelegate):
    """Paints an entry: icon, time, person and desk, then what happened with its details below."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = fonts.text()
        self._small = fonts.text(fonts.SMALL)
        self._digits = fonts.digits(fonts.SMALL)
        self._text_metrics = QFontMetrics(self._text)
        self._small_metrics = QFontMetrics(self._small)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an entry."""
        entry: TimelineEntry = index.data(TimelineRole.ENTRY)
        palette = colours()
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = palette.selection if is_selected else palette.stripe if index.row() % 2 else palette.panel
        painter.fillRect(option.rect, QColor(ground))
        text, muted = QColor(palette.text), QColor(palette.text if is_selected else palette.muted)
        inner = option.rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        self._icon(painter, inner.topLeft(), _SYMBOLS[entry.kind], "muted")
        left = inner.left() + _ICON + _GAP
        self._line(painter, self._digits, muted, QRect(left, inner.top(), _WHEN, _ICON), entry.when)
        left += _WHEN + _GAP
        self._line(painter, self._small, text, QRect(left, inner.top(), _WHO, _ICON), entry.who)
        if entry.where:
            below = QRect(left, inner.top() + self._small_metrics.lineSpacing() + 1, _WHO, _ICON)
            self._line(painter, self._small, muted, below, entry.where)
        left += _WHO + _GAP
        if entry.is_pending:
            self._icon(painter, QPoint(inner.right() - _ICON, inner.top()), Symbol.OUTBOX, "emergency")
        what = QRect(left, inner.top(), self._what_width(option.rect.width()), inner.height())
        painter.setFont(self._text)
        painter.setPen(text)
        painter.drawText(what, _WRAPPED, entry.headline)
        if entry.details:
            what.setTop(what.top() + self._height(self._text_metrics, what.width(), entry.headline) + 1)
            painter.setFont(self._small)
            painter.setPen(muted)
            painter.drawText(what, _WRAPPED, "\n".join(entry.details))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the words at the width of the list."""
        entry: TimelineEntry = index.data(TimelineRole.ENTRY)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        room = self._what_width(width)
        height = self._height(self._text_metrics, room, entry.headline)
        if entry.details:
            height += self._height(self._small_metrics, room, "\n".join(entry.details)) + 1
        person = self._small_metrics.lineSpacing() * (2 if entry.where else 1) + 1
        return QSize(0, max(height, person, _ICON) + 2 * _TOP)

    def _what_width(self, width: int) -> int:
        return max(width - 2 * _SIDE - 2 * (_ICON + _GAP) - _WHEN - _WHO - 2 * _GAP, 60)

    def _height(self, metrics: QFontMetrics, width: int, text: str) -> int:
        return metrics.boundingRect(QRect(0, 0, width, 0), _WRAPPED, text).height()

    def _line(self, painter: QPainter, font: QFont, colour: QColor, area: QRect, text: str) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        shown = self._small_metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _icon(self, painter: QPainter, place: QPoint, symbol: Symbol, tint: str) -> None:
        pixmap = icon(symbol, tint).pixmap(QSize(_ICON, _ICON), painter.device().devicePixelRatioF())
        painter.drawPixmap(place, pixmap)
