"""A phone number is one number however it is dialled, and what is no number never matches anybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.phones import PhoneNumber, PhoneSite, normalise, show

CHERNIHIV = PhoneSite(area_code="462")
mobiles = st.builds(
    "{}{:07d}".format, st.sampled_from(["50", "63", "67", "73", "93", "96", "99"]), st.integers(0, 9_999_999)
)
locals_ = st.builds("{:06d}".format, st.integers(200_000, 799_999)).filter(lambda six: six not in CHERNIHIV.short_codes)


@given(mobiles, st.sampled_from(["0{}", "80{}", "380{}", "+380{}", "00380{}", "810380{}", "{}", "tel:+380{}"]))
def test_every_way_to_dial_a_mobile_is_one_number(nine: str, dialled: str) -> None:
    number = normalise(dialled.format(nine), CHERNIHIV)
    assert number.e164 == number.number == f"+380{nine}"
    assert number.is_valid


@given(locals_, st.sampled_from(["{}", "0462{}", "80462{}", "+380462{}"]))
def test_six_digits_are_a_number_of_the_city(six: str, dialled: str) -> None:
    assert normalise(dialled.format(six), CHERNIHIV).e164 == f"+380462{six}"


@given(
    mobiles | locals_ | st.sampled_from(["+48221234567", "+16502530000", "+4915112345678", "0800509350", "0463712345"])
)
def test_a_stored_and_a_shown_number_are_the_same_number(dialled: str) -> None:
    stored = normalise(dialled, CHERNIHIV).e164
    assert stored is not None
    assert normalise(stored, CHERNIHIV).e164 == stored
    assert normalise(show(stored), CHERNIHIV).e164 == stored


@given(st.text(max_size=20) | st.text("+0123456789 ()-", max_size=16))
def test_any_text_is_valid_or_withheld_or_kept_as_it_came(text: str) -> None:
    number = normalise(text, CHERNIHIV)
    assert not (number.is_valid and number.is_withheld)
    assert number.is_short or number.raw == text
    if number.number is not None:
        assert normalise(number.number, CHERNIHIV).number == number.number
        assert normalise(show(number.number), CHERNIHIV).number == number.number


@given(st.text(max_size=20))
def test_showing_what_is_no_number_changes_nothing(text: str) -> None:
    if not normalise(text, CHERNIHIV).is_valid:
        assert show(text) == text


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("+380671234567", "(067) 123-45-67"), ("+380462676787", "(0462) 67-67-87"),
        ("+380441234567", "(044) 123-45-67"), ("+380463712345", "(04637) 1-23-45"),
        ("+48221234567", "+48 22 123 45 67"), ("104", "104"), ("abc", "abc"), ("+380999", "+380999"), ("", ""),
    ],
)  # fmt: skip
def test_a_number_is_shown_as_people_read_it(stored: str, shown: str) -> None:
    assert show(stored) == shown


@pytest.mark.parametrize("code", ["101", "102", "103", "104", "112", "1505", " 104 "])
def test_a_short_code_stays_short(code: str) -> None:
    number = normalise(code, CHERNIHIV)
    assert number == PhoneNumber(code.strip(), is_short=True)
    assert number.number == code.strip()
    assert number.e164 is None


@pytest.mark.parametrize("text", ["", " ", "0", "anonymous", "Anonymous", "<unknown>", "withheld", "private"])
def test_a_withheld_number_is_no_number(text: str) -> None:
    number = normalise(text, CHERNIHIV)
    assert number.is_withheld
    assert number.number is None


@pytest.mark.parametrize("text", ["abc", "12345", "06712345678", "+3806712345671", "067 123-45-67 дод. 5", "+", "999"])
def test_what_is_no_number_is_kept_and_not_taken_for_withheld(text: str) -> None:
    assert normalise(text, CHERNIHIV) == PhoneNumber(text)
    assert not normalise(text, CHERNIHIV).is_valid


@pytest.mark.parametrize("dialled", ["+48 22 123 45 67", "0048221234567", "81048221234567", "48221234567"])
def test_a_foreign_number_stays_foreign(dialled: str) -> None:
    assert normalise(dialled, CHERNIHIV).e164 == "+48221234567"


def test_the_site_decides_what_is_local_and_short() -> None:
    kyiv = PhoneSite(area_code="44", short_codes=frozenset({"1551"}))
    assert normalise("202-15-51", kyiv).e164 == "+380442021551"
    assert normalise("1551", kyiv).is_short
    assert not normalise("1551", CHERNIHIV).is_valid
    assert normalise("676787", kyiv).e164 is None
