"""Acts on a ticket are made in place, and what is refused loses nothing."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from protocol.vocabulary import State
from tests.desk import CANCEL, TAKE, WATERWORKS, DeskUnderTest
from tests.store.acts import register
from tests.ui.queue.keyboard import press, type_text
from tests.ui.ticket.conftest import Shown
from tests.ui.ticket.parts import (
    click,
    executor_of,
    headlines,
    is_asking,
    is_in,
    is_offered,
    state,
    text_of,
    timeline,
)


def test_a_ticket_lives_from_registration_to_its_end(shown: Shown, desk: DeskUnderTest, qtbot: QtBot) -> None:
    shown.card.show_ticket(register(desk).ticket_id)
    for label, expected in (
        ("Прийнято в роботу", State.IN_WORK),
        ("Виконавець повідомив", State.ON_CHECK),
        ("Підтверджено заявником", State.CLOSED),
    ):
        desk.clock.pass_time()
        qtbot.waitUntil(partial(is_offered, shown, label))
        QTest.keyClick(shown.card, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(partial(is_in, shown, expected))
    qtbot.waitUntil(lambda: not shown.button("Another executor"))
    assert headlines(shown) == [
        "Підтверджено заявником",
        "Виконавець повідомив: виконано",
        "Прийнято в роботу",
        "Registered by telephone",
    ]
    assert shown.says("in time")
    assert shown.says("closed today 12:03")
    assert timeline(shown).hasFocus()


def test_c_closes_where_that_is_possible(shown: Shown, desk: DeskUnderTest, qtbot: QtBot) -> None:
    ticket_id = register(desk).ticket_id
    shown.card.show_ticket(ticket_id)
    shown.card.setFocus()
    press(timeline(shown), "с")  # the Cyrillic letter on the key of the Latin C
    assert is_asking(shown)
    assert shown.says("Відмінити")


def test_a_move_that_needs_a_note_asks_for_it_and_loses_nothing(
    shown: Shown, desk: DeskUnderTest, qtbot: QtBot
) -> None:
    shown.card.show_ticket(register(desk).ticket_id)
    click(shown, "Відмінити…")
    assert text_of(shown).hasFocus()
    QTest.keyClick(text_of(shown), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown.says("Say why: the text is empty."))
    assert state(shown) is State.REGISTERED
    type_text(text_of(shown), "Помилковий виклик")
    assert not shown.says("Say why")
    QTest.keyClick(text_of(shown), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: state(shown) is State.CLOSED)
    qtbot.waitUntil(lambda: not is_asking(shown))
    assert headlines(shown)[0] == "Відмінити"


def test_what_was_typed_and_given_up_is_there_again(shown: Shown, desk: DeskUnderTest, qtbot: QtBot) -> None:
    first, second = register(desk).ticket_id, register(desk).ticket_id
    shown.card.show_ticket(first)
    shown.card.write_note()
    type_text(text_of(shown), "Дзвонила")
    QTest.keyClick(text_of(shown), Qt.Key.Key_Escape)
    assert not is_asking(shown)
    shown.card.write_note()
    assert text_of(shown).toPlainText() == "Дзвонила"
    shown.card.show_ticket(second)
    assert not is_asking(shown)
    shown.card.write_note()
    assert text_of(shown).toPlainText() == ""
    shown.card.show_ticket(first)
    shown.card.assign()
    assert text_of(shown).toPlainText() == "Дзвонила"


def test_a_refusal_keeps_the_text_and_tells_in_place(shown: Shown, desk: DeskUnderTest, qtbot: QtBot) -> None:
    ticket_id = register(desk).ticket_id
    shown.card.show_ticket(ticket_id)
    click(shown, "Відмінити…")
    type_text(text_of(shown), "Помилка")
    shown.service.move(ticket_id, TAKE)  # as another person did meanwhile
    qtbot.waitUntil(lambda: state(shown) is State.IN_WORK)
    click(shown, "Apply")
    qtbot.waitUntil(lambda: shown.says("no longer where this step begins"))
    assert text_of(shown).toPlainText() == "Помилка"
    assert text_of(shown).hasFocus()


def test_a_refused_move_without_words_is_told_under_the_buttons(
    shown: Shown, desk: DeskUnderTest, qtbot: QtBot
) -> None:
    ticket_id = register(desk).ticket_id
    shown.card.show_ticket(ticket_id)
    shown.service.move(ticket_id, CANCEL, "Помилка")
    click(shown, "Прийнято в роботу")
    qtbot.waitUntil(lambda: shown.says("no longer where this step begins"))
    qtbot.waitUntil(lambda: state(shown) is State.CLOSED)


@pytest.mark.parametrize("letter", ["n", "т"])
def test_n_adds_a_note_on_every_layout(shown: Shown, desk: DeskUnderTest, qtbot: QtBot, letter: str) -> None:
    shown.card.show_ticket(register(desk).ticket_id)
    shown.card.setFocus()
    press(timeline(shown), letter)
    type_text(text_of(shown), "Стовп № 14")
    click(shown, "Apply")
    qtbot.waitUntil(lambda: headlines(shown)[0] == "Стовп № 14")
    qtbot.waitUntil(lambda: not is_asking(shown))


def test_another_executor_needs_a_name_and_a_reason(shown: Shown, desk: DeskUnderTest, qtbot: QtBot) -> None:
    shown.card.show_ticket(register(desk).ticket_id)
    shown.card.setFocus()
    press(timeline(shown), "a", Qt.Key.Key_A)
    executor = executor_of(shown)
    assert QApplication.focusWidget() in (executor, executor.lineEdit())
    type_text(text_of(shown), "Люк їхній")
    click(shown, "Apply")
    qtbot.waitUntil(lambda: shown.says("Choose the executor."))
    executor.setEditText("кп «чернігівводоканал»")
    click(shown, "Apply")
    qtbot.waitUntil(lambda: headlines(shown)[0].startswith("Executor:"))
    assert headlines(shown)[0] == "Executor: КП «Міськсвітло» → КП «Чернігівводоканал»"
    assert shown.says("Why so: Люк їхній")
    assert shown.card.ticket is not None
    assert shown.card.ticket.executor_id == WATERWORKS.id


def test_a_key_pressed_twice_acts_once(shown: Shown, desk: DeskUnderTest, qtbot: QtBot) -> None:
    shown.card.show_ticket(register(desk).ticket_id)
    shown.card.write_note()
    type_text(text_of(shown), "Раз")
    for _ in range(2):
        click(shown, "Apply")
    qtbot.waitUntil(lambda: not is_asking(shown))
    assert headlines(shown).count("Раз") == 1


def test_escape_first_closes_the_panel_then_the_card(shown: Shown, desk: DeskUnderTest, qtbot: QtBot) -> None:
    shown.card.show_ticket(register(desk).ticket_id)
    shown.card.write_note()
    with qtbot.assertNotEmitted(shown.card.closed):
        QTest.keyClick(text_of(shown), Qt.Key.Key_Escape)
    with qtbot.waitSignal(shown.card.closed):
        QTest.keyClick(timeline(shown), Qt.Key.Key_Escape)


def test_tab_walks_through_the_moves_in_their_order_and_never_stays(shown: Shown, desk: DeskUnderTest) -> None:
    shown.card.show_ticket(register(desk).ticket_id)
    shown.card.setFocus()
    seen: list[str] = []
    for _ in range(8):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(getattr(focused, "text", focused.accessibleName)())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen[:6] == [
        "Timeline",
        "Прийнято в роботу  Alt+1",
        "Відмінити…  Alt+2",
        "Note  N",
        "Another executor  A",
        "Slip  F5",
    ]
