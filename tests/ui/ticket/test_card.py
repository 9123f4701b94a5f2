"""The card shows a ticket whole, follows it, and acts on it in place."""

from collections.abc import Callable
from functools import partial
from uuid import UUID, uuid4

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QListView, QPlainTextEdit, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from console.services.intake import Caller, IntakeService, Place, Problem
from console.ui.itemmodels.timeline_model import TimelineModel
from console.ui.look.theme import Scheme, Theme
from protocol.due import Due
from protocol.phones import PhoneNumber
from protocol.records import Assignment, Conflict, Note, Version
from protocol.times import HOUR, MINUTE
from protocol.vocabulary import ConflictKind, LimitKind, State
from tests.desk import CANCEL, LAMP, LIGHTING, NOON, OPERATOR, TAKE, WATERWORKS, DeskUnderTest
from tests.store.acts import register
from tests.ui.itemmodels.tickets import make_ticket
from tests.ui.queue.keyboard import press, type_text
from tests.ui.ticket.conftest import Shown

Bring = Callable[..., None]


def text_of(shown: Shown) -> QPlainTextEdit:
    return next(each for each in shown.card.findChildren(QPlainTextEdit) if each.isVisible())


def executor_of(shown: Shown) -> QComboBox:
    return next(each for each in shown.card.findChildren(QComboBox) if each.isVisible())


def is_asking(shown: Shown) -> bool:
    return any(each.isVisible() for each in shown.card.findChildren(QPlainTextEdit))


def click(shown: Shown, words: str) -> None:
    button = shown.button(words)
    assert button is not None, words
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def headlines(shown: Shown) -> list[str]:
    model = timeline(shown).model()
    assert isinstance(model, TimelineModel)
    return [entry.headline for entry in model.entries]


def timeline(shown: Shown) -> QListView:
    return next(each for each in shown.card.findChildren(QListView) if isinstance(each.model(), TimelineModel))


def state(shown: Shown) -> State | None:
    return shown.card.ticket.state if shown.card.ticket is not None else None


def is_in(shown: Shown, expected: State) -> bool:
    return state(shown) is expected


def is_offered(shown: Shown, words: str) -> bool:
    button = shown.button(words)
    return button is not None and button.isEnabled()


def register_whole(desk: DeskUnderTest) -> UUID:
    """Register a ticket of which everything is known."""
    now = desk.clock.now()
    return (
        IntakeService(desk.database, desk.shift)
        .register(
            Caller(name="Шевчук Єва", phone=PhoneNumber("0671234567", "+380671234567")),
            Place(
                address="вул. Попова, 47, кв. 12",
                flat="12",
                floor="3",
                door_code="12К34",
                landmark="за школою",
                district="Новозаводський",
            ),
            Problem(
                category=LAMP,
                text="Іскрить ліхтар <b>біля</b> під'їзду",
                due=Due(now + 72 * HOUR, now + 54 * HOUR, None, LimitKind.CALENDAR_DAYS),
                executor_id=LIGHTING.id,
                reason="Освітлення вулиць веде Міськсвітло",
                hazard="обірваний дріт",
                access="ключ у кв. 1",
                promise="Полагодять до четверга.",
            ),
        )
        .ticket_id
    )


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


def test_a_refusal_keeps_the_text_and_tells_in_place(
    shown: Shown, desk: DeskUnderTest, bring: Bring, qtbot: QtBot
) -> None:
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
    shown: Shown, desk: DeskUnderTest, bring: Bring, feed: object, qtbot: QtBot
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


def test_escape_first_closes_the_panel_then_the_card(shown: Shown, desk: DeskUnderTest, qtbot: QtBot) -> None:
    shown.card.show_ticket(register(desk).ticket_id)
    shown.card.write_note()
    with qtbot.assertNotEmitted(shown.card.closed):
        QTest.keyClick(text_of(shown), Qt.Key.Key_Escape)
    with qtbot.waitSignal(shown.card.closed):
        QTest.keyClick(timeline(shown), Qt.Key.Key_Escape)


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
