"""Taking a call: register what was said as one operation, or count a talk that made no ticket."""

from dataclasses import dataclass
from uuid import UUID

from console.errors import Refusal, Refused
from console.services.shift import Shift
from console.store import history
from console.store.database import Database
from console.store.work import Work
from protocol.due import Due
from protocol.operations import OperationType
from protocol.phones import PhoneNumber
from protocol.records import (
    Applicant,
    Assignment,
    Category,
    Consultation,
    Contact,
    Phone,
    Promise,
    Street,
    Ticket,
)
from protocol.times import Instant
from protocol.vocabulary import Channel, ConsultationKind, LegalRegime, Result, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who turned to us and how."""

    phone: PhoneNumber | None = None
    applicant_id: UUID | None = None  # a known person the operator chose
    name: str = ""
    channel: Channel = Channel.PHONE
    call_id: str | None = None
    received_at: Instant | None = None  # None: now


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the problem is; `house` in normal form."""

    address: str  # one line, as shown and printed
    street: Street | None = None
    house: str = ""
    house_id: UUID | None = None
    entrance: str = ""
    floor: str = ""
    flat: str = ""
    door_code: str = ""
    landmark: str = ""
    place: str = ""
    district: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong, who takes it and by when."""

    category: Category
    text: str
    due: Due
    executor_id: UUID | None
    reason: str  # why the executor was chosen so
    hazard: str = ""
    access: str = ""
    promise: str = ""  # the sentence read to the caller; empty when none was
    regime: LegalRegime = LegalRegime.OPERATIONAL


@dataclass(frozen=True, slots=True)
class Registered:
    """A ticket that now exists."""

    ticket_id: UUID
    number: str
    due_at: Instant


class IntakeService:
    """Registers tickets and counts consultations."""

    def __init__(self, database: Database, shift: Shift) -> None:
        self._database = database
        self._shift = shift

    def register(self, caller: Caller, place: Place, problem: Problem, draft_id: UUID | None = None) -> Registered:
        """Register one problem of one caller; the number is final on return.

        Raises Refused when the text or the address is missing, or this desk has no numbers to give.
        """
        if not problem.text.strip():
            raise Refused(Refusal.TEXT_MISSING)
        if not place.address.strip():
            raise Refused(Refusal.ADDRESS_MISSING)
        if problem.executor_id is None:
            raise Refused(Refusal.EXECUTOR_MISSING)
        person = self._shift.person
        with self._database.write(OperationType.TICKET_REGISTER, person.actor) as work:
            applicant_id = self._applicant(work, caller, place)
            contact = self._contact(work, caller, applicant_id)
            work.add(contact)
            ticket = Ticket(
                id=work.new_id(),
                number=str(work.next_number()),
                contact_id=contact.id,
                applicant_id=applicant_id,
                phone=contact.phone,
                category_id=problem.category.id,
                text=problem.text.strip(),
                urgency=problem.category.urgency,
                legal_regime=problem.regime,
                state=State.REGISTERED,
                result=Result.AWAITING,
                received_at=contact.received_at,
                entered_at=work.now,
                due_at=problem.due.due_at,
                attention_at=problem.due.attention_at,
                registered_by=person.account_id,
                desk_id=self._shift.desk_id,
                executor_id=problem.executor_id,
                address=place.address,
                street_id=place.street.id if place.street is not None else None,
                house_id=place.house_id,
                house=place.house,
                entrance=place.entrance,
                floor=place.floor,
                flat=place.flat,
                door_code=place.door_code,
                landmark=place.landmark,
                place=place.place,
                district=place.district,
                hazard=problem.hazard,
                access=problem.access,
            )
            work.add(ticket)
            work.add(
                Assignment(
                    id=work.new_id(),
                    ticket_id=ticket.id,
                    executor_id=problem.executor_id,
                    assigned_at=work.now,
                    assigned_by=person.account_id,
                    due_at=ticket.due_at,
                    reason=problem.reason,
                )
            )
            if problem.promise:
                work.add(
                    Promise(
                        id=work.new_id(),
                        ticket_id=ticket.id,
                        said_at=work.now,
                        said_by=person.account_id,
                        text=problem.promise,
                        promised_at=ticket.due_at,
                    )
                )
            if draft_id is not None:
                work.drop_draft(draft_id)
        return Registered(ticket.id, ticket.number, ticket.due_at)

    def consult(
        self,
        caller: Caller,
        kind: ConsultationKind,
        text: str = "",
        ticket_id: UUID | None = None,
        draft_id: UUID | None = None,
    ) -> None:
        """Count a talk that made no ticket."""
        person = self._shift.person
        with self._database.write(OperationType.CONTACT_CONSULT, person.actor) as work:
            contact = self._contact(work, caller, caller.applicant_id)
            work.add(contact)
            work.add(
                Consultation(
                    id=work.new_id(),
                    contact_id=contact.id,
                    kind=kind,
                    said_at=work.now,
                    operator_id=person.account_id,
                    ticket_id=ticket_id,
                    text=text.strip(),
                )
            )
            if draft_id is not None:
                work.drop_draft(draft_id)

    def _contact(self, work: Work, caller: Caller, applicant_id: UUID | None) -> Contact:
        phone = caller.phone
        return Contact(
            id=work.new_id(),
            channel=caller.channel,
            phone=phone.number if phone is not None else None,
            phone_said=phone.raw if phone is not None and phone.number is None and not phone.is_withheld else "",
            applicant_id=applicant_id,
            received_at=work.now if caller.received_at is None else caller.received_at,
            entered_at=work.now,
            operator_id=self._shift.person.account_id,
            desk_id=self._shift.desk_id,
            call_id=caller.call_id,
        )

    def _applicant(self, work: Work, caller: Caller, place: Place) -> UUID | None:
        """Return the caller's applicant: the one chosen, a new one by name, or None for an anonymous caller."""
        number = caller.phone.e164 if caller.phone is not None else None
        applicant_id = caller.applicant_id
        if applicant_id is None:
            if not caller.name.strip():
                return None
            applicant = Applicant(
                id=work.new_id(),
                name=" ".join(caller.name.split()),
                house_id=place.house_id,
                entrance=place.entrance,
                flat=place.flat,
                address=place.address,
            )
            work.add(applicant)
            applicant_id = applicant.id
        if number is not None and not self._is_known(number, applicant_id):
            work.add(Phone(id=work.new_id(), applicant_id=applicant_id, number=number))
        return applicant_id

    def _is_known(self, number: str, applicant_id: UUID) -> bool:
        with self._database.read() as connection:
            return any(person.id == applicant_id for person in history.people(connection, number))
