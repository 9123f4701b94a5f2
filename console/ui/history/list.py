"""One view of the past: its rows, or a sentence that says why there are none."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QVBoxLayout, QWidget

from console.ui.history.delegate import HistoryDelegate
from console.ui.itemmodels.history_model import HistoryEntry, HistoryModel
from console.ui.look.looks import Look, dress


class HistoryList(QListView):
    """Arrows walk, Enter or a click opens."""

    chosen = Signal(object)
    """The value of the row."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = HistoryModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(HistoryDelegate(self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = QLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        dress(self._empty, Look.MUTED)
        layout = QVBoxLayout(self.viewport())
        layout.addWidget(self._empty)
        self.clicked.connect(self._choose)

    @property
    def entries(self) -> tuple[HistoryEntry, ...]:
        """The rows, top first."""
        return self._rows.entries

    @property
    def empty_sentence(self) -> str:
        """What is said in the place of rows; empty while there are any."""
        return self._empty.text()

    def show_entries(self, entries: Sequence[HistoryEntry], empty: str) -> None:
        """Show these rows, or the sentence when there are none."""
        self._rows.show(entries)
        sentence = "" if entries else empty
        self._empty.setText(sentence)
        self._empty.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the top row."""
        if not self.currentIndex().isValid() and self._rows.entries:
            self.setCurrentIndex(self._rows.index(0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Stay: typed letters are no jump to a row that begins with them."""

    def _choose(self, index: QModelIndex) -> None:
        value = self._rows.entries[index.row()].value
        if value is not None:
            self.chosen.emit(value)
