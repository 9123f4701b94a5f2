"""State changes at the centre: the moves table decides, and an impossible move becomes a note and a conflict."""

from dataclasses import dataclass
from uuid import UUID

import msgspec

from central.feed import wording
from central.feed.making import Making
from central.feed.slate import Document, Row
from central.feed.validation import value_in
from protocol.ids import new_id
from protocol.moves import Standing, allowed, leads_to
from protocol.records import Move, Note
from protocol.vocabulary import ConflictKind, NoteKind, Resolution, Result, State

DECIDING = ("state", "result", "resolution")
CONSEQUENT = ("closed_at", "rework_count")
FOLLOWING = ("state", "result")
"""What a ticket's assignments take over from its move."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ticket is, or is wanted to be."""

    state: State
    result: Result
    resolution: Resolution | None


def settle_move(making: Making, row: Row, values: Document) -> Document:
    """Put a ticket's state change where the moves table allows it, and return the values that are left to merge.

    The present state counts, not the one the author saw: a move that is still possible is made (protocol, Merge).
    """
    if not any(field in values for field in DECIDING):
        return values
    bound = {field: values[field] for field in (*DECIDING, *CONSEQUENT) if field in values}
    present, wanted = _place(row.doc), _place(row.doc | bound)
    move = None if present == wanted else _move(making, row, present, wanted)
    if move is not None:
        making.put(("ticket", row.id), bound | _consequences(making, row, move, bound))
    elif present != wanted:
        _refuse(making, row, present, wanted)
    making.moved[row.id] = move is not None
    return {field: value for field, value in values.items() if field not in bound}


def follow_move(making: Making, row: Row, values: Document) -> Document:
    """Put an assignment's part of its ticket's move, or drop it with the move; return what is left to merge."""
    is_made = making.moved.get(UUID(row.doc["ticket_id"]))
    if is_made is None:
        return values
    following = {field: values[field] for field in FOLLOWING if field in values}
    if is_made and following:
        making.put((row.kind, row.id), following)
    return {field: value for field, value in values.items() if field not in following}


def _consequences(making: Making, row: Row, move: Move, given: Document) -> Document:
    """Return what the move brings about, reckoned from the ticket as it is: its author may have seen an older one."""
    found: Document = {}
    if move.counts_rework:
        found["rework_count"] = value_in("ticket", row.doc, "rework_count") + 1
    if move.to_state is not State.CLOSED:
        if value_in("ticket", row.doc, "closed_at") is not None:
            found["closed_at"] = None
    elif given.get("closed_at") is None:
        found["closed_at"] = making.operation.occurred_ms
    return found


def _place(doc: Document) -> Place:
    state, result, resolution = (value_in("ticket", doc, field) for field in DECIDING)
    return Place(State(state), Result(result), None if resolution is None else Resolution(resolution))


def _move(making: Making, row: Row, present: Place, wanted: Place) -> Move | None:
    moves = [msgspec.convert(move.doc | {"id": move.id}, Move) for move in making.slate.rows_of("move")]
    category = making.slate.row("category", UUID(row.doc["category_id"]))
    standing = Standing(
        state=present.state,
        result=present.result,
        rework_count=value_in("ticket", row.doc, "rework_count"),
        due_at=row.doc["due_at"],
        allows_photo_check=category is not None and value_in("category", category.doc, "allows_photo_check"),
    )
    # When it was made counts, not when it came: an hour offline must not outlaw a timely move.
    possible = allowed(moves, standing, making.role, making.effective_ms)
    return next((move for move in possible if leads_to(move, wanted.state, wanted.result, wanted.resolution)), None)


def _refuse(making: Making, row: Row, present: Place, wanted: Place) -> None:
    field = next(field for field in DECIDING if getattr(present, field) != getattr(wanted, field))
    making.add_conflict(
        ConflictKind.TRANSITION,
        row,
        field,
        making.present_version(row, field),
        making.own_version(getattr(wanted, field)),
    )
    text = wording.move_not_applied(present.state, present.result, wanted.state, wanted.result)
    making.add(Note(id=new_id(making.now), ticket_id=row.id, written_at=making.now, text=text, kind=NoteKind.SYSTEM))
