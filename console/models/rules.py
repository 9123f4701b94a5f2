"""Categories, limits, moves and calendars as rows."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from console.models.base import RecordRow
from console.models.types import Json, Word
from protocol.vocabulary import LegalRegime, LimitKind, Resolution, Result, Role, State, Urgency


class Category(RecordRow):
    """What a problem is."""

    __tablename__ = "category"

    code: Mapped[str]
    name_uk: Mapped[str]
    name_en: Mapped[str]
    parent_id: Mapped[UUID | None]
    executor_kind: Mapped[str]
    deadline_hours: Mapped[int]
    urgency: Mapped[Urgency] = mapped_column(Word(Urgency))
    synonyms: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]))
    stop_notice_uk: Mapped[str]
    stop_notice_en: Mapped[str]
    allows_photo_check: Mapped[bool]
    kmu858_code: Mapped[str]
    is_active: Mapped[bool]


class Limit(RecordRow):
    """A statutory or local term."""

    __tablename__ = "limit"

    kind: Mapped[LimitKind] = mapped_column(Word(LimitKind))
    amount: Mapped[int]
    source: Mapped[str]
    category_id: Mapped[UUID | None]
    legal_regime: Mapped[LegalRegime] = mapped_column(Word(LegalRegime))
    is_statutory: Mapped[bool]


class Move(RecordRow):
    """One allowed step of a ticket."""

    __tablename__ = "move"

    code: Mapped[str]
    position: Mapped[int]
    label_uk: Mapped[str]
    label_en: Mapped[str]
    from_state: Mapped[State] = mapped_column(Word(State))
    to_state: Mapped[State] = mapped_column(Word(State))
    result: Mapped[Result] = mapped_column(Word(Result))
    roles: Mapped[tuple[Role, ...]] = mapped_column(Json(tuple[Role, ...]))
    from_result: Mapped[Result | None] = mapped_column(Word(Result))
    resolution: Mapped[Resolution | None] = mapped_column(Word(Resolution))
    needs_note: Mapped[bool]
    needs_executor: Mapped[bool]
    needs_photo_check: Mapped[bool]
    is_before_due_only: Mapped[bool]
    counts_rework: Mapped[bool]
    min_reworks: Mapped[int]
    max_reworks: Mapped[int | None]


class Calendar(RecordRow):
    """Which days are worked."""

    __tablename__ = "calendar"

    name: Mapped[str]
    weekly: Mapped[tuple[bool, ...]] = mapped_column(Json(tuple[bool, ...]))
    days_off: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]))
    days_on: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]))
    source: Mapped[str]
