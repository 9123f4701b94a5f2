"""What happened before: tickets and consultations by phone, by person, by flat and by house (product rule 11)."""

from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from console.models import Applicant, Category, Consultation, Contact, Phone, Ticket
from protocol.times import Instant
from protocol.vocabulary import ConsultationKind, Result, State, Urgency

PAGE = 50


class HouseKey(NamedTuple):
    """A house by street and number: it also names houses the register does not know."""

    street_id: UUID
    house: str  # normal form


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One earlier ticket."""

    id: UUID
    number: str
    category_uk: str
    category_en: str
    address: str
    text: str
    urgency: Urgency
    state: State
    result: Result
    received_at: Instant
    due_at: Instant
    closed_at: Instant | None


@dataclass(frozen=True, slots=True)
class ConsultationRow:
    """One earlier talk that made no ticket."""

    said_at: Instant
    kind: ConsultationKind
    text: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """An applicant known under a number, and how often they turned to us; counts stop at 50."""

    id: UUID
    name: str
    address: str
    entrance: str
    flat: str
    house_id: UUID | None
    caution: str
    tickets: int
    open_tickets: int
    last_at: Instant | None


def by_phone(connection: Connection, number: str) -> list[HistoryRow]:
    """Return tickets reported from a number (E.164), open ones on top, newest first."""
    return _tickets(connection, Ticket.phone == number)


def by_person(connection: Connection, applicant_id: UUID) -> list[HistoryRow]:
    """Return an applicant's tickets, open ones on top, newest first."""
    return _tickets(connection, Ticket.applicant_id == applicant_id)


def by_house(connection: Connection, house: HouseKey) -> list[HistoryRow]:
    """Return a house's tickets, open ones on top, newest first."""
    return _tickets(connection, (Ticket.street_id == house.street_id) & (Ticket.house == house.house))


def by_flat(connection: Connection, house: HouseKey, flat: str) -> list[HistoryRow]:
    """Return a flat's tickets, open ones on top, newest first."""
    place = (Ticket.street_id == house.street_id) & (Ticket.house == house.house) & (Ticket.flat == flat)
    return _tickets(connection, place)


def consultations(connection: Connection, number: str) -> list[ConsultationRow]:
    """Return talks from a number that made no ticket, newest first."""
    statement = (
        select(Consultation.said_at, Consultation.kind, Consultation.text)
        .join(Contact, Contact.id == Consultation.contact_id)
        .where(Contact.phone == number)
        .order_by(Contact.received_at.desc())
        .limit(PAGE)
    )
    return [ConsultationRow(*row) for row in connection.execute(statement)]


def people(connection: Connection, number: str) -> list[PersonRow]:
    """Return the applicants known under a number, the latest caller first; a number is a hint, not an identity."""
    known = (
        select(
            Applicant.id,
            Applicant.name,
            Applicant.address,
            Applicant.entrance,
            Applicant.flat,
            Applicant.house_id,
            Applicant.caution,
        )
        .join(Phone, Phone.applicant_id == Applicant.id)
        .where(Phone.number == number)
        .limit(PAGE)
    )
    found = [_to_person(connection, row) for row in connection.execute(known)]
    return sorted(found, key=lambda person: person.last_at or 0, reverse=True)


def calls_since(connection: Connection, number: str, since: Instant) -> int:
    """Return how many contacts a number made since an instant."""
    statement = select(func.count()).where(Contact.phone == number, Contact.received_at >= since)
    return connection.scalar(statement) or 0


def _tickets(connection: Connection, condition: ColumnElement[bool]) -> list[HistoryRow]:
    """Return open tickets before closed ones, each newest first, together at most a page."""
    open_first = _ROWS.where(condition, Ticket.state != State.CLOSED).order_by(Ticket.received_at.desc()).limit(PAGE)
    rows = list(connection.execute(open_first))
    closed = _ROWS.where(condition, Ticket.state == State.CLOSED).order_by(Ticket.received_at.desc())
    rows.extend(connection.execute(closed.limit(PAGE - len(rows))))
    return [_to_history(row) for row in rows]


def _to_history(row: Row[*tuple[Any, ...]]) -> HistoryRow:
    return HistoryRow(
        row.id,
        row.number,
        row.name_uk or "",
        row.name_en or "",
        row.address,
        row.text,
        row.urgency,
        row.state,
        row.result,
        row.received_at,
        row.due_at,
        row.closed_at,
    )


def _to_person(connection: Connection, row: Row[*tuple[Any, ...]]) -> PersonRow:
    latest = select(Ticket.state, Ticket.received_at).where(Ticket.applicant_id == row.id)
    tickets = connection.execute(latest.order_by(Ticket.received_at.desc()).limit(PAGE)).all()
    open_tickets = sum(ticket.state != State.CLOSED for ticket in tickets)
    last_at = tickets[0].received_at if tickets else None
    return PersonRow(
        row.id,
        row.name,
        row.address,
        row.entrance,
        row.flat,
        row.house_id,
        row.caution,
        len(tickets),
        open_tickets,
        last_at,
    )


_ROWS: Select[*tuple[Any, ...]] = select(
    Ticket.id,
    Ticket.number,
    Category.name_uk,
    Category.name_en,
    Ticket.address,
    Ticket.text,
    Ticket.urgency,
    Ticket.state,
    Ticket.result,
    Ticket.received_at,
    Ticket.due_at,
    Ticket.closed_at,
).outerjoin(Category, Category.id == Ticket.category_id)
