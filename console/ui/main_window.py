"""What the operator works in, put together: calls on top, queue left, intake or ticket in the middle, history right."""

from uuid import UUID

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.services.intake import Registered
from console.settings import Language, SchemeChoice
from console.ui.calls.strip import CallStrip
from console.ui.directory.house_card import HouseCard
from console.ui.history.panel import HistoryPanel
from console.ui.intake.tabs import IntakeTabs
from console.ui.key_map import KeyMap
from console.ui.look.theme import Scheme
from console.ui.queue.panel import QueuePanel
from console.ui.shortcuts import Command, KeyHelp, bind
from console.ui.side_column import SideColumn
from console.ui.slip_desk import SlipDesk
from console.ui.status_bar import StatusBar
from console.ui.sync.offline_banner import OfflineBanner
from console.ui.sync.refused_acts import RefusedActs
from console.ui.sync.status_view import StatusView
from console.ui.ticket.card import TicketCard
from console.ui.workplace import Workplace

_DRAWER_BELOW = 1200
"""Logical pixels of width, as is the next (desk, Window)."""
_COMPACT_BELOW = 1600


class MainWindow(QWidget):
    """Fills the window while somebody is signed in; its parts hear of each other only through it."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._last_registered: UUID | None = None
        self._open_ticket: UUID | None = None
        self._layout_kept_as = ""
        self._strip = self._make_strip()
        self._banner = OfflineBanner(workplace.status, workplace.clock)
        self._queue = self._make_queue()
        self._intake = self._make_intake()
        self._card = self._make_card()
        self._history = self._make_history()
        self._house = HouseCard(reference=workplace.reference, words=workplace.words)
        self._slips = self._make_slips()
        self._status = self._make_status_bar()
        self._centre = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._side = SideColumn(self._splitter, self, self._history, self._house)
        self._key_map = KeyMap(self, [KeyHelp("Esc", self.tr("Back")), KeyHelp("A", self.tr("Answer the call"))])
        self._lay_out()
        self._connect()
        bind(self, self._commands())

    def ring(self, number: str, call_id: str | None = None) -> None:
        """Show a ringing call."""
        self._strip.ring(number, call_id)
