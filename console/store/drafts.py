"""Drafts: intakes not registered yet, on the disk with every keystroke."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from console.models import Draft
from protocol.times import Instant


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """A draft as it was last saved; the body is the form's own text."""

    id: UUID
    body: str
    saved_at: Instant


def save(connection: Connection, draft_id: UUID, body: str, now: Instant) -> None:
    """Keep the newest text of a draft."""
    connection.execute(insert(Draft).prefix_with("OR REPLACE"), {"id": draft_id, "body": body, "saved_at": now})


def drop(connection: Connection, draft_id: UUID) -> None:
    """Remove a draft."""
    connection.execute(delete(Draft).where(Draft.id == draft_id))


def saved(connection: Connection) -> list[SavedDraft]:
    """Return every draft, oldest first."""
    rows = connection.execute(select(Draft.id, Draft.body, Draft.saved_at).order_by(Draft.id))
    return [SavedDraft(row.id, row.body, row.saved_at) for row in rows]
