"""Hands the engine's status to the screens."""

from PySide6.QtCore import QObject, Signal

from console.sync.status import SyncStatus


class StatusSignal(QObject):
    """Keeps the newest status and tells when it changes; the engine calls `take` on the GUI thread."""

    changed = Signal(object)  # SyncStatus

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.status = SyncStatus()

    def take(self, status: SyncStatus) -> None:
        """Keep a new status and tell the screens."""
        self.status = status
        self.changed.emit(status)
