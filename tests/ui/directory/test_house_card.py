"""The house card: who serves this house, the one that matters now on top."""

import pytest
from pytestqt.qtbot import QtBot

from console.ui.directory.house_card import HouseCard
from console.ui.reference import Reference
from console.ui.words import Words
from protocol.ids import reference_id
from protocol.records import House, Organisation, Street
from protocol.vocabulary import Holder, PlaceClass
from tests.desk import BURST, LAMP, LIGHTING, WATERWORKS, DeskUnderTest

ZHEK = Organisation(
    id=reference_id("organisation", "ZHEK10"),
    code="ZHEK10",
    name="КП «ЖЕК-10»",
    short_name="ЖЕК-10",
    kind="housing_manager",
    phones=("65-10-10", "65-10-11"),
)
POPOVA = Street(id=reference_id("street", "Попова"), name="Попова", kind="вулиця", place_class=PlaceClass.CENTRAL)
HOUSE = House(
    id=reference_id("house", "Попова 47"),
    street_id=POPOVA.id,
    number="47",
    district="Новозаводський",
    floors=9,
    entrances=6,
    flats=215,
    manager_id=ZHEK.id,
    water_id=WATERWORKS.id,
    heat_point="ЦТП-7",
    substation="ТП-214",
    as_of="2026-06-01",
    source="Реєстр будинків",
)


@pytest.fixture
def card(qtbot: QtBot, desk: DeskUnderTest, reference: Reference, words: Words) -> HouseCard:
    with qtbot.waitSignal(reference.changed):
        desk.log.add(ZHEK, POPOVA, HOUSE)
        desk.pull()
    card = HouseCard(reference=reference, words=words)
    qtbot.addWidget(card)
    card.show()
    return card


def test_the_utility_of_the_category_stands_on_top_with_its_phones(card: HouseCard) -> None:
    card.show_house(HOUSE, POPOVA, BURST)
    assert card.serving == "КП «Чернігівводоканал», (0462) 67-67-87"


def test_a_service_of_the_whole_city_stands_on_top_where_the_house_has_none(card: HouseCard) -> None:
    card.show_house(HOUSE, POPOVA, LAMP)
    assert card.serving == LIGHTING.name


def test_without_a_category_nothing_stands_out(card: HouseCard) -> None:
    card.show_house(HOUSE, POPOVA)
    assert card.serving == ""


def test_every_holder_is_named_with_its_first_phone(card: HouseCard) -> None:
    card.show_house(HOUSE, POPOVA)
    assert card.holder_line(Holder.MANAGER) == "Manager, ЖЕК-10, 65-10-10"
    assert card.holder_line(Holder.GAS) == "Gas, unknown"


def test_the_facts_say_their_date_and_source(card: HouseCard) -> None:
    card.show_house(HOUSE, POPOVA)
    assert card.facts.endswith("heat point ЦТП-7 · substation ТП-214\nas of 01.06.2026 · Реєстр будинків")


def test_an_unknown_house_says_so_and_what_its_street_is(card: HouseCard) -> None:
    card.show_house(None, POPOVA, BURST)
    assert card.sentence == "The register does not know this house. вул. Попова: central street."
    assert card.facts == ""


def test_no_address_says_when_the_card_fills(card: HouseCard) -> None:
    card.show_house(HOUSE, POPOVA, BURST)
    card.show_house(None, None, None)
    assert card.sentence.startswith("Who serves the house appears here")
    assert card.serving == ""


def test_a_changed_directory_is_shown_at_once(
    card: HouseCard, desk: DeskUnderTest, reference: Reference, qtbot: QtBot
) -> None:
    card.show_house(HOUSE, POPOVA)
    with qtbot.waitSignal(reference.changed):
        desk.log.add(Organisation(id=ZHEK.id, code="ZHEK10", name="ОСББ «Попова 47»", kind="housing_manager"))
        desk.pull()
    assert card.holder_line(Holder.MANAGER) == "Manager, ОСББ «Попова 47»"
