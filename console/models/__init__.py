"""Mapped classes of the desk's two databases.

The replica's classes mirror `protocol.records` field by field (a test holds them equal); the journal's are the desk's
own. They are read, never flushed: the projection is the only writer (docs/decisions/0003).
"""

from console.models.base import RecordRow, ReplicaBase
from console.models.directory import House, Organisation, Responsibility, Street
from console.models.intake import Applicant, Consultation, Contact, Phone
from console.models.journal import Draft, Identity, JournalBase, JournalOperation, Notice, Series, Verifier
from console.models.log import LogEvent, LogPlace, TicketEvent
from console.models.people import Account, Conflict, Desk
from console.models.rules import Calendar, Category, Limit, Move
from console.models.work import Assignment, Note, Promise, Slip, Ticket

ROWS: dict[str, type[RecordRow]] = {
    row.__tablename__: row
    for row in (
        Account,
        Applicant,
        Assignment,
        Calendar,
        Category,
        Conflict,
        Consultation,
        Contact,
        Desk,
        House,
        Limit,
        Move,
        Note,
        Organisation,
        Phone,
        Promise,
        Responsibility,
        Slip,
        Street,
        Ticket,
    )
}
"""The mapped class of each kind of record."""

__all__ = [
    "ROWS",
    "Account",
    "Applicant",
    "Assignment",
    "Calendar",
    "Category",
    "Conflict",
    "Consultation",
    "Contact",
    "Desk",
    "Draft",
    "House",
    "Identity",
    "JournalBase",
    "JournalOperation",
    "Limit",
    "LogEvent",
    "LogPlace",
    "Move",
    "Note",
    "Notice",
    "Organisation",
    "Phone",
    "Promise",
    "RecordRow",
    "ReplicaBase",
    "Responsibility",
    "Series",
    "Slip",
    "Street",
    "Ticket",
    "TicketEvent",
    "Verifier",
]
