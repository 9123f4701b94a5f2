"""What nobody expected: kept in the log with its traceback, shown until dismissed, and the program goes on."""

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from console.ui.look.notices import NoticeKind, Notices

_LOG_BYTES = 1_000_000
_LOG_FILES = 5
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_log = logging.getLogger(__name__)


class Faults(QObject):
    """Watches the whole process for faults from `watch` until `close`."""

    _happened = Signal(str)  # the traceback; from any thread

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices: Notices | None = None
        self._happened.connect(self._show)
        self._file = RotatingFileHandler(
            folder / "console.log", maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8"
        )
        self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        self._crashes = (folder / "crash.log").open("a", encoding="utf-8")
        self._before: Callable[[], None] = lambda: None

    def watch(self, notices: Notices) -> None:
        """Hear of every fault of this process and tell the operator there."""
        self._notices = notices
        hooks = sys.excepthook, threading.excepthook
        logging.getLogger().addHandler(self._file)
        logging.getLogger().setLevel(logging.INFO)
        faulthandler.enable(self._crashes)
        sys.excepthook = self._on_exception
        threading.excepthook = lambda fault: self.report(fault.exc_value)
        qt_handler = qInstallMessageHandler(_on_qt_message)

        def restore() -> None:
            sys.excepthook, threading.excepthook = hooks
            qInstallMessageHandler(qt_handler)

        self._before = restore

    def report(self, fault: BaseException | None) -> None:
        """Log a fault and show it; from any thread."""
        if fault is None or isinstance(fault, KeyboardInterrupt | SystemExit):
            return
        _log.error("fault", exc_info=fault)
        self._happened.emit("".join(traceback.format_exception(fault)))

    def on_loop_fault(self, _loop: object, context: dict[str, Any]) -> None:
        """Take what the event loop could not deliver to anyone."""
        fault = context.get("exception")
        if isinstance(fault, BaseException):
            self.report(fault)
        else:
            _log.error("loop: %s", context.get("message"))

    def close(self) -> None:
        """Leave the process as it was."""
        self._before()
        faulthandler.disable()
        logging.getLogger().removeHandler(self._file)
        self._file.close()
        self._crashes.close()

    def _on_exception(self, _kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        self.report(fault)

    def _show(self, details: str) -> None:
        if self._notices is not None:
            sentence = self.tr("Something went wrong in the program. What you typed is kept; go on working.")
            self._notices.tell(sentence, NoticeKind.ERROR, details)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger(f"qt.{context.category}").log(_LEVELS[kind], "%s", message)
