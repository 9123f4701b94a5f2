"""The card of one ticket: what it says, what happened to it, and what is done with it next."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QLabel, QVBoxLayout, QWidget

from console.errors import NotFound
from console.jobs import Jobs
from console.models import Ticket
from console.services.shift import Shift
from console.services.tickets import TicketService
from console.store.database import Database
from console.store.feed import ChangeSet
from console.store.tickets import TicketCard as StoredCard
from console.ui.busy import busy
from console.ui.feed import Feed
from console.ui.itemmodels.field_words import FieldWords
from console.ui.itemmodels.timeline_model import TimelineModel
from console.ui.itemmodels.timeline_sentences import OwnDesk, TimelineSentences
from console.ui.letter_keys import letter_of
from console.ui.look.field import FormField
from console.ui.look.looks import Look, dress
from console.ui.look.notices import NoticeKind, Notices
from console.ui.reference import Reference
from console.ui.telling import Place, telling
from console.ui.ticket.act_panel import ActPanel
from console.ui.ticket.actions import TicketActions
from console.ui.ticket.acts import Act, TicketActs
from console.ui.ticket.facts import TicketFacts
from console.ui.ticket.fitted_scroll import FittedScroll
from console.ui.ticket.head import TicketHead
from console.ui.ticket.reading import read_ticket
from console.ui.ticket.timeline_list import TimelineList
from console.ui.words import Words
from protocol.records import Move
from protocol.times import Clock
from protocol.vocabulary import State

_KINDS_SHOWN = ("ticket", "applicant", "assignment", "conflict", "consultation", "note", "promise", "slip")
_TICK_MS = 15_000
_LEAST_TIMELINE = 84
_TALL = 620
"""Pixels; in a lower card the timeline gives way to the panel of an act."""
_PAGES = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class TicketCard(QFrame):
    """Shows one ticket and follows it; acts are made in place and never block."""

    closed = Signal()
    """The operator goes back."""
    print_asked = Signal(object)
    """A ticket id whose slip is to be printed."""
    history_asked = Signal(object)
    """A Ticket row: it is on the card now, and its caller's and house's past belongs beside it."""

    def __init__(
        self,
        *,
        database: Database,
        feed: Feed,
        reference: Reference,
        shift: Shift,
        words: Words,
        clock: Clock,
        jobs: Jobs,
        tickets: TicketService,
        notices: Notices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._reference = reference
        self._shift = shift
        self._words = words
        self._clock = clock
        self._jobs = jobs
        self._tickets = tickets
        self._notices = notices
        self._card: StoredCard | None = None
        self._is_stale = False
        self._is_acting = False
        self._unsaid: dict[UUID, str] = {}
        """What was typed for a ticket and not applied."""
        fields = FieldWords(words, self)
        self._sentences = TimelineSentences(words, fields, self)
        self._timeline = TimelineModel(self)
        self._head = TicketHead(words, fields)
        self._facts = TicketFacts(words, fields)
        self._above = FittedScroll(self._facts)
        self._title = QLabel(self.tr("What happened"))
        self._list = TimelineList(self._timeline)
        self._acts = TicketActs(tickets, words, self)
        self._actions = TicketActions(words)
        self._panel = ActPanel(reference, words)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._lay_out()
        self._connect(feed)

    @property
    def ticket(self) -> Ticket | None:
        """The ticket on the card."""
        return self._card.ticket if self._card is not None else None

    def show_ticket(self, ticket_id: UUID) -> None:
        """Show a ticket; what was typed for another one waits until that is shown again."""
        if self.ticket is None or self.ticket.id != ticket_id:
            self._close_panel()
            self._actions.say("")
        if not self._read(ticket_id):
            self._notices.tell(self._words.refusal(NotFound("ticket", ticket_id)), NoticeKind.WARNING)
            QTimer.singleShot(0, self, self.closed.emit)  # once whoever asked has brought the card to the front
        elif self.ticket is not None:
            self._list.scrollToTop()
            if not self.isVisible():
                self._list.setFocus()  # or the page that is brought to the front begins at its first button
            self.history_asked.emit(self.ticket)

    def write_note(self) -> None:
        """Let a remark on the ticket be written."""
        if self.ticket is not None:
            self._ask(self._acts.note(self.ticket.id))

    def assign(self) -> None:
        """Let another executor be chosen, and say why."""
        if self.ticket is not None and self.ticket.state != State.CLOSED:
            self._ask(self._acts.assign(self.ticket.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N, A and C act on the ticket, Esc goes back, Ctrl with the page keys moves what does not fit above."""
        closing = self._actions.closing_move
        letter = letter_of(event)
        if event.key() in _PAGES and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._above.verticalScrollBar().triggerAction(_PAGES[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self._panel.act is not None:
            self._on_panel_cancelled()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif letter == "N":
            self.write_note()
        elif letter == "A":
            self.assign()
        elif letter == "C" and closing is not None:
            self._on_move_chosen(closing)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height out anew."""
        super().resizeEvent(event)
        self._make_room(is_asking=self._panel.act is not None)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the card was not looked at."""
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def _lay_out(self) -> None:
        dress(self, Look.CARD)
        self.setFocusProxy(self._list)
        dress(self._title, Look.SUBTITLE)
        self._title.setBuddy(self._list)
        self._list.setMinimumHeight(_LEAST_TIMELINE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._head)
        layout.addWidget(self._above)
        layout.addWidget(self._title)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._actions)
        layout.addWidget(self._panel)

    def _connect(self, feed: Feed) -> None:
        feed.changed.connect(self._on_feed_changed)
        self._reference.changed.connect(self._refresh)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()
        self._head.copied.connect(lambda: self._notices.tell(self.tr("Number copied"), NoticeKind.DONE))
        self._actions.move_chosen.connect(self._on_move_chosen)
        self._actions.note_asked.connect(self.write_note)
        self._actions.assign_asked.connect(self.assign)
        self._actions.print_asked.connect(self._on_print_asked)
        self._actions.back_asked.connect(self.closed)
        self._panel.applied.connect(self._on_panel_applied)
        self._panel.cancelled.connect(self._on_panel_cancelled)

    def _on_feed_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_KINDS_SHOWN):
            self._refresh()

    def _on_timer_timeout(self) -> None:
        if self.isVisible() and self.ticket is not None:
            self._head.show_time(self.ticket, self._clock.now())
            self._show_moves(self.ticket)

    def _on_print_asked(self) -> None:
        if self.ticket is not None:
            self.print_asked.emit(self.ticket.id)

    def _on_move_chosen(self, move: Move) -> None:
        if self.ticket is None:
            return
        act = self._acts.move(self.ticket.id, move)
        if not act.needs_nothing:
            self._ask(act)
            return
        self._actions.say("")
        self.setFocus()  # the buttons of the moves go with the state they are made in
        self._start(act, "", None, self._actions.say)

    def _on_panel_applied(self) -> None:
        if self._panel.act is not None:
            self._start(self._panel.act, self._panel.text, self._panel.executor_id, self._panel.place)

    def _on_panel_cancelled(self) -> None:
        self._close_panel()
        self.setFocus()

    def _ask(self, act: Act) -> None:
        if self.ticket is not None:
            self._actions.say("")
            typed = self._panel.text if self._panel.act is not None else self._unsaid.get(self.ticket.id, "")
            self._make_room(is_asking=True)  # before the panel takes it, or the window would have to grow
            self._panel.open_for(act, typed)

    def _close_panel(self) -> None:
        """Take the panel away and keep what was typed there."""
        if self._panel.act is not None and self.ticket is not None:
            self._unsaid[self.ticket.id] = self._panel.text
        self._panel.close_panel()
        self._make_room(is_asking=False)

    def _make_room(self, *, is_asking: bool) -> None:
        """Let the panel of an act stand in the buttons' place, in a low card in the timeline's too."""
        self._actions.setVisible(not is_asking)
        for part in (self._title, self._list):
            part.setVisible(not is_asking or self.height() >= _TALL)

    def _start(self, act: Act, text: str, executor_id: UUID | None, place: Place) -> None:
        if not self._is_acting:  # a key pressed twice acts once
            self._is_acting = True
            self._jobs.spawn(self._perform(act, text, executor_id, place), "act on a ticket")

    async def _perform(self, act: Act, text: str, executor_id: UUID | None, place: Place) -> None:
        ticket = self.ticket
        try:
            with telling(place, self._words):
                with busy(self._actions, self._panel):
                    await self._jobs.write(act.perform, text, executor_id)
                self._on_act_done(act, ticket)
        finally:
            self._is_acting = False
        if isinstance(place, FormField) and place.error is not None:
            place.setFocus()

    def _on_act_done(self, act: Act, ticket: Ticket | None) -> None:
        if ticket is not None:
            self._unsaid.pop(ticket.id, None)
        if self._panel.act is act:
            self._panel.close_panel()
            self._make_room(is_asking=False)
            self.setFocus()

    def _refresh(self) -> None:
        if self.ticket is None:
            return
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self._read(self.ticket.id)

    def _read(self, ticket_id: UUID) -> bool:
        """Read a ticket and show it; tell whether this desk has it."""
        read = read_ticket(self._database, ticket_id)
        if read is None:
            return False
        self._card = card = read.card
        self._is_stale = False
        directory, now = self._reference.directory, self._clock.now()
        self._head.show_ticket(card.ticket, directory, now)
        self._facts.show_card(card, directory, now)
        own = OwnDesk(self._database.journal.identity().device_id, self._shift.desk_id)
        self._timeline.show(self._sentences.tell(read.steps, directory, own, now))
        self._show_moves(card.ticket)
        return True

    def _show_moves(self, ticket: Ticket) -> None:
        directory = self._reference.directory
        category = directory.categories.get(ticket.category_id)
        moves: list[Move] = []
        if category is not None:
            moves = self._tickets.moves_for(ticket, category, directory.moves, self._clock.now())
        self._actions.show_moves(moves, is_closed=ticket.state == State.CLOSED)
