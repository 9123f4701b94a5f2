"""The card shows a ticket whole and follows it."""

from collections.abc import Callable
from uuid import uuid4

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from console.ui.look.theme import Scheme, Theme
from protocol.records import Assignment, Conflict, Note, Version
from protocol.times import HOUR, MINUTE
from protocol.vocabulary import ConflictKind, State
from tests.desk import LIGHTING, NOON, OPERATOR, TAKE, WATERWORKS, DeskUnderTest
from tests.store.acts import register
from tests.ui.itemmodels.tickets import make_ticket
from tests.ui.ticket.conftest import Shown
from tests.ui.ticket.parts import (
    click,
    executor_of,
    headlines,
    register_whole,
    state,
    text_of,
    timeline,
)

Bring = Callable[..., None]


def test_everything_known_of_a_ticket_is_on_its_card(shown: Shown, desk: DeskUnderTest) -> None:
    shown.card.show_ticket(register_whole(desk))
    assert shown.card.ticket is not None
    for words in (
        shown.card.ticket.number,
        "Routine",
        "Registered",
        "awaiting",
        "26.11 12:00",
        "3 d left",
        "вул. Попова, 47, кв. 12",
        "floor 3 · door code 12К34 · за школою · Новозаводський district",
        "Вуличне освітлення › Не світить окремий ліхтар",
        "Іскрить ліхтар <b>біля</b> під'їзду",
        "Hazard: обірваний дріт",
        "ключ у кв. 1",
        "Шевчук Єва · (067) 123-45-67",
        "КП «Міськсвітло»",
        "Why so: Освітлення вулиць веде Міськсвітло",
        "Полагодять до четверга.",
        "Not confirmed by the centre yet; it is kept on this desk.",
    ):
        assert shown.says(words), words


def test_what_is_not_known_takes_no_room(shown: Shown, bring: Bring) -> None:
    bring(make_ticket(1))
    shown.card.show_ticket(make_ticket(1).id)
    assert shown.says("anonymous")
    for words in ("Hazard", "Access", "Promised", "Why so", "Not confirmed"):
        assert not shown.says(words), words


def test_the_card_follows_what_others_do(shown: Shown, desk: DeskUnderTest, bring: Bring, qtbot: QtBot) -> None:
    bring(make_ticket(1))
    shown.card.show_ticket(make_ticket(1).id)
    note = Note(id=uuid4(), ticket_id=make_ticket(1).id, written_at=NOON, text="Бригада виїхала")
    bring(note)
    qtbot.waitUntil(lambda: headlines(shown)[0] == "Бригада виїхала")
    bring(make_ticket(1, state=State.IN_WORK))
    qtbot.waitUntil(lambda: shown.button("Виконавець повідомив") is not None)
    assert shown.button("Прийнято в роботу") is None


def test_an_executor_s_answer_is_shown(shown: Shown, bring: Bring) -> None:
    ticket = make_ticket(1)
    assignment = Assignment(
        id=uuid4(),
        ticket_id=ticket.id,
        executor_id=LIGHTING.id,
        assigned_at=NOON,
        assigned_by=OPERATOR.account_id,
        due_at=ticket.due_at,
        comment="Немає ламп до вівторка",
    )
    bring(ticket, assignment)
    shown.card.show_ticket(ticket.id)
    assert shown.says("Answer: Немає ламп до вівторка")


def test_both_versions_of_a_conflict_are_shown_until_it_is_decided(shown: Shown, bring: Bring) -> None:
    ticket = make_ticket(1)
    conflict = Conflict(
        id=uuid4(),
        kind=ConflictKind.FIELD,
        record="ticket",
        record_id=ticket.id,
        field="executor_id",
        winner=Version(str(LIGHTING.id), uuid4(), OPERATOR.account_id, None, NOON),
        loser=Version(str(WATERWORKS.id), uuid4(), None, None, NOON - 5 * MINUTE),
        found_at=NOON,
        ticket_id=ticket.id,
    )
    bring(ticket, conflict)
    shown.card.show_ticket(ticket.id)
    assert shown.says("Two versions of “executor”.")
    assert shown.says("Stands: КП «Міськсвітло» (Їжакевич Олена, today 12:00).")
    assert shown.says("Also said: КП «Чернігівводоканал» (Centre, today 11:55).")
    bring(msgspec.structs.replace(conflict, state="kept"))
    assert not shown.says("Two versions of")


