"""What can be done with a ticket, each as an act that asks for what it needs."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject

from console.errors import Refusal, Refused
from console.services.tickets import TicketService
from console.ui.words import Words
from protocol.records import Move


@dataclass(frozen=True, slots=True)
class Act:
    """Something to be done with a ticket, once what it needs is there."""

    title: str
    perform: Callable[[str, UUID | None], None]
    """Given the text and the executor; runs on the writer thread."""
    needs_text: bool = True
    needs_executor: bool = False

    @property
    def needs_nothing(self) -> bool:
        """Whether it can be done at once."""
        return not (self.needs_text or self.needs_executor)


class TicketActs(QObject):
    """Makes the acts of a ticket out of the service's methods."""

    def __init__(self, tickets: TicketService, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tickets = tickets
        self._words = words

    def move(self, ticket_id: UUID, move: Move) -> Act:
        """Return the act of taking a step of the moves table."""
        return Act(
            self._words.label(move.label_uk, move.label_en),
            lambda text, executor_id: self._tickets.move(ticket_id, move, text, executor_id),
            needs_text=move.needs_note,
            needs_executor=move.needs_executor,
        )

    def note(self, ticket_id: UUID) -> Act:
        """Return the act of adding a remark."""
        return Act(self.tr("Note"), lambda text, _executor_id: self._tickets.add_note(ticket_id, text))

    def assign(self, ticket_id: UUID) -> Act:
        """Return the act of giving the ticket to another executor."""

        def perform(text: str, executor_id: UUID | None) -> None:
            if executor_id is None:
                raise Refused(Refusal.EXECUTOR_MISSING)
            self._tickets.assign(ticket_id, executor_id, text)

        return Act(self.tr("Another executor"), perform, needs_executor=True)
