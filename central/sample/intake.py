"""Calls of the sample as the centre takes them: tickets registered and talks counted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from central.feed.draft import Draft
from central.feed.validation import document
from central.sample.callers import Callers, Situation
from central.sample.city import City
from central.sample.demand import Occasion
from central.sample.dice import Dice, Weights
from central.sample.people import Person
from central.sample.staff import DESKS, OnDuty, on_duty
from central.sample.texts import Texts
from protocol.due import PRESSING, due_at
from protocol.events import EventKind, RecordSet
from protocol.numbers import LAST_SERIAL, TicketNumber
from protocol.operations import OperationType
from protocol.records import (
    Applicant,
    Assignment,
    Category,
    Consultation,
    Contact,
    Phone,
    Promise,
    Record,
    Ticket,
    kind_of,
)
from protocol.routing import Route, route
from protocol.times import SECOND, Instant, local
from protocol.vocabulary import Channel, ConsultationKind, LegalRegime, Result, State, Urgency

FIRST_SERIES = 900
"""Numbers of the sample are of series 900 and up, one for each desk and its next ones; no desk is leased them soon."""

_CHANNELS = (
    (Channel.PHONE, 870),
    (Channel.WEB, 60),
    (Channel.APP, 30),
    (Channel.MESSENGER, 20),
    (Channel.IN_PERSON, 10),
    (Channel.LETTER, 5),
    (Channel.HOTLINE_1545, 5),
)
_CHANNEL_WEIGHTS = Weights.of([weight for _, weight in _CHANNELS])
_CONSULTATIONS = (
    (ConsultationKind.KNOWLEDGE, 45),
    (ConsultationKind.TICKET, 30),
    (ConsultationKind.INCIDENT, 15),
    (ConsultationKind.TRANSFER, 10),
)
_CONSULTATION_WEIGHTS = Weights.of([weight for _, weight in _CONSULTATIONS])
_ANONYMOUS = 0.05
_WITHHELD = 0.01
_FORMAL = 0.03  # of named applicants with nothing pressing
_ASKED_ABOUT = 4_000  # tickets people still ask about


@dataclass(frozen=True, slots=True)
class Case:
    """A ticket that begins its way."""

    ticket: Ticket
    category: Category
    assignment: Assignment | None


@dataclass(slots=True)
class _Known:
    """What the centre has learnt so far."""

    applicants: dict[int, tuple[UUID, Instant]] = field(default_factory=dict)  # by identity of the person
    serials: dict[tuple[int, int], int] = field(default_factory=dict)  # last, by year and desk
    asked_about: list[tuple[UUID, Instant]] = field(default_factory=list)


class Intake:
    """Takes calls one after another, in time order."""

    def __init__(self, city: City, people: Sequence[Person], texts: Texts, dice: Dice) -> None:
        self._city = city
        self._callers = Callers(city, people)
        self._texts = texts
        self._dice = dice
        self._known = _Known()

    def register(self, occasions: Sequence[Occasion]) -> tuple[Draft, list[Case]]:
        """Return the registration of one call about these problems, and the tickets it made."""
        received_at = occasions[0].at
        situation = self._situation(occasions[0])
        duty = on_duty(received_at, self._dice)
        entered_at = received_at + self._dice.between(40, 150) * SECOND
        applicant_id, made, entered_at = self._applicant(situation, entered_at)
        phone = None if applicant_id is None and self._dice.chance(_WITHHELD) else situation.person.phone
        contact = Contact(
            id=self._dice.id(entered_at),
            channel=_CHANNELS[self._dice.weighted(_CHANNEL_WEIGHTS)][0],
            received_at=received_at,
            entered_at=entered_at,
            operator_id=duty.operator.id,
            desk_id=duty.desk.id,
            phone=phone,
            applicant_id=applicant_id,
        )
        made.append(contact)
        cases = []
        for place, occasion in enumerate(occasions):
            where = situation if place == 0 else self._same_caller(situation, occasion)
            case = self._case(occasion, where, contact, duty)
            cases.append(case)
            made += self._of_case(case, duty)
            self._remember(case)
        return _draft(OperationType.TICKET_REGISTER, entered_at, made, duty, self._dice), cases

    def consult(self, at: Instant, in_burst: bool) -> Draft:
        """Return a talk that made no ticket; in a burst most ask about the failure."""
        duty = on_duty(at, self._dice)
        person = self._callers.anyone(self._dice)
        applicant_id, known_at = self._known.applicants.get(id(person), (None, 0))
        contact = Contact(
            id=self._dice.id(at),
            channel=Channel.PHONE,
            received_at=at - self._dice.between(20, 90) * SECOND,
            entered_at=at,
            operator_id=duty.operator.id,
            desk_id=duty.desk.id,
            phone=person.phone,
            applicant_id=applicant_id if known_at < at else None,
        )
        kind = _CONSULTATIONS[self._dice.weighted(_CONSULTATION_WEIGHTS)][0]
        if in_burst and self._dice.chance(0.6):
            kind = ConsultationKind.INCIDENT
        ticket_id = self._ticket_asked_about(at) if kind is ConsultationKind.TICKET else None
        if kind is ConsultationKind.TICKET and ticket_id is None:
            kind = ConsultationKind.KNOWLEDGE
        consultation = Consultation(
            id=self._dice.id(at),
            contact_id=contact.id,
            kind=kind,
            said_at=at,
            operator_id=duty.operator.id,
            ticket_id=ticket_id,
            text=self._texts.consultation(kind, self._dice),
        )
        return _draft(OperationType.CONTACT_CONSULT, at, [contact, consultation], duty, self._dice)

    def _situation(self, occasion: Occasion) -> Situation:
        return self._callers.situation(occasion.demand.place, occasion.house, self._dice)
