"""Acts several store tests begin with."""

from console.models import Ticket
from console.services.intake import Caller, IntakeService, Place, Problem, Registered
from console.store import tickets
from protocol.due import Due
from protocol.times import HOUR, Instant
from protocol.vocabulary import LimitKind
from tests.desk import LAMP, LIGHTING, DeskUnderTest


def register(desk: DeskUnderTest, text: str = "Не світить ліхтар біля під'їзду") -> Registered:
    """Register a ticket at вул. Попова, 47."""
    return register_with(IntakeService(desk.database, desk.shift), desk.clock.now(), text)


def register_with(intake: IntakeService, now: Instant, text: str) -> Registered:
    """Register a ticket at вул. Попова, 47."""
    due = Due(now + 72 * HOUR, now + 54 * HOUR, None, LimitKind.CALENDAR_DAYS)
    problem = Problem(category=LAMP, text=text, due=due, executor_id=LIGHTING.id, reason="")
    return intake.register(Caller(name="Шевчук Єва"), Place(address="вул. Попова, 47"), problem)


def ticket_row(desk: DeskUnderTest, registered: Registered) -> Ticket:
    """Return a ticket as the desk shows it."""
    with desk.database.read() as connection:
        card = tickets.card(connection, registered.ticket_id)
    assert card is not None
    return card.ticket
