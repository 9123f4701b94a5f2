"""What the centre refused is listed until somebody has read it."""

import pytest
from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from console.jobs import Jobs
from console.services.tickets import TicketService
from console.store import notices
from console.ui.sync.refused_acts import RefusedActs
from console.ui.words import Words
from protocol.events import EventKind
from protocol.ids import reference_id
from protocol.problems import Problem, ProblemType
from protocol.records import Ticket
from protocol.times import HOUR
from protocol.vocabulary import Result, State, Urgency
from tests.desk import DESK_ID, LAMP, NOON, OPERATOR, DeskUnderTest

TICKET = Ticket(
    id=reference_id("ticket", "1"),
    number="26-071-00001-28",
    contact_id=reference_id("contact", "1"),
    category_id=LAMP.id,
    text="Не світить ліхтар",
    address="вул. Попова, 47",
    urgency=Urgency.ROUTINE,
    state=State.REGISTERED,
    result=Result.AWAITING,
    received_at=NOON,
    entered_at=NOON,
    due_at=NOON + 72 * HOUR,
    attention_at=NOON + 54 * HOUR,
    registered_by=OPERATOR.account_id,
    desk_id=DESK_ID,
)


@pytest.fixture
def refused(desk: DeskUnderTest) -> DeskUnderTest:
    """Let the centre refuse a note of ours."""
    desk.log.add(TICKET)
    desk.pull()
    TicketService(desk.database, desk.shift).add_note(TICKET.id, "Дзвонив ще раз")
    [queued] = desk.database.outbox.unconfirmed()
    problem = Problem(type=ProblemType.OP_FORBIDDEN, title="forbidden")
    desk.log.add(kind=EventKind.REJECTED, operation=queued.decoded(), problem=problem)
    desk.pull()
    return desk


@pytest.fixture
def dialog(refused: DeskUnderTest, jobs: Jobs, words: Words, qtbot: QtBot) -> RefusedActs:
    dialog = RefusedActs(refused.database, jobs, words, refused.clock)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def rows(dialog: RefusedActs) -> QListWidget:
    [shown] = dialog.findChildren(QListWidget)
    return shown


def test_the_act_its_ticket_and_the_reason_are_told(dialog: RefusedActs) -> None:
    assert rows(dialog).item(0).text().splitlines() == [
        "23.11.2026 12:00 · Note on ticket 26-071-00001-28",
        "The centre does not allow you to do this.",
    ]


def test_the_ticket_of_an_act_is_opened_from_the_list(dialog: RefusedActs, qtbot: QtBot) -> None:
    shown = rows(dialog)
    with qtbot.waitSignal(dialog.ticket_chosen) as signal:
        shown.itemActivated.emit(shown.item(0))
    assert signal.args == [TICKET.id]


def test_what_was_read_is_not_listed_again(dialog: RefusedActs, refused: DeskUnderTest, qtbot: QtBot) -> None:
    [button] = [each for each in dialog.findChildren(QPushButton) if "Read" in each.text()]
    with qtbot.waitSignal(dialog.read):
        button.click()
    with refused.database.journal.read() as connection:
        assert notices.unseen(connection) == []
