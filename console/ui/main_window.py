"""What the operator works in, put together: calls on top, queue left, intake or ticket in the middle, history right."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.services.intake import Registered
from console.settings import Language, SchemeChoice
from console.ui.calls.strip import CallStrip
from console.ui.directory.house_card import HouseCard
from console.ui.history.panel import HistoryPanel
from console.ui.intake.tabs import IntakeTabs
from console.ui.key_map import KeyMap
from console.ui.look.theme import Scheme, colours
from console.ui.queue.panel import QueuePanel
from console.ui.shortcuts import Command, KeyHelp, bind
from console.ui.side_column import SideColumn
from console.ui.slip_desk import SlipDesk
from console.ui.status_bar import StatusBar
from console.ui.sync.offline_banner import OfflineBanner
from console.ui.sync.refused_acts import RefusedActs
from console.ui.sync.status_view import StatusView
from console.ui.ticket.card import TicketCard
from console.ui.workplace import Workplace

_DRAWER_BELOW = 1200
"""Logical pixels of width, as is the next (desk, Window)."""
_COMPACT_BELOW = 1600
_USUAL_COLUMNS = {"narrow": [380, 628], "compact": [380, 655, 300], "wide": [830, 680, 380]}
"""Widths of the columns before the operator has moved them."""


class MainWindow(QWidget):
    """Fills the window while somebody is signed in; its parts hear of each other only through it."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._last_registered: UUID | None = None
        self._open_ticket: UUID | None = None
        self._room = ""
        place = workplace
        self._strip = CallStrip(
            database=place.database,
            feed=place.feed,
            clock=place.clock,
            phone_site=place.settings.phone_site,
            is_audible=place.settings.ring_sound,
        )
        self._banner = OfflineBanner(place.status, place.clock)
        self._queue = QueuePanel(
            database=place.database,
            feed=place.feed,
            reference=place.reference,
            shift=place.shift,
            words=place.words,
            clock=place.clock,
        )
        self._intake = IntakeTabs(
            database=place.database,
            reference=place.reference,
            shift=place.shift,
            words=place.words,
            clock=place.clock,
            jobs=place.jobs,
            intake=place.intake,
            drafts=place.drafts,
            phone_site=place.settings.phone_site,
            notices=place.notices,
        )
        self._card = TicketCard(
            database=place.database,
            feed=place.feed,
            reference=place.reference,
            shift=place.shift,
            words=place.words,
            clock=place.clock,
            jobs=place.jobs,
            tickets=place.tickets,
            notices=place.notices,
        )
        self._history = HistoryPanel(
            database=place.database, feed=place.feed, reference=place.reference, words=place.words, clock=place.clock
        )
        self._slips = self._make_slips()
        self._link = StatusView(place.status, place.clock)
        self._status = StatusBar(
            self._link, place.shift.person, place.words, place.settings.scheme, is_sample=place.is_sample
        )
        self._work = QWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._centre = QStackedWidget()
        house_card = HouseCard(reference=place.reference, words=place.words)
        self._side = SideColumn(self._work, self._history, house_card, place.database, place.reference)
        self._key_map = KeyMap(
            self, [KeyHelp("Esc", self.tr("Back")), KeyHelp("A", self.tr("Answer the call, outside of text"))]
        )
        self._lay_out()
        self._connect()
        bind(self, self._commands())

    def begin(self) -> None:
        """Let the work begin where a call would be taken."""
        self._show_intake()

    def ring(self, number: str, call_id: str | None = None) -> None:
        """Show a ringing call."""
        self._strip.ring(number, call_id)

    def show_ticket(self, ticket_id: UUID) -> None:
        """Open a ticket's card in the middle."""
        self._open_ticket = ticket_id
        self._card.show_ticket(ticket_id)
        self._centre.setCurrentWidget(self._card)
        self._side.open_drawer(False)
        self._focus_centre()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the columns out for the width there is."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back a step at Esc, when nothing before has taken it."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._side.is_open_drawer:
            self._close_drawer()
        elif self._open_ticket is not None:
            self._show_intake()

    def _commands(self) -> list[Command]:
        return [
            Command(("F1",), self.tr("Keys"), self._key_map.toggle),
            Command(("F2",), self.tr("New intake"), self._begin_intake),
            Command(("F3", "Ctrl+2"), self.tr("Queue"), self._queue.focus_list),
            Command(("Ctrl+3", "Ctrl+F"), self.tr("Search the queue"), self._queue.focus_search),
            Command(("F4",), self.tr("History of the caller and the house"), self._show_history),
            Command(("F5",), self.tr("Print the slip"), self._preview_slip),
            Command(("F9",), self.tr("End the call"), self._strip.end_call),
            Command(("Ctrl+F9",), self.tr("Answer the call, or type its number"), self._strip.answer_or_type),
            Command(("Ctrl+1",), self.tr("Intake"), self._show_intake),
            Command(("Ctrl+Shift+L",), self.tr("Light or dark"), self._turn_scheme),
        ]

    def _lay_out(self) -> None:
        self._centre.addWidget(self._intake)
        self._centre.addWidget(self._card)
        self._splitter.setHandleWidth(8)
        self._splitter.setChildrenCollapsible(False)
        for part in (self._queue, self._centre):
            self._splitter.addWidget(part)
        self._splitter.setStretchFactor(1, 1)
        inner = QVBoxLayout(self._work)
        inner.setContentsMargins(8, 8, 8, 8)
        inner.addWidget(self._splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for row in (self._strip, self._banner, self._work, self._status):
            layout.addWidget(row)
        layout.setStretchFactor(self._work, 1)
        self._status.show_printer(self._workplace.settings.printer)

    def _connect(self) -> None:
        self._strip.answered.connect(self._on_call_answered)
        self._banner.acted.connect(self._workplace.try_now)
        self._queue.ticket_opened.connect(self.show_ticket)
        self._queue.note_asked.connect(self._on_note_asked)
        self._queue.print_asked.connect(self._slips.preview)
        self._intake.phone_changed.connect(self._history.show_phone)
        self._intake.place_changed.connect(self._history.show_place)
        self._intake.house_changed.connect(self._side.show_house)
        self._intake.category_changed.connect(self._side.show_category)
        self._intake.person_changed.connect(self._history.show_person)
        self._intake.registered.connect(self._on_registered)
        self._intake.print_asked.connect(self._slips.preview)
        self._card.history_asked.connect(self._side.show_ticket)
        self._card.closed.connect(self._on_card_closed)
        self._card.print_asked.connect(self._slips.preview)
        self._history.ticket_opened.connect(self.show_ticket)
        self._history.person_chosen.connect(self._intake.set_person)
        self._link.refused_asked.connect(self._show_refused_acts)
        self._status.history_asked.connect(self._show_history)
        self._status.scheme_chosen.connect(self._use_scheme)
        self._status.language_chosen.connect(self._on_language_chosen)
        self._splitter.splitterMoved.connect(self._keep_parts)

    def _make_slips(self) -> SlipDesk:
        place = self._workplace
        return SlipDesk(
            self,
            database=place.database,
            reference=place.reference,
            jobs=place.jobs,
            prints=place.slip_prints,
            words=place.words,
            clock=place.clock,
            notices=place.notices,
            centre_name=place.settings.centre_name,
            pdf_folder=place.pdf_folder,
            is_sample=place.is_sample,
            printer_name=place.settings.printer,
            keep_printer=self._keep_printer,
        )

    def _on_note_asked(self, ticket_id: UUID) -> None:
        self.show_ticket(ticket_id)
        self._card.write_note()

    def _on_call_answered(self, number: str, call_id: str | None) -> None:
        self._intake.begin(number, call_id)
        self._show_intake()

    def _on_registered(self, registered: Registered, is_print_wanted: bool) -> None:
        self._last_registered = registered.ticket_id
        if is_print_wanted:
            self._slips.print_at_once(registered.ticket_id)

    def _on_card_closed(self) -> None:
        self._open_ticket = None
        self._centre.setCurrentWidget(self._intake)
        self._queue.focus_list()

    def _begin_intake(self) -> None:
        self._intake.begin()
        self._show_intake()

    def _show_intake(self) -> None:
        self._open_ticket = None
        self._side.open_drawer(False)
        self._centre.setCurrentWidget(self._intake)
        self._focus_centre()

    def _show_history(self) -> None:
        if self._side.is_open_drawer:
            self._close_drawer()
        else:
            self._side.open_drawer(True)
            self._side.setFocus()

    def _close_drawer(self) -> None:
        self._side.open_drawer(False)
        self._focus_centre()

    def _focus_centre(self) -> None:
        """Go on where the focus last was in what stands in the middle."""
        page: QWidget = self._intake.front if self._open_ticket is None else self._card
        focused: QWidget | None = page.focusWidget()
        (page if focused is None else focused).setFocus()

    def _preview_slip(self) -> None:
        ticket_id = self._open_ticket or self._last_registered
        if ticket_id is None:
            self._workplace.notices.tell(self.tr("Open a ticket to print its slip."))
        else:
            self._slips.preview(ticket_id)

    def _show_refused_acts(self) -> None:
        place = self._workplace
        dialog = RefusedActs(place.database, place.jobs, place.words, place.clock, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.ticket_chosen.connect(self.show_ticket)
        dialog.open()

    def _keep_printer(self, name: str) -> None:
        self._workplace.keep("printer", name)
        self._status.show_printer(name)

    def _turn_scheme(self) -> None:
        self._use_scheme(SchemeChoice.LIGHT if colours().name == "dark" else SchemeChoice.DARK)

    def _use_scheme(self, scheme: SchemeChoice) -> None:
        self._workplace.theme.use(Scheme(scheme))
        self._workplace.keep("scheme", scheme)
        self._status.show_scheme(scheme)

    def _on_language_chosen(self, language: Language) -> None:
        self._workplace.keep("language", language)
        self._workplace.notices.tell(self.tr("The language changes at the next start of the console."))

    def _arrange(self) -> None:
        width = self.width()
        room = "narrow" if width < _DRAWER_BELOW else "compact" if width < _COMPACT_BELOW else "wide"
        if room == self._room:
            return
        self._room = room
        self._side.stand_in(None if room == "narrow" else self._splitter)
        self._status.set_narrow(room == "narrow")
        self._queue.set_compact(room != "wide")
        kept = self._workplace.geometry.value(f"columns-{room}")
        self._splitter.setSizes([int(size) for size in kept] if kept else _USUAL_COLUMNS[room])

    def _keep_parts(self) -> None:
        self._workplace.geometry.setValue(f"columns-{self._room}", self._splitter.sizes())
