"""Lets a model take over other rows step by step, so that selection and scroll survive."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from console.ui.itemmodels.differences import Inserted, Moved, Removed, runs, steps

RowT = TypeVar("RowT")

_ROOT = QModelIndex()


def take_over(
    model: QAbstractItemModel,
    rows: list[RowT],
    fresh: Sequence[RowT],
    key: Callable[[RowT], Hashable],
    last_column: int = 0,
) -> None:
    """Turn the rows of a flat model into others by the fewest steps, and tell its views of each.

    `rows` is the list the model reads from; `key` tells which rows are the same thing, and no two rows share one.
    """
    for step in steps([key(row) for row in rows], [key(row) for row in fresh]):
        match step:
            case Removed(first, last):
                model.beginRemoveRows(_ROOT, first, last)
                del rows[first : last + 1]
                model.endRemoveRows()
            case Moved(source, target):
                model.beginMoveRows(_ROOT, source, source, _ROOT, target + (target > source))
                rows.insert(target, rows.pop(source))
                model.endMoveRows()
            case Inserted(first, last):
                model.beginInsertRows(_ROOT, first, last)
                rows[first:first] = fresh[first : last + 1]
                model.endInsertRows()
    changed = [old != new for old, new in zip(rows, fresh, strict=True)]
    rows[:] = fresh
    for first, last in runs(changed):
        model.dataChanged.emit(model.index(first, 0), model.index(last, last_column))
