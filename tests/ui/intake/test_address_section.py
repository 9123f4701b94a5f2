"""The address line: what is understood, what is offered, what is doubted."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.store.history import HouseKey
from console.ui.intake.address_reading import AddressReader
from console.ui.intake.address_section import AddressSection
from console.ui.intake.tabs import IntakeTabs
from console.ui.reference import Reference
from protocol.records import House, Record, Street
from tests.desk import DeskUnderTest
from tests.ui.intake.city import (
    CHORNOVOLA,
    HOUSE_47,
    LUKIANENKA,
    POPOVA,
    SHEVCHENKA_LANE,
    SHEVCHENKA_STREET,
)
from tests.ui.intake.keyboard import focused, press, type_text


@pytest.fixture
def address(tabs: IntakeTabs) -> AddressSection:
    """Put the cursor into the address line of the front intake."""
    address = tabs.front.page.address
    address.line.setFocus()
    return address


def offered(address: AddressSection) -> list[str]:
    offers = address._offers
    return [] if offers.isHidden() else [offers._offers.at(row).text for row in range(offers._offers.rowCount())]


def test_a_spoken_address_fills_its_small_parts(address: AddressSection) -> None:
    type_text("Попова 47 п 3 пов 5 кв 12 код 45К, біля аптеки")
    values = {name: editor.text() for name, editor in address.parts.items()}
    assert values == {"entrance": "3", "floor": "5", "flat": "12", "door_code": "45К", "landmark": "біля аптеки"}


def test_a_small_field_typed_by_hand_wins_over_the_line(address: AddressSection) -> None:
    type_text("Попова 47 кв 12")
    address.parts["flat"].setFocus()
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Backspace)
    type_text("14")
    address.line.setFocus()
    press(Qt.Key.Key_End)
    type_text(" п 2")
    assert (address.flat, address.parts["entrance"].text()) == ("14", "2")
    assert address.place.address == "вул. Попова, 47, під. 2, кв. 14"


def test_an_emptied_line_forgets_what_was_typed_beside_it(address: AddressSection) -> None:
    address.parts["flat"].setFocus()
    type_text("14")
    address.line.setFocus()
    type_text("П")
    press(Qt.Key.Key_Backspace)
    type_text("Попова 5 кв 3")
    assert address.flat == "3"


@pytest.mark.parametrize(
    ("said", "street"),
    [
        ("Чорновола 47", CHORNOVOLA),  # the surname alone
        ("войкова 47", CHORNOVOLA),
        ("вулиця В'ячеслава Чорновола 47", CHORNOVOLA),
        ("Gjgjdf 5", POPOVA),  # the Latin layout
        ("Рокосовського 14/41", LUKIANENKA),
        ("пров Шевченка 5", SHEVCHENKA_LANE),
    ],
)
def test_a_street_is_understood_however_it_is_named(address: AddressSection, said: str, street: Street) -> None:
    type_text(said)
    assert address.read.street == street


def test_what_was_understood_stands_under_the_line(address: AddressSection) -> None:
    type_text("Чорновола 47 кв 12")
    understood = "вул. В'ячеслава Чорновола (кол. Войкова), 47 · кв. 12 · Новозаводський district · ЖЕК-10"
    assert address._understood.text == understood


def test_the_former_name_that_was_said_is_the_one_shown(address: AddressSection) -> None:
    type_text("Рокоссовського")
    assert "(кол. Рокоссовського)" in address._understood.text


def test_a_beginning_offers_streets_and_enter_takes_the_marked_one(address: AddressSection) -> None:
    type_text("Чорн")
    assert offered(address) == ["вул. В'ячеслава Чорновола"]
    press(Qt.Key.Key_Return)
    assert address.line.text() == "вул. В'ячеслава Чорновола, "
    assert address.read.street == CHORNOVOLA
    assert focused() is address.line


def test_house_numbers_of_a_certain_street_are_offered_in_their_natural_order(address: AddressSection) -> None:
    type_text("Чорновола ")
    assert offered(address) == ["2", "4", "14/41", "47", "47А", "118"]
    type_text("4")
    assert offered(address) == ["4", "47", "47А"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert address.read.key == HouseKey(CHORNOVOLA.id, "47")
    assert address.line.text() == "вул. В'ячеслава Чорновола, 47, "


def test_enter_without_a_marked_offer_goes_on_with_the_number_as_typed(
    address: AddressSection, tabs: IntakeTabs
) -> None:
    type_text("Чорновола 4")
    press(Qt.Key.Key_Return)
    assert focused() is tabs.front.page.category.line
    assert address.read.house == "4"


def test_namesakes_are_offered_and_never_guessed(address: AddressSection, tabs: IntakeTabs) -> None:
    type_text("Шевченка 14")
    assert offered(address) == ["вул. Шевченка", "пров. Шевченка"]
    assert address.read.key is None
    press(Qt.Key.Key_Tab)
    assert address._doubt.text == "There are several such streets. Ask which one it is."
    address.line.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert address.read.street in (SHEVCHENKA_STREET, SHEVCHENKA_LANE)
    assert address.read.house == "14"
    assert address._doubt.text == ""


def test_a_picked_namesake_stays_while_the_house_is_typed_on(address: AddressSection) -> None:
    type_text("Шевченка")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    picked = address.read.street
    type_text("14 кв 5")
    assert picked is not None
    assert address.read.street == picked
    address.line.selectAll()
    type_text("Попова 3")
    assert address.read.street == POPOVA


def test_escape_closes_the_offers_and_nothing_else(address: AddressSection, tabs: IntakeTabs) -> None:
    type_text("Чорн")
    press(Qt.Key.Key_Escape)
    assert offered(address) == []
    assert address.line.text() == "Чорн"
    assert focused() is address.line


def test_an_unknown_street_is_doubted_only_once_the_line_is_left(address: AddressSection) -> None:
    type_text("Незнайома 5")
    assert address._doubt.text == ""
    press(Qt.Key.Key_Tab)
    assert address._doubt.text.startswith("The directory knows no street “Незнайома”.")
    place = address.place
    assert (place.address, place.street, place.house) == ("Незнайома, 5", None, "5")


def test_a_house_the_register_does_not_know_is_doubted_and_kept(address: AddressSection) -> None:
    type_text("Чорновола 151")
    press(Qt.Key.Key_Tab)
    assert address._doubt.text.startswith("The register knows no house 151")
    assert address.place.house == "151"
    assert address.place.house_id is None


def test_on_a_street_without_known_houses_no_house_is_strange(address: AddressSection) -> None:
    type_text("Попова 151")
    press(Qt.Key.Key_Tab)
    assert address._doubt.text == ""


def test_a_number_still_being_typed_is_not_called_wrong(address: AddressSection) -> None:
    type_text("Попова 14/")
    assert address.line.accessibleDescription() == ""
    press(Qt.Key.Key_Tab)
    assert "follows the slash" in address.line.accessibleDescription()


def test_each_place_is_told_once(tabs: IntakeTabs, address: AddressSection) -> None:
    places: list[tuple[HouseKey | None, str]] = []
    houses: list[tuple[House | None, Street | None]] = []
    tabs.place_changed.connect(lambda key, flat: places.append((key, flat)))
    tabs.house_changed.connect(lambda house, street: houses.append((house, street)))
    type_text("Чорновола 47 кв 1")
    key = HouseKey(CHORNOVOLA.id, "47")
    assert places[-2:] == [(key, ""), (key, "1")]
    assert houses[-1] == (HOUSE_47, CHORNOVOLA)
    assert len(places) == len(set(places))


def test_the_offers_go_with_the_intake_they_belong_to(tabs: IntakeTabs, address: AddressSection, qtbot: QtBot) -> None:
    type_text("Чорн")
    assert offered(address)
    gone: list[bool] = []
    address._offers.destroyed.connect(lambda: gone.append(True))
    tabs.open_new()
    tabs.setCurrentIndex(0)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_1)
    qtbot.waitUntil(lambda: gone == [True])


@pytest.fixture
def reader(desk: DeskUnderTest, reference: Reference) -> AddressReader:
    return AddressReader(desk.database, reference)


@given(st.text("Чорноволапекв 1247/-,.№()'АаZz\\", max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
def test_no_line_breaks_the_reading(reader: AddressReader, text: str) -> None:
    read = reader.read(text)
    assert (read.key is None) == (read.street is None or not read.house)
    assert read.problem is None or not read.house
    reader.offers(text, read)


def test_a_street_changed_at_the_centre_is_read_anew(
    desk: DeskUnderTest, tabs: IntakeTabs, address: AddressSection, reference: Reference, qtbot: QtBot
) -> None:
    type_text("Нова 5")
    assert address.read.street is None
    fresh: Record = Street(id=UUID(int=77), name="Нова", kind="вулиця")
    desk.log.add(fresh)
    with qtbot.waitSignal(reference.changed):
        desk.pull()
    assert address.read.street == fresh
