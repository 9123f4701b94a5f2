"""The queue follows the database row by row, and time without the database."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from console.store.queue import QueueFilter, QueueView
from console.ui.feed import Feed
from console.ui.itemmodels.queue_model import Pressure, QueueColumn, QueueModel, QueueRole
from console.ui.words import Words
from protocol.records import Ticket
from protocol.times import HOUR, MINUTE
from protocol.vocabulary import State, Urgency
from tests.desk import BURST, LAMP, NOON, OPERATOR, WATERWORKS, DeskUnderTest
from tests.store.acts import register
from tests.ui.itemmodels.tickets import make_ticket

ROOT = QModelIndex()


@pytest.fixture
def model(desk: DeskUnderTest, feed: Feed, words: Words, qtbot: QtBot) -> Iterator[QueueModel]:
    """Watch the empty queue of the desk; every step of the model is checked by Qt's own tester."""
    model = QueueModel(database=desk.database, feed=feed, words=words, clock=desk.clock)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setUseFetchMore(False)
    model.show(QueueFilter())
    yield model
    tester.deleteLater()
    model.deleteLater()


def bring(desk: DeskUnderTest, model: QueueModel, qtbot: QtBot, *tickets: Ticket) -> None:
    """Let tickets come from the centre and wait until the queue has heard of them."""
    desk.log.add(*tickets)
    with qtbot.waitSignal(model.renewed):
        desk.pull()


def numbers(model: QueueModel) -> list[str]:
    return [model.entry(row).row.number for row in range(model.rowCount())]


def load_all(model: QueueModel) -> None:
    while model.canFetchMore(ROOT):
        model.fetchMore(ROOT)


def test_the_model_is_sound(model: QueueModel, desk: DeskUnderTest, qtbot: QtBot, qtmodeltester: Any) -> None:
    bring(desk, model, qtbot, *(make_ticket(serial) for serial in range(1, 8)))
    qtmodeltester.check(model)


def test_the_most_pressing_stand_first(model: QueueModel, desk: DeskUnderTest, qtbot: QtBot) -> None:
    late, soon = make_ticket(1, due_at=NOON + 9 * HOUR), make_ticket(2, due_at=NOON + HOUR)
    burst = make_ticket(3, category=BURST, executor=WATERWORKS)
    bring(desk, model, qtbot, late, soon, burst)
    assert numbers(model) == [burst.number, soon.number, late.number]


def test_350_tickets_come_in_pages_none_twice(model: QueueModel, desk: DeskUnderTest, qtbot: QtBot) -> None:
    bring(desk, model, qtbot, *(make_ticket(serial) for serial in range(1, 351)))
    assert model.rowCount() == 100
    model.fetchMore(ROOT)
    assert model.rowCount() == 200
    load_all(model)
    assert numbers(model) == [make_ticket(serial).number for serial in range(1, 351)]
    assert not model.canFetchMore(ROOT)


def test_a_renewal_keeps_the_pages_that_were_scrolled_to(model: QueueModel, desk: DeskUnderTest, qtbot: QtBot) -> None:
    bring(desk, model, qtbot, *(make_ticket(serial) for serial in range(1, 351)))
    load_all(model)
    bring(desk, model, qtbot, make_ticket(400, category=BURST))
    assert model.rowCount() == 351


def test_a_ticket_registered_here_is_inserted_and_the_others_stay(
    model: QueueModel, desk: DeskUnderTest, qtbot: QtBot
) -> None:
    bring(desk, model, qtbot, *(make_ticket(serial) for serial in (1, 2, 3)))
    kept = [QPersistentModelIndex(model.index(row, 0)) for row in range(3)]
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted) as inserted:
        registered = register(desk)
    assert inserted.args[1:] == [3, 3]
    assert model.entry(3).row.number == registered.number
    assert model.entry(3).row.is_pending
    assert [index.row() for index in kept] == [0, 1, 2]


def test_a_ticket_that_becomes_pressing_moves_up_with_whoever_holds_its_row(
    model: QueueModel, desk: DeskUnderTest, qtbot: QtBot
) -> None:
    bring(desk, model, qtbot, *(make_ticket(serial) for serial in range(1, 6)))
    held = QPersistentModelIndex(model.index(4, 0))
    with qtbot.waitSignal(model.rowsMoved):
        bring(desk, model, qtbot, make_ticket(5, urgency=Urgency.CRITICAL))
    assert held.row() == 0
    assert held.data(QueueRole.TICKET_ID) == make_ticket(5).id


def test_a_closed_ticket_leaves_the_queue(model: QueueModel, desk: DeskUnderTest, qtbot: QtBot) -> None:
    bring(desk, model, qtbot, *(make_ticket(serial) for serial in (1, 2, 3)))
    with qtbot.waitSignal(model.rowsRemoved) as removed:
        bring(desk, model, qtbot, make_ticket(2, state=State.CLOSED))
    assert removed.args[1:] == [1, 1]


