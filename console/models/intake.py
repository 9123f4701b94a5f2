"""Contacts, consultations, applicants and phones as rows."""

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from console.models.base import RecordRow
from console.models.types import Word
from protocol.vocabulary import Channel, ConsultationKind


class Contact(RecordRow):
    """One call, message or visit."""

    __tablename__ = "contact"

    channel: Mapped[Channel] = mapped_column(Word(Channel))
    received_at: Mapped[int]
    entered_at: Mapped[int]
    operator_id: Mapped[UUID]
    desk_id: Mapped[UUID]
    phone: Mapped[str | None]
    phone_said: Mapped[str]
    applicant_id: Mapped[UUID | None]
    call_id: Mapped[str | None]

    __table_args__ = (Index("contact_by_phone", "phone", "received_at"),)


class Consultation(RecordRow):
    """A contact that made no ticket."""

    __tablename__ = "consultation"

    contact_id: Mapped[UUID] = mapped_column(index=True)
    kind: Mapped[ConsultationKind] = mapped_column(Word(ConsultationKind))
    said_at: Mapped[int]
    operator_id: Mapped[UUID]
    ticket_id: Mapped[UUID | None]
    text: Mapped[str]


class Applicant(RecordRow):
    """A person who turned to the centre."""

    __tablename__ = "applicant"

    name: Mapped[str]
    house_id: Mapped[UUID | None] = mapped_column(index=True)
    entrance: Mapped[str]
    flat: Mapped[str]
    address: Mapped[str]
    caution: Mapped[str]


class Phone(RecordRow):
    """A number by which an applicant was reached."""

    __tablename__ = "phone"

    applicant_id: Mapped[UUID] = mapped_column(index=True)
    number: Mapped[str] = mapped_column(index=True)
    is_main: Mapped[bool]
