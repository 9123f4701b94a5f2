"""What was refused is told in place; what is a bug passes through."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.errors import Offline, Refusal, Refused, ServerRefused, StoreBroken
from console.ui.busy import busy
from console.ui.look.field import FormField
from console.ui.look.notices import NoticeKind, Notices
from console.ui.look.theme import Theme
from console.ui.telling import telling
from console.ui.words import Words
from protocol.problems import ProblemType


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> FormField:
    field = FormField("Address", QLineEdit())
    qtbot.addWidget(field)
    return field


def test_a_refusal_stands_under_the_field_until_the_next_try(field: FormField, words: Words) -> None:
    with telling(field, words):
        raise Refused(Refusal.ADDRESS_MISSING)
    assert field.error == "Enter the address."
    with telling(field, words):
        assert field.error is None
    assert field.error is None


def test_a_refusal_is_told_to_whoever_takes_the_sentence(words: Words) -> None:
    said: list[str] = []
    with telling(said.append, words):
        raise Offline
    assert said == [words.refusal(Offline())]


def test_a_broken_store_is_a_notice_with_details_and_a_refusal_one_without(
    theme: Theme, words: Words, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    notices = Notices(window)
    for error in (StoreBroken("disk image is malformed"), Refused(Refusal.TEXT_MISSING)):
        with telling(notices, words):
            raise error
    assert [notice.kind for notice in notices.shown] == [NoticeKind.ERROR, NoticeKind.WARNING]
    assert [bool(notice.findChildren(QPushButton)) for notice in notices.shown] == [True, False]


def test_only_the_kind_that_is_meant_is_told_here(field: FormField, words: Words) -> None:
    code = FormField("Code", QLineEdit())
    with telling(field, words), telling(code, words, only=ServerRefused):
        raise Offline
    assert (field.error is not None, code.error) == (True, None)
    with telling(field, words), telling(code, words, only=ServerRefused):
        raise ServerRefused(403, ProblemType.CODE_INVALID)
    assert (field.error, code.error is not None) == (None, True)


def test_a_bug_passes_through(field: FormField, words: Words) -> None:
    with pytest.raises(ZeroDivisionError), telling(field, words):
        raise ZeroDivisionError
    assert field.error is None


def test_what_is_busy_cannot_be_pressed_and_gets_its_focus_back(theme: Theme, qtbot: QtBot) -> None:
    window, first, second = QWidget(), QPushButton("first"), QPushButton("second")
    layout = QVBoxLayout(window)
    layout.addWidget(first)
    layout.addWidget(second)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    with busy(first):
        assert not first.isEnabled()
    assert first.isEnabled()
    assert first.hasFocus()


def test_a_focus_that_was_moved_meanwhile_stays(theme: Theme, qtbot: QtBot) -> None:
    window, editor, button, other = QWidget(), QLineEdit(), QPushButton("…"), QLineEdit()
    layout = QVBoxLayout(window)
    for widget in (button, editor, other):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    with busy(button):
        other.setFocus()
    assert other.hasFocus()
