"""What happened to one ticket, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.ui.itemmodels.taking_over import take_over

_ROOT = QModelIndex()


class TimelineKind(IntEnum):
    """What an entry is about, in order of weight: the weightiest line of a step heads its entry."""

    REGISTERED = 0
    MOVED = 1
    ASSIGNED = 2
    PRINTED = 3
    CALLED = 4
    SYSTEM = 5
    NOTED = 6
    CHANGED = 7
    CONFLICT = 8
    PROMISED = 9
    OTHER = 10


class TimelineKey(NamedTuple):
    """What tells steps apart, before and after the centre has confirmed them."""

    occurred_ms: int
    type: str
    ordinal: int  # among steps of the same instant and type


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One step put into words."""

    key: TimelineKey
    kind: TimelineKind
    when: str
    who: str
    where: str
    """Which desk, when it was not this one."""
    headline: str
    details: tuple[str, ...]
    is_pending: bool

    @property
    def spoken(self) -> str:
        """The entry as one sentence."""
        parts = (self.when, self.who, self.where, self.headline, *self.details)
        return ", ".join(part for part in parts if part)


class TimelineRole(IntEnum):
    """What a view may ask besides the text."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


class TimelineModel(QAbstractListModel):
    """Holds the entries of one ticket; others are taken over step by step, so that the reader's place stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending = self.tr("not confirmed by the centre yet")
        self._entries: list[TimelineEntry] = []

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """The entries, newest first."""
        return tuple(self._entries)

    def show(self, entries: Sequence[TimelineEntry]) -> None:
        """Turn what is shown into these entries by the fewest steps."""
        take_over(self, self._entries, entries, lambda entry: entry.key)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the headline, the entry as one sentence, or the entry itself."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.headline
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.spoken}, {self._pending}" if entry.is_pending else entry.spoken
            case TimelineRole.ENTRY:
                return entry
            case _:
                return None
