"""The closed word lists of the trade (glossary of the product); values are what is stored and sent."""

from enum import StrEnum


class Role(StrEnum):
    """What a signed-in person may do."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"
    HEAD = "head"
    ADMINISTRATOR = "administrator"
    EXECUTOR = "executor"


class Channel(StrEnum):
    """How a contact reached the centre (джерело)."""

    PHONE = "phone"
    WEB = "web"
    APP = "app"
    MESSENGER = "messenger"
    IN_PERSON = "in_person"
    LETTER = "letter"
    HOTLINE_1545 = "hotline_1545"


class ConsultationKind(StrEnum):
    """What a contact without a ticket was about; each kind is counted."""

    KNOWLEDGE = "knowledge"
    TICKET = "ticket"
    INCIDENT = "incident"
    TRANSFER = "transfer"


class Urgency(StrEnum):
    """How pressing a ticket is, most pressing first."""

    CRITICAL = "critical"
    EMERGENCY = "emergency"
    ROUTINE = "routine"
    INFO = "info"
    LOW = "low"

    @property
    def rank(self) -> int:
        """Place in the order of pressure: 0 is the most pressing."""
        return list(Urgency).index(self)


class LegalRegime(StrEnum):
    """Which terms bind a ticket (product rule 8)."""

    OPERATIONAL = "operational"
    FORMAL_APPEAL = "formal_appeal"


class State(StrEnum):
    """Where a ticket or an assignment stands (product rule 1)."""

    REGISTERED = "registered"
    IN_WORK = "in_work"
    ON_CHECK = "on_check"
    REWORK = "rework"
    CLOSED = "closed"


class Result(StrEnum):
    """What came of a ticket; kept apart from its state (product rule 1)."""

    AWAITING = "awaiting"
    DONE = "done"
    EXPLAINED = "explained"
    NOT_IN_COMPETENCE = "not_in_competence"
    DEFERRED_TO_PLAN = "deferred_to_plan"
    SELF_RESOLVED = "self_resolved"
    RETURNED = "returned"
    CANCELLED = "cancelled"
    ACTUALLY = "actually"


class Resolution(StrEnum):
    """On what ground a result stands; kept apart from state and result."""

    CONFIRMED_BY_APPLICANT = "confirmed_by_applicant"
    CONFIRMED_BY_PHOTO = "confirmed_by_photo"
    NOT_CONFIRMED = "not_confirmed"
    FIXED_BY_APPLICANT = "fixed_by_applicant"
    PASSED_ON = "passed_on"
    NEEDS_FUNDING = "needs_funding"
    SUPERVISOR_DECIDED = "supervisor_decided"


class AssignmentKind(StrEnum):
    """Whether an executor must act or is only told (до відома)."""

    PERFORM = "perform"
    ATTENTION = "attention"


class NoteKind(StrEnum):
    """Who speaks in a note: a person, or the centre about a change that could not be applied."""

    PERSON = "person"
    SYSTEM = "system"


class PrintWay(StrEnum):
    """Where a slip went."""

    PRINTER = "printer"
    PDF = "pdf"


class PlaceClass(StrEnum):
    """What kind of street a place lies on; it decides who clears snow there, and more."""

    CENTRAL = "central"
    TRANSIT = "transit"
    LOCAL = "local"
    PRIVATE = "private"


class HouseKind(StrEnum):
    """What a building is."""

    APARTMENTS = "apartments"
    PRIVATE = "private"
    PUBLIC = "public"


class Holder(StrEnum):
    """Which organisation of the house a responsibility rule points to."""

    MANAGER = "manager"
    HEAT = "heat"
    WATER = "water"
    POWER = "power"
    GAS = "gas"


class LimitKind(StrEnum):
    """What a term is counted in."""

    CLOCK_HOURS = "clock_hours"
    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"


class ConflictKind(StrEnum):
    """What could not be joined without a person (protocol, Merge)."""

    FIELD = "field"
    TRANSITION = "transition"
    NUMBER = "number"
    DOUBLE_ASSIGN = "double_assign"
    ACTOR_DISABLED = "actor_disabled"


class ConflictState(StrEnum):
    """Whether a person has decided a conflict."""

    OPEN = "open"
    KEPT = "kept"
    SWAPPED = "swapped"
