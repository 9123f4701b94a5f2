"""Ids sort by time where things happen and are the same everywhere where things are listed."""

from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from protocol.ids import new_id, reference_id
from protocol.times import Instant

instants = st.integers(0, 2**48 - 1)


@given(instants)
def test_a_new_id_is_a_version_7_of_its_millisecond(now: Instant) -> None:
    made = new_id(now)
    assert (made.version, made.variant) == (7, RFC_4122)
    assert made.int >> 80 == now


@given(instants, instants)
def test_ids_sort_by_their_time(one: Instant, other: Instant) -> None:
    earlier, later = sorted((one, other))
    assert earlier == later or new_id(earlier) < new_id(later)
    assert earlier == later or str(new_id(earlier)) < str(new_id(later))


@given(instants)
def test_ids_of_one_millisecond_differ(now: Instant) -> None:
    assert len({new_id(now) for _ in range(50)}) == 50


@given(st.text(), st.text())
def test_a_reference_row_has_one_id_on_every_import(kind: str, code: str) -> None:
    assert reference_id(kind, code) == reference_id(kind, code)
    assert reference_id(kind, code).version == 5


@given(st.sampled_from(["category", "street", "house"]), st.text(), st.text())
def test_rows_of_another_code_or_kind_have_another_id(kind: str, code: str, other: str) -> None:
    assert (reference_id(kind, code) == reference_id(kind, other)) is (code == other)
    assert reference_id(kind, code) != reference_id("organisation", code)


def test_the_id_of_a_reference_row_never_changes_between_releases() -> None:
    assert reference_id("category", "LIGHT.LAMP") == UUID("97ec1b6a-10a8-5712-b894-963260240922")
