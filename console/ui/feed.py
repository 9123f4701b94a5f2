"""Brings the change feed of the database to the screens."""

from threading import Lock

from PySide6.QtCore import QObject, Qt, Signal

from console.store.feed import ChangeFeed, ChangeSet


class Feed(QObject):
    """Tells screens on the GUI thread what commits touched; commits made while it was busy arrive as one."""

    changed = Signal(object)  # ChangeSet
    _committed = Signal()

    def __init__(self, feed: ChangeFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._waiting: list[ChangeSet] = []
        self._committed.connect(self._on_committed, Qt.ConnectionType.QueuedConnection)
        feed.subscribe(self._on_commit)

    def _on_commit(self, changes: ChangeSet) -> None:
        """Take a change set on the thread that committed."""
        with self._lock:
            self._waiting.append(changes)
            is_first = len(self._waiting) == 1
        if is_first:
            self._committed.emit()

    def _on_committed(self) -> None:
        with self._lock:
            waiting, self._waiting = self._waiting, []
        touched = frozenset().union(*(changes.touched for changes in waiting))
        self.changed.emit(ChangeSet(touched, any(changes.is_outbox_changed for changes in waiting)))
