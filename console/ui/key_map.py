"""The key map: every key that works now, drawn from what is really bound."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from console.ui.look import fonts
from console.ui.look.buttons import Button
from console.ui.look.card import Card
from console.ui.look.icons import Symbol
from console.ui.look.looks import Look, dress
from console.ui.shortcuts import KeyHelp, keys_of, keys_on_screen

_WIDTH = 640
_MARGIN = 40


class KeyMap(QWidget):
    """Lies over the window while it is asked for; Esc or F1 takes it away."""

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
        self._card.body.addWidget(self._scroll)
        self.hide()
        window.installEventFilter(self)

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the size of the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _page(self) -> QWidget:
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(32)
        for title, lines in (
            (self.tr("Everywhere"), [*keys_of(self._window), *self._more]),
            (self.tr("On what is shown"), keys_on_screen(self._window)),
        ):
            columns.addLayout(self._column(title, lines), 1)
        return page

    def _column(self, title: str, lines: Iterable[KeyHelp]) -> QVBoxLayout:
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
            grid.addWidget(text, row, 1)
        column = QVBoxLayout()
        column.addWidget(head)
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def _place(self) -> None:
        width = min(_WIDTH, self._window.width() - 2 * _MARGIN)
        height = self._window.height() - 2 * _MARGIN
        self.setGeometry((self._window.width() - width) // 2, _MARGIN, width, height)
        self._card.setGeometry(self.rect())
