"""The queue panel counts, filters and searches, and says so when there is nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from console.services.shift import SignedIn
from console.store.queue import QueueView
from console.ui.look.chip import Chip
from console.ui.look.pill import Pill
from console.ui.queue.panel import QueuePanel
from protocol.ids import reference_id
from protocol.records import Ticket
from protocol.times import HOUR
from protocol.vocabulary import Role, State
from tests.desk import BURST, DESK_ID, NOON, DeskUnderTest
from tests.store.acts import register
from tests.ui.itemmodels.tickets import make_ticket
from tests.ui.queue.keyboard import type_text

Bring = Callable[..., None]


def chip(panel: QueuePanel, label: str) -> Chip:
    return next(each for each in panel.findChildren(Chip) if each.text() == label)


def search(panel: QueuePanel) -> QLineEdit:
    field = panel.findChild(QLineEdit)
    assert field is not None
    return field


def pills(panel: QueuePanel) -> list[str]:
    return [pill.text() for pill in panel.findChildren(Pill) if pill.isVisible()]


def shown(panel: QueuePanel) -> int:
    return panel.list.model().rowCount()


def sentence(panel: QueuePanel) -> str:
    return next((label.text() for label in panel.list.findChildren(QLabel) if label.isVisible()), "")


def test_an_empty_queue_says_so(panel: QueuePanel) -> None:
    assert sentence(panel) == "No open tickets."
    assert panel.list.accessibleDescription() == "No open tickets."
    assert pills(panel) == []


def test_counts_and_pills_follow_the_tickets(panel: QueuePanel, bring: Bring, desk: DeskUnderTest) -> None:
    bring(
        make_ticket(1, category=BURST),
        make_ticket(2, due_at=NOON - HOUR),
        make_ticket(3, state=State.ON_CHECK),
        make_ticket(4, state=State.REWORK),
    )
    counts = {label: chip(panel, label).count for label in ("All", "New", "Overdue", "On check", "Rework")}
    assert counts == {"All": 4, "New": 2, "Overdue": 1, "On check": 1, "Rework": 1}
    assert pills(panel) == ["1 urgent", "1 overdue"]
    assert sentence(panel) == ""
    bring(make_ticket(1, category=BURST, state=State.CLOSED))
    assert chip(panel, "All").count == 3
    assert pills(panel) == ["1 overdue"]


def test_a_ticket_registered_here_is_counted_at_once(panel: QueuePanel, desk: DeskUnderTest, qtbot: QtBot) -> None:
    register(desk)
    qtbot.waitUntil(lambda: chip(panel, "Mine").count == 1)
    assert shown(panel) == 1


def test_a_chip_shows_its_tickets_and_is_the_only_one_on(panel: QueuePanel, bring: Bring, qtbot: QtBot) -> None:
    bring(make_ticket(1), make_ticket(2, state=State.ON_CHECK))
    QTest.mouseClick(chip(panel, "On check"), Qt.MouseButton.LeftButton)
    assert shown(panel) == 1
    assert [each.text() for each in panel.findChildren(Chip) if each.isChecked()] == ["On check"]
    QTest.mouseClick(chip(panel, "Rework"), Qt.MouseButton.LeftButton)
    assert sentence(panel) == "No tickets under this filter."


def test_the_search_waits_for_a_pause_and_escape_clears_it(panel: QueuePanel, bring: Bring, qtbot: QtBot) -> None:
    bring(make_ticket(1), make_ticket(2, address="вул. Шевченка, 5"))
    panel.focus_search()
    type_text(search(panel), "шевченка")
    assert shown(panel) == 2
    qtbot.waitUntil(lambda: shown(panel) == 1)
    QTest.keyClick(search(panel), Qt.Key.Key_Escape)
    assert search(panel).text() == ""
    assert shown(panel) == 2
    QTest.keyClick(search(panel), Qt.Key.Key_Escape)
    assert panel.list.hasFocus()


def test_a_search_without_a_find_says_what_was_looked_for(panel: QueuePanel, bring: Bring) -> None:
    bring(make_ticket(1))
    search(panel).setText("Місяць")
    QTest.keyClick(search(panel), Qt.Key.Key_Return)
    assert sentence(panel) == "Nothing found for “Місяць”. Esc clears the search."


def test_enter_on_a_whole_number_opens_the_ticket_also_a_closed_one(
    panel: QueuePanel, bring: Bring, qtbot: QtBot
) -> None:
    closed = make_ticket(7, state=State.CLOSED)
    bring(closed, make_ticket(1))
    search(panel).setText(closed.number.replace("-", " "))
    with qtbot.waitSignal(panel.ticket_opened) as opened:
        QTest.keyClick(search(panel), Qt.Key.Key_Return)
    assert opened.args == [closed.id]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_the_way_from_the_search_into_the_list_needs_no_mouse(
    panel: QueuePanel, bring: Bring, qtbot: QtBot, key: Qt.Key
) -> None:
    bring(make_ticket(1), make_ticket(2, address="вул. Шевченка, 5"))
    panel.focus_search()
    search(panel).setText("Шевченка")
    QTest.keyClick(search(panel), key)
    assert panel.list.hasFocus()
    with qtbot.waitSignal(panel.ticket_opened):
        QTest.keyClick(panel.list, Qt.Key.Key_Return)


def test_the_current_ticket_survives_a_chip_that_has_it_too(panel: QueuePanel, bring: Bring) -> None:
    tickets: list[Ticket] = [make_ticket(serial) for serial in range(1, 5)]
    bring(*tickets, make_ticket(9, state=State.ON_CHECK))
    panel.list.go_to(2)
    QTest.mouseClick(chip(panel, "New"), Qt.MouseButton.LeftButton)
    assert panel.list.current_ticket == tickets[2].id
    QTest.mouseClick(chip(panel, "On check"), Qt.MouseButton.LeftButton)
    assert panel.list.current_ticket == make_ticket(9).id


def test_who_signs_in_next_has_tickets_of_their_own(panel: QueuePanel, desk: DeskUnderTest, bring: Bring) -> None:
    bring(make_ticket(1))
    assert chip(panel, "Mine").count == 1
    other = SignedIn(reference_id("account", "other"), "Бойко Ірина", Role.OPERATOR, "08", None)
    desk.shift.begin(other, DESK_ID)
    panel.refresh()
    assert chip(panel, "Mine").count == 0


def test_every_view_has_its_chip_and_every_part_a_name(panel: QueuePanel) -> None:
    assert len(panel.findChildren(Chip)) == len(QueueView)
    assert search(panel).accessibleName() == "Search the queue"
    assert panel.list.accessibleName() == "Ticket queue"
