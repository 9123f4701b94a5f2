"""Who called and what kind of talk it was: contacts, consultations, applicants and their phones."""

from protocol.records.record import AccountId, ApplicantId, ContactId, DeskId, HouseId, Record, TicketId
from protocol.times import Instant
from protocol.vocabulary import Channel, ConsultationKind


class Contact(Record, frozen=True, kw_only=True):
    """One call, message or visit (звернення); it makes tickets or a consultation."""

    channel: Channel
    received_at: Instant  # when it happened, e.g. on paper in a blackout
    entered_at: Instant  # when it was typed in
    operator_id: AccountId
    desk_id: DeskId
    phone: str | None = None  # E.164 or a short code; None when withheld
    phone_said: str = ""  # as shown by the exchange or typed, kept when it is no valid number
    applicant_id: ApplicantId | None = None
    call_id: str | None = None  # the exchange's id of the call


class Consultation(Record, frozen=True, kw_only=True):
    """A contact that made no ticket, counted by kind (product, Three levels)."""

    contact_id: ContactId
    kind: ConsultationKind
    said_at: Instant
    operator_id: AccountId
    ticket_id: TicketId | None = None
    text: str = ""


class Applicant(Record, frozen=True, kw_only=True):
    """A person who turned to the centre (заявник)."""

    name: str  # as the person gives it: surname first
    house_id: HouseId | None = None
    entrance: str = ""
    flat: str = ""
    address: str = ""  # one line, as shown
    caution: str = ""  # what the next operator should know


class Phone(Record, frozen=True, kw_only=True):
    """A number by which an applicant was reached; several people may share it (telephony, Caller number)."""

    applicant_id: ApplicantId
    number: str  # E.164
    is_main: bool = True
