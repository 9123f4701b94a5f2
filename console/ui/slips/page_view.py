"""Shows a page of paper, whole or in its true size."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from console.ui.slips.drawing import LAYOUT_DPI, PAGE_SIZE, SlipDrawing


class PageView(QScrollArea):
    """Shows a slip as it will be printed; arrows and Page keys move it."""

    def __init__(self, drawing: SlipDrawing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: QWidget = _Sheet(drawing)
        self._is_whole = True
        self.setWidget(self.sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(drawing.title)
        self.setAccessibleDescription(drawing.text)

    def show_whole(self, is_whole: bool) -> None:
        """Fit the page into the view, or show it as large as it is on paper."""
        self._is_whole = is_whole
        self._scale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page anew."""
        super().resizeEvent(event)
        self._scale()

    def _scale(self) -> None:
        size = PAGE_SIZE * (self.logicalDpiX() / LAYOUT_DPI)
        if self._is_whole:
            size = PAGE_SIZE.scaled(self.maximumViewportSize().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
        self.sheet.resize(size.toSize())


class _Sheet(QWidget):
    """White paper with the drawing on it, drawn anew at every size."""

    def __init__(self, drawing: SlipDrawing) -> None:
        super().__init__()
        self._drawing = drawing

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(self.rect()), Qt.GlobalColor.white)
        scale = self.width() / PAGE_SIZE.width()
        painter.scale(scale, scale)
        self._drawing.draw(painter)
