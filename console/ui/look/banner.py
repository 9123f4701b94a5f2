"""A strip across the whole window: the link is down, an incident is active."""

from enum import StrEnum
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from console.ui.look.announcing import announce
from console.ui.look.buttons import Button
from console.ui.look.icons import IconLabel, Symbol
from console.ui.look.looks import repolish


class BannerKind(StrEnum):
    """What a banner is about; each has its icon and colours."""

    OFFLINE = "offline"
    WARNING = "warning"
    DANGER = "danger"
    INFO = "info"


_ICONS = {
    BannerKind.OFFLINE: (Symbol.CLOUD_OFF, "warning"),
    BannerKind.WARNING: (Symbol.WARNING, "warning"),
    BannerKind.DANGER: (Symbol.INCIDENT, "critical"),
    BannerKind.INFO: (Symbol.INFO, "routine"),
}


class Banner(QFrame):
    """Says one thing that holds for the whole window, and offers at most one deed."""

    acted = Signal()
    """The button was pressed."""

    def __init__(
        self, kind: BannerKind, action: str | None = None, keys: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(*_ICONS[kind])
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._label, 1)
        if action is not None:
            button = Button(action, keys)
            button.clicked.connect(self.acted)
            layout.addWidget(button)
        self.show_kind(kind)

    def show_kind(self, kind: BannerKind) -> None:
        """Change what the banner is about."""
        self._icon.show_symbol(*_ICONS[kind])
        self.setProperty("banner", kind.value)
        repolish(self)

    def say(self, lead: str, rest: str = "") -> None:
        """Show a sentence, its beginning in bold; both parts are plain text, whoever wrote them."""
        self._label.setText(f"<b>{escape(lead)}</b> {escape(rest)}")
        said = f"{lead} {rest}".strip()
        if said != self.accessibleName():
            self.setAccessibleName(said)
            announce(self, said)
