"""Saves what is typed: one save at a time, and after it one more when anything changed meanwhile."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from console.jobs import Jobs
from console.services.drafts import DraftService
from console.ui.look.notices import Notices
from console.ui.telling import telling
from console.ui.words import Words


class DraftKeeper(QObject):
    """Keeps the newest text of one draft on the disk; without a parent, for a save may outlive the form."""

    saved = Signal(object)
    """The instant of a save that is on the disk now."""

    def __init__(self, jobs: Jobs, drafts: DraftService, words: Words, notices: Notices) -> None:
        super().__init__()
        self._jobs = jobs
        self._drafts = drafts
        self._words = words
        self._notices = notices
        self.draft_id: UUID = drafts.new_id()
        """The draft that is kept now."""
        self._waiting: str | None = None
        self._is_saving = False

    def follow(self, draft_id: UUID | None = None) -> None:
        """Keep another draft from now on, a new one unless told which; what still waits of the last is dropped."""
        self._waiting = None
        self.draft_id = self._drafts.new_id() if draft_id is None else draft_id

    def keep(self, body: str) -> None:
        """Save this text as soon as the save in flight is done."""
        self._waiting = body
        if not self._is_saving:
            self._is_saving = True
            self._jobs.spawn(self._save(), "save a draft")

    def hold(self) -> None:
        """Save nothing more of this draft: it is being registered."""
        self._waiting = None

    async def _save(self) -> None:
        try:
            while self._waiting is not None:
                draft_id, body = self.draft_id, self._waiting
                self._waiting = None
                with telling(self._notices, self._words):
                    saved_at = await self._jobs.write(self._drafts.save, draft_id, body)
                    if draft_id == self.draft_id:
                        self.saved.emit(saved_at)
        finally:
            self._is_saving = False
