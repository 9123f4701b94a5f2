"""The queue as a table: open tickets by pressure, page by page, kept up to date without losing the reader's place."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from console.store import queue
from console.store.database import Database
from console.store.feed import ChangeSet
from console.store.queue import Place, QueueFilter, QueueRow, QueueView
from console.ui import moments
from console.ui.feed import Feed
from console.ui.itemmodels.taking_over import take_over
from console.ui.look.palette import Tone
from console.ui.words import Words
from protocol.times import Clock, Instant, local
from protocol.vocabulary import Urgency

_KINDS_SHOWN = ("ticket", "category", "organisation")
_SETTLE_MS = 60
"""Commits that follow each other this closely are shown together."""
_TICK_MS = 15_000
_ROOT = QModelIndex()
_MOST_RENEWED = 10 * queue.PAGE
"""More rows than these are let go at a change and fetched again when scrolled to: a renewal stays short."""


class QueueColumn(IntEnum):
    """The columns, left to right."""

    NUMBER = 0
    RECEIVED = 1
    TIME_LEFT = 2
    CATEGORY = 3
    ADDRESS = 4
    EXECUTOR = 5
    STATE = 6


class QueueRole(IntEnum):
    """What a view may ask besides the text."""

    TICKET_ID = Qt.ItemDataRole.UserRole + 1
    ENTRY = Qt.ItemDataRole.UserRole + 2


class Pressure(IntEnum):
    """How a ticket stands to its term."""

    CALM = 0
    ATTENTION = 1
    OVERDUE = 2


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One row made ready to be painted: nothing is put into words twice."""

    row: QueueRow
    tone: Tone
    is_urgent: bool
    pressure: Pressure
    cells: tuple[str, ...]
    """The text of each QueueColumn."""
    second_line: str
    """Number and address, for rows of two lines."""


class QueueModel(QAbstractTableModel):
    """Holds the first pages of the queue and re-reads them when tickets change or time passes."""

    renewing = Signal()
    """Rows are about to change; views remember their place."""
    renewed = Signal()
    """Rows are as the database and the clock have them now."""

    def __init__(
        self, *, database: Database, feed: Feed, words: Words, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._words = words
        self._clock = clock
        self._wanted = QueueFilter()
        self._entries: list[QueueEntry] = []
        self._next: Place | None = None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self.renew)
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self.let_time_pass)
        self._ticking.start()
        self._headings = self._named_columns()
        feed.changed.connect(self._on_feed_changed)

    @property
    def wanted(self) -> QueueFilter:
        """What is shown now."""
        return self._wanted

    def show(self, wanted: QueueFilter) -> None:
        """Show the first page of another selection; a ticket that stays keeps its row."""
        self._wanted = wanted
        self._renew(queue.PAGE)

    def renew(self) -> None:
        """Read anew as many rows as are shown."""
        self._renew(min(len(self._entries), _MOST_RENEWED))

    def let_time_pass(self) -> None:
        """Say anew how much time is left; the database is asked only where time decides who is shown."""
        if self._wanted.view in (QueueView.ATTENTION, QueueView.OVERDUE):
            self.renew()
            return
        self._take_over([entry.row for entry in self._entries], self._next)

    def entry(self, row: int) -> QueueEntry:
        """Return a row ready to be painted."""
        return self._entries[row]

    def row_of(self, ticket_id: UUID) -> int | None:
        """Return where a ticket stands, or None while it is not shown."""
        return next((row for row, entry in enumerate(self._entries) if entry.row.id == ticket_id), None)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many rows are loaded."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(QueueColumn)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a ready-made text or the row behind it."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.cells[index.column()]
            case QueueRole.TICKET_ID:
                return entry.row.id
            case QueueRole.ENTRY:
                return entry
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == QueueColumn.NUMBER:
                return self._spoken(entry)
            case Qt.ItemDataRole.ToolTipRole:
                return f"{entry.cells[QueueColumn.CATEGORY]}\n{entry.row.address}"
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._headings[section]
            case Qt.ItemDataRole.TextAlignmentRole if section == QueueColumn.TIME_LEFT:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Tell whether the queue goes on."""
        return not parent.isValid() and self._next is not None

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        """Append the next page."""
        if parent.isValid() or self._next is None:
            return
        now = self._clock.now()
        with self._database.read() as connection:
            page = queue.page(connection, self._wanted, now, self._next)
        self._next = page.next
        loaded = {entry.row.id for entry in self._entries}
        fresh = [self._entry(row, now) for row in page.rows if row.id not in loaded]
        if fresh:
            first = len(self._entries)
            self.beginInsertRows(_ROOT, first, first + len(fresh) - 1)
            self._entries.extend(fresh)
            self.endInsertRows()

    def _on_feed_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_KINDS_SHOWN) and not self._settling.isActive():
            self._settling.start()

    def _renew(self, least: int) -> None:
        self._take_over(*self._read(least))

    def _read(self, least: int) -> tuple[list[QueueRow], Place | None]:
        """Return the first rows of the queue in whole pages, at least so many if there are, and where they end."""
        rows: dict[UUID, QueueRow] = {}  # a ticket that moves between two pages is read twice
        place: Place | None = None
        now = self._clock.now()
        with self._database.read() as connection:
            while True:
                page = queue.page(connection, self._wanted, now, place)
                rows.update((row.id, row) for row in page.rows)
                place = page.next
                if place is None or len(rows) >= least:
                    return list(rows.values()), place

    def _take_over(self, rows: list[QueueRow], end: Place | None) -> None:
        """Turn what is shown into these rows by the fewest steps."""
        self.renewing.emit()
        self._next = None  # a view that hears of a step must not fetch in the middle
        now = self._clock.now()
        fresh = [self._entry(row, now) for row in rows]
        take_over(self, self._entries, fresh, lambda entry: entry.row.id, len(QueueColumn) - 1)
        self._next = end
        self.renewed.emit()

    def _entry(self, row: QueueRow, now: Instant) -> QueueEntry:
        cells = {
            QueueColumn.NUMBER: row.number,
            QueueColumn.RECEIVED: _time_or_day(row.received_at, now),
            QueueColumn.TIME_LEFT: moments.time_left(row.due_at, now),
            QueueColumn.CATEGORY: self._words.label(row.category_uk, row.category_en),
            QueueColumn.ADDRESS: row.address,
            QueueColumn.EXECUTOR: row.executor,
            QueueColumn.STATE: self._words.state(row.state),
        }
        return QueueEntry(
            row,
            _tone(row.urgency),
            row.urgency in (Urgency.CRITICAL, Urgency.EMERGENCY),
            _pressure(row, now),
            tuple(cells[column] for column in QueueColumn),
            " · ".join(_said((row.number, row.address))),
        )

    def _spoken(self, entry: QueueEntry) -> str:
        """Return a row as one sentence, for those who hear it."""
        row = entry.row
        length = moments.span(abs(row.due_at - self._clock.now()))
        time = self.tr("overdue by {time}") if entry.pressure is Pressure.OVERDUE else self.tr("{time} left")
        parts = (
            row.number,
            entry.cells[QueueColumn.CATEGORY],
            row.address,
            entry.cells[QueueColumn.STATE],
            time.format(time=length),
            self.tr("not confirmed by the centre yet") if row.is_pending else "",
        )
        return f"{self._words.urgency(row.urgency)}: {', '.join(_said(parts))}"

    def _named_columns(self) -> tuple[str, ...]:
        headings = {
            QueueColumn.NUMBER: self.tr("No."),
            QueueColumn.RECEIVED: self.tr("Received"),
            QueueColumn.TIME_LEFT: self.tr("Time left"),
            QueueColumn.CATEGORY: self.tr("Category"),
            QueueColumn.ADDRESS: self.tr("Address"),
            QueueColumn.EXECUTOR: self.tr("Executor"),
            QueueColumn.STATE: self.tr("State"),
        }
        return tuple(headings[column] for column in QueueColumn)


def _pressure(row: QueueRow, now: Instant) -> Pressure:
    if now > row.due_at:
        return Pressure.OVERDUE
    return Pressure.ATTENTION if now >= row.attention_at else Pressure.CALM


def _time_or_day(moment: Instant, now: Instant) -> str:
    """Return the time of an instant of today, the day of any other: "21:15", "25.11"."""
    day = local(moment)
    return moments.clock_time(moment) if day.date() == local(now).date() else f"{day:%d.%m}"


def _tone(urgency: Urgency) -> Tone:
    """Return the tone of an urgency; one of a newer build's list is shown as routine."""
    return next((tone for tone in Tone if tone.value == urgency), Tone.ROUTINE)


def _said(parts: Iterable[str]) -> Iterable[str]:
    return (part for part in parts if part)
