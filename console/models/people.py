"""Accounts, desks and conflicts as rows."""

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from console.models.base import RecordRow
from console.models.types import Json, Word
from protocol.records import Version
from protocol.vocabulary import ConflictKind, ConflictState, Role


class Account(RecordRow):
    """A person who signs in."""

    __tablename__ = "account"

    login: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    role: Mapped[Role] = mapped_column(Word(Role))
    operator_code: Mapped[str]
    is_active: Mapped[bool]


class Desk(RecordRow):
    """A workplace."""

    __tablename__ = "desk"

    name: Mapped[str]
    extension: Mapped[str]
    devices: Mapped[tuple[UUID, ...]] = mapped_column(Json(tuple[UUID, ...]))


class Conflict(RecordRow):
    """Two values of one field, both kept until a person decides."""

    __tablename__ = "conflict"

    kind: Mapped[ConflictKind] = mapped_column(Word(ConflictKind))
    record: Mapped[str]
    record_id: Mapped[UUID]
    field: Mapped[str]
    winner: Mapped[Version] = mapped_column(Json(Version))
    loser: Mapped[Version] = mapped_column(Json(Version))
    found_at: Mapped[int]
    ticket_id: Mapped[UUID | None]
    state: Mapped[ConflictState] = mapped_column(Word(ConflictState))

    __table_args__ = (Index("conflict_on_ticket", "ticket_id", "state"),)
