"""Drafts: events not yet given their place."""

from dataclasses import dataclass
from uuid import UUID

from protocol.events import EventKind, RecordSet
from protocol.problems import Problem
from protocol.times import Instant


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
