"""Routing finds who answers for a place, by dated rules, and says why (product rule 6)."""

from datetime import date
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.ids import reference_id
from protocol.records import Category, House, Organisation, Responsibility, Street
from protocol.routing import Route, route
from protocol.vocabulary import Holder, PlaceClass

TODAY = date(2026, 3, 2)


def organisation(code: str, kind: str, is_active: bool = True) -> Organisation:
    return Organisation(id=reference_id("organisation", code), code=code, name=code, kind=kind, is_active=is_active)


ATP = organisation("АТП-2528", "road_utility")
COUNCIL = organisation("RADA_D", "district_council")
ZHEK = organisation("ЖЕК-10", "housing_manager")
WATER = organisation("VODOKANAL", "water_utility")
CLOSED = organisation("СЛУ-5", "lift_company", is_active=False)
ORGANISATIONS = {each.id: each for each in (ATP, COUNCIL, ZHEK, WATER, CLOSED)}

ROAD = Category(id=reference_id("category", "ROAD"), code="ROAD", name_uk="Дороги", name_en="Roads")
SNOW = Category(
    id=reference_id("category", "ROAD.SNOW"),
    code="ROAD.SNOW",
    name_uk="Сніг на дорозі",
    name_en="Snow",
    parent_id=ROAD.id,
    executor_kind="road_utility",
)
STREET = Street(id=reference_id("street", "Миру"), name="Миру", kind="проспект", place_class=PlaceClass.CENTRAL)
HOUSE = House(
    id=reference_id("house", "Миру 17А"),
    street_id=STREET.id,
    number="17А",
    district="Деснянський",
    manager_id=ZHEK.id,
    water_id=WATER.id,
)


def rule(
    code: str = "R",
    priority: int = 10,
    organisation_id: UUID | None = ATP.id,
    category_id: UUID | None = None,
    executor_kind: str | None = None,
    place_class: PlaceClass | None = None,
    district: str | None = None,
    house_id: UUID | None = None,
    holder: Holder | None = None,
    valid_from: str = "",
    valid_to: str = "",
) -> Responsibility:
    return Responsibility(
        id=reference_id("responsibility", code),
        priority=priority,
        reason_uk=f"за правилом {code}",
        reason_en=f"by rule {code}",
        organisation_id=None if holder else organisation_id,
        category_id=category_id,
        executor_kind=executor_kind,
        place_class=place_class,
        district=district,
        house_id=house_id,
        holder=holder,
        valid_from=valid_from,
        valid_to=valid_to,
    )


def routed(
    *rules: Responsibility, house: House | None = HOUSE, street: Street | None = STREET, on: date = TODAY
) -> Route | None:
    return route(SNOW, (ROAD,), house, street, rules, ORGANISATIONS, on)


def executor(
    *rules: Responsibility, house: House | None = HOUSE, street: Street | None = STREET, on: date = TODAY
) -> UUID | None:
    found = routed(*rules, house=house, street=street, on=on)
    return found.executor_id if found else None


def test_a_route_says_who_by_which_rule_and_why() -> None:
    snow = rule("SNOW", category_id=SNOW.id)
    found = routed(snow)
    assert found == Route(ATP.id, snow)
    assert (found.reason_uk, found.reason_en) == ("за правилом SNOW", "by rule SNOW")


def test_without_a_matching_rule_a_person_must_choose() -> None:
    assert routed() is None
    assert routed(rule(category_id=reference_id("category", "WASTE"))) is None


def test_a_rule_for_a_group_holds_for_the_categories_below_it() -> None:
    assert executor(rule(category_id=ROAD.id)) == ATP.id


def test_a_rule_may_ask_for_the_executor_kind_of_the_category() -> None:
    assert executor(rule(executor_kind="road_utility")) == ATP.id
    assert executor(rule(executor_kind="greenery")) is None


def test_who_clears_snow_depends_on_the_class_of_the_street() -> None:
    rules = (
        rule("CENTRAL", category_id=SNOW.id, place_class=PlaceClass.CENTRAL),
        rule("PRIVATE", category_id=SNOW.id, place_class=PlaceClass.PRIVATE, organisation_id=COUNCIL.id),
    )
    lane = Street(id=reference_id("street", "Лісовий"), name="Лісовий", kind="провулок", place_class=PlaceClass.PRIVATE)
    assert executor(*rules) == ATP.id
    assert executor(*rules, street=lane) == COUNCIL.id
    assert executor(*rules, street=None) is None


