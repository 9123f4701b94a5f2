"""Which steps a ticket may take: the moves table read with a ticket in hand (product rules 1 to 4)."""

from collections.abc import Iterable
from dataclasses import dataclass

from protocol.records import Move
from protocol.times import Instant
from protocol.vocabulary import Resolution, Result, Role, State


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a ticket stands, as far as moves ask."""

    state: State
    result: Result
    rework_count: int
    due_at: Instant
    allows_photo_check: bool


def allowed(moves: Iterable[Move], standing: Standing, role: Role, now: Instant) -> list[Move]:
    """Return the moves this role may make now, in their order of offering."""
    return sorted((move for move in moves if _fits(move, standing, role, now)), key=lambda move: move.position)


def leads_to(move: Move, state: State, result: Result, resolution: Resolution | None) -> bool:
    """Tell whether a move ends in that state with that result and resolution."""
    return (move.to_state, move.result, move.resolution) == (state, result, resolution)


def _fits(move: Move, standing: Standing, role: Role, now: Instant) -> bool:
    return (
        move.from_state == standing.state
        and move.from_result in (None, standing.result)
        and role in move.roles
        and (standing.allows_photo_check or not move.needs_photo_check)
        and (now <= standing.due_at or not move.is_before_due_only)
        and standing.rework_count >= move.min_reworks
        and (move.max_reworks is None or standing.rework_count <= move.max_reworks)
    )
