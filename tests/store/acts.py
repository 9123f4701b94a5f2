"""Acts several store tests begin with."""

from console.models import Ticket
from console.services.intake import Caller, IntakeService, Place, Problem, Registered
from console.store import tickets
from protocol.due import Due
from protocol.times import HOUR
from protocol.vocabulary import LimitKind
from tests.desk import LAMP, LIGHTING, DeskUnderTest


def register(desk: DeskUnderTest, text: str = "Не світить ліхтар біля під'їзду") -> Registered:
    """Register a ticket at вул. Попова, 47."""
    now = desk.clock.now()
    due = Due(now + 72 * HOUR, now + 54 * HOUR, None, LimitKind.CALENDAR_DAYS)
    problem = Problem(category=LAMP, text=text, due=due, executor_id=LIGHTING.id, reason="")
    place = Place(address="вул. Попова, 47")
    return IntakeService(desk.database, desk.shift).register(Caller(name="Шевчук Єва"), place, problem)


def ticket_row(desk: DeskUnderTest, registered: Registered) -> Ticket:
    """Return a ticket as the desk shows it."""
    with desk.database.read() as connection:
        card = tickets.card(connection, registered.ticket_id)
    assert card is not None
    return card.ticket
