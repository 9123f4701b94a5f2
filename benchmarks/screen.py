"""Qt without a person before it: the one application, its loop, and how long something takes to be painted."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from qasync import QEventLoop as AsyncLoop

from console.ui.look.theme import Scheme, Theme

_PATIENCE_SECONDS = 30.0
_WAKE_MS = 20
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@cache
def application() -> QApplication:
    """Return the application all measurements share."""
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    return application


@cache
def theme() -> Theme:
    """Dress the application as the console's and return its look."""
    return Theme(application(), Scheme.LIGHT)


@contextmanager
def coroutines() -> Iterator[asyncio.AbstractEventLoop]:
    """Let coroutines run whenever Qt's events are let run."""
    loop: asyncio.AbstractEventLoop = AsyncLoop(application(), already_running=True)
    try:
        yield loop
    finally:
        # Only a loop that ends inside exec() leaves Qt fit for the next one.
        loop.call_soon(loop.stop)
        application().exec()
        asyncio._set_running_loop(None)
        loop.close()


def wait_until(is_done: Callable[[], bool]) -> None:
    """Let events run until something is so.

    Raises TimeoutError when it does not come to be.
    """
    waker = QTimer(interval=_WAKE_MS)
    waker.start()
    end = perf_counter() + _PATIENCE_SECONDS
    while not is_done():
        if perf_counter() > end:
            raise TimeoutError
        application().processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    waker.stop()


def rest(seconds: float) -> None:
    """Let events run for a while, as between two keys of an operator."""
    end = perf_counter() + seconds
    wait_until(lambda: perf_counter() >= end)


def type_letter(field: QWidget, letter: str) -> None:
    """Press and release a key in a field; QTest cannot with Cyrillic letters."""
    code = ord(letter.upper()) if letter.isascii() else Qt.Key.Key_unknown
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, code, _NO_MODIFIER, letter))


class PaintWatch(QObject):
    """Tells how long it takes until a window has painted what an act changed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._is_painted = False
        window.windowHandle().installEventFilter(self)

    def milliseconds(self, act: Callable[[], object]) -> float:
        """Return how long an act takes, from its begin to the painted picture."""
        self._is_painted = False
        start = perf_counter()
        act()
        wait_until(lambda: self._is_painted)
        return (perf_counter() - start) * 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice that the window is about to paint; when the event is over it has."""
        if event.type() == QEvent.Type.UpdateRequest:
            self._is_painted = True
        return super().eventFilter(watched, event)
