"""The few things a text may mean, offered while it is typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.ui.look.palette import Tone

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One offer: what it is called, what tells it from its neighbours, and what is picked with it."""

    text: str
    value: object
    detail: str = ""
    tone: Tone | None = None


class SuggestionRole(IntEnum):
    """What a view may ask besides the text."""

    DETAIL = Qt.ItemDataRole.UserRole + 1
    TONE = Qt.ItemDataRole.UserRole + 2


class SuggestionModel(QAbstractListModel):
    """Holds at most a dozen offers; they change as a whole with every key."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._suggestions: tuple[Suggestion, ...] = ()

    def show(self, suggestions: Sequence[Suggestion]) -> None:
        """Offer these instead."""
        self.beginResetModel()
        self._suggestions = tuple(suggestions)
        self.endResetModel()

    def at(self, row: int) -> Suggestion:
        """Return the offer of a row."""
        return self._suggestions[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many offers there are."""
        return 0 if parent.isValid() else len(self._suggestions)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the detail or the tone of an offer."""
        if not index.isValid():
            return None
        suggestion = self._suggestions[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return suggestion.text
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return f"{suggestion.text}, {suggestion.detail}" if suggestion.detail else suggestion.text
            case SuggestionRole.DETAIL:
                return suggestion.detail
            case SuggestionRole.TONE:
                return suggestion.tone
            case _:
                return None
