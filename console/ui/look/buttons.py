"""Buttons that show the key that presses them."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from console.ui.look.icons import Symbol, icon
from console.ui.look.looks import Look, dress
from console.ui.look.theme import colours

_ICON_TINTS = {Look.PRIMARY: "on_accent", Look.DANGER: "on_danger"}
_ICON_SIZE = QSize(22, 18)
"""Wider than the drawing, for Qt leaves too little room between icon and words."""
_RING_INSET = 2.5


class Button(QPushButton):
    """A push button with its keys in its text ("Print slip  F5"), which also press it.

    Keys are written as "F5" or "Ctrl+Enter"; Enter stands for both Enter keys. With `bind=False` they are only
    shown, for a command that is bound elsewhere: a key bound twice in one window does nothing.
    """

    def __init__(
        self,
        label: str,
        keys: str | None = None,
        symbol: Symbol | None = None,
        *,
        look: Look = Look.PLAIN,
        icon_tint: str | None = None,
        bind: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = _sequences(keys) if keys else []
        dress(self, look)
        if symbol is not None:
            self.setIcon(icon(symbol, icon_tint or _ICON_TINTS.get(look, "muted")))
            self.setIconSize(_ICON_SIZE)
        self.set_label(label)
        if bind and self._keys:
            shortcut = QShortcut(self)
            shortcut.setKeys(self._keys)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.click)

    def set_label(self, label: str) -> None:
        """Change the words and keep the keys."""
        keys = self._keys[0].toString(QKeySequence.SequenceFormat.NativeText) if self._keys else ""
        self.setText(f"{label}  {keys}" if keys else label)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and the focus ring of a coloured one."""
        super().paintEvent(event)
        tint = _ICON_TINTS.get(self._look)
        if tint is None or not self.hasFocus():
            return
        # A ring in the accent would not be seen on the accent: coloured buttons wear theirs inside.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours().colour(tint)), 1.5))
        ring = QRectF(self.rect()).adjusted(_RING_INSET, _RING_INSET, -_RING_INSET, -_RING_INSET)
        painter.drawRoundedRect(ring, 2.5, 2.5)


class PrimaryButton(Button):
    """The one button of a screen that goes on."""

    def __init__(
        self, label: str, keys: str | None = None, symbol: Symbol | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, keys, symbol, look=Look.PRIMARY, parent=parent)


def _sequences(keys: str) -> list[QKeySequence]:
    sequence = QKeySequence(keys)
    if "Enter" not in keys:
        return [sequence]
    return [sequence, QKeySequence(keys.replace("Enter", "Return"))]
