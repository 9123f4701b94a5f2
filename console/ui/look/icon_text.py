"""An icon with its words, for bars and lists of facts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from console.ui.look.icons import IconLabel, Symbol
from console.ui.look.labels import ElidedLabel


class IconText(QWidget):
    """Shows an icon and one line of words beside it; with `is_elided` the words shorten where room is short."""

    def __init__(
        self,
        symbol: Symbol,
        text: str = "",
        tint: str = "muted",
        *,
        is_elided: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(symbol, tint, 16)
        self._label = ElidedLabel(text) if is_elided else QLabel(text)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._icon)
        layout.addWidget(self._label, 1)

    @property
    def text(self) -> str:
        """The words shown now."""
        return self._label.text()

    def show_text(self, text: str, symbol: Symbol | None = None, tint: str = "muted") -> None:
        """Show other words, and another icon when one is given."""
        self._label.setText(text)
        if symbol is not None:
            self._icon.show_symbol(symbol, tint)
