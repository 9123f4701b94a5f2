"""Who calls: numbers as they are, people only offered."""

import pytest
from PySide6.QtCore import Qt

from console.services.intake import Caller, IntakeService, Place, Problem
from console.store import history
from console.store.history import PersonRow
from console.ui.intake.caller_section import CallerSection
from console.ui.intake.tabs import IntakeTabs
from protocol.due import Due
from protocol.ids import reference_id
from protocol.phones import normalise
from protocol.records import Applicant, Phone
from protocol.vocabulary import LimitKind
from tests.desk import LAMP, LIGHTING, DeskUnderTest
from tests.ui.intake.conftest import SITE
from tests.ui.intake.keyboard import focused, press, type_text

ALT = Qt.KeyboardModifier.AltModifier
NUMBER = "+380671234567"


def have_called(desk: DeskUnderTest, name: str, caution: str = "") -> None:
    """Let somebody have called from the number before."""
    applicant = Applicant(id=reference_id("applicant", name), name=name, address="вул. Попова, 5", caution=caution)
    phone = Phone(id=reference_id("phone", name), applicant_id=applicant.id, number=NUMBER)
    desk.log.add(applicant, phone)
    desk.pull()
    due = Due(desk.clock.now(), desk.clock.now(), None, LimitKind.CLOCK_HOURS)
    problem = Problem(category=LAMP, text="Темно", due=due, executor_id=LIGHTING.id, reason="")
    caller = Caller(phone=normalise(NUMBER, SITE), applicant_id=applicant.id)
    IntakeService(desk.database, desk.shift).register(caller, Place(address="вул. Попова, 5"), problem)
    desk.clock.pass_time()


@pytest.fixture
def people(desk: DeskUnderTest) -> list[PersonRow]:
    """Have two people known under one number, one of them with a caution; the last caller first."""
    have_called(desk, "Шевчук Єва Гнатівна")
    have_called(desk, "Коваль Петро", "Погрожував")
    with desk.database.read() as connection:
        return history.people(connection, NUMBER)


@pytest.fixture
def caller(tabs: IntakeTabs) -> CallerSection:
    return tabs.front.page.caller


def test_a_number_is_shown_as_people_read_it_once_it_is_left(caller: CallerSection) -> None:
    type_text("80671234567")
    press(Qt.Key.Key_Tab)
    assert caller.phone.text() == "(067) 123-45-67"
    assert caller.number.e164 == NUMBER


def test_a_number_that_is_none_is_kept_as_typed(caller: CallerSection) -> None:
    type_text("12 не памʼятає")
    assert caller.phone.accessibleDescription() == ""
    press(Qt.Key.Key_Tab)
    assert caller.phone.text() == "12 не памʼятає"
    assert caller.phone.accessibleDescription() == "This is no telephone number. It is kept as typed."
    assert caller.number.raw == "12 не памʼятає"


def test_a_short_code_is_no_mistake(caller: CallerSection) -> None:
    type_text("104")
    press(Qt.Key.Key_Tab)
    assert (caller.phone.text(), caller.phone.accessibleDescription()) == ("104", "")


def test_a_withheld_number_is_said_to_be_withheld(tabs: IntakeTabs, caller: CallerSection) -> None:
    tabs.begin("anonymous", "call-1")
    assert caller.phone.accessibleDescription() == "The caller withholds the number."
    assert caller.number.is_withheld


def test_a_known_number_is_told_at_its_last_digit(tabs: IntakeTabs, caller: CallerSection) -> None:
    told: list[str] = []
    tabs.phone_changed.connect(told.append)
    type_text("0671234567")
    assert told[-1] == NUMBER


def test_people_known_under_the_number_are_offered_and_never_filled_in(
    people: list[PersonRow], tabs: IntakeTabs, caller: CallerSection
) -> None:
    tabs.begin(NUMBER)
    assert caller.name.text() == ""
    assert caller.person is None
    assert caller._known.text == "Known under this number: Alt+1 Коваль Петро · Alt+2 Шевчук Єва Гнатівна"


def test_one_key_picks_a_known_person_from_anywhere_in_the_form(
    people: list[PersonRow], tabs: IntakeTabs, caller: CallerSection
) -> None:
    chosen: list[object] = []
    tabs.person_changed.connect(chosen.append)
    tabs.begin(NUMBER)
    assert focused() is tabs.front.page.address.line
    press(Qt.Key.Key_2, ALT)
    assert caller.name.text() == "Шевчук Єва Гнатівна"
    assert caller.person is not None
    assert caller.person.id == people[1].id == chosen[-1]
    assert tabs.front.page.address.line.text() == ""


def test_a_caution_is_shown_with_the_person(people: list[PersonRow], tabs: IntakeTabs, caller: CallerSection) -> None:
    tabs.begin(NUMBER)
    tabs.set_person(people[0])
    assert caller._caution.isVisible()
    assert caller._caution.accessibleName() == "Погрожував"


def test_a_name_typed_over_is_another_applicant(
    people: list[PersonRow], tabs: IntakeTabs, caller: CallerSection
) -> None:
    tabs.begin(NUMBER)
    tabs.set_person(people[0])
    caller.name.setFocus()
    caller.name.selectAll()
    type_text("Коваль Петро")  # the same person after all
    assert caller.person is None
    type_text(" молодший")
    assert tabs.front.page.said_by.applicant_id is None
    assert tabs.front.page.said_by.name == "Коваль Петро молодший"


def test_down_in_the_name_offers_the_people(people: list[PersonRow], tabs: IntakeTabs, caller: CallerSection) -> None:
    tabs.begin(NUMBER)
    caller.name.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert caller.person is not None
    assert caller.person.name == "Коваль Петро"


def test_the_address_of_the_person_is_one_key_away(people: list[PersonRow], tabs: IntakeTabs) -> None:
    tabs.begin(NUMBER)
    press(Qt.Key.Key_2, ALT)
    line = tabs.front.page.address.line
    assert focused() is line
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert line.text() == "вул. Попова, 5, "