def test_unconfirmed_fields_are_named_until_the_centre_has_them(
    shown: Shown, desk: DeskUnderTest, bring: Bring, qtbot: QtBot
) -> None:
    bring(make_ticket(1))
    shown.card.show_ticket(make_ticket(1).id)
    shown.service.move(make_ticket(1).id, TAKE)
    qtbot.waitUntil(lambda: shown.says("Not confirmed by the centre yet: state."))
    for each in desk.database.outbox.unconfirmed():
        desk.log.apply(each.decoded())
    desk.pull()
    qtbot.waitUntil(lambda: not shown.says("Not confirmed by the centre yet"))
    assert headlines(shown)[0] == "Прийнято в роботу"


def test_time_turns_attention_into_overdue(shown: Shown, desk: DeskUnderTest, bring: Bring) -> None:
    bring(make_ticket(1, received_at=NOON - HOUR, due_at=NOON + HOUR))
    shown.card.show_ticket(make_ticket(1).id)
    assert not shown.says("Attention")
    desk.clock.pass_time(40 * MINUTE)
    shown.card.show_ticket(make_ticket(1).id)
    assert shown.says("Attention")
    assert shown.says("20 min left")
    desk.clock.pass_time(HOUR)
    shown.card.show_ticket(make_ticket(1).id)
    assert shown.says("Overdue")
    assert shown.says("overdue by 40 min")


def test_the_number_is_copied_whole(shown: Shown, desk: DeskUnderTest) -> None:
    registered = register(desk)
    shown.card.show_ticket(registered.ticket_id)
    copy = shown.card.findChild(QToolButton)
    assert copy is not None
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == registered.number
    assert [notice.text for notice in shown.notices.shown] == ["Number copied"]


def test_slip_and_history_are_asked_for_the_ticket(shown: Shown, desk: DeskUnderTest, qtbot: QtBot) -> None:
    registered = register(desk)
    with qtbot.waitSignal(shown.card.history_asked) as asked:
        shown.card.show_ticket(registered.ticket_id)
    assert asked.args[0].id == registered.ticket_id
    with qtbot.waitSignal(shown.card.print_asked) as asked:
        click(shown, "Slip")
    assert asked.args == [registered.ticket_id]


def test_a_ticket_this_desk_does_not_have_is_told_and_the_card_goes(shown: Shown, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.card.closed):
        shown.card.show_ticket(uuid4())
    assert [notice.text for notice in shown.notices.shown] == ["This desk does not have that record."]


def test_a_hidden_card_catches_up_when_it_is_shown(shown: Shown, desk: DeskUnderTest, qtbot: QtBot) -> None:
    ticket_id = register(desk).ticket_id
    shown.card.show_ticket(ticket_id)
    shown.card.hide()
    shown.service.move(ticket_id, TAKE)
    qtbot.wait(20)
    assert state(shown) is State.REGISTERED
    shown.card.show()
    assert state(shown) is State.IN_WORK


def test_a_card_brought_to_the_front_is_read_from_its_timeline(shown: Shown, desk: DeskUnderTest, qtbot: QtBot) -> None:
    pages = QStackedWidget(shown.window)
    before = QLineEdit()
    pages.addWidget(before)
    pages.addWidget(shown.card)
    pages.resize(655, 668)
    pages.show()
    before.setFocus()
    shown.card.show_ticket(register(desk).ticket_id)
    pages.setCurrentWidget(shown.card)
    assert timeline(shown).hasFocus()


@pytest.mark.parametrize("height", [500, 668, 940])
def test_nothing_is_cut_at_the_least_window(shown: Shown, desk: DeskUnderTest, height: int) -> None:
    shown.card.show_ticket(register_whole(desk))
    shown.card.resize(600, height)
    QApplication.processEvents()
    assert shown.card.minimumSizeHint().height() <= height
    shown.card.assign()
    QApplication.processEvents()
    assert shown.card.minimumSizeHint().height() <= height
    for field in (text_of(shown), executor_of(shown)):
        assert field.height() >= min(field.sizeHint().height(), field.maximumHeight())


def test_pages_above_the_timeline_scroll_by_keys(shown: Shown, desk: DeskUnderTest) -> None:
    shown.card.show_ticket(register_whole(desk))
    shown.card.resize(600, 480)
    QApplication.processEvents()
    area = next(each for each in shown.card.findChildren(QScrollArea))
    assert area.verticalScrollBar().maximum() > 0
    QTest.keyClick(timeline(shown), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert area.verticalScrollBar().value() > 0


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_part_of_the_card_has_a_name_for_readers_in_both_schemes(
    shown: Shown, desk: DeskUnderTest, theme: Theme, scheme: Scheme
) -> None:
    theme.use(scheme)
    shown.card.show_ticket(register_whole(desk))
    picture = shown.card.grab().toImage()
    assert len({picture.pixel(x, y) for x in range(0, 655, 5) for y in range(0, 668, 5)}) > 10
    nameless = [
        widget
        for widget in shown.card.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []
