"""What happened before, as a list: earlier tickets, talks that made none, and the people behind a number."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.ui.itemmodels.taking_over import take_over
from console.ui.look.palette import Tone

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One row made ready to be painted."""

    key: UUID
    value: object
    """What is opened or chosen with the row; None when nothing is."""
    title: str
    beside: str
    """What stands at the right of the title."""
    detail: str
    detail_beside: str = ""
    tone: Tone | None = None
    """Of a ticket that is still open."""
    is_strong: bool = False
    is_overdue: bool = False
    caution: str = ""
    tip: str = ""


class HistoryRole(IntEnum):
    """What a view may ask besides the text."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


class HistoryModel(QAbstractListModel):
    """Holds one view of the past; other rows are taken over step by step, so that the reader's place stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[HistoryEntry] = []

    @property
    def entries(self) -> tuple[HistoryEntry, ...]:
        """The rows, top first."""
        return tuple(self._entries)

    def show(self, entries: Sequence[HistoryEntry]) -> None:
        """Turn what is shown into these rows by the fewest steps."""
        take_over(self, self._entries, entries, lambda entry: entry.key)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the whole row as one sentence, or the row itself."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (entry.title, entry.beside, entry.detail, entry.detail_beside, entry.caution)
                return ", ".join(part for part in parts if part)
            case Qt.ItemDataRole.ToolTipRole:
                return entry.tip
            case HistoryRole.ENTRY:
                return entry
            case _:
                return None
