"""Tickets as the centre's log brings them, for tests of lists and cards."""

from protocol.ids import reference_id
from protocol.numbers import TicketNumber
from protocol.records import Category, Organisation, Ticket
from protocol.times import HOUR, MINUTE, Instant
from protocol.vocabulary import Result, State, Urgency
from tests.desk import DESK_ID, LAMP, LIGHTING, NOON, OPERATOR


def make_ticket(
    serial: int,
    *,
    category: Category = LAMP,
    urgency: Urgency | None = None,
    executor: Organisation = LIGHTING,
    address: str = "вул. Попова, 47",
    text: str = "Не світить ліхтар біля під'їзду",
    phone: str | None = None,
    state: State = State.REGISTERED,
    received_at: Instant = NOON - 20 * MINUTE,
    due_at: Instant | None = None,
) -> Ticket:
    """Return a ticket of that serial number; unless said otherwise due some hours from noon, later ones later."""
    due_at = NOON + 4 * HOUR + serial * MINUTE if due_at is None else due_at
    return Ticket(
        id=reference_id("ticket", str(serial)),
        number=str(TicketNumber(26, "071", serial)),
        contact_id=reference_id("contact", str(serial)),
        category_id=category.id,
        text=text,
        address=address,
        urgency=category.urgency if urgency is None else urgency,
        state=state,
        result=Result.AWAITING,
        received_at=received_at,
        entered_at=received_at,
        due_at=due_at,
        attention_at=due_at - (due_at - received_at) // 4,
        registered_by=OPERATOR.account_id,
        desk_id=DESK_ID,
        phone=phone,
        executor_id=executor.id,
    )
