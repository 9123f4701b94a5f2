"""The right column: what is known of the caller and the house; where room is short, a drawer over the work."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

_DRAWER_WIDTH = 340


class SideColumn(QWidget):
    """Holds panels one above the other, beside the work or over its right edge."""

    def __init__(self, splitter: QSplitter, area: QWidget, *panels: QWidget) -> None:
        super().__init__()
        self._splitter = splitter
        self._area = area
        self._is_drawer = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for panel in panels:
            layout.addWidget(panel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        splitter.addWidget(self)
        area.installEventFilter(self)

    @property
    def is_drawer(self) -> bool:
        """Whether it lies over the work rather than beside it."""
        return self._is_drawer

    def become_drawer(self, is_drawer: bool) -> None:
        """Change between a column and a closed drawer."""
        if is_drawer == self._is_drawer:
            return
        self._is_drawer = is_drawer
        margin = 8 if is_drawer else 0
        self.setContentsMargins(margin, margin if is_drawer else 0, margin, margin)
        if is_drawer:
            self.setParent(self._area)
            self.hide()
            self._place()
        else:
            self._splitter.addWidget(self)
            self.show()

    def open_drawer(self, is_open: bool) -> None:
        """Pull the drawer out or push it in; a column stays as it is."""
        if self._is_drawer:
            self.setVisible(is_open)
            self._place()
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the size of the area."""
        if watched is self._area and event.type() == QEvent.Type.Resize and self._is_drawer:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.setGeometry(self._area.width() - _DRAWER_WIDTH, 0, _DRAWER_WIDTH, self._area.height())
