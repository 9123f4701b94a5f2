"""Reads one ticket with its timeline, this desk's unconfirmed acts included."""

from typing import NamedTuple
from uuid import UUID

from console.store import tickets
from console.store.database import Database
from console.store.tickets import Step, TicketCard
from protocol.operations import Operation


class ReadTicket(NamedTuple):
    """A ticket and what happened to it, oldest first."""

    card: TicketCard
    steps: list[Step]


def read_ticket(database: Database, ticket_id: UUID) -> ReadTicket | None:
    """Return a ticket as this desk sees it, or None when it does not have it."""
    with database.read() as connection:
        card = tickets.card(connection, ticket_id)
        if card is None:
            return None
        return ReadTicket(card, tickets.timeline(connection, ticket_id, _unconfirmed(database, card)))


def _unconfirmed(database: Database, card: TicketCard) -> list[Operation]:
    """Return this desk's operations that name the ticket; after a day offline there may be hundreds of others."""
    names = [str(each).encode() for each in (card.ticket.id, *(assignment.id for assignment in card.assignments))]
    queued = database.outbox.unconfirmed()
    return [each.decoded() for each in queued if any(name in each.body for name in names)]
