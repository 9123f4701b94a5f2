"""Calls ring, are answered and end by the keyboard, and never disturb who is typing."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.ui.calls.ringing_card import RingingCard
from console.ui.calls.strip import CallStrip
from console.ui.feed import Feed
from console.ui.look.labels import DurationLabel
from protocol.ids import reference_id
from protocol.phones import PhoneSite
from protocol.records import Applicant, Phone
from protocol.times import MINUTE, SECOND
from tests.desk import DeskUnderTest

EVA = Applicant(id=reference_id("applicant", "eva"), name="Шевчук Єва Гнатівна")
PETRO = Applicant(id=reference_id("applicant", "petro"), name="Шевчук Петро Ілліч")


class Window(QWidget):
    """A window with the strip, a text field and a button below it."""

    def __init__(self, desk: DeskUnderTest, feed: Feed) -> None:
        super().__init__()
        self.strip = CallStrip(
            database=desk.database, feed=feed, clock=desk.clock, phone_site=PhoneSite("462"), is_audible=False
        )
        self.text = QLineEdit()
        self.button = QPushButton("…")
        self.answered: list[tuple[str, object]] = []
        self.strip.answered.connect(lambda number, call_id: self.answered.append((number, call_id)))
        layout = QVBoxLayout(self)
        for widget in (self.strip, self.text, self.button):
            layout.addWidget(widget)

    def cards(self) -> list[RingingCard]:
        """Return the ringing cards on the screen, in their order."""
        cards = [card for card in self.findChildren(RingingCard) if card.isVisible()]
        return sorted(cards, key=lambda card: card.x())

    def words(self) -> set[str]:
        """Return every label on the screen."""
        return {label.text() for label in self.findChildren(QLabel) if label.isVisible()}


@pytest.fixture
def window(desk: DeskUnderTest, feed: Feed, qtbot: QtBot) -> Window:
    window = Window(desk, feed)
    qtbot.addWidget(window)
    window.resize(1366, 300)
    window.show()
    window.activateWindow()
    window.text.setFocus()
    qtbot.waitUntil(window.text.hasFocus)
    return window


def know(desk: DeskUnderTest, *people: Applicant) -> None:
    """Let these people be known under one number."""
    for person in people:
        phone = Phone(id=reference_id("phone", str(person.id)), applicant_id=person.id, number="+380671234567")
        desk.log.add(person, phone)
    desk.pull()


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """Press a key as a keyboard of any layout would."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def test_a_ringing_call_shows_its_number_and_leaves_the_focus_where_it_was(window: Window) -> None:
    window.strip.ring("0671234567")
    assert "(067) 123-45-67" in window.words()
    assert window.text.hasFocus()


def test_who_calls_is_told_when_one_person_has_the_number(window: Window, desk: DeskUnderTest, qtbot: QtBot) -> None:
    know(desk, EVA)
    window.strip.ring("0671234567")
    qtbot.waitUntil(lambda: any("Шевчук Єва Гнатівна" in words for words in window.words()))


def test_people_who_share_a_number_are_counted_and_none_is_named(
    window: Window, desk: DeskUnderTest, qtbot: QtBot
) -> None:
    know(desk, EVA, PETRO)
    window.strip.ring("0671234567")
    qtbot.waitUntil(lambda: any("2 people under this number" in words for words in window.words()))
    assert not any("Шевчук" in words for words in window.words())


def test_a_person_who_becomes_known_while_it_rings_is_named(window: Window, desk: DeskUnderTest, qtbot: QtBot) -> None:
    window.strip.ring("0671234567")
    qtbot.waitUntil(lambda: "first call" in window.words())
    know(desk, EVA)
    qtbot.waitUntil(lambda: any("Шевчук Єва Гнатівна" in words for words in window.words()))


@pytest.mark.parametrize("withheld", ["anonymous", "<unknown>", "0", ""])
def test_a_withheld_number_is_said_to_be_withheld(window: Window, withheld: str) -> None:
    window.strip.ring(withheld)
    assert "number withheld" in window.words()


