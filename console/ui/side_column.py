"""The right column: what is known of the caller and the house; where room is short, a drawer over the work."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from console.models import Ticket
from console.store.database import Database
from console.store.directory import house_by_id
from console.store.history import HouseKey
from console.ui.directory.house_card import HouseCard
from console.ui.history.panel import HistoryPanel
from console.ui.look.theme import colours
from console.ui.reference import Reference
from protocol.records import Category, House, Street

_DRAWER_WIDTH = 340
_MARGIN = 8


class SideColumn(QWidget):
    """Shows history above and the house below, beside the work or over its right edge."""

    def __init__(
        self, area: QWidget, history: HistoryPanel, house_card: HouseCard, database: Database, reference: Reference
    ) -> None:
        super().__init__(area)
        self._area = area
        self._history = history
        self._house_card = house_card
        self._database = database
        self._reference = reference
        self._is_drawer = False
        self._house: House | None = None
        self._street: Street | None = None
        self._category: Category | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_MARGIN)
        layout.addWidget(history, 1)
        layout.addWidget(house_card)
        self.setFocusProxy(history)
        area.installEventFilter(self)

    @property
    def is_open_drawer(self) -> bool:
        """Whether it lies over the work and is pulled out."""
        return self._is_drawer and self.isVisible()

    def show_house(self, house: House | None, street: Street | None) -> None:
        """Show who serves a house."""
        self._house, self._street = house, street
        self._house_card.show_house(house, street, self._category)

    def show_category(self, category: Category | None) -> None:
        """Put whom a category calls for first among those who serve the house."""
        self._category = category
        self._house_card.show_house(self._house, self._street, category)

    def show_ticket(self, ticket: Ticket) -> None:
        """Show what is known of a ticket's caller and house."""
        directory = self._reference.directory
        street = None if ticket.street_id is None else directory.streets.get(ticket.street_id)
        self._history.show_phone(ticket.phone or "")
        self._history.show_person(ticket.applicant_id)
        self._history.show_place(None if street is None else HouseKey(street.id, ticket.house), ticket.flat)
        self._category = directory.categories.get(ticket.category_id)
        self.show_house(self._house_of(ticket), street)

    def stand_in(self, splitter: QSplitter | None) -> None:
        """Stand as the last column of a splitter; without one become a drawer, pushed in."""
        is_drawer = splitter is None
        margin = _MARGIN if is_drawer else 0
        self.setContentsMargins(margin, margin, margin, margin)
        self._is_drawer = is_drawer
        if splitter is None:
            self.setParent(self._area)
            self._place()
        else:
            splitter.addWidget(self)
        self.setVisible(not is_drawer)

    def open_drawer(self, is_open: bool) -> None:
        """Pull the drawer out or push it in; a column stays as it is."""
        if self._is_drawer:
            self.setVisible(is_open)
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge of the drawer, which lies over other things."""
        if self._is_drawer:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self.palette().window())
            painter.fillRect(0, 0, 1, self.height(), QColor(colours().input_border))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the size of the area."""
        if watched is self._area and event.type() == QEvent.Type.Resize and self._is_drawer:
            self._place()
        return super().eventFilter(watched, event)

    def _house_of(self, ticket: Ticket) -> House | None:
        if ticket.house_id is None:
            return None
        with self._database.read() as connection:
            return house_by_id(connection, ticket.house_id)

    def _place(self) -> None:
        self.setGeometry(self._area.width() - _DRAWER_WIDTH, 0, _DRAWER_WIDTH, self._area.height())
