"""The queue: open tickets, most pressing first, with filters and live counts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, case, func, literal_column, select, tuple_

from console.models import Category, Organisation, Ticket
from protocol.text import fold
from protocol.times import Instant
from protocol.vocabulary import State, Urgency

PAGE = 100


class QueueView(StrEnum):
    """The chips above the queue."""

    ALL = "all"
    MINE = "mine"
    NEW = "new"
    ATTENTION = "attention"
    OVERDUE = "overdue"
    ON_CHECK = "on_check"
    REWORK = "rework"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What the queue shows: one chip, and what was typed into its search field."""

    view: QueueView = QueueView.ALL
    words: str = ""
    account_id: UUID | None = None  # whose tickets "mine" are


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One open ticket as the queue shows it."""

    id: UUID
    number: str
    category_uk: str
    category_en: str
    address: str
    urgency: Urgency
    state: State
    received_at: Instant
    due_at: Instant
    attention_at: Instant
    executor: str  # short name, or empty
    is_pending: bool  # changes of this desk are not confirmed yet


class Place(NamedTuple):
    """The sort key of a row: where a page ends and the next begins."""

    urgency_rank: int
    due_at: Instant
    id: UUID


class QueuePage(NamedTuple):
    """A page of rows, and where the next begins; None at the end."""

    rows: list[QueueRow]
    next: Place | None


_IS_OPEN: ColumnElement[bool] = literal_column("ticket.state != 'closed'")
"""Written out, as SQLite matches a partial index by the letter."""

_ORDER = (Ticket.urgency_rank, Ticket.due_at, Ticket.id)


def page(connection: Connection, wanted: QueueFilter, now: Instant, after: Place | None = None) -> QueuePage:
    """Return one page of open tickets (keyset by urgency, due time and id)."""
    statement = _ROWS.where(*_conditions(wanted, now))
    if after is not None:
        statement = statement.where(tuple_(*_ORDER) > tuple_(*map(_literal, after, _ORDER)))
    rows = connection.execute(statement, {"limit": PAGE + 1}).all()
    shown = rows[:PAGE]
    last = shown[-1] if len(rows) > PAGE else None
    end = None if last is None else Place(last.urgency_rank, last.due_at, last.id)
    return QueuePage([_to_row(row) for row in shown], end)


def counts(connection: Connection, account_id: UUID | None, now: Instant) -> dict[QueueView, int]:
    """Return how many open tickets stand under each chip."""
    chips = [view for view in QueueView if view is not QueueView.ALL]
    counted = [func.count(case((_chip(view, account_id, now), 1))) for view in chips]
    all_open, *by_chip = connection.execute(select(func.count(), *counted).select_from(Ticket).where(_IS_OPEN)).one()
    return {QueueView.ALL: all_open, **dict(zip(chips, by_chip, strict=True))}


def urgent_counts(connection: Connection, now: Instant) -> tuple[int, int]:
    """Return how many open tickets are critical or emergencies, and how many are overdue."""
    urgent = func.count(case((Ticket.urgency_rank <= Urgency.EMERGENCY.rank, 1)))
    overdue = func.count(case((Ticket.due_at < now, 1)))
    row = connection.execute(select(urgent, overdue).select_from(Ticket).where(_IS_OPEN)).one()
    return row[0], row[1]


def _chip(view: QueueView, account_id: UUID | None, now: Instant) -> ColumnElement[bool]:
    by_view: dict[QueueView, ColumnElement[bool]] = {
        QueueView.MINE: Ticket.registered_by == account_id,
        QueueView.NEW: Ticket.state == State.REGISTERED,
        QueueView.ATTENTION: (Ticket.attention_at <= now) & (Ticket.due_at >= now),
        QueueView.OVERDUE: Ticket.due_at < now,
        QueueView.ON_CHECK: Ticket.state == State.ON_CHECK,
        QueueView.REWORK: Ticket.state == State.REWORK,
    }
    return by_view[view]


def _conditions(wanted: QueueFilter, now: Instant) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.view is not QueueView.ALL:
        conditions.append(_chip(wanted.view, wanted.account_id, now))
    conditions.extend(Ticket.found_by.contains(word, autoescape=True) for word in fold(wanted.words).split())
    return conditions


def _literal(value: Any, column: Any) -> Any:
    return bindparam(None, value, type_=column.type, unique=True)


def _to_row(row: Row[*tuple[Any, ...]]) -> QueueRow:
    return QueueRow(
        row.id,
        row.number,
        row.category_uk or "",
        row.category_en or "",
        row.address,
        row.urgency,
        row.state,
        row.received_at,
        row.due_at,
        row.attention_at,
        row.executor or row.executor_name or "",
        bool(row.pending),
    )


_ROWS: Select[*tuple[Any, ...]] = (
    select(
        Ticket.id,
        Ticket.number,
        Category.name_uk.label("category_uk"),
        Category.name_en.label("category_en"),
        Ticket.address,
        Ticket.urgency,
        Ticket.urgency_rank,
        Ticket.state,
        Ticket.received_at,
        Ticket.due_at,
        Ticket.attention_at,
        Organisation.short_name.label("executor"),
        Organisation.name.label("executor_name"),
        Ticket.pending,
    )
    .outerjoin(Category, Category.id == Ticket.category_id)
    .outerjoin(Organisation, Organisation.id == Ticket.executor_id)
    .where(_IS_OPEN)
    .order_by(*_ORDER)
    .limit(bindparam("limit"))
)
