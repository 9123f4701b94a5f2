"""The right column: what is known of the caller and the house; where room is short, a drawer over the work."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

_DRAWER_WIDTH = 340
_MARGIN = 8


class SideColumn(QWidget):
    """Holds panels one above the other, beside the work or over its right edge."""

    def __init__(self, area: QWidget, *panels: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._is_drawer = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_MARGIN)
        for panel in panels:
            layout.addWidget(panel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        area.installEventFilter(self)

    @property
    def is_open_drawer(self) -> bool:
        """Whether it lies over the work and is pulled out."""
        return self._is_drawer and self.isVisible()

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the size of the area."""
        if watched is self._area and event.type() == QEvent.Type.Resize and self._is_drawer:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.setGeometry(self._area.width() - _DRAWER_WIDTH, 0, _DRAWER_WIDTH, self._area.height())
