"""A cursor proves its past: it carries the chain value at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.cursor import START, Cursor
from protocol.events import FIRST_CHAIN

CHAIN = "9f2c" * 8

cursors = st.builds(Cursor, st.integers(0, 2**31), st.integers(0, 10**18 - 1), st.binary(min_size=16, max_size=16))


def parsed(text: str) -> Cursor | None:
    """Return the cursor of a text, or None when it is refused."""
    try:
        return Cursor.parse(text)
    except ValueError:
        return None


@given(cursors)
def test_a_cursor_survives_its_text(cursor: Cursor) -> None:
    assert Cursor.parse(str(cursor)) == cursor


def test_a_cursor_is_written_as_epoch_seq_and_chain() -> None:
    assert str(Cursor(3, 1_048_577, bytes.fromhex(CHAIN))) == f"e3.1048577.{CHAIN}"


@given(cursors, cursors)
def test_places_with_another_past_are_written_otherwise(one: Cursor, other: Cursor) -> None:
    assert (str(one) == str(other)) is (one == other)


def test_a_desk_that_has_seen_nothing_starts_before_the_first_event() -> None:
    assert (START.seq, START.chain) == (0, FIRST_CHAIN)
    assert Cursor.parse(str(START)) == START


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1048577",
        f"3.1048577.{CHAIN}",
        f"e3.{CHAIN}",
        f"e3.1048577.{CHAIN}.1",
        f"e.1048577.{CHAIN}",
        f"e3..{CHAIN}",
        f"e3.-1.{CHAIN}",
        f"e3.1x.{CHAIN}",
        "e3.1048577.",
        f"e3.1048577.{CHAIN[:-2]}",
        f"e3.1048577.{CHAIN}00",
        f"e3.1048577.{CHAIN[:-2]}zz",
    ],
)
def test_a_text_without_a_whole_proof_is_refused(text: str) -> None:
    assert parsed(text) is None


@given(st.text() | st.builds("e{}.{}.{}".format, st.integers(), st.integers(), st.just(CHAIN)))
def test_any_text_is_read_or_refused(text: str) -> None:
    cursor = parsed(text)
    assert cursor is None or parsed(str(cursor)) == cursor