def test_a_district_is_that_of_the_house() -> None:
    assert executor(rule(district="Деснянський", organisation_id=COUNCIL.id)) == COUNCIL.id
    assert executor(rule(district="Новозаводський")) is None
    assert executor(rule(district="Деснянський"), house=None) is None


def test_a_rule_for_one_house_holds_only_there() -> None:
    assert executor(rule(house_id=HOUSE.id)) == ATP.id
    assert executor(rule(house_id=reference_id("house", "Миру 19"))) is None
    assert executor(rule(house_id=HOUSE.id), house=None) is None


@pytest.mark.parametrize(("holder", "expected"), [(Holder.MANAGER, ZHEK.id), (Holder.WATER, WATER.id)])
def test_a_holder_is_read_from_the_house(holder: Holder, expected: UUID) -> None:
    assert executor(rule(holder=holder)) == expected


@pytest.mark.parametrize("holder", Holder)
def test_every_holder_names_its_own_field_of_the_house(holder: Holder) -> None:
    unheld = House(id=HOUSE.id, street_id=STREET.id, number="1", district="")
    house = msgspec.structs.replace(unheld, **{f"{holder}_id": ATP.id})
    assert executor(rule(holder=holder), house=house) == ATP.id


def test_a_holder_rule_does_not_match_when_the_house_or_its_holder_is_unknown() -> None:
    fallback = rule("FALLBACK", priority=1)
    assert executor(rule(holder=Holder.HEAT), fallback) == ATP.id
    assert executor(rule(holder=Holder.MANAGER), fallback, house=None) == ATP.id


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 3, 31), True),
        (date(2026, 4, 1), False),
    ],
)
def test_a_rule_holds_from_its_first_day_to_its_last(on: date, holds: bool) -> None:
    winter = rule(valid_from="2026-01-01", valid_to="2026-03-31")
    assert (executor(winter, on=on) is not None) is holds


def test_the_highest_priority_wins_over_more_conditions() -> None:
    general = rule("GENERAL", priority=20, organisation_id=WATER.id)
    exact = rule("EXACT", priority=10, category_id=SNOW.id, district="Деснянський")
    assert executor(exact, general) == WATER.id


def test_of_equal_priorities_the_rule_with_more_conditions_wins() -> None:
    general = rule("GENERAL", category_id=SNOW.id, organisation_id=WATER.id)
    exact = rule("EXACT", category_id=SNOW.id, district="Деснянський")
    assert executor(general, exact) == ATP.id


def test_a_rule_whose_executor_is_inactive_or_unknown_does_not_match() -> None:
    unknown = rule("UNKNOWN", priority=99, organisation_id=reference_id("organisation", "NOBODY"))
    inactive = rule("INACTIVE", priority=98, organisation_id=CLOSED.id)
    empty = rule("EMPTY", priority=97, organisation_id=None)
    assert executor(unknown, inactive, empty) is None
    assert executor(unknown, inactive, empty, rule("R")) == ATP.id


rules_drawn = st.lists(
    st.builds(
        rule,
        code=st.text("ABCDEF", min_size=1, max_size=3),
        priority=st.integers(0, 3),
        organisation_id=st.sampled_from([ATP.id, COUNCIL.id, CLOSED.id]),
        category_id=st.sampled_from([None, ROAD.id, SNOW.id, HOUSE.id]),
        place_class=st.sampled_from([None, *PlaceClass]),
        holder=st.sampled_from([None, *Holder]),
    ),
    max_size=8,
    unique_by=lambda each: each.id,
)


@given(rules_drawn)
def test_the_order_of_the_rules_never_matters(rules: list[Responsibility]) -> None:
    shuffled = sorted(rules, key=lambda each: str(each.id)[::-1])
    assert routed(*rules) == routed(*shuffled) == routed(*reversed(rules))


@given(rules_drawn)
def test_the_winner_is_never_beaten_by_another_matching_rule(rules: list[Responsibility]) -> None:
    found = routed(*rules)
    alone = [each for each in rules if routed(each) is not None]
    assert (found is None) is (not alone)
    assert found is None or found.rule.priority == max(each.priority for each in alone)
