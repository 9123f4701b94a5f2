"""Labels that do what QLabel does not: shorten themselves, and keep their digits still."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from console.ui.look import fonts


class ElidedLabel(QLabel):
    """One line of plain text that ends in "…" where room is short; the whole text is in its tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text."""
        super().setText(text)
        self._explain_if_short()

    def minimumSizeHint(self) -> QSize:
        """Return room for the "…" alone."""
        return QSize(QFontMetrics(self.font()).horizontalAdvance("…"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tooltip or take it away."""
        super().resizeEvent(event)
        self._explain_if_short()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            self.alignment().value,
            self.palette(),
            self.isEnabled(),
            self._shown(),
            QPalette.ColorRole.WindowText,
        )

    def _shown(self) -> str:
        metrics = QFontMetrics(self.font())
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def _explain_if_short(self) -> None:
        self.setToolTip(self.text() if self._shown() != self.text() else "")


class DurationLabel(QLabel):
    """A duration that grows while one looks: digits of one width, so that nothing around it moves."""

    def __init__(self, name: str, size: float = fonts.LARGE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setFont(fonts.digits(size, QFont.Weight.DemiBold))
        self.show_seconds(0)

    def show_seconds(self, seconds: int) -> None:
        """Show a duration as mm:ss, from an hour on as h:mm:ss."""
        minutes, second = divmod(max(seconds, 0), 60)
        hour, minute = divmod(minutes, 60)
        text = f"{hour}:{minute:02}:{second:02}" if hour else f"{minute:02}:{second:02}"
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(f"{self._name}: {text}")
