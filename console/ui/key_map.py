"""The key map: every key that works now, drawn from what is really bound."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from console.ui.look import fonts
from console.ui.look.buttons import Button
from console.ui.look.card import Card
from console.ui.look.icons import Symbol
from console.ui.look.looks import Look, dress
from console.ui.shortcuts import KeyHelp, keys_of, keys_on_screen

_WIDTH = 720
_MARGIN = 32
_SCRIM = QColor(0, 0, 0, 110)


class KeyMap(QWidget):
    """Lies over the window while it is asked for; Esc, F1 or a click takes it away."""

    def __init__(self, window: QWidget, more: Iterable[KeyHelp] = ()) -> None:
        """Cover a window; `more` are keys it hears without a shortcut."""
        super().__init__(window)
        self._window = window
        self._more = tuple(more)
        self._asked_from: QWidget | None = None
        self._card = Card(self.tr("Keys"), Symbol.KEYBOARD, self)
        close = Button(self.tr("Close"), "Esc", look=Look.FLAT, bind=False)
        close.clicked.connect(self.close_map)
        self._card.add_at_end(close)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(self.tr("Keys"))
        self._card.body.addWidget(self._scroll)
        self.hide()
        window.installEventFilter(self)

    @property
    def is_whole(self) -> bool:
        """Whether every key is seen without scrolling."""
        return self._scroll.verticalScrollBar().maximum() == 0

    def toggle(self) -> None:
        """Show the keys that work now, or take the map away."""
        if self.isVisible():
            self.close_map()
            return
        self._asked_from = self._window.focusWidget()
        self._scroll.setWidget(self._page())
        self._place()
        self.show()
        self.raise_()
        self._scroll.setFocus()

    def close_map(self) -> None:
        """Take the map away and give the focus back."""
        self.hide()
        if self._asked_from is not None:
            self._asked_from.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_map()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close at a click beside the card."""
        self.close_map()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Darken the window behind the card."""
        QPainter(self).fillRect(self.rect(), _SCRIM)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the size of the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _page(self) -> QWidget:
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(4, 0, 4, 4)
        columns.setSpacing(32)
        for title, lines in (
            (self.tr("Everywhere"), [*keys_of(self._window), *self._more]),
            (self.tr("On what is shown"), keys_on_screen(self._window)),
        ):
            columns.addLayout(_column(title, lines), 1)
        return page

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(_WIDTH, self.width() - 2 * _MARGIN)
        head = self._card.sizeHint().height() - self._scroll.sizeHint().height()
        height = min(head + self._page_height(width - 2 * _MARGIN), self.height() - 2 * _MARGIN)
        self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _page_height(self, width: int) -> int:
        """Return the height the keys take at a width; a widget not shown yet does not know it, its layout does."""
        page = self._scroll.widget()
        layout = page.layout() if page is not None else None
        return 0 if layout is None else layout.totalHeightForWidth(width)


def _column(title: str, lines: Iterable[KeyHelp]) -> QVBoxLayout:
    head = QLabel(title)
    dress(head, Look.SUBTITLE)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, line in enumerate(lines):
        keys = QLabel(line.keys)
        keys.setFont(fonts.text(weight=QFont.Weight.DemiBold))
        text = QLabel(line.text)
        text.setWordWrap(True)
        grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text, row, 1, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(head)
    column.addLayout(grid)
    column.addStretch(1)
    return column
