"""Every field of a ticket has a name, and every value is shown as people read it."""

from uuid import uuid4

import pytest

from console.store.directory import Directory
from console.ui.itemmodels.field_words import NOTHING, FieldWords
from console.ui.words import Words
from protocol.records import Ticket, fields_of
from tests.desk import LAMP, LIGHTING, NOON, OPERATOR, DeskUnderTest

NEVER_CHANGED = {"contact_id", "entered_at", "registered_by", "desk_id", "house_id"}


@pytest.fixture
def directory(desk: DeskUnderTest) -> Directory:
    with desk.database.read() as connection:
        return Directory(connection)


def test_every_field_of_a_ticket_that_may_change_has_a_name(words: Words) -> None:
    fields = FieldWords(words)
    assert {name for name in fields_of(Ticket) if fields.name(name) == name and "_" in name} <= NEVER_CHANGED


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("executor_id", str(LIGHTING.id), "КП «Міськсвітло»"),
        ("executor_id", str(uuid4()), "unknown"),
        ("category_id", str(LAMP.id), "Не світить окремий ліхтар"),
        ("registered_by", str(OPERATOR.account_id), "Їжакевич Олена"),
        ("state", "in_work", "in work"),
        ("state", "frozen", "frozen"),
        ("result", "done", "done"),
        ("resolution", "passed_on", "passed on"),
        ("urgency", "critical", "Critical"),
        ("phone", "+380671234567", "(067) 123-45-67"),
        ("due_at", NOON, "23.11.2026 12:00"),
        ("address", "вул. Попова, 47", "вул. Попова, 47"),
        ("hazard", "", NOTHING),
        ("phone", None, NOTHING),
        ("rating", 5, "5"),
        ("mood", True, "yes"),
    ],
)
def test_a_value_is_shown_as_people_read_it(
    words: Words, directory: Directory, field: str, value: object, shown: str
) -> None:
    assert FieldWords(words).value(directory, "ticket", field, value) == shown


def test_a_record_of_a_newer_build_is_shown_as_it_is_stored(words: Words, directory: Directory) -> None:
    assert FieldWords(words).value(directory, "drone", "pilot_id", "Коваль") == "Коваль"


def test_what_nobody_did_the_centre_did(words: Words, directory: Directory) -> None:
    assert FieldWords(words).account(directory, None) == "Centre"
