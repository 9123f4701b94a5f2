"""Qt without a person before it: the one application, its loop, and how long something takes to be painted."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from functools import cache
from time import perf_counter
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QMessageLogContext, QObject, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from qasync import QEventLoop

from console.ui.look.theme import Scheme, Theme

T = TypeVar("T")

_NOTHING_NEW = "This plugin does not support propagateSizeHints()"  # the offscreen platform says it of every window

_PATIENCE_SECONDS = 30.0
_LOOK_SECONDS = 0.01
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@cache
def application() -> QApplication:
    """Return the application all measurements share."""
    qInstallMessageHandler(_say)
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    return application


@cache
def theme() -> Theme:
    """Dress the application as the console's and return its look."""
    return Theme(application(), Scheme.LIGHT)


def play(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine on Qt's own loop, as the console runs."""
    with asyncio.Runner(loop_factory=lambda: QEventLoop(application())) as runner:
        return runner.run(work)


async def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so.

    Raises TimeoutError when it does not come to be.
    """
    async with asyncio.timeout(_PATIENCE_SECONDS):
        while not is_so():  # noqa: ASYNC110 - what is waited for here sends no signal
            await asyncio.sleep(_LOOK_SECONDS)


async def show(window: QWidget) -> None:
    """Show a window and wait until it is on the screen."""
    window.show()
    await until(window.windowHandle().isExposed)


def type_letter(field: QWidget, letter: str) -> None:
    """Press and release a key in a field; QTest cannot with Cyrillic letters."""
    code = ord(letter.upper()) if letter.isascii() else Qt.Key.Key_unknown
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, code, _NO_MODIFIER, letter))


class PaintWatch(QObject):
    """Tells how long it takes until a window has painted what an act changed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._painted: asyncio.Future[float] | None = None
        for asked_to_paint in (window, window.windowHandle()):
            asked_to_paint.installEventFilter(self)

    async def milliseconds(self, act: Callable[[], object]) -> float:
        """Return how long an act takes, from its begin to the painted picture."""
        self._painted = asyncio.get_running_loop().create_future()
        start = perf_counter()
        act()
        async with asyncio.timeout(_PATIENCE_SECONDS):
            return (await self._painted - start) * 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice that the window is about to paint: what comes next in Qt's queue finds it painted."""
        if event.type() == QEvent.Type.UpdateRequest and self._painted is not None:
            QTimer.singleShot(0, self._on_painted)
        return super().eventFilter(watched, event)

    def _on_painted(self) -> None:
        if self._painted is not None and not self._painted.done():
            self._painted.set_result(perf_counter())


def _say(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    if words != _NOTHING_NEW:
        print(words, file=sys.stderr)
