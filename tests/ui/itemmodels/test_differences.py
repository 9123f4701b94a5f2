"""A list becomes another by few steps."""

from collections.abc import Sequence
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from console.ui.itemmodels.differences import Inserted, Moved, Removed, Step, runs, steps

IDS = [UUID(int=number) for number in range(12)]
LISTS = st.lists(st.sampled_from(IDS), unique=True)


@given(LISTS, LISTS)
def test_following_the_steps_leads_from_one_list_to_the_other(before: list[UUID], after: list[UUID]) -> None:
    assert follow(before, after, list(steps(before, after))) == after


@given(LISTS)
def test_a_list_that_stays_as_it_is_takes_no_step(rows: list[UUID]) -> None:
    assert list(steps(rows, rows)) == []


@given(LISTS.filter(lambda rows: len(rows) > 1), st.data())
def test_one_row_that_went_elsewhere_takes_one_step(rows: list[UUID], data: st.DataObject) -> None:
    source = data.draw(st.integers(0, len(rows) - 1))
    target = data.draw(st.integers(0, len(rows) - 1).filter(lambda place: place != source))
    after = rows.copy()
    after.insert(target, after.pop(source))
    assert len(list(steps(rows, after))) == 1


def test_neighbours_come_and_go_together() -> None:
    assert list(steps(IDS[:6], [IDS[0], IDS[5]])) == [Removed(1, 4)]
    assert list(steps([IDS[0], IDS[5]], IDS[:6])) == [Inserted(1, 4)]


def test_runs_are_the_unbroken_stretches() -> None:
    assert runs([True, True, False, True]) == [(0, 1), (3, 3)]
    assert runs([False]) == []


def follow(before: Sequence[UUID], after: Sequence[UUID], taken: list[Step]) -> list[UUID]:
    rows = list(before)
    for step in taken:
        match step:
            case Removed(first, last):
                del rows[first : last + 1]
            case Moved(source, target):
                rows.insert(target, rows.pop(source))
            case Inserted(first, last):
                rows[first:first] = after[first : last + 1]
    return rows
