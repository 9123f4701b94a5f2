"""The journal's classes: what only this desk knows and must never lose."""

from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, MetaData, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from console.models.types import Json, Key, Word
from protocol.problems import Problem
from protocol.wire import SeriesState


class OperationState(StrEnum):
    """How far an operation has come on its way to the centre."""

    NEW = "new"
    SENT = "sent"
    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"
    PARKED = "parked"
    REJECTED = "rejected"


class JournalBase(DeclarativeBase):
    """Base of the journal's classes."""

    metadata = MetaData()
    type_annotation_map: ClassVar[dict[type, Any]] = {UUID: Key}


class Identity(JournalBase):
    """Who this desk is to the centre, and its counters; one row."""

    __tablename__ = "identity"

    id: Mapped[int] = mapped_column(primary_key=True)
    device_id: Mapped[UUID | None]
    desk_id: Mapped[UUID | None]
    token: Mapped[str]
    centre: Mapped[str]
    counter: Mapped[int]
    """Of the last operation; gap-free."""
    hlc: Mapped[str]
    clock_off_ms: Mapped[int]


class Series(JournalBase):
    """A leased number series and the next serial of its year."""

    __tablename__ = "series"

    code: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[SeriesState] = mapped_column(Word(SeriesState))
    year: Mapped[int]
    next: Mapped[int]


class JournalOperation(JournalBase):
    """One operation of this desk, as the bytes that are sent."""

    __tablename__ = "operation"

    n: Mapped[int] = mapped_column(primary_key=True)
    op_id: Mapped[UUID] = mapped_column(unique=True)
    body: Mapped[str]
    occurred_ms: Mapped[int]
    state: Mapped[OperationState] = mapped_column(Word(OperationState))
    seq: Mapped[int | None]
    """Of its event, once the centre has answered."""
    problem: Mapped[Problem | None] = mapped_column(Json(Problem))

    __table_args__ = (Index("operation_unconfirmed", "n", sqlite_where=text("state NOT IN ('confirmed', 'rejected')")),)


class Draft(JournalBase):
    """An intake not registered yet, saved with every keystroke."""

    __tablename__ = "draft"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    body: Mapped[str]
    saved_at: Mapped[int]


class Notice(JournalBase):
    """Something a person at this desk must be told: a rejected or conflicting act."""

    __tablename__ = "notice"

    op_id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID]
    problem: Mapped[Problem] = mapped_column(Json(Problem))
    raised_at: Mapped[int]
    seen_at: Mapped[int | None]


class Verifier(JournalBase):
    """Lets a person who signed in here before sign in again while the centre is away."""

    __tablename__ = "verifier"

    login: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[UUID]
    password_hash: Mapped[str]
    """Argon2id, made on this desk."""
    signed_in_at: Mapped[int]
