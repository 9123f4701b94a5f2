"""What may be done with the ticket now: its moves, and what is always possible."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.look.buttons import Button
from console.ui.look.flow import FlowLayout
from console.ui.look.hint import Hint
from console.ui.look.icons import Symbol
from console.ui.look.looks import Look
from console.ui.words import Words
from protocol.records import Move
from protocol.vocabulary import State

_MOST_KEYS = 9


class TicketActions(QWidget):
    """Offers the moves in their order, the likeliest first and marked, with a key each."""

    move_chosen = Signal(object)  # Move
    note_asked = Signal()
    assign_asked = Signal()
    print_asked = Signal()
    back_asked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._moves: tuple[Move, ...] = ()
        self._buttons: list[Button] = []
        self._flow = FlowLayout()
        self._error = Hint()
        self._note = Button(self.tr("Note"), "N", Symbol.NOTE, bind=False)
        self._assign = Button(self.tr("Another executor"), "A", Symbol.TRANSFER, bind=False)
        self._print = Button(self.tr("Slip"), "F5", Symbol.PRINTER, bind=False)
        self._back = Button(self.tr("Back"), "Esc", look=Look.FLAT, bind=False)
        for button, signal in (
            (self._note, self.note_asked),
            (self._assign, self.assign_asked),
            (self._print, self.print_asked),
            (self._back, self.back_asked),
        ):
            button.clicked.connect(signal)
        others = QHBoxLayout()
        others.setSpacing(6)
        for button in (self._note, self._assign, self._print):
            others.addWidget(button)
        others.addStretch(1)
        others.addWidget(self._back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._flow)
        layout.addWidget(self._error)
        layout.addLayout(others)

    @property
    def closing_move(self) -> Move | None:
        """The first move offered that closes the ticket."""
        return next((move for move in self._moves if move.to_state is State.CLOSED), None)

    def show_moves(self, moves: Sequence[Move], *, is_closed: bool) -> None:
        """Offer these moves; the buttons stay as they are when the moves do."""
        self._assign.setVisible(not is_closed)
        if tuple(moves) == self._moves:
            return
        self._moves = tuple(moves)
        had_focus = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(place, move) for place, move in enumerate(moves, start=1)]
        for button in self._buttons:
            self._flow.addWidget(button)
            button.show()  # Qt would do so only with the next event, too late for a key pressed now
        for before, after in pairwise((*self._buttons, self._note, self._assign, self._print, self._back)):
            self.setTabOrder(before, after)
        if had_focus:
            (self._buttons[0] if self._buttons else self._note).setFocus()

    def say(self, error: str) -> None:
        """Say why the last act was refused; an empty text takes it back."""
        self._error.warn(error)

    def _button(self, place: int, move: Move) -> Button:
        label = self._words.label(move.label_uk, move.label_en)
        if move.needs_note or move.needs_executor:
            label = self.tr("{move}…").format(move=label)
        keys = f"Alt+{place}" if place <= _MOST_KEYS else None
        button = Button(label, keys, look=Look.PRIMARY if place == 1 else Look.PLAIN)
        if move is self.closing_move:
            button.setToolTip(self.tr("C closes the ticket so"))
        button.clicked.connect(lambda: self.move_chosen.emit(move))
        return button
