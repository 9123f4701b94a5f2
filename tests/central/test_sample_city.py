"""The sample city: houses, people and texts that could be real and are the same everywhere."""

import json
from collections import Counter
from datetime import date

import pytest

from central.sample.city import City, build_city
from central.sample.demand import Demand, read_demands
from central.sample.dice import Dice, Weights
from central.sample.people import Person, build_people
from central.sample.texts import Spot, Texts
from protocol.houses import HouseNumber
from protocol.phones import PhoneSite, normalise
from protocol.records import House
from protocol.routing import route
from protocol.vocabulary import HouseKind, PlaceClass
from resources import path

OUTSIDE = Spot("47А")
INSIDE = Spot("47А", 12, 16, 188)


@pytest.fixture(scope="module")
def city() -> City:
    return build_city(1)


@pytest.fixture(scope="module")
def people(city: City) -> list[Person]:
    return build_people(city, 3_000, 1)


def test_a_city_has_about_four_thousand_houses_with_numbers_in_normal_form(city: City) -> None:
    assert 3_500 <= len(city.houses) <= 5_000
    assert all(str(HouseNumber.parse(house.number)) == house.number for house in city.houses)
    assert len({house.id for house in city.houses}) == len(city.houses)
    kinds = Counter(house.kind for house in city.houses)
    assert kinds[HouseKind.APARTMENTS] > 1_000
    assert kinds[HouseKind.PRIVATE] > 1_000
    assert any("/" in house.number for house in city.houses)
    assert any("корп." in house.number for house in city.houses)
    assert any(house.number.endswith("А") for house in city.houses)


def test_a_city_of_any_seed_has_the_two_known_houses(city: City) -> None:
    for made in (city, build_city(2)):
        named = {(made.streets[house.street_id].name, house.number): house for house in made.houses}
        assert named["Попова", "47"].district == "Новозаводський"
        assert named["Левка Лук'яненка", "14/41"].kind is HouseKind.APARTMENTS


def test_a_block_of_flats_has_a_manager_heat_and_entrances(city: City) -> None:
    for house in city.houses:
        if house.kind is HouseKind.APARTMENTS:
            assert house.manager_id in city.organisations
            assert house.heat_id in city.organisations
            assert house.floors
            assert house.entrances
            assert house.flats
            assert house.heat_point
        assert house.water_id in city.organisations
        assert house.as_of
        assert house.source.startswith("Зразкові дані")


def test_neighbours_on_a_street_are_near_each_other(city: City) -> None:
    for before, after in zip(city.houses, city.houses[1:], strict=False):
        assert before.latitude is not None
        assert before.longitude is not None
        assert after.latitude is not None
        assert after.longitude is not None
        if before.street_id == after.street_id:
            assert abs(before.latitude - after.latitude) < 0.001
            assert abs(before.longitude - after.longitude) < 0.001
        assert 51.42 < before.latitude < 51.56
        assert 31.2 < before.longitude < 31.4


def executor(city: City, code: str, house: House | None) -> str:
    found = route(
        city.categories[code],
        city.ancestors[code],
        house,
        city.streets[house.street_id] if house else None,
        city.rules,
        city.organisations,
        date(2026, 1, 20),
    )
    assert found is not None
    assert found.reason_uk
    assert found.reason_en
    return city.organisations[found.executor_id].code


def test_every_category_finds_its_executor_at_every_kind_of_house_and_without_one(city: City) -> None:
    for code, category in city.categories.items():
        if category.parent_id is not None:
            assert all(executor(city, code, house) for house in (None, *city.houses[::200]))


def test_work_goes_where_the_place_says(city: City) -> None:
    houses = {(city.streets[house.street_id].name, house.number): house for house in city.houses}
    popova, corner = houses["Попова", "47"], houses["Левка Лук'яненка", "14/41"]
    assert executor(city, "OWNERLESS.POLE", popova) == "PZZ"
    assert executor(city, "OWNERLESS.POLE", corner) == "FKM"
    assert executor(city, "NET.MANHOLE", popova) == "VODOKANAL"
    assert executor(city, "HOUSE.LIFT_TRAPPED", corner) == "LIFT"
    assert corner.manager_id is not None
    assert executor(city, "HOUSE.PIPE", corner) == city.organisations[corner.manager_id].code
    assert executor(city, "HOUSE.PIPE", popova) == "UZHKG"
    assert corner.heat_id is not None
    assert executor(city, "NET.HEAT_NONE", corner) == city.organisations[corner.heat_id].code


