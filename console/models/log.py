"""The desk's copy of the centre's log, and how far it goes."""

from uuid import UUID

from sqlalchemy import PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from console.models.base import ReplicaBase
from console.models.types import Word
from protocol.events import EventKind


class LogEvent(ReplicaBase):
    """One event of the centre, its body as the text that was hashed."""

    __tablename__ = "log_event"

    seq: Mapped[int] = mapped_column(primary_key=True)
    chain: Mapped[str]
    kind: Mapped[EventKind] = mapped_column(Word(EventKind))
    op_id: Mapped[UUID] = mapped_column(index=True)
    body: Mapped[str]


class TicketEvent(ReplicaBase):
    """Which events speak of a ticket: its timeline."""

    __tablename__ = "ticket_event"
    ticket_id: Mapped[UUID]
    seq: Mapped[int]

    __table_args__ = (PrimaryKeyConstraint("ticket_id", "seq"), {"sqlite_with_rowid": False})


class LogPlace(ReplicaBase):
    """How far this replica has applied the log; one row."""

    __tablename__ = "log_place"

    id: Mapped[int] = mapped_column(primary_key=True)
    cursor: Mapped[str]
    applied_at: Mapped[int]
