"""The rules of the trade as data: categories, limits, moves and the working calendar."""

from protocol.records.record import CategoryId, Record
from protocol.vocabulary import LegalRegime, LimitKind, Resolution, Result, Role, State, Urgency


class Category(Record, frozen=True, kw_only=True):
    """What a problem is, a leaf or a group of the tree."""

    code: str  # LIGHT.LAMP
    name_uk: str
    name_en: str
    parent_id: CategoryId | None = None
    executor_kind: str = ""  # empty for groups
    deadline_hours: int = 0
    urgency: Urgency = Urgency.ROUTINE
    synonyms: tuple[str, ...] = ()  # what callers say
    stop_notice_uk: str = ""  # read out before anything else: "газ — спершу 104"
    stop_notice_en: str = ""
    allows_photo_check: bool = False
    kmu858_code: str = ""  # classifier of citizens' appeals, КМУ № 858
    is_active: bool = True


class Limit(Record, frozen=True, kw_only=True):
    """A statutory or local term, with its source (product rule 8)."""

    kind: LimitKind
    amount: int
    source: str  # the act, as cited to a caller
    category_id: CategoryId | None = None  # a leaf or a group; None: every category of the regime
    legal_regime: LegalRegime = LegalRegime.OPERATIONAL
    is_statutory: bool = True


class Move(Record, frozen=True, kw_only=True):
    """One allowed step of a ticket (product rules 1 to 4)."""

    code: str
    position: int  # order of offering
    label_uk: str
    label_en: str
    from_state: State
    to_state: State
    result: Result
    roles: tuple[Role, ...]
    from_result: Result | None = None  # None: any
    resolution: Resolution | None = None
    needs_note: bool = False
    needs_executor: bool = False  # refused without a proposed executor
    needs_photo_check: bool = False  # only where the category allows it
    is_before_due_only: bool = False
    counts_rework: bool = False
    min_reworks: int = 0
    max_reworks: int | None = None


class Calendar(Record, frozen=True, kw_only=True):
    """Which days are worked: a week pattern and exceptions."""

    name: str
    weekly: tuple[bool, ...]  # Monday first, seven
    days_off: tuple[str, ...] = ()  # ISO dates
    days_on: tuple[str, ...] = ()  # ISO dates that are worked against the pattern
    source: str = ""
