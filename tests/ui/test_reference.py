"""The screens' directory follows what the centre says."""

from pytestqt.qtbot import QtBot

from console.jobs import Jobs
from console.ui.feed import Feed
from console.ui.reference import Reference
from protocol.ids import reference_id
from protocol.records import Note, Organisation
from tests.desk import NOON, WATERWORKS, DeskUnderTest

HEAT = Organisation(id=reference_id("organisation", "TEPLO"), code="TEPLO", name="Тепломережі", kind="heat")


def test_a_new_organisation_is_in_the_directory_without_a_restart(
    qtbot: QtBot, desk: DeskUnderTest, reference: Reference
) -> None:
    before = reference.directory
    assert WATERWORKS.id in before.organisations
    desk.log.add(HEAT)
    with qtbot.waitSignal(reference.changed):
        desk.pull()
    assert reference.directory.organisations[HEAT.id] == HEAT
    assert HEAT.id not in before.organisations


def test_what_is_no_part_of_the_directory_leaves_it_alone(
    qtbot: QtBot, desk: DeskUnderTest, feed: Feed, jobs: Jobs
) -> None:
    reference = Reference(desk.database, feed, jobs)
    before = reference.directory
    note = Note(id=reference_id("note", "1"), ticket_id=reference_id("ticket", "1"), written_at=NOON, text="…")
    desk.log.add(note)
    with qtbot.waitSignal(feed.changed):
        desk.pull()
    assert reference.directory is before


def test_changes_that_come_while_it_is_being_read_are_read_too(
    qtbot: QtBot, desk: DeskUnderTest, reference: Reference
) -> None:
    for number in range(5):
        code = f"DISPATCH-{number}"
        desk.log.add(Organisation(id=reference_id("organisation", code), code=code, name=code, kind="heat"))
        desk.pull()
        qtbot.wait(1)
    qtbot.waitUntil(lambda: reference_id("organisation", "DISPATCH-4") in reference.directory.organisations)
