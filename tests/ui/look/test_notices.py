"""Notices and banners speak without taking the focus."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from console.ui.look import notices as notices_module
from console.ui.look.banner import Banner, BannerKind
from console.ui.look.notices import Notice, NoticeKind, Notices
from console.ui.look.theme import Theme


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1024, 600)
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_notice_leaves_the_focus_where_it_is(window: QWidget, qtbot: QtBot) -> None:
    editor = QLineEdit(window)
    editor.show()
    editor.setFocus()
    notice = Notices(window).tell("Printing failed", NoticeKind.ERROR, "details")
    assert window.focusWidget() is editor
    QTest.mouseClick(_button(notice), Qt.MouseButton.LeftButton)
    assert window.focusWidget() is editor


def test_notices_stand_in_the_corner_also_after_a_resize(window: QWidget) -> None:
    notices = Notices(window)
    notices.tell("Saved", NoticeKind.DONE)
    for size in ((1024, 600), (1366, 768), (300, 400)):
        window.resize(*size)
        assert notices.isVisible()
        assert QRect(0, 0, *size).contains(notices.geometry())
        assert notices.geometry().right() > size[0] - 20


def test_a_long_message_is_shown_whole(window: QWidget) -> None:
    notices = Notices(window)
    short = notices.tell("Saved").height()
    notice = notices.tell("The printer SLIP-A5 does not take jobs. " * 5, NoticeKind.ERROR)
    label = notice.findChild(QLabel)
    assert label is not None
    assert label.height() >= label.heightForWidth(label.width())
    assert notice.height() > short


def test_the_same_message_is_not_shown_twice(window: QWidget) -> None:
    notices = Notices(window)
    first = notices.tell("No paper", NoticeKind.WARNING)
    assert notices.tell("No paper", NoticeKind.WARNING) is first
    assert notices.shown == [first]


def test_no_more_than_four_stand_at_once(window: QWidget) -> None:
    notices = Notices(window)
    for number in range(6):
        notices.tell(f"Message {number}")
    assert [notice.text for notice in notices.shown] == [f"Message {number}" for number in range(2, 6)]


def test_closing_the_last_one_frees_the_corner(window: QWidget, qtbot: QtBot) -> None:
    notices = Notices(window)
    notice = notices.tell("Failed", NoticeKind.ERROR)
    close = notice.findChild(QToolButton)
    assert close is not None
    assert close.accessibleName() != ""
    with qtbot.waitSignal(notice.closed):
        close.click()
    assert notices.shown == []
    assert not notices.isVisible()


def test_details_can_be_copied(window: QWidget) -> None:
    notice = Notices(window).tell("A bug", NoticeKind.ERROR, "Traceback: line 7")
    button = _button(notice)
    button.click()
    assert QGuiApplication.clipboard().text() == "Traceback: line 7"


def test_good_news_goes_away_and_an_error_stays(window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices_module, "_SECONDS", {NoticeKind.DONE: 0.01})
    notices = Notices(window)
    error = notices.tell("Failed", NoticeKind.ERROR)
    done = notices.tell("Printed", NoticeKind.DONE)
    with qtbot.waitSignal(done.closed):
        pass
    assert notices.shown == [error]


@pytest.mark.parametrize("kind", BannerKind)
def test_a_banner_says_its_sentence_and_offers_one_deed(theme: Theme, qtbot: QtBot, kind: BannerKind) -> None:
    banner = Banner(kind, "Try now")
    qtbot.addWidget(banner)
    banner.say("No link <since 08:52>.", "Tickets are kept on this desk.")
    assert banner.accessibleName() == "No link <since 08:52>. Tickets are kept on this desk."
    label = banner.findChild(QLabel)
    assert label is not None
    assert "&lt;since 08:52&gt;" in label.text()
    button = banner.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(banner.acted):
        button.click()


def test_a_banner_keeps_its_words_in_a_narrow_window(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(BannerKind.OFFLINE, "Try now")
    banner.say("No link since 08:52.", "Tickets are kept on this desk and will be sent by themselves. " * 3)
    qtbot.addWidget(banner)
    assert banner.heightForWidth(500) > banner.heightForWidth(1900)


def _button(notice: Notice) -> QPushButton:
    button = notice.findChild(QPushButton)
    assert button is not None
    return button
