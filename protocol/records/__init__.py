"""Records: what the centre knows, as typed documents.

A record is a msgspec struct; its JSON form is what an operation sets and an event carries. `KINDS` is the registry by
kind name. Ids of other records are annotated with the kind they name: `references` lists them.
"""

from protocol.records.conflict import Conflict, Version
from protocol.records.directory import FormerName, House, Organisation, Responsibility, Street
from protocol.records.intake import Applicant, Consultation, Contact, Phone
from protocol.records.people import Account, Desk
from protocol.records.record import FieldValue, Record, fields_of, kind_of, references
from protocol.records.rules import Calendar, Category, Limit, Move
from protocol.records.work import Assignment, Note, Promise, Slip, Ticket

KINDS: dict[str, type[Record]] = {
    kind_of(record): record
    for record in (
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

__all__ = [
    "KINDS",
    "Account",
    "Applicant",
    "Assignment",
    "Calendar",
    "Category",
    "Conflict",
    "Consultation",
    "Contact",
    "Desk",
    "FieldValue",
    "FormerName",
    "House",
    "Limit",
    "Move",
    "Note",
    "Organisation",
    "Phone",
    "Promise",
    "Record",
    "Responsibility",
    "Slip",
    "Street",
    "Ticket",
    "Version",
    "fields_of",
    "kind_of",
    "references",
]
