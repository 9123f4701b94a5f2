"""The change feed: who wants to know is told what a commit touched, after it."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias
from uuid import UUID


class Touched(NamedTuple):
    """A record a commit changed, made or took away."""

    kind: str
    id: UUID


class ChangeSet(NamedTuple):
    """What one commit did: records touched, and whether the outbox changed."""

    touched: frozenset[Touched] = frozenset()
    is_outbox_changed: bool = False

    def touches(self, *kinds: str) -> bool:
        """Tell whether a record of one of these kinds was touched."""
        return any(touched.kind in kinds for touched in self.touched)


Listener: TypeAlias = Callable[[ChangeSet], None]


class ChangeFeed:
    """Passes change sets to listeners, on the thread that committed."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> None:
        """Call `listener` after each commit from now on."""
        self._listeners.append(listener)

    def publish(self, changes: ChangeSet) -> None:
        """Tell every listener."""
        for listener in tuple(self._listeners):
            listener(changes)
