"""The work: tickets, assignments to executors, printed slips, promises told and notes."""

from protocol.records.record import (
    AccountId,
    ApplicantId,
    AssignmentId,
    CategoryId,
    ContactId,
    DeskId,
    HouseId,
    OrganisationId,
    Record,
    StreetId,
    TicketId,
)
from protocol.times import Instant
from protocol.vocabulary import (
    AssignmentKind,
    LegalRegime,
    NoteKind,
    PrintWay,
    Resolution,
    Result,
    State,
    Urgency,
)


class Ticket(Record, frozen=True, kw_only=True):
    """One problem at one place (заявка)."""

    number: str  # final at birth, see protocol.numbers
    contact_id: ContactId
    category_id: CategoryId
    text: str
    address: str  # one line, as shown and printed
    urgency: Urgency
    state: State
    result: Result
    received_at: Instant
    entered_at: Instant
    due_at: Instant
    attention_at: Instant  # from here on less than a quarter of the term is left
    registered_by: AccountId
    desk_id: DeskId
    legal_regime: LegalRegime = LegalRegime.OPERATIONAL
    resolution: Resolution | None = None
    applicant_id: ApplicantId | None = None
    phone: str | None = None  # E.164, to call back on
    street_id: StreetId | None = None
    house_id: HouseId | None = None  # None for a house the register does not know
    house: str = ""  # normal form of the house number
    entrance: str = ""
    floor: str = ""
    flat: str = ""
    door_code: str = ""
    landmark: str = ""
    place: str = ""  # yard, basement, pole number
    district: str = ""
    hazard: str = ""  # wires, gas, a dog
    access: str = ""  # when someone is at home, who has the key
    executor_id: OrganisationId | None = None  # of the main assignment
    closed_at: Instant | None = None
    rework_count: int = 0
    no_answer_count: int = 0
    rating: int | None = None  # 1–5


class Assignment(Record, frozen=True, kw_only=True):
    """The task to one executor (доручення); one of a ticket's is the main one."""

    ticket_id: TicketId
    executor_id: OrganisationId
    assigned_at: Instant
    assigned_by: AccountId
    due_at: Instant
    kind: AssignmentKind = AssignmentKind.PERFORM
    is_main: bool = True
    state: State = State.REGISTERED
    result: Result = Result.AWAITING
    proposed_id: OrganisationId | None = None  # who should do it, says an executor in whose competence it is not
    reason: str = ""  # why it was routed so, or why an operator routed it otherwise
    comment: str = ""  # what the executor answered


class Slip(Record, frozen=True, kw_only=True):
    """One printing of a dispatch slip (наряд): who, where to, which copy."""

    ticket_id: TicketId
    assignment_id: AssignmentId
    copy: int  # 1 is the first, later ones are marked ПОВТОРНО
    printed_at: Instant
    printed_by: AccountId
    desk_id: DeskId
    way: PrintWay
    printer: str = ""  # the queue's name, or the file's


class Promise(Record, frozen=True, kw_only=True):
    """What an applicant was told about the fix, by whom, and by when it should hold (product rule 9)."""

    ticket_id: TicketId
    said_at: Instant
    said_by: AccountId
    text: str
    promised_at: Instant


class Note(Record, frozen=True, kw_only=True):
    """A remark on a ticket; never changed, only added to."""

    ticket_id: TicketId
    written_at: Instant
    text: str
    written_by: AccountId | None = None
    kind: NoteKind = NoteKind.PERSON
