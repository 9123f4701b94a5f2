"""The head of a ticket's card: its number, how pressing it is, where it stands and how much time is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from console.models import Ticket
from console.store.directory import Directory
from console.ui import moments
from console.ui.itemmodels.field_words import FieldWords
from console.ui.look import fonts
from console.ui.look.hint import Hint
from console.ui.look.icons import Symbol, icon
from console.ui.look.labels import ElidedLabel
from console.ui.look.looks import Look, dress
from console.ui.look.palette import Tone
from console.ui.look.pill import Pill
from console.ui.words import Words
from protocol.times import Instant
from protocol.vocabulary import State

_BIRTH = ""
"""The key under which `pending` says that the whole ticket is not confirmed."""


class TicketHead(QWidget):
    """Shows what is read first of a ticket."""

    copied = Signal()
    """The number is in the clipboard."""

    def __init__(self, words: Words, fields: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._fields = fields
        self._number = QLabel()
        self._number.setFont(fonts.text(fonts.LARGE, QFont.Weight.DemiBold))
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = QToolButton()
        self._copy.setIcon(icon(Symbol.DUPLICATE))
        self._copy.setToolTip(self.tr("Copy the number"))
        self._copy.setAccessibleName(self._copy.toolTip())
        self._copy.clicked.connect(self._on_copy_clicked)
        self._urgency = Pill("", Tone.ROUTINE)
        self._pressure = Pill("", Tone.EMERGENCY)
        self._state = _Tile(self.tr("State"))
        self._due = _Tile(self.tr("Due"))
        self._born = _Tile(self.tr("Registered"))
        self._pending = Hint()
        self._lay_out()

    def show_ticket(self, ticket: Ticket, directory: Directory, now: Instant) -> None:
        """Show another ticket, or the same as it is now."""
        self._number.setText(ticket.number)
        self._urgency.show_tone(
            self._words.urgency(ticket.urgency),
            next((tone for tone in Tone if tone.value == ticket.urgency), Tone.ROUTINE),
        )
        state = self._words.state(ticket.state)
        result = self._words.result(ticket.result)
        ground = self._words.resolution(ticket.resolution) if ticket.resolution is not None else ""
        self._state.say(state[:1].upper() + state[1:], ", ".join(filter(None, (result, ground))))
        who = self._fields.account(directory, ticket.registered_by)
        self._born.say(moments.day_and_time(ticket.received_at, now), who)
        self._show_pending(ticket)
        self.show_time(ticket, now)

    def show_time(self, ticket: Ticket, now: Instant) -> None:
        """Say how the ticket stands to its term now."""
        is_closed = ticket.state == State.CLOSED
        left = moments.time_left(ticket.due_at, now)
        if is_closed and ticket.closed_at is not None:
            closed = moments.day_and_time(ticket.closed_at, now)
            in_time = self.tr("in time") if ticket.closed_at <= ticket.due_at else self.tr("after the term")
            self._due.say(moments.day_and_time(ticket.due_at, now), self.tr("closed {when}").format(when=closed))
            self._pressure.show_tone(in_time, Tone.OK if ticket.closed_at <= ticket.due_at else Tone.EMERGENCY)
        else:
            is_overdue = now > ticket.due_at
            if is_overdue:
                words = self.tr("overdue by {time}").format(time=moments.span(now - ticket.due_at))
                self._pressure.show_tone(self.tr("Overdue"), Tone.CRITICAL)
            else:
                words = self.tr("{time} left").format(time=left)
                self._pressure.show_tone(self.tr("Attention"), Tone.EMERGENCY)
            self._due.say(moments.day_and_time(ticket.due_at, now), words)
        self._pressure.setVisible(is_closed or now >= ticket.attention_at)

    def _show_pending(self, ticket: Ticket) -> None:
        if not ticket.pending:
            self._pending.say("")
        elif _BIRTH in ticket.pending:
            self._pending.say(self.tr("Not confirmed by the centre yet; it is kept on this desk."), Symbol.OUTBOX)
        else:
            names = ", ".join(self._fields.name(field) for field in ticket.pending)
            words = self.tr("Not confirmed by the centre yet: {fields}.").format(fields=names)
            self._pending.say(words, Symbol.OUTBOX)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for part in (self._number, self._copy, self._urgency, self._pressure):
            top.addWidget(part)
        top.addStretch(1)
        tiles = QFrame()
        dress(tiles, Look.INSET)
        row = QHBoxLayout(tiles)
        row.setContentsMargins(12, 7, 12, 8)
        row.setSpacing(16)
        for tile in (self._state, self._due, self._born):
            row.addWidget(tile, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(tiles)
        layout.addWidget(self._pending)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._number.text())
        self.copied.emit()


class _Tile(QWidget):
    """One fact: what it is, in a word, and what goes with it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        label = QLabel(name)
        dress(label, Look.LABEL)
        self._word = ElidedLabel()
        self._word.setFont(fonts.digits(fonts.HEADING, QFont.Weight.DemiBold))
        self._more = ElidedLabel()
        dress(self._more, Look.MUTED)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        for line in (label, self._word, self._more):
            layout.addWidget(line)

    def say(self, word: str, more: str) -> None:
        """Say something else."""
        self._word.setText(word)
        self._more.setText(more)
        self.setAccessibleName(f"{self._name}: {word}, {more}")
