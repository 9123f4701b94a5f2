"""The few steps by which one list becomes another, so that a view keeps its place."""

from collections.abc import Hashable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias, TypeVar

KeyT = TypeVar("KeyT", bound=Hashable)


class Removed(NamedTuple):
    """Rows taken out, both ends included."""

    first: int
    last: int


class Moved(NamedTuple):
    """One row taken from `source` and put so that it stands at `target`."""

    source: int
    target: int


class Inserted(NamedTuple):
    """Rows put in, at their places in the list as it is then, both ends included."""

    first: int
    last: int


Step: TypeAlias = Removed | Moved | Inserted


def steps(before: Sequence[KeyT], after: Sequence[KeyT]) -> Iterator[Step]:
    """Yield what turns `before` into `after`, each step told in the rows the steps before it have left.

    Both hold keys of rows, none twice.
    """
    kept = set(before) & set(after)
    yield from _removals(before, kept)
    yield from _moves([each for each in before if each in kept], [each for each in after if each in kept])
    for first, last in runs([each not in kept for each in after]):
        yield Inserted(first, last)


def runs(marks: Sequence[bool]) -> list[tuple[int, int]]:
    """Return the unbroken stretches of true marks, both ends included."""
    stretches = (
        list(group) for is_marked, group in groupby(range(len(marks)), lambda place: marks[place]) if is_marked
    )
    return [(stretch[0], stretch[-1]) for stretch in stretches]


def _removals(before: Sequence[KeyT], kept: set[KeyT]) -> Iterator[Removed]:
    """Yield removals from the bottom up: none shifts the rows of the next."""
    for first, last in reversed(runs([each not in kept for each in before])):
        yield Removed(first, last)


def _moves(rows: list[KeyT], wanted: list[KeyT]) -> Iterator[Moved]:
    place = {each: row for row, each in enumerate(wanted)}
    for row, each in enumerate(wanted):
        if rows[row] == each:
            continue
        # When the row here has sunk, one step does what pulling up all its followers would take many for.
        has_sunk = rows[row + 1] == each
        move = Moved(row, place[rows[row]]) if has_sunk else Moved(rows.index(each, row), row)
        rows.insert(move.target, rows.pop(move.source))
        yield move
