"""A list of offers under a line, which keeps the focus: arrows choose, Enter picks, Esc closes.

It lies inside the window rather than in a popup of its own, so that F9 ends a call also while it is open.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QScrollArea

from console.ui.intake.suggestion_delegate import ROW_HEIGHT, SuggestionDelegate
from console.ui.itemmodels.suggestion_model import Suggestion, SuggestionModel
from console.ui.look.announcing import announce

_MOST_ROWS = 12
_MARGIN = 4
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST_ROWS, Qt.Key.Key_PageUp: -_MOST_ROWS}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SuggestionList(QListView):
    """Offers what a line may mean; it is shown and emptied by whoever reads the line."""

    chosen = Signal(object)
    """The value of the offer picked."""
    asked = Signal()
    """Down was pressed while the list was closed."""

    def __init__(self, editor: QLineEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._offers = SuggestionModel(self)
        self.setModel(self._offers)
        self.setItemDelegate(SuggestionDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)
        editor.installEventFilter(self)
        editor.destroyed.connect(self.deleteLater)  # the list lies in the window, not in the form
        self._scrolled: QScrollArea | None = None  # what the line scrolls in
        self.hide()

    def offer(self, suggestions: Sequence[Suggestion], *, is_first_marked: bool) -> None:
        """Show these, or nothing when there are none; a marked first one is picked by Enter alone."""
        self._offers.show(suggestions[:_MOST_ROWS])
        if not suggestions or not self._editor.hasFocus():
            self.hide()
            return
        if is_first_marked:
            self.setCurrentIndex(self._offers.index(0))
        self.setAccessibleName(self._editor.accessibleName())
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys of the list from the line while it is open, and close with the line."""
        if watched is not self._editor:
            return super().eventFilter(watched, event)
        if self.isHidden():
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
                self.asked.emit()
                return True
        else:
            match event.type():
                case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent) and self._takes(event):
                    event.accept()
                    return True
                case QEvent.Type.KeyPress if isinstance(event, QKeyEvent) and self._takes(event):
                    self._press(Qt.Key(event.key()))
                    return True
                case QEvent.Type.FocusOut | QEvent.Type.Hide | QEvent.Type.Resize | QEvent.Type.Move:
                    self.hide()
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in _ENTER:
            return self.currentIndex().isValid()
        return event.key() in _STEPS or event.key() == Qt.Key.Key_Escape

    def _press(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Escape:
            self.hide()
        elif key in _ENTER:
            self._pick(self.currentIndex())
        else:
            last = self._offers.rowCount() - 1
            row = self.currentIndex().row() + _STEPS[key]
            self.setCurrentIndex(self._offers.index(min(max(row, 0), last)))
            announce(self._editor, self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))

    def _on_clicked(self, index: QModelIndex) -> None:
        self._pick(index)

    def _pick(self, index: QModelIndex) -> None:
        value = self._offers.at(index.row()).value
        self.hide()
        self.chosen.emit(value)

    def _follow_scrolling(self) -> None:
        """Stay at the line when what it stands in is scrolled."""
        area = self._editor.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and self._scrolled is None:
            self._scrolled = area
            area.verticalScrollBar().valueChanged.connect(self._place)

    def _place(self) -> None:
        """Stand under the line, or above it where there is more room; never beyond the window."""
        window = self._editor.window()
        if self.parent() is not window:
            self.setParent(window)
            self._follow_scrolling()
        top_left = self._editor.mapTo(window, QPoint())
        below = window.height() - top_left.y() - self._editor.height() - _MARGIN
        frame = 2 * self.frameWidth() + 2
        wanted = self._offers.rowCount() * ROW_HEIGHT + frame
        is_above = below < wanted and top_left.y() > below
        height = min(wanted, top_left.y() - _MARGIN if is_above else below)
        y = top_left.y() - height if is_above else top_left.y() + self._editor.height()
        self.setGeometry(top_left.x(), y, self._editor.width(), height)
