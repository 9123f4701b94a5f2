"""Holds the directory for the screens and renews it when the centre has changed it."""

from PySide6.QtCore import QObject, Signal

from console.jobs import Jobs
from console.store.database import Database
from console.store.directory import KINDS_HELD, Directory
from console.store.feed import ChangeSet
from console.ui.feed import Feed


class Reference(QObject):
    """The directory as it is now; what was taken from it before stays whole and merely grows old."""

    changed = Signal()
    """Another directory is in force."""

    def __init__(self, database: Database, feed: Feed, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._jobs = jobs
        self._directory = self._read()
        self._is_reading = False
        self._is_stale = False
        feed.changed.connect(self._on_feed_changed)

    @property
    def directory(self) -> Directory:
        """The directory in force."""
        return self._directory

    def _on_feed_changed(self, changes: ChangeSet) -> None:
        if not changes.touches(*KINDS_HELD):
            return
        self._is_stale = True
        if not self._is_reading:
            self._is_reading = True
            self._jobs.spawn(self._renew(), "renew the directory")

    async def _renew(self) -> None:
        try:
            while self._is_stale:
                self._is_stale = False
                self._directory = await self._jobs.read(self._read)
                self.changed.emit()
        finally:
            self._is_reading = False

    def _read(self) -> Directory:
        with self._database.read() as connection:
            directory = Directory(connection)
        directory.make_ready()
        return directory