def test_several_ringing_calls_stand_oldest_first_and_the_oldest_is_answered(window: Window) -> None:
    for number in ("0671111111", "0672222222", "0673333333"):
        window.strip.ring(number)
    assert window.strip.ringing == ["(067) 111-11-11", "(067) 222-22-22", "(067) 333-33-33"]
    window.strip.answer_oldest()
    assert window.answered == [("0671111111", None)]
    assert window.strip.ringing == ["(067) 222-22-22", "(067) 333-33-33"]


def test_cards_there_is_no_room_for_are_counted(window: Window, qtbot: QtBot) -> None:
    for number in ("0671111111", "0672222222", "0673333333"):
        window.strip.ring(number)
    assert len(window.cards()) == 2
    window.resize(1024, 300)
    qtbot.waitUntil(lambda: len(window.cards()) == 1)
    assert "2 more call(s)" in window.words()


def test_a_call_reported_twice_rings_once(window: Window) -> None:
    window.strip.ring("0671234567")
    window.strip.ring("+380 67 123 45 67")
    window.strip.ring("0501112233", "7.1")
    window.strip.ring("0501112233", "7.1")
    assert len(window.strip.ringing) == 2


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_A, "a"), (Qt.Key.Key_A, "ф"), (Qt.Key.Key_unknown, "Ф")])
def test_the_letter_answers_on_every_layout_where_no_text_is_typed(window: Window, key: Qt.Key, text: str) -> None:
    window.strip.ring("0671234567", "7.1")
    window.button.setFocus()
    press(window.button, key, text)
    assert window.answered == [("0671234567", "7.1")]


def test_the_letter_goes_into_the_text_that_is_being_typed(window: Window) -> None:
    window.strip.ring("0671234567")
    press(window.text, Qt.Key.Key_A, "ф")
    assert window.text.text() == "ф"
    assert window.answered == []


def test_the_letter_means_nothing_when_nothing_rings(window: Window) -> None:
    window.strip.ring("0671234567")
    press(window.cards()[0], Qt.Key.Key_Escape)
    window.button.setFocus()
    press(window.button, Qt.Key.Key_A, "a")
    assert window.answered == []


def test_enter_on_a_card_answers_it_and_escape_hides_it(window: Window) -> None:
    window.strip.ring("0671111111")
    window.strip.ring("0672222222")
    first, second = window.cards()
    press(second, Qt.Key.Key_Return)
    assert window.answered == [("0672222222", None)]
    press(first, Qt.Key.Key_Escape)
    assert window.strip.ringing == []
    assert len(window.answered) == 1


def test_the_timer_counts_the_talk(window: Window, desk: DeskUnderTest, qtbot: QtBot) -> None:
    window.strip.ring("0671234567")
    window.strip.answer_oldest()
    duration = window.strip.findChild(DurationLabel)
    assert isinstance(duration, DurationLabel)
    desk.clock.pass_time(2 * MINUTE + 47 * SECOND)
    qtbot.waitUntil(lambda: duration.text() == "02:47")
    assert duration.accessibleName().endswith("02:47")


def test_ending_the_call_frees_the_strip(window: Window, qtbot: QtBot) -> None:
    window.strip.ring("0671234567")
    window.strip.answer_oldest()
    with qtbot.waitSignal(window.strip.ended):
        window.strip.end_call()
    assert not window.strip.is_talking
    assert "(067) 123-45-67" not in window.words()


def test_ending_without_a_call_tells_nobody(window: Window, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.strip.ended):
        window.strip.end_call()


def test_answering_another_call_ends_the_present_one_first(window: Window) -> None:
    happened: list[str] = []
    window.strip.ended.connect(lambda: happened.append("ended"))
    window.strip.answered.connect(lambda number, _: happened.append(number))
    window.strip.ring("0671111111")
    window.strip.answer_oldest()
    window.strip.ring("0672222222")
    window.strip.answer_oldest()
    assert happened == ["0671111111", "ended", "0672222222"]


def test_a_typed_number_is_a_call_from_it(window: Window) -> None:
    window.strip.answer_or_type()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText(" 67-77-77 ")
    press(field, Qt.Key.Key_Return)
    assert window.answered == [("67-77-77", None)]
    assert "(0462) 67-77-77" in window.words()


def test_a_typed_text_that_is_no_number_is_kept_as_it_is(window: Window) -> None:
    window.strip.answer_or_type()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("12")
    press(field, Qt.Key.Key_Return)
    assert "12" in window.words()