def test_a_change_of_one_ticket_repaints_its_row_alone(model: QueueModel, desk: DeskUnderTest, qtbot: QtBot) -> None:
    bring(desk, model, qtbot, *(make_ticket(serial) for serial in (1, 2, 3)))
    with qtbot.waitSignal(model.dataChanged) as changed:
        bring(desk, model, qtbot, make_ticket(2, state=State.IN_WORK))
    assert [index.row() for index in changed.args[:2]] == [1, 1]
    assert model.index(1, QueueColumn.STATE).data() == "in work"


def test_another_name_of_a_category_is_shown_at_once(model: QueueModel, desk: DeskUnderTest, qtbot: QtBot) -> None:
    bring(desk, model, qtbot, make_ticket(1))
    desk.log.add(msgspec.structs.replace(LAMP, name_uk="Ліхтар не світить"))
    with qtbot.waitSignal(model.renewed):
        desk.pull()
    assert model.index(0, QueueColumn.CATEGORY).data() == "Ліхтар не світить"


def test_time_makes_a_ticket_press_and_then_overdue_without_the_database(
    model: QueueModel, desk: DeskUnderTest, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(desk, model, qtbot, make_ticket(1, received_at=NOON - HOUR, due_at=NOON + HOUR))
    monkeypatch.setattr(desk.database, "read", None)
    seen = [(model.entry(0).pressure, model.index(0, QueueColumn.TIME_LEFT).data())]
    for minutes in (40, 25):
        desk.clock.pass_time(minutes * MINUTE)
        with qtbot.waitSignal(model.dataChanged):
            model.let_time_pass()
        seen.append((model.entry(0).pressure, model.index(0, QueueColumn.TIME_LEFT).data()))
    assert seen == [(Pressure.CALM, "1 h"), (Pressure.ATTENTION, "20 min"), (Pressure.OVERDUE, "−5 min")]


def test_a_ticket_joins_the_overdue_ones_as_time_passes(model: QueueModel, desk: DeskUnderTest, qtbot: QtBot) -> None:
    bring(desk, model, qtbot, make_ticket(1, due_at=NOON + HOUR))
    model.show(QueueFilter(QueueView.OVERDUE))
    assert model.rowCount() == 0
    desk.clock.pass_time(2 * HOUR)
    model.let_time_pass()
    assert numbers(model) == [make_ticket(1).number]


@pytest.mark.parametrize(
    ("typed", "serials"),
    [
        ("26-071-00002", [2]),
        ("попова 47", [1]),
        ("Рокосовського", [2]),
        ("(067) 123-45-67", [3]),
        ("ліхтар", [1, 2]),
        ("", [1, 2, 3]),
    ],
)
def test_a_search_finds_by_number_address_phone_and_words(
    model: QueueModel, desk: DeskUnderTest, qtbot: QtBot, typed: str, serials: list[int]
) -> None:
    bring(
        desk,
        model,
        qtbot,
        make_ticket(1),
        make_ticket(2, address="вул. Рокосовського, 14/41"),
        make_ticket(3, address="вул. Шевченка, 5", text="Тече труба", phone="+380671234567"),
    )
    model.show(QueueFilter(words=typed))
    assert numbers(model) == [make_ticket(serial).number for serial in serials]


def test_a_chip_shows_its_part_and_rows_of_both_parts_stay(
    model: QueueModel, desk: DeskUnderTest, qtbot: QtBot
) -> None:
    bring(desk, model, qtbot, make_ticket(1), make_ticket(2, state=State.ON_CHECK), make_ticket(3))
    held = QPersistentModelIndex(model.index(1, 0))
    model.show(QueueFilter(QueueView.ON_CHECK, account_id=OPERATOR.account_id))
    assert held.row() == 0
    model.show(QueueFilter())
    assert held.row() == 1
    assert model.rowCount() == 3


def test_a_row_is_heard_as_one_sentence(model: QueueModel, desk: DeskUnderTest, qtbot: QtBot) -> None:
    bring(desk, model, qtbot, make_ticket(1, category=BURST, due_at=NOON + 2 * HOUR))
    register(desk)
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    first, second = (model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1))
    assert first == (
        f"Critical: {make_ticket(1).number}, Порив водопроводу, витік на вулиці, вул. Попова, 47, registered, 2 h left"
    )
    assert second.startswith("Routine: 26-071-")
    assert second.endswith("3 d left, not confirmed by the centre yet")
    desk.clock.pass_time(3 * HOUR)
    model.let_time_pass()
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("overdue by 1 h")


def test_every_column_has_its_own_heading(model: QueueModel) -> None:
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in QueueColumn]
    assert all(headings)
    assert all(one != other for one, other in pairwise(sorted(headings)))
