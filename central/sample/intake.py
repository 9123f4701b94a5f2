"""Calls of the sample as the centre takes them: tickets registered and talks counted."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from central.feed.draft import Draft
from central.sample.callers import Callers, Situation, home_address
from central.sample.city import City
from central.sample.demand import Occasion
from central.sample.dice import Dice, Weights
from central.sample.drafts import make_draft
from central.sample.people import Person
from central.sample.staff import DESKS, OnDuty, on_duty
from central.sample.texts import Texts
from protocol.due import PRESSING, due_at
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
)
from protocol.routing import Route, route
from protocol.times import SECOND, Instant, local
from protocol.vocabulary import Channel, ConsultationKind, LegalRegime, Result, State

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
_WITHHELD = 0.2  # of the anonymous
_FORMAL = 0.03  # of named applicants with nothing pressing
_ASKED_ABOUT = 2_000  # tickets people still ask about
_ASKING_ABOUT_FAILURE = 0.6  # of talks while something has failed


@dataclass(frozen=True, slots=True)
class Case:
    """A ticket that begins its way."""

    ticket: Ticket
    category: Category
    assignment: Assignment | None


class Intake:
    """Takes calls one after another, in time order."""

    def __init__(self, city: City, people: Sequence[Person], texts: Texts, dice: Dice) -> None:
        self._city = city
        self._callers = Callers(city, people)
        self._texts = texts
        self._dice = dice
        self._applicants: dict[Person, tuple[UUID, Instant]] = {}  # with when they became known
        self._serials: dict[tuple[int, int], int] = {}  # last, by year and desk
        self._asked_about: deque[tuple[UUID, Instant]] = deque(maxlen=_ASKED_ABOUT)

    def register(self, occasion: Occasion) -> tuple[Draft, Case]:
        """Return the registration of a call about a problem, and its ticket."""
        dice = self._dice
        situation = self._callers.situation(occasion.demand.place, occasion.house, dice)
        category = self._city.categories[occasion.demand.category]
        duty = on_duty(occasion.at, dice)
        applicant_id, entered_at, made = self._applicant(situation, occasion.at + dice.between(40, 150) * SECOND)
        can_be_withheld = applicant_id is None and category.allows_photo_check
        contact = Contact(
            id=dice.id(entered_at),
            channel=_CHANNELS[dice.weighted(_CHANNEL_WEIGHTS)][0],
            received_at=occasion.at,
            entered_at=entered_at,
            operator_id=duty.operator.id,
            desk_id=duty.desk.id,
            phone=None if can_be_withheld and dice.chance(_WITHHELD) else situation.person.phone,
            applicant_id=applicant_id,
        )
        found = self._route(category, situation, occasion.at)
        ticket = self._ticket(category, situation, contact, found, duty)
        assignment = self._assignment(ticket, found)
        made += [contact, ticket, *([assignment] if assignment else []), self._promise(ticket)]
        self._asked_about.append((ticket.id, entered_at))
        return make_draft(OperationType.TICKET_REGISTER, entered_at, duty.operator, dice, made), Case(
            ticket, category, assignment
        )

    def consult(self, at: Instant, *, in_burst: bool) -> Draft:
        """Return a talk that made no ticket; while something has failed most ask about it."""
        dice = self._dice
        duty = on_duty(at, dice)
        person = self._callers.anyone(dice)
        applicant_id, known_at = self._applicants.get(person, (None, 0))
        contact = Contact(
            id=dice.id(at),
            channel=Channel.PHONE,
            received_at=at - dice.between(20, 90) * SECOND,
            entered_at=at,
            operator_id=duty.operator.id,
            desk_id=duty.desk.id,
            phone=person.phone,
            applicant_id=applicant_id if known_at < at else None,
        )
        kind, ticket_id = self._asked(at, in_burst=in_burst)
        consultation = Consultation(
            id=dice.id(at),
            contact_id=contact.id,
            kind=kind,
            said_at=at,
            operator_id=duty.operator.id,
            ticket_id=ticket_id,
            text=self._texts.consultation(kind, dice),
        )
        return make_draft(OperationType.CONTACT_CONSULT, at, duty.operator, dice, [contact, consultation])

    def _applicant(self, situation: Situation, entered_at: Instant) -> tuple[UUID | None, Instant, list[Record]]:
        """Return who is named as applicant, when the call is entered, and what becomes known with it."""
        person = situation.person
        if self._dice.chance(_ANONYMOUS):
            return None, entered_at, []
        if person in self._applicants:
            applicant_id, known_at = self._applicants[person]
            return applicant_id, max(entered_at, known_at + SECOND), []
        applicant = Applicant(
            id=self._dice.id(entered_at),
            name=person.name,
            house_id=person.house.id,
            entrance=_shown(person.entrance),
            flat=_shown(person.flat),
            address=home_address(self._city.streets[person.house.street_id], person),
        )
        self._applicants[person] = (applicant.id, entered_at)
        phone = Phone(id=self._dice.id(entered_at), applicant_id=applicant.id, number=person.phone)
        return applicant.id, entered_at, [applicant, phone]

    def _route(self, category: Category, situation: Situation, at: Instant) -> Route | None:
        city = self._city
        return route(
            category,
            city.ancestors[category.code],
            situation.house,
            situation.street,
            city.rules,
            city.organisations,
            local(at).date(),
        )

    def _ticket(
        self, category: Category, situation: Situation, contact: Contact, found: Route | None, duty: OnDuty
    ) -> Ticket:
        city, dice, spot, house = self._city, self._dice, situation.spot, situation.house
        may_be_formal = contact.applicant_id is not None and category.urgency not in PRESSING
        regime = LegalRegime.FORMAL_APPEAL if may_be_formal and dice.chance(_FORMAL) else LegalRegime.OPERATIONAL
        due = due_at(contact.received_at, category, city.ancestors[category.code], city.limits, city.calendar, regime)
        return Ticket(
            id=dice.id(contact.entered_at),
            number=self._number(contact.entered_at, duty.place),
            contact_id=contact.id,
            category_id=category.id,
            text=self._texts.ticket(category.code, spot, dice),
            address=situation.address,
            urgency=category.urgency,
            state=State.REGISTERED,
            result=Result.AWAITING,
            received_at=contact.received_at,
            entered_at=contact.entered_at,
            due_at=due.due_at,
            attention_at=due.attention_at,
            registered_by=contact.operator_id,
            desk_id=contact.desk_id,
            legal_regime=regime,
            applicant_id=contact.applicant_id,
            phone=contact.phone,
            street_id=situation.street.id if situation.street else None,
            house_id=house.id if house else None,
            house=spot.number,
            entrance=_shown(spot.entrance) if situation.has_entrance else "",
            floor=_shown(spot.floor) if situation.has_flat else "",
            flat=_shown(spot.flat) if situation.has_flat else "",
            landmark=dice.pick(self._texts.landmarks) if house and dice.chance(0.15) else "",
            district=house.district if house else "",
            hazard=dice.pick(self._texts.hazards) if house and dice.chance(0.04) else "",
            access=dice.pick(self._texts.access) if situation.has_flat and dice.chance(0.3) else "",
            executor_id=found.executor_id if found else None,
        )

    def _assignment(self, ticket: Ticket, found: Route | None) -> Assignment | None:
        if found is None:
            return None
        return Assignment(
            id=self._dice.id(ticket.entered_at),
            ticket_id=ticket.id,
            executor_id=found.executor_id,
            assigned_at=ticket.entered_at,
            assigned_by=ticket.registered_by,
            due_at=ticket.due_at,
            reason=found.reason_uk,
        )

    def _promise(self, ticket: Ticket) -> Promise:
        return Promise(
            id=self._dice.id(ticket.entered_at),
            ticket_id=ticket.id,
            said_at=ticket.entered_at,
            said_by=ticket.registered_by,
            text=f"Орієнтовно до {local(ticket.due_at):%d.%m.%Y %H:%M}",
            promised_at=ticket.due_at,
        )

    def _number(self, at: Instant, place: int) -> str:
        """Return the next ticket number of a desk; a full series is followed by the desk's next one."""
        year = local(at).year % 100
        count = self._serials[year, place] = self._serials.get((year, place), 0) + 1
        full, serial = divmod(count - 1, LAST_SERIAL)
        return str(TicketNumber(year, str(FIRST_SERIES + place + full * len(DESKS)), serial + 1))

    def _asked(self, at: Instant, *, in_burst: bool) -> tuple[ConsultationKind, UUID | None]:
        """Return what a talk was about, and the ticket when it was about one."""
        if in_burst and self._dice.chance(_ASKING_ABOUT_FAILURE):
            return ConsultationKind.INCIDENT, None
        kind = _CONSULTATIONS[self._dice.weighted(_CONSULTATION_WEIGHTS)][0]
        if kind is not ConsultationKind.TICKET:
            return kind, None
        if self._asked_about:
            ticket_id, known_at = self._asked_about[int(self._dice.unit() * len(self._asked_about))]
            if known_at < at:
                return kind, ticket_id
        return ConsultationKind.KNOWLEDGE, None


def _shown(place: int) -> str:
    return str(place or "")
