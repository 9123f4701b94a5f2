"""The queue panel: what presses, what is looked for, which part is shown, and the list itself."""

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from console.errors import Refused
from console.services.shift import Shift
from console.store import queue, tickets
from console.store.database import Database
from console.store.queue import QueueFilter, QueueView
from console.ui.feed import Feed
from console.ui.itemmodels.queue_model import QueueModel
from console.ui.look.card import Card
from console.ui.look.chip import Chip
from console.ui.look.flow import FlowLayout
from console.ui.look.icons import Symbol, icon
from console.ui.look.palette import Tone
from console.ui.look.pill import Pill
from console.ui.queue.list import QueueList
from console.ui.reference import Reference
from console.ui.words import Words
from protocol.numbers import NumberInvalid, TicketNumber
from protocol.times import Clock

_TYPING_MS = 80
"""A pause in typing after which the search begins."""


class QueuePanel(Card):
    """Lists the open tickets, most pressing first."""

    ticket_opened = Signal(object)
    """A ticket id: Enter or a double click, or a whole number typed into the search field."""
    note_asked = Signal(object)
    """A ticket id to which a remark is to be added."""
    print_asked = Signal(object)
    """A ticket id whose slip is to be printed."""

    def __init__(
        self,
        *,
        database: Database,
        feed: Feed,
        reference: Reference,
        shift: Shift,
        words: Words,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Queue"))
        self._database = database
        self._shift = shift
        self._clock = clock
        self._view = QueueView.ALL
        self._model = QueueModel(database=database, feed=feed, words=words, clock=clock, parent=self)
        self._urgent = Pill("", Tone.CRITICAL)
        self._overdue = Pill("", Tone.EMERGENCY)
        self._search = QLineEdit()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._chips = self._make_chips()
        self.list = QueueList(self._model)
        self._lay_out()
        self._connect(reference)
        self.refresh()

    def focus_search(self) -> None:
        """Go to the search field, what it holds selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def focus_list(self) -> None:
        """Go to the list, to its first row if none is the current one."""
        if self.list.current_ticket is None:
            self.list.go_to(0)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_compact(self, is_compact: bool) -> None:
        """Show two lines a ticket, for narrow windows, or columns."""
        self.list.set_compact(is_compact)

    def refresh(self) -> None:
        """Read the queue anew, for whoever works here now."""
        self._typing.stop()
        current = self.list.current_ticket
        self._model.show(QueueFilter(self._view, self._search.text(), self._account_id()))
        self.list.go_to(0 if current is None else self._model.row_of(current) or 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrows lead from the search field into the list."""
        if watched is self._search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.focus_list()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._on_escape_pressed()
                return True
        return super().eventFilter(watched, event)

    def _make_chips(self) -> dict[QueueView, Chip]:
        labels = {
            QueueView.ALL: self.tr("All"),
            QueueView.MINE: self.tr("Mine"),
            QueueView.NEW: self.tr("New"),
            QueueView.ATTENTION: self.tr("Attention"),
            QueueView.OVERDUE: self.tr("Overdue"),
            QueueView.ON_CHECK: self.tr("On check"),
            QueueView.REWORK: self.tr("Rework"),
        }
        return {view: Chip(label) for view, label in labels.items()}

    def _lay_out(self) -> None:
        self.add_at_end(self._urgent)
        self.add_at_end(self._overdue)
        self._search.setAccessibleName(self.tr("Search the queue"))
        self._search.setPlaceholderText(self.tr("Search: number, address, phone…"))
        self._search.addAction(icon(Symbol.SEARCH), QLineEdit.ActionPosition.LeadingPosition)
        self._search.setClearButtonEnabled(True)
        self._search.installEventFilter(self)
        chips = FlowLayout()
        group = QButtonGroup(self)
        for chip in self._chips.values():
            group.addButton(chip)
            chips.addWidget(chip)
        self._chips[self._view].setChecked(True)
        self.body.addWidget(self._search)
        self.body.addLayout(chips)
        self.body.addWidget(self.list, 1)

    def _connect(self, reference: Reference) -> None:
        reference.changed.connect(self._model.renew)
        self._model.renewed.connect(self._on_model_renewed)
        self._typing.timeout.connect(self.refresh)
        self._search.textChanged.connect(lambda: self._typing.start())
        self._search.returnPressed.connect(self._on_search_return_pressed)
        for view, chip in self._chips.items():
            chip.clicked.connect(lambda _checked, view=view: self._on_chip_clicked(view))
        self.list.ticket_opened.connect(self.ticket_opened)
        self.list.note_asked.connect(self.note_asked)
        self.list.print_asked.connect(self.print_asked)

    def _account_id(self) -> UUID | None:
        try:
            return self._shift.person.account_id
        except Refused:  # before anyone has signed in nothing is "mine"
            return None

    def _on_chip_clicked(self, view: QueueView) -> None:
        self._view = view
        self.refresh()

    def _on_escape_pressed(self) -> None:
        if self._search.text():
            self._search.clear()
            self.refresh()
        else:
            self.focus_list()

    def _on_search_return_pressed(self) -> None:
        """Open the ticket of a whole number, also a closed one; else go on in the list with what was found."""
        self.refresh()
        try:
            number = str(TicketNumber.parse(self._search.text()))
        except NumberInvalid:
            self.focus_list()
            return
        with self._database.read() as connection:
            ticket_id = tickets.find_by_number(connection, number)
        if ticket_id is not None:
            self.ticket_opened.emit(ticket_id)

    def _on_model_renewed(self) -> None:
        now = self._clock.now()
        with self._database.read() as connection:
            counts = queue.counts(connection, self._account_id(), now)
            urgent, overdue = queue.urgent_counts(connection, now)
        for view, chip in self._chips.items():
            chip.set_count(counts[view])
        self._urgent.setText(self.tr("%n urgent", "", urgent))
        self._urgent.setVisible(urgent > 0)
        self._overdue.setText(self.tr("%n overdue", "", overdue))
        self._overdue.setVisible(overdue > 0)
        if self.list.current_ticket is None:
            self.list.go_to(0)
        self.list.say_empty("" if self._model.rowCount() else self._why_empty())

    def _why_empty(self) -> str:
        if self._search.text().strip():
            text = self.tr("Nothing found for “{words}”. Esc clears the search.")
            return text.format(words=self._search.text().strip())
        if self._view is QueueView.ALL:
            return self.tr("No open tickets.")
        return self.tr("No tickets under this filter.")
