"""What is known of the caller and of the place: earlier tickets by phone, person, flat and house (product rule 11)."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from console.store import history
from console.store.database import Database
from console.store.feed import ChangeSet
from console.store.history import PAGE, HouseKey, PersonRow
from console.ui.feed import Feed
from console.ui.history.delegate import ROW_HEIGHT
from console.ui.history.entries import HistoryWords
from console.ui.history.list import HistoryList
from console.ui.itemmodels.history_model import HistoryEntry
from console.ui.look.card import Card
from console.ui.look.icons import Symbol
from console.ui.look.looks import Look, dress
from console.ui.reference import Reference
from console.ui.words import Words
from protocol.times import Clock

_KINDS_SHOWN = ("ticket", "contact", "consultation", "applicant", "phone")
_PEOPLE_IN_VIEW = 3
_TICK_MS = 30_000
"""How often the time left of open tickets is said anew."""


class HistoryView(IntEnum):
    """The tabs, left to right."""

    PHONE = 0
    PERSON = 1
    FLAT = 2
    HOUSE = 3


class HistoryPanel(Card):
    """Shows four views at once, each with its count; a number is a hint, so its people are only offered."""

    ticket_opened = Signal(object)
    """Id of a ticket."""
    person_chosen = Signal(object)
    """PersonRow."""

    def __init__(
        self,
        *,
        database: Database,
        feed: Feed,
        reference: Reference,
        words: Words,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", Symbol.HISTORY, parent)
        self.set_title(self.tr("History"))
        self._database = database
        self._entries = HistoryWords(words, clock, self)
        self._phone = ""
        self._person_id: UUID | None = None
        self._house: HouseKey | None = None
        self._flat = ""
        self._people_title = QLabel()
        dress(self._people_title, Look.HINT)
        self.people = HistoryList(self.tr("People known under this number"))
        self._names = {
            HistoryView.PHONE: (self.tr("Phone"), self.tr("By phone")),
            HistoryView.PERSON: (self.tr("Person"), self.tr("By person")),
            HistoryView.FLAT: (self.tr("Flat"), self.tr("By flat")),
            HistoryView.HOUSE: (self.tr("House"), self.tr("By house")),
        }
        self.lists = {view: HistoryList(whole) for view, (_, whole) in self._names.items()}
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setExpanding(False)
        self._lay_out()
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self._on_tab_changed()
        self.people.chosen.connect(self._on_person_chosen)
        feed.changed.connect(self._on_feed_changed)
        reference.changed.connect(self._refresh)
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self._refresh)
        self._ticking.start()
        self._refresh()

    def show_phone(self, number: str) -> None:
        """Show what is known of a number (E.164); an empty one shows nothing."""
        if number != self._phone:
            self._phone = number
            self._person_id = None
            self._refresh()

    def show_place(self, house: HouseKey | None, flat: str) -> None:
        """Show what is known of a house and of a flat in it."""
        if (house, flat) != (self._house, self._flat):
            self._house, self._flat = house, flat
            self._refresh()

    def show_person(self, applicant_id: UUID | None) -> None:
        """Show what is known of an applicant; None: of the only one the number has, if it has one."""
        if applicant_id != self._person_id:
            self._person_id = applicant_id
            self._refresh()

    def _lay_out(self) -> None:
        for view, rows in self.lists.items():
            page = QWidget()
            layout = QVBoxLayout(page)
            layout.setContentsMargins(0, 6, 0, 0)
            layout.setSpacing(4)
            if view is HistoryView.PHONE:
                layout.addWidget(self._people_title)
                layout.addWidget(self.people)
            layout.addWidget(rows, 1)
            self.tabs.addTab(page, "")
            self.tabs.setTabToolTip(view, self._names[view][1])
            rows.chosen.connect(self.ticket_opened)
        self.body.addWidget(self.tabs, 1)

    def _on_tab_changed(self) -> None:
        self.setFocusProxy(self.lists[HistoryView(self.tabs.currentIndex())])

    def _on_feed_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_KINDS_SHOWN):
            self._refresh()

    def _on_person_chosen(self, person: PersonRow) -> None:
        self.show_person(person.id)
        self.person_chosen.emit(person)

    def _refresh(self) -> None:
        """Read every view anew; each read goes by an index."""
        house, flat, words = self._house, self._flat, self._entries
        with self._database.read() as connection:
            people = history.people(connection, self._phone) if self._phone else []
            person_id = self._person_id or (people[0].id if len(people) == 1 else None)
            by_phone = (
                words.past(history.by_phone(connection, self._phone), history.consultations(connection, self._phone))
                if self._phone
                else []
            )
            by_person = words.past(history.by_person(connection, person_id)) if person_id is not None else []
            by_flat = words.past(history.by_flat(connection, house, flat)) if house is not None and flat else []
            by_house = words.past(history.by_house(connection, house)) if house is not None else []
        self._show_people(words.people(people))
        self._show(HistoryView.PHONE, by_phone, self._phone_sentence)
        self._show(HistoryView.PERSON, by_person, lambda: self._person_sentence(person_id, len(people)))
        self._show(HistoryView.FLAT, by_flat, self._flat_sentence)
        self._show(HistoryView.HOUSE, by_house, self._house_sentence)
        self._leave_empty_view()

    def _show_people(self, entries: Sequence[HistoryEntry]) -> None:
        self.people.show_entries(entries, "")
        self._people_title.setText(self.tr("Known under this number: %n person(s)", "", len(entries)))
        self._people_title.setVisible(bool(entries))
        self.people.setVisible(bool(entries))
        rows = range(min(len(entries), _PEOPLE_IN_VIEW))
        height = sum(self.people.sizeHintForRow(row) for row in rows) or ROW_HEIGHT
        self.people.setFixedHeight(height + 2 * self.people.frameWidth() + 2)

    def _show(self, view: HistoryView, entries: Sequence[HistoryEntry], empty: Callable[[], str]) -> None:
        self.lists[view].show_entries(entries, empty())
        count = f"{PAGE}+" if len(entries) >= PAGE else str(len(entries))
        name = self._names[view][0]
        self.tabs.setTabText(view, f"{name} {count}" if entries else name)

    def _leave_empty_view(self) -> None:
        """Go to a view that has something, unless the operator is in this one."""
        shown = self.lists[HistoryView(self.tabs.currentIndex())]
        if shown.entries or shown.hasFocus() or self.tabs.tabBar().hasFocus():
            return
        for view, rows in self.lists.items():
            if rows.entries:
                self.tabs.setCurrentIndex(view)
                return

    def _phone_sentence(self) -> str:
        if not self._phone:
            return self.tr("Earlier tickets appear here as soon as the number is known.")
        return self.tr("Nobody has called from this number before.")

    def _person_sentence(self, person_id: UUID | None, known: int) -> str:
        if person_id is not None:
            return self.tr("This person has no tickets.")
        if known:
            return self.tr("Several people share this number. Choose who is calling.")
        return self.tr("Nobody is known under this number.") if self._phone else self._phone_sentence()

    def _flat_sentence(self) -> str:
        if self._house is None or not self._flat:
            return self.tr("Earlier tickets of the flat appear here as soon as the flat is known.")
        return self.tr("No tickets from this flat.")

    def _house_sentence(self) -> str:
        if self._house is None:
            return self.tr("Earlier tickets of the house appear here as soon as the address is known.")
        return self.tr("No tickets from this house.")
