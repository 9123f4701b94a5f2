"""Keeping what is being typed: every keystroke survives a power cut."""

from uuid import UUID

from console.store import drafts
from console.store.database import Database
from console.store.drafts import SavedDraft
from protocol.ids import new_id
from protocol.times import Clock, Instant


class DraftService:
    """Saves, lists and drops intakes that are not registered yet."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def new_id(self) -> UUID:
        """Return an id for a draft that begins now."""
        return new_id(self._clock.now())

    def save(self, draft_id: UUID, body: str) -> Instant:
        """Keep a draft's newest text and return when; on return it is on the disk."""
        now = self._clock.now()
        with self._database.journal.write() as connection:
            drafts.save(connection, draft_id, body, now)
        return now

    def drop(self, draft_id: UUID) -> None:
        """Forget a draft the operator gave up."""
        with self._database.journal.write() as connection:
            drafts.drop(connection, draft_id)

    def saved(self) -> list[SavedDraft]:
        """Return the drafts a power cut or a closed window left, oldest first."""
        with self._database.journal.read() as connection:
            return drafts.saved(connection)
