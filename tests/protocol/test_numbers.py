"""A ticket number can be dictated: one slip of the tongue or the finger never makes another number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.numbers import LAST_SERIAL, NumberInvalid, TicketNumber

numbers = st.builds(
    TicketNumber, st.integers(0, 99), st.integers(1, 999).map("{:03d}".format), st.integers(1, LAST_SERIAL)
)
separators = st.sampled_from(["", "-", " ", ".", "\u00a0"])


def is_refused(text: str) -> bool:
    try:
        TicketNumber.parse(text)
    except NumberInvalid:
        return True
    return False


def digits(number: TicketNumber) -> str:
    return str(number).replace("-", "")


@given(numbers)
def test_a_number_survives_its_text(number: TicketNumber) -> None:
    assert TicketNumber.parse(str(number)) == number


@given(numbers, st.tuples(separators, separators, separators), st.sampled_from(["", " ", "\n"]))
def test_a_number_is_read_in_every_shape_it_is_written_in(
    number: TicketNumber, between: tuple[str, str, str], around: str
) -> None:
    year, series, serial, check = str(number).split("-")
    written = f"{around}{year}{between[0]}{series}{between[1]}{serial}{between[2]}{check}{around}"
    assert TicketNumber.parse(written) == number


def test_a_number_is_written_as_year_series_serial_and_check() -> None:
    number = TicketNumber(26, "071", 123)
    assert str(number) == f"26-071-00123-{number.check:02d}"
    assert int(digits(number)) % 97 == 1  # ISO/IEC 7064, MOD 97-10


@given(numbers)
def test_the_whole_number_leaves_one_when_divided_by_97(number: TicketNumber) -> None:
    assert int(digits(number)) % 97 == 1
    assert 2 <= number.check <= 98


@given(numbers)
def test_any_single_wrong_digit_is_refused(number: TicketNumber) -> None:
    written = digits(number)
    for place, right in enumerate(written):
        for wrong in set("0123456789") - {right}:
            assert is_refused(written[:place] + wrong + written[place + 1 :])


@given(numbers)
def test_any_two_swapped_neighbours_are_refused(number: TicketNumber) -> None:
    written = digits(number)
    for place in range(len(written) - 1):
        swapped = written[:place] + written[place + 1] + written[place] + written[place + 2 :]
        assert swapped == written or is_refused(swapped)


@given(numbers, st.integers(0, 11))
def test_a_missing_or_doubled_digit_is_refused(number: TicketNumber, place: int) -> None:
    written = digits(number)
    assert is_refused(written[:place] + written[place + 1 :])
    assert is_refused(written[:place] + written[place] + written[place:])


@pytest.mark.parametrize("text", ["", "26", "26-071-00123", "26-071-00123-4x", "Д3-0142", "26--071-00123-47"])
def test_a_text_of_another_shape_is_no_number(text: str) -> None:
    with pytest.raises(NumberInvalid):
        TicketNumber.parse(text)
