"""Gathers what a ticket's slip says from the desk's database."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from console.errors import NotFound
from console.slips.content import SlipContent
from console.store import tickets
from console.store.directory import Directory
from protocol.addresses import short_kind
from protocol.phones import show
from protocol.times import Instant


@dataclass(frozen=True, slots=True)
class SlipOrder:
    """A slip ready to be printed: what it says, and which assignment's it is."""

    ticket_id: UUID
    assignment_id: UUID
    content: SlipContent


def order_slip(
    connection: Connection, directory: Directory, ticket_id: UUID, centre_name: str, now: Instant, *, is_sample: bool
) -> SlipOrder:
    """Return the next copy of a ticket's slip.

    Raises NotFound when this desk does not have the ticket or nobody is assigned to it.
    """
    card = tickets.card(connection, ticket_id)
    if card is None or card.main_assignment is None:
        raise NotFound("ticket" if card is None else "assignment", ticket_id)
    ticket, assignment = card.ticket, card.main_assignment
    street = directory.streets.get(ticket.street_id) if ticket.street_id is not None else None
    category = directory.categories.get(ticket.category_id)
    executor = directory.organisations.get(assignment.executor_id)
    operator = directory.accounts.get(ticket.registered_by)
    content = SlipContent(
        centre_name=centre_name,
        number=ticket.number,
        copy=tickets.copies_of(connection, assignment.id) + 1,
        printed_at=now,
        executor_name=executor.name if executor is not None else "",
        urgency=ticket.urgency,
        due_at=assignment.due_at,
        registered_at=ticket.received_at,
        operator_code=operator.operator_code if operator is not None else "",
        street=f"{short_kind(street.kind)} {street.name}" if street else ticket.address,
        former_street=street.former[-1].name if street is not None and street.former else "",
        house=ticket.house if street is not None else "",
        district=ticket.district,
        entrance=ticket.entrance,
        floor=ticket.floor,
        flat=ticket.flat,
        door_code=ticket.door_code,
        landmark=ticket.landmark,
        place=ticket.place,
        category=category.name_uk if category is not None else "",
        text=ticket.text,
        applicant_name=card.applicant.name if card.applicant is not None else "",
        phone=show(ticket.phone) if ticket.phone is not None else "",
        hazard=ticket.hazard,
        access=ticket.access,
        is_sample=is_sample,
    )
    return SlipOrder(ticket_id, assignment.id, content)
