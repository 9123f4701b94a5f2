"""The list keeps its place, answers its keys and paints its rows in both schemes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.ui.itemmodels.queue_model import QueueColumn, QueueModel
from console.ui.look.palette import DARK, LIGHT, Palette
from console.ui.look.theme import Scheme, Theme
from console.ui.queue.delegates import TWO_LINES_HEIGHT
from console.ui.queue.list import QueueList
from console.ui.queue.panel import QueuePanel
from protocol.vocabulary import State, Urgency
from tests.desk import BURST, DeskUnderTest
from tests.store.acts import register
from tests.ui.itemmodels.tickets import make_ticket
from tests.ui.look.contrast import contrast
from tests.ui.queue.keyboard import press

Bring = Callable[..., None]
SCHEMES = [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)]


@pytest.fixture
def rows(panel: QueuePanel, bring: Bring) -> QueueList:
    """Return a list of forty tickets."""
    bring(*(make_ticket(serial) for serial in range(1, 41)))
    return panel.list


def top_row(rows: QueueList) -> int:
    return rows.rowAt(0)


def test_tickets_above_push_in_without_moving_what_is_looked_at(rows: QueueList, bring: Bring) -> None:
    rows.go_to(20)
    rows.verticalScrollBar().setValue(15 * TWO_LINES_HEIGHT + 11)
    before = (rows.currentIndex().row(), top_row(rows), rows.rowViewportPosition(top_row(rows)))
    bring(make_ticket(100, category=BURST), make_ticket(101, category=BURST))
    after = (rows.currentIndex().row() - 2, top_row(rows) - 2, rows.rowViewportPosition(top_row(rows)))
    assert after == before
    assert rows.current_ticket == make_ticket(21).id
    assert [index.row() for index in rows.selectionModel().selectedRows()] == [22]


def test_what_is_looked_at_stays_when_the_row_at_the_top_closes(rows: QueueList, bring: Bring) -> None:
    rows.verticalScrollBar().setValue(15 * TWO_LINES_HEIGHT)
    position = rows.rowViewportPosition(16)
    bring(make_ticket(16, state=State.CLOSED), make_ticket(3, state=State.CLOSED))
    assert rows.model().entry(14).row.id == make_ticket(17).id  # type: ignore[attr-defined] # the model is ours
    assert rows.rowViewportPosition(14) == position


def test_at_the_top_new_tickets_come_into_view(rows: QueueList, bring: Bring) -> None:
    bring(make_ticket(100, category=BURST))
    assert top_row(rows) == 0
    assert rows.verticalScrollBar().value() == 0


def test_the_current_row_follows_its_ticket_up_and_down(rows: QueueList, bring: Bring) -> None:
    rows.go_to(30)
    bring(make_ticket(31, urgency=Urgency.CRITICAL))
    assert rows.currentIndex().row() == 0
    bring(make_ticket(31, urgency=Urgency.LOW))
    assert rows.currentIndex().row() == 39
    assert rows.current_ticket == make_ticket(31).id


def test_arrows_home_end_and_page_keys_move_through_the_queue(rows: QueueList) -> None:
    keys = [Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_Down]
    seen = []
    for key in keys:
        QTest.keyClick(rows, key)
        seen.append(rows.currentIndex().row())
    assert seen == [39, 38, 0, 1]
    QTest.keyClick(rows, Qt.Key.Key_PageDown)
    assert rows.currentIndex().row() > 5


@pytest.mark.parametrize(("letter", "key"), [("n", Qt.Key.Key_N), ("т", Qt.Key.Key_unknown), ("Т", Qt.Key.Key_unknown)])
def test_n_asks_for_a_note_on_the_current_ticket_on_every_layout(
    rows: QueueList, qtbot: QtBot, letter: str, key: Qt.Key
) -> None:
    rows.go_to(4)
    with qtbot.waitSignal(rows.note_asked) as asked:
        press(rows, letter, key)
    assert asked.args == [make_ticket(5).id]


@pytest.mark.parametrize(("letter", "key"), [("p", Qt.Key.Key_P), ("з", Qt.Key.Key_unknown)])
def test_p_asks_for_the_slip_on_every_layout(rows: QueueList, qtbot: QtBot, letter: str, key: Qt.Key) -> None:
    with qtbot.waitSignal(rows.print_asked) as asked:
        press(rows, letter, key)
    assert asked.args == [make_ticket(1).id]


def test_other_letters_do_not_jump_about(rows: QueueList) -> None:
    rows.go_to(4)
    press(rows, "2", Qt.Key.Key_2)
    press(rows, "р")
    assert rows.currentIndex().row() == 4


def test_a_double_click_opens_the_ticket(rows: QueueList, qtbot: QtBot) -> None:
    place = rows.visualRect(rows.model().index(3, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(rows.ticket_opened) as opened:
        QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [make_ticket(4).id]


def test_tab_leaves_the_list(panel: QueuePanel, rows: QueueList) -> None:
    panel.focus_list()
    QTest.keyClick(rows, Qt.Key.Key_Tab)
    assert not rows.hasFocus()


def test_scrolling_down_brings_the_next_page(panel: QueuePanel, bring: Bring, qtbot: QtBot) -> None:
    bring(*(make_ticket(serial) for serial in range(1, 151)))
    assert panel.list.model().rowCount() == 100
    panel.list.go_to(99)
    qtbot.waitUntil(lambda: panel.list.model().rowCount() == 150)


@pytest.mark.parametrize(
    ("width", "left_out"),
    [
        (1200, set()),
        (900, {QueueColumn.EXECUTOR}),
        (620, {QueueColumn.EXECUTOR, QueueColumn.RECEIVED}),
    ],
)
def test_columns_that_can_be_missed_go_before_others_are_cut(
    panel: QueuePanel, rows: QueueList, width: int, left_out: set[QueueColumn]
) -> None:
    panel.set_compact(False)
    panel.resize(width, 600)
    QApplication.processEvents()
    assert {column for column in QueueColumn if rows.isColumnHidden(column)} == left_out
    used = sum(rows.columnWidth(column) for column in QueueColumn)
    assert used == rows.viewport().width()


def test_two_lines_and_columns_keep_the_current_row(panel: QueuePanel, rows: QueueList) -> None:
    rows.go_to(17)
    panel.set_compact(False)
    assert rows.currentIndex().row() == 17
    panel.set_compact(True)
    assert rows.currentIndex().row() == 17
    assert [column for column in QueueColumn if not rows.isColumnHidden(column)] == [QueueColumn.NUMBER]


@pytest.mark.parametrize("is_compact", [True, False])
@pytest.mark.parametrize(("scheme", "palette"), SCHEMES)
def test_a_critical_row_has_its_stripe_and_tint_and_others_have_none(
    panel: QueuePanel, bring: Bring, theme: Theme, scheme: Scheme, palette: Palette, is_compact: bool
) -> None:
    panel.set_compact(is_compact)
    bring(make_ticket(1), make_ticket(2, urgency=Urgency.EMERGENCY), make_ticket(3, category=BURST))
    panel.list.go_to(2)
    theme.use(scheme)
    picture = picture_of(panel.list)
    rect = [panel.list.visualRect(panel.list.model().index(row, 0)) for row in range(3)]
    stripes = [picture.pixelColor(each.x() + 2, each.center().y()) for each in rect]
    assert stripes == [QColor(palette.critical), QColor(palette.emergency), QColor(palette.routine)]
    grounds = [picture.pixelColor(each.x() + 7, each.y() + 2) for each in rect]
    assert grounds == [QColor(palette.critical_tint), QColor(palette.stripe), QColor(palette.selection)]


@pytest.mark.parametrize("is_compact", [True, False])
def test_an_unconfirmed_row_wears_a_mark_until_the_centre_has_it(
    panel: QueuePanel, desk: DeskUnderTest, qtbot: QtBot, is_compact: bool
) -> None:
    panel.set_compact(is_compact)
    panel.resize(800, 600)
    register(desk)
    model = panel.list.model()
    assert isinstance(model, QueueModel)
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    before = picture_of(panel.list)
    operation = desk.database.outbox.unconfirmed()[0].decoded()
    desk.log.apply(operation)
    with qtbot.waitSignal(model.dataChanged):
        desk.pull()
    assert not model.entry(0).row.is_pending
    assert picture_of(panel.list) != before


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_every_text_of_a_row_stands_out_on_every_ground_of_a_row(palette: Palette) -> None:
    grounds = (palette.panel, palette.stripe, palette.critical_tint, palette.selection)
    assert [
        (ink, ground)
        for ground in grounds
        for ink in (palette.text, palette.critical, palette.emergency)
        if contrast(ink, ground) < 4.5
    ] == []
    assert all(contrast(palette.muted, ground) >= 4.5 for ground in grounds[:3])


def picture_of(rows: QueueList) -> QImage:
    QApplication.sendEvent(rows.viewport(), QEvent(QEvent.Type.UpdateRequest))
    QApplication.processEvents()
    return rows.viewport().grab().toImage()


def test_the_root_has_no_more_to_fetch_under_a_row(rows: QueueList) -> None:
    child = rows.model().index(0, 0)
    assert rows.model().rowCount(child) == 0
    assert not rows.model().canFetchMore(child)
    assert rows.model().columnCount(QModelIndex()) == len(QueueColumn)