def test_snow_is_cleared_by_class_of_street_and_district(city: City) -> None:
    answers = {
        (city.streets[house.street_id].place_class, house.district): executor(city, "ROAD.SNOW", house)
        for house in city.houses
    }
    assert {code for (place, _), code in answers.items() if place is not PlaceClass.PRIVATE} == {"ATP2528"}
    assert answers[PlaceClass.PRIVATE, "Деснянський"] == "RADA_D"
    assert answers[PlaceClass.PRIVATE, "Новозаводський"] == "RADA_N"


def test_people_live_where_there_are_flats_and_have_valid_numbers(people: list[Person]) -> None:
    site = PhoneSite("462")
    assert len(people) == 3_000
    for person in people:
        surname, given, patronymic = person.name.split()
        assert surname
        assert given
        assert patronymic.endswith(("ич", "іч", "на"))
        assert normalise(person.phone, site).e164 == person.phone
        assert (person.flat > 0) == (person.house.kind is HouseKind.APARTMENTS)
        if person.flat:
            assert person.flat <= (person.house.flats or 0)
            assert 1 <= person.entrance <= (person.house.entrances or 0)
            assert 1 <= person.floor <= (person.house.floors or 0)


def test_a_surname_and_a_patronymic_agree_with_the_given_name(people: list[Person]) -> None:
    names = json.loads(path("sample_city", "names.json").read_text(encoding="utf-8"))
    female = set(names["female"])
    for person in people:
        surname, given, patronymic = person.name.split()
        assert patronymic.endswith("на") == (given in female)
        assert surname in {forms[given in female] for forms in names["surnames"]}


def test_some_share_a_phone_and_a_few_call_far_more_than_others(people: list[Person]) -> None:
    sharing = Counter(Counter(person.phone for person in people).values())
    assert sharing[2] > 20
    assert sharing[3] > 5
    weights = sorted((person.weight for person in people), reverse=True)
    assert sum(weights[:300]) > 0.3 * sum(weights)


def test_every_leaf_category_has_demand_and_six_texts(city: City) -> None:
    codes = {category.code for category in city.categories.values() if category.parent_id is not None}
    templates = json.loads(path("sample_city", "texts.json").read_text(encoding="utf-8"))["tickets"]
    assert {demand.category for demand in read_demands()} == codes == templates.keys()
    assert all(len(set(texts)) >= 6 for texts in templates.values())
    assert sum(demand.share_percent for demand in read_demands()) == pytest.approx(100)


@pytest.mark.parametrize("demand", read_demands(), ids=lambda demand: demand.category)
def test_a_text_is_a_sentence_without_open_slots_wherever_the_caller_is(demand: Demand) -> None:
    texts, dice = Texts(), Dice("texts", demand.category)
    spots = {"nowhere": [Spot()], "street": [OUTSIDE, INSIDE], "house": [OUTSIDE, INSIDE]}.get(demand.place, [INSIDE])
    for spot in spots * 40:
        text = texts.ticket(demand.category, spot, dice)
        assert not set("{}[]|") & set(text)
        assert text[0].isupper() or text[0] in "«0123456789"
        assert text[-1] in ".?!"
        assert "  " not in text


def test_a_text_names_entrance_and_floor_in_the_right_case() -> None:
    texts, dice = Texts(), Dice("cases")
    said = " ".join(texts.ticket("HOUSE.LIFT", Spot("5", 3, 12, 40), dice) for _ in range(60))
    assert "у третьому під'їзді" in said
    assert "з дванадцятого поверху" in said
    assert "третій під'їзд" in said


def test_dice_of_the_same_names_fall_alike_and_ids_sort_by_time() -> None:
    assert Dice(1, "a").unit() == Dice(1, "a").unit() == 0.5829748871300935
    assert Dice(1, "a").unit() != Dice(1, "b").unit()
    early, late = Dice(1).id(1_000), Dice(2).id(2_000)
    assert (early.version, early.variant) == (7, "specified in RFC 4122")
    assert early < late


def test_weights_give_each_index_its_share() -> None:
    weights = Weights.of([1, 0, 3])
    assert [weights.at(share) for share in (0, 0.24, 0.25, 0.99)] == [0, 0, 2, 2]
