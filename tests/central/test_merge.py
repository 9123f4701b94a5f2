"""Joining one field: every order of arrival ends the same, and nothing unseen is overwritten without a word."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from central.feed.merge import Outcome, merge
from central.feed.slate import Stamp
from protocol.operations import Base

MINE, THEIRS, OTHER = (UUID(int=number) for number in (10, 20, 30))
moments = st.integers(0, 2**45)
revs = st.integers(1, 2**40)
ids = st.uuids(version=4)


def outcome(stamp: Stamp, base: Base, *, wanted: str = "b", at: int = 100, op_id: UUID = MINE) -> Outcome:
    return merge("field", "a", stamp, wanted, base, at, op_id)


@given(rev=revs, ahead=st.integers(0, 1000), at=moments, by=moments)
def test_who_saw_the_present_value_changes_it(rev: int, ahead: int, at: int, by: int) -> None:
    assert outcome(Stamp(rev, by, THEIRS), Base(0, {"field": rev + ahead}), at=at) is Outcome.APPLIED


@given(rev=revs, at=moments, by=moments)
def test_a_field_the_base_does_not_name_was_seen_with_its_record(rev: int, at: int, by: int) -> None:
    assert outcome(Stamp(rev, by, THEIRS), Base(rev), at=at) is Outcome.APPLIED


@given(rev=revs, behind=st.integers(1, 1000), at=moments, by=moments)
def test_the_same_value_is_nothing_to_argue_about(rev: int, behind: int, at: int, by: int) -> None:
    stamp, base = Stamp(rev, by, THEIRS), Base(rev, {"field": rev - behind})
    assert outcome(stamp, base, wanted="a", at=at) is Outcome.EQUAL


@given(rev=revs, own=moments, their=moments, op_id=ids, their_id=ids)
def test_of_two_that_did_not_see_each_other_one_wins_whichever_comes_first(
    rev: int, own: int, their: int, op_id: UUID, their_id: UUID
) -> None:
    if op_id == their_id:
        return
    base = Base(rev - 1)
    mine_comes_last = outcome(Stamp(rev, their, their_id), base, at=own, op_id=op_id)
    theirs_comes_last = outcome(Stamp(rev, own, op_id), base, at=their, op_id=their_id)
    assert {mine_comes_last, theirs_comes_last} == {Outcome.WON, Outcome.LOST}
    if own != their:
        assert (mine_comes_last is Outcome.WON) == (own > their)


def test_an_own_value_not_yet_confirmed_counts_as_seen() -> None:
    assert outcome(Stamp(7, 500, OTHER), Base(1, {"field": 1}, {"field": OTHER})) is Outcome.APPLIED
    assert outcome(Stamp(-3, 500, OTHER), Base(1, {"field": 1}, {"field": OTHER})) is Outcome.APPLIED


def test_a_value_another_set_over_the_own_one_was_not_seen() -> None:
    assert outcome(Stamp(9, 500, THEIRS), Base(1, {"field": 1}, {"field": OTHER}), at=600) is Outcome.WON


def test_what_has_no_place_in_the_log_yet_was_seen_by_nobody_else() -> None:
    assert outcome(Stamp(-1, 500, THEIRS), Base(2**40, {"field": 2**40}), at=400) is Outcome.LOST
