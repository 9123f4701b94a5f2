"""Starts one program and prints when its windows were painted; run in a process of its own.

`python -m benchmarks.start_probe bare` shows a bare window of PySide6, `… console FOLDER LOGIN` the console.
Each picture is printed as the window's class, the seconds since the epoch and the memory taken, in bytes.
"""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks.memory import taken

BARE, CONSOLE = "bare", "console"


class Pictures(QObject):
    """Prints the first picture of each kind of page, and closes the window after the last."""

    def __init__(self, application: QApplication, kinds: set[str]) -> None:
        super().__init__(application)
        self._awaited = kinds
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice that a page is about to be painted; when the event is over it has been."""
        if event.type() == QEvent.Type.Paint and (kind := type(watched).__name__) in self._awaited:
            self._awaited.discard(kind)
            QTimer.singleShot(0, lambda: self._tell(kind))
        return super().eventFilter(watched, event)

    def _tell(self, kind: str) -> None:
        print(kind, time.time(), taken(), flush=True)
        if not self._awaited:
            QApplication.closeAllWindows()


def _bare(application: QApplication) -> None:
    window = QMainWindow()
    window.setCentralWidget(QLabel("…"))
    window.resize(1366, 768)
    window.show()
    application.exec()


def main() -> None:
    """Start what is asked for."""
    application = QApplication(sys.argv[:1])
    match sys.argv[1:]:
        case ["bare"]:
            Pictures(application, {"QMainWindow"})
            _bare(application)
        case ["console", folder, login]:
            Pictures(application, {"Shell", "SignInPage", "MainWindow"})
            from console.app import main as console_main

            console_main(["--data", folder, "--sample", "--sign-in", login])


if __name__ == "__main__":
    main()
