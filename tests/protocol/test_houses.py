"""A house number has one normal form, however it is said, and sorts as people count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.houses import HouseInvalid, HouseNumber, HouseProblem

letters = st.sampled_from("АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЮЯ")
maybe_letter = st.just("") | letters
blocks = st.just("") | letters | st.builds("{}{}".format, st.integers(1, 999), maybe_letter)


@st.composite
def houses(draw: st.DrawFn) -> HouseNumber:
    fraction = draw(st.none() | st.integers(1, 9999))
    fraction_letter = "" if fraction is None else draw(maybe_letter)
    return HouseNumber(draw(st.integers(1, 9999)), draw(maybe_letter), fraction, fraction_letter, draw(blocks))


@given(houses())
def test_a_house_number_survives_its_normal_form(house: HouseNumber) -> None:
    assert HouseNumber.parse(str(house)) == house


@given(
    houses(),
    st.sampled_from(["", " ", "-", " - "]),
    st.sampled_from(["/", " / "]),
    st.sampled_from([" корп. ", " корпус ", ", корп ", " к.", " к. ", " блок ", " бл. "]),
    st.sampled_from(["", "№", "№ ", "буд. ", "буд ", "0"]),
)
def test_every_way_to_say_a_house_number_means_the_same(
    house: HouseNumber, dash: str, slash: str, block: str, before: str
) -> None:
    said = f"{before}{house.number}{dash if house.letter else ''}{house.letter.lower()}"
    if house.fraction is not None:
        said += f"{slash}{house.fraction}{dash if house.fraction_letter else ''}{house.fraction_letter.lower()}"
    if house.block:
        said += f"{block}{house.block.lower()}"
    assert HouseNumber.parse(f" {said} ") == house


@given(st.text(max_size=20) | st.text("0123456789АаBкорп./- №,", max_size=14))
def test_a_text_is_a_house_number_or_a_problem_with_a_name(text: str) -> None:
    problem = None
    try:
        house = HouseNumber.parse(text)
    except HouseInvalid as invalid:
        problem = invalid.problem
    assert problem in HouseProblem if problem else HouseNumber.parse(str(house)) == house


@pytest.mark.parametrize(
    ("said", "normal"),
    [
        ("51А", "51А"), ("51 а", "51А"), ("12-А", "12А"), ("51a", "51А"), ("17B", "17В"), ("14/41", "14/41"),
        ("14/41 а", "14/41А"), ("14А/2", "14А/2"), ("14/а", "14А"), ("2 корп. 1", "2 корп. 1"), ("2 к.1", "2 корп. 1"),
        ("2к1", "2 корп. 1"), ("2 к 1", "2 корп. 1"), ("2к", "2К"), ("2 блок 3", "2 корп. 3"),
        ("2 корпус А", "2 корп. А"), ("2, корп. 1а", "2 корп. 1А"), ("007", "7"), ("2 корп. 01", "2 корп. 1"),
    ],
)  # fmt: skip
def test_a_house_number_has_one_normal_form(said: str, normal: str) -> None:
    assert str(HouseNumber.parse(said)) == normal


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("", HouseProblem.EMPTY), ("  ", HouseProblem.EMPTY), ("біля школи", HouseProblem.NO_DIGITS),
        ("а14", HouseProblem.TEXT_BEFORE), ("0", HouseProblem.ZERO), ("14/0", HouseProblem.ZERO),
        ("12345", HouseProblem.TOO_LONG), ("14//", HouseProblem.DOUBLE_SLASH), ("14//2", HouseProblem.DOUBLE_SLASH),
        ("14/", HouseProblem.FRACTION_MISSING), ("2 корп.", HouseProblem.BLOCK_MISSING),
        ("2 к.", HouseProblem.BLOCK_MISSING), ("51D", HouseProblem.FOREIGN_LETTER),
        ("47 біля школи", HouseProblem.TEXT_AFTER), ("47аб", HouseProblem.TEXT_AFTER),
        ("47-12", HouseProblem.TEXT_AFTER), ("1 2", HouseProblem.TEXT_AFTER), ("14а/б", HouseProblem.TEXT_AFTER),
    ],
)  # fmt: skip
def test_what_is_no_house_number_says_why(said: str, problem: HouseProblem) -> None:
    with pytest.raises(HouseInvalid) as refusal:
        HouseNumber.parse(said)
    assert refusal.value.problem is problem


def test_house_numbers_sort_as_people_count() -> None:
    ordered = [
        "2",
        "2 корп. 1",
        "2 корп. 2",
        "2 корп. 10",
        "2А",
        "2Ґ",
        "2Є",
        "3",
        "10",
        "14",
        "14/2",
        "14/41",
        "14А",
        "51А",
    ]
    parsed = sorted(map(HouseNumber.parse, reversed(ordered)), key=lambda house: house.sort_key)
    assert [str(house) for house in parsed] == ordered


@given(houses(), houses())
def test_only_equal_house_numbers_have_equal_places(one: HouseNumber, other: HouseNumber) -> None:
    assert (one.sort_key == other.sort_key) == (one == other)
