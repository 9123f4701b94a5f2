"""The top-level window: one page at a time, notices over it, its place on the screen remembered."""

from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QVBoxLayout, QWidget

from console.ui.look.icons import Symbol
from console.ui.look.looks import Look, dress
from console.ui.look.message_card import MessageCard
from console.ui.look.notices import Notices

SMALLEST = QSize(1024, 600)
_USUAL = QSize(1366, 768)


class Shell(QMainWindow):
    """Frames whatever the console shows; closing it only says so, the program ends by itself."""

    closed = Signal()
    painted = Signal()
    """The first page is on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._geometry: QSettings | None = None
        self.notices = Notices(self)
        """Messages for the whole window."""
        self.setWindowTitle(self.tr("Contact centre"))
        self.setMinimumSize(SMALLEST)
        self.resize(_USUAL)
        self.show_page(_opening_page(self.tr("Opening…")))

    def remember_geometry(self, folder: Path) -> None:
        """Stand where the window stood last in this data folder, and keep that up to date from now on."""
        if self._geometry is None:
            self._geometry = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat, self)
            if kept := self._geometry.value("window"):
                self.restoreGeometry(kept)

    @property
    def is_placed(self) -> bool:
        """Whether the window stands where somebody has put it."""
        return self._geometry is not None and self._geometry.contains("window")

    @property
    def geometry_settings(self) -> QSettings:
        """Where pages keep the places of their splitters, and nothing else."""
        if self._geometry is None:
            raise RuntimeError("the data folder is not known yet")
        return self._geometry

    def show_page(self, page: QWidget) -> None:
        """Fill the window with a page; the one before it is gone."""
        self.setCentralWidget(page)
        self.notices.raise_()

    def show_problem(self, sentence: str, details: str = "") -> None:
        """Fill the window with what keeps the console from working."""
        page = QWidget()
        MessageCard(self.tr("The console cannot start"), Symbol.WARNING, sentence, details).stand_in(page)
        self.show_page(page)

    def summon(self) -> None:
        """Come to the front: the operator asked for the window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the window is painted."""
        super().paintEvent(event)
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place on the screen and say that the window is closed."""
        if self._geometry is not None:
            self._geometry.setValue("window", self.saveGeometry())
        super().closeEvent(event)
        self.closed.emit()


def _opening_page(words: str) -> QWidget:
    page = QWidget()
    label = QLabel(words)
    dress(label, Look.MUTED)
    QVBoxLayout(page).addWidget(label, 0, Qt.AlignmentFlag.AlignCenter)
    return page
