"""Ticket numbers at the centre: how far a series is used, and what becomes of a number that cannot stand."""

from uuid import UUID

from sqlalchemy import Connection, func, select

from central.feed.making import Making
from central.feed.slate import Document, Slate
from central.schema import record
from protocol.numbers import NumberInvalid, TicketNumber
from protocol.times import Instant, local
from protocol.vocabulary import ConflictKind

CENTRE_SERIES = "000"
"""Never leased: the centre's own, for tickets whose number another ticket has."""


def highest_serial(connection: Connection, year: int, series: str) -> int:
    """Return the highest accepted serial of a series in a year of the century; 0 when there is none."""
    beginning = f"{year:02d}-{series}"
    statement = select(func.max(record.c.number)).where(
        record.c.number >= f"{beginning}-",
        record.c.number < f"{beginning}.",  # the character after the dash
    )
    highest = connection.execute(statement).scalar()
    return TicketNumber.parse(highest).serial if highest else 0


def year_of(moment: Instant) -> int:
    """Return the year of the century a number born at this instant carries."""
    return local(moment).year % 100


def settle_number(making: Making, ticket_id: UUID, values: Document) -> None:
    """Give a new ticket another number when its own cannot stand: taken, or no number at all (protocol, Merge).

    The ticket is taken in any case; the conflict has both numbers, so that both applicants are called back.
    """
    given = values["number"]
    try:
        number = str(TicketNumber.parse(given))
    except NumberInvalid:
        number = None
    if number is not None and not making.slate.is_number_taken(number):
        values["number"] = number
        return
    values["number"] = _next_own_number(making.slate, making.now)
    making.put(("ticket", ticket_id), values)
    making.add_conflict(
        ConflictKind.NUMBER,
        ("ticket", ticket_id),
        "number",
        making.own_version(values["number"]),
        making.own_version(given),
    )


def _next_own_number(slate: Slate, now: Instant) -> str:
    year = year_of(now)
    serial = highest_serial(slate.connection, year, CENTRE_SERIES) + 1
    while slate.is_number_taken(str(number := TicketNumber(year, CENTRE_SERIES, serial))):
        serial += 1  # given in this very transaction
    return str(number)
