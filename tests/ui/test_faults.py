"""A fault is logged, shown until dismissed with its details, and stops nothing."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.ui.faults import Faults
from console.ui.look.notices import NoticeKind, Notices
from console.ui.look.theme import Theme


@pytest.fixture
def notices(theme: Theme, qtbot: QtBot) -> Notices:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Notices(window)


@pytest.fixture
def faults(tmp_path: Path, notices: Notices) -> Iterator[Faults]:
    faults = Faults(tmp_path)
    faults.watch(notices)
    yield faults
    faults.close()


def log(folder: Path) -> str:
    return (folder / "console.log").read_text("utf-8")


def fail(words: str) -> None:
    raise ZeroDivisionError(words)


def test_an_uncaught_exception_is_logged_and_shown(faults: Faults, notices: Notices, tmp_path: Path) -> None:
    try:
        fail("у слоті")
    except ZeroDivisionError as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)
    [notice] = notices.shown
    assert notice.kind is NoticeKind.ERROR
    assert "ZeroDivisionError: у слоті" in log(tmp_path)
    assert "test_faults.py" in log(tmp_path)


def test_a_fault_of_another_thread_is_shown_on_this_one(
    faults: Faults, notices: Notices, tmp_path: Path, qtbot: QtBot
) -> None:
    thread = threading.Thread(target=fail, args=("in a thread",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(notices.shown) == 1)
    assert "in a thread" in log(tmp_path)


def test_a_fault_of_the_loop_is_shown(faults: Faults, notices: Notices) -> None:
    faults.on_loop_fault(None, {"message": "Task exception was never retrieved", "exception": KeyError("x")})
    assert len(notices.shown) == 1


def test_an_interrupt_is_no_fault(faults: Faults, notices: Notices) -> None:
    faults.report(KeyboardInterrupt())
    assert notices.shown == []


def test_what_qt_complains_of_goes_into_the_log(faults: Faults, tmp_path: Path) -> None:
    qWarning("QPainter::begin: not enough paint")
    assert "QPainter::begin: not enough paint" in log(tmp_path)


def test_the_hooks_are_given_back(tmp_path: Path, notices: Notices) -> None:
    before = sys.excepthook, threading.excepthook
    faults = Faults(tmp_path)
    faults.watch(notices)
    assert sys.excepthook is not before[0]
    faults.close()
    assert (sys.excepthook, threading.excepthook) == before
