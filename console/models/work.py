"""Tickets, assignments, slips, promises and notes as rows."""

from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from console.models.base import RecordRow
from console.models.types import Word
from protocol.vocabulary import (
    AssignmentKind,
    LegalRegime,
    NoteKind,
    PrintWay,
    Resolution,
    Result,
    State,
    Urgency,
)

_OPEN = text("state != 'closed'")


class Ticket(RecordRow):
    """One problem at one place."""

    __tablename__ = "ticket"

    number: Mapped[str] = mapped_column(index=True)
    contact_id: Mapped[UUID]
    category_id: Mapped[UUID]
    text: Mapped[str]
    address: Mapped[str]
    urgency: Mapped[Urgency] = mapped_column(Word(Urgency))
    state: Mapped[State] = mapped_column(Word(State))
    result: Mapped[Result] = mapped_column(Word(Result))
    received_at: Mapped[int]
    entered_at: Mapped[int]
    due_at: Mapped[int]
    attention_at: Mapped[int]
    registered_by: Mapped[UUID]
    desk_id: Mapped[UUID]
    legal_regime: Mapped[LegalRegime] = mapped_column(Word(LegalRegime))
    resolution: Mapped[Resolution | None] = mapped_column(Word(Resolution))
    applicant_id: Mapped[UUID | None]
    phone: Mapped[str | None]
    street_id: Mapped[UUID | None]
    house_id: Mapped[UUID | None]
    house: Mapped[str]
    entrance: Mapped[str]
    floor: Mapped[str]
    flat: Mapped[str]
    door_code: Mapped[str]
    landmark: Mapped[str]
    place: Mapped[str]
    district: Mapped[str]
    hazard: Mapped[str]
    access: Mapped[str]
    executor_id: Mapped[UUID | None]
    closed_at: Mapped[int | None]
    rework_count: Mapped[int]
    no_answer_count: Mapped[int]
    rating: Mapped[int | None]

    urgency_rank: Mapped[int] = mapped_column(info={"derived": True})
    """Order of pressure, 0 first; derived from the urgency so that an index can sort by it."""
    found_by: Mapped[str] = mapped_column(info={"derived": True})
    """Folded number, phone, address and text: what the queue's search field looks through."""

    __table_args__ = (
        Index("ticket_open", "urgency_rank", "due_at", "id", sqlite_where=_OPEN),
        Index("ticket_by_phone", "phone", "received_at"),
        Index("ticket_by_applicant", "applicant_id", "received_at"),
        Index("ticket_by_house", "street_id", "house", "received_at"),
    )


class Assignment(RecordRow):
    """The task to one executor."""

    __tablename__ = "assignment"

    ticket_id: Mapped[UUID] = mapped_column(index=True)
    executor_id: Mapped[UUID]
    assigned_at: Mapped[int]
    assigned_by: Mapped[UUID]
    due_at: Mapped[int]
    kind: Mapped[AssignmentKind] = mapped_column(Word(AssignmentKind))
    is_main: Mapped[bool]
    state: Mapped[State] = mapped_column(Word(State))
    result: Mapped[Result] = mapped_column(Word(Result))
    proposed_id: Mapped[UUID | None]
    reason: Mapped[str]
    comment: Mapped[str]


class Slip(RecordRow):
    """One printing of a dispatch slip."""

    __tablename__ = "slip"

    ticket_id: Mapped[UUID] = mapped_column(index=True)
    assignment_id: Mapped[UUID]
    copy: Mapped[int]
    printed_at: Mapped[int]
    printed_by: Mapped[UUID]
    desk_id: Mapped[UUID]
    way: Mapped[PrintWay] = mapped_column(Word(PrintWay))
    printer: Mapped[str]


class Promise(RecordRow):
    """What an applicant was told about the fix."""

    __tablename__ = "promise"

    ticket_id: Mapped[UUID] = mapped_column(index=True)
    said_at: Mapped[int]
    said_by: Mapped[UUID]
    text: Mapped[str]
    promised_at: Mapped[int]


class Note(RecordRow):
    """A remark on a ticket."""

    __tablename__ = "note"

    ticket_id: Mapped[UUID] = mapped_column(index=True)
    written_at: Mapped[int]
    text: Mapped[str]
    written_by: Mapped[UUID | None]
    kind: Mapped[NoteKind] = mapped_column(Word(NoteKind))
