"""The list of the queue: two lines a row or columns, keys, and a place that survives changes."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from console.ui.itemmodels.queue_model import QueueColumn, QueueModel, QueueRole
from console.ui.letter_keys import letter_of
from console.ui.look.announcing import announce
from console.ui.look.looks import Look, dress
from console.ui.queue.delegates import ONE_LINE_HEIGHT, TWO_LINES_HEIGHT, ColumnDelegate, TwoLineDelegate

_WIDTHS = {
    QueueColumn.NUMBER: 138,
    QueueColumn.RECEIVED: 54,
    QueueColumn.TIME_LEFT: 122,
    QueueColumn.EXECUTOR: 150,
    QueueColumn.STATE: 132,
}
"""Pixels of the columns whose texts are much of one length."""
_LEAST_SHARED = 145
"""Pixels that category and address each have before the columns that can be missed go."""
_MISSED_FIRST = (QueueColumn.EXECUTOR, QueueColumn.RECEIVED)


class QueueList(QTableView):
    """Shows the queue; rows inserted above neither move the current row nor what is in view."""

    ticket_opened = Signal(object)  # ticket id
    note_asked = Signal(object)  # ticket id
    print_asked = Signal(object)  # ticket id

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._is_compact = False
        self._anchors: list[tuple[UUID, int]] = []
        self._two_lines = TwoLineDelegate(model, self)
        self._columns = ColumnDelegate(model, self)
        self._empty = QLabel()
        self.setModel(model)
        self._set_up()
        self.set_compact(True)
        model.renewing.connect(self._on_model_renewing)
        model.renewed.connect(self._on_model_renewed)
        self.activated.connect(lambda index: self.ticket_opened.emit(index.data(QueueRole.TICKET_ID)))

    @property
    def current_ticket(self) -> UUID | None:
        """The ticket of the current row."""
        index = self.currentIndex()
        return self._model.entry(index.row()).row.id if index.isValid() else None

    def set_compact(self, is_compact: bool) -> None:
        """Show two lines a row, or columns."""
        if is_compact == self._is_compact:
            return
        self._is_compact = is_compact
        self.setItemDelegate(self._two_lines if is_compact else self._columns)
        self.verticalHeader().setDefaultSectionSize(TWO_LINES_HEIGHT if is_compact else ONE_LINE_HEIGHT)
        self.horizontalHeader().setVisible(not is_compact)
        self._fit_columns()
        if self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(self.currentIndex().row(), QueueColumn.NUMBER))

    def say_empty(self, sentence: str) -> None:
        """Say why there is nothing to see; an empty sentence takes it back."""
        if sentence == self._empty.text():
            return
        self._empty.setText(sentence)
        self._empty.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)
        if sentence:
            announce(self, sentence)

    def go_to(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row, QueueColumn.NUMBER))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go through the queue, N and P concern the current ticket; other keys are the table's own."""
        match event.key():
            case Qt.Key.Key_Home:
                self.go_to(0)
                return
            case Qt.Key.Key_End:
                self.go_to(self._model.rowCount() - 1)
                return
        ticket_id, letter = self.current_ticket, letter_of(event)
        if ticket_id is not None and letter == "N":
            self.note_asked.emit(ticket_id)
        elif ticket_id is not None and letter == "P":
            self.print_asked.emit(ticket_id)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Stay: typed letters are no jump to a row that begins with them."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._fit_columns()

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Ticket queue"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(ONE_LINE_HEIGHT)
        heading = self.horizontalHeader()
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading.setSectionsClickable(False)
        heading.setHighlightSections(False)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        dress(self._empty, Look.MUTED)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.hide()
        QVBoxLayout(self.viewport()).addWidget(self._empty)

    def _fit_columns(self) -> None:
        """Give every column its width; what can be missed is left out where category and address would be cut."""
        width = self.viewport().width()
        if self._is_compact:
            for column in QueueColumn:
                self.setColumnHidden(column, column is not QueueColumn.NUMBER)
            self.setColumnWidth(QueueColumn.NUMBER, width)
            return
        fixed = dict(_WIDTHS)
        for column in _MISSED_FIRST:
            if width - sum(fixed.values()) < 2 * _LEAST_SHARED:
                del fixed[column]
        shared = max(width - sum(fixed.values()), 0)
        fixed[QueueColumn.CATEGORY] = shared // 2
        fixed[QueueColumn.ADDRESS] = shared - shared // 2
        for column in QueueColumn:
            self.setColumnHidden(column, column not in fixed)
            self.setColumnWidth(column, fixed.get(column, 0))

    def _on_model_renewing(self) -> None:
        """Remember which tickets are in view; at the top new ones are to push the others down."""
        self._anchors = []
        offset = self.verticalScrollBar().value()
        if offset == 0:
            return
        first = self.rowAt(0)
        for row in range(max(first, 0), min(first + self._rows_in_view(), self._model.rowCount())):
            self._anchors.append((self._model.entry(row).row.id, self.rowViewportPosition(row)))

    def _on_model_renewed(self) -> None:
        for ticket_id, position in self._anchors:
            row = self._model.row_of(ticket_id)
            if row is not None:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + self.rowViewportPosition(row) - position)
                return

    def _rows_in_view(self) -> int:
        return self.viewport().height() // self.verticalHeader().defaultSectionSize() + 1
