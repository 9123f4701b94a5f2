"""Drafts: events not yet given their place, and the one function that gives it to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from central.feed.slate import Slate
from central.feed.writing import Appended, write
from protocol.events import EventKind, RecordSet
from protocol.hybrid_clock import MAX_AHEAD
from protocol.problems import Problem
from protocol.times import Instant

__all__ = ["Appended", "Draft", "append"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event not yet given its place; `op` is the operation as it was sent, `op_hash` its SHA-256."""

    kind: EventKind
    op_id: UUID
    type: str
    occurred_ms: Instant
    sets: tuple[RecordSet, ...] = ()
    v: int = 1
    actor: UUID | None = None
    device: UUID | None = None
    n: int | None = None
    problem: Problem | None = None
    op: bytes | None = None
    op_hash: bytes | None = None


def append(connection: Connection, drafts: Iterable[Draft], now: Instant) -> Appended:
    """Give the centre's own drafts their place: write their sets to the records and their events to the log.

    Belongs at the end of a transaction: it takes the head of the log, which everyone else waits for.
    """
    slate = Slate(connection)
    drafts = list(drafts)
    slate.load(((change.record, change.id) for draft in drafts for change in draft.sets), lock=True)
    for draft in drafts:
        slate.lay(draft, min(draft.occurred_ms, now + MAX_AHEAD))
    return write(slate, now)
