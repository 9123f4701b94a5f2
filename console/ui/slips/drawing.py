"""Draws slips: one code for printer, PDF and preview.

A page is laid out at 192 dpi and scaled to the device. Text longer than the page holds is cut with a visible mark;
what height is left over goes to the lines the crew writes on.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import groupby
from math import ceil, floor

from PySide6.QtCore import QMarginsF, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPen,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from console.slips.content import SlipContent
from console.slips.page import CUT_MARK, Modules, SlipPage, slip_page
from console.ui.look import fonts

LAYOUT_DPI = 192
"""A border is at least one px wide, and at 96 dpi that would be too heavy for a form."""
_MILLIMETRE = LAYOUT_DPI / 25.4
PAGE_SIZE = QSizeF(148 * _MILLIMETRE, 210 * _MILLIMETRE)
"""A5 portrait, in px of the layout."""
_MARGIN = 8 * _MILLIMETRE  # office printers leave 4–6 mm white whatever is asked
_HALF_OF_A4 = 297 * _MILLIMETRE / 2


class SlipPaper(Enum):
    """The sheets slips are printed on; the value is how many stand side by side."""

    A5 = 1
    A4_TWO = 2

    @property
    def layout(self) -> QPageLayout:
        """The sheet as a printer knows it; the margins are part of the drawing."""
        if self is SlipPaper.A5:
            layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Portrait, QMarginsF())
        else:
            layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF())
        layout.setMode(QPageLayout.Mode.FullPageMode)
        return layout


class SlipDrawing:
    """One slip laid out on its page, to be drawn as often as needed."""

    def __init__(self, content: SlipContent) -> None:
        page = slip_page(content)
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        self._document.setUseDesignMetrics(True)
        self._document.setDefaultFont(_font())
        self._document.setDefaultTextOption(_wrapping())
        self._pictures = _Pictures(page, self._document)
        self._document.documentLayout().registerHandler(QTextFormat.ObjectTypes.ImageObject.value, self._pictures)
        self._document.setTextWidth(PAGE_SIZE.width() - 2 * _MARGIN)
        self._document.setHtml(page.html)
        self._cut()
        self._fill(page)

    @property
    def title(self) -> str:
        """What the page is called among files and print jobs."""
        return self._document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)

    @property
    def text(self) -> str:
        """The words of the page, a paragraph a line."""
        return self._document.toPlainText().replace("\N{OBJECT REPLACEMENT CHARACTER}", "")

    def draw(self, painter: QPainter) -> None:
        """Draw the page with its left upper corner at the painter's origin, in px of the layout."""
        painter.save()
        painter.translate(_MARGIN, _MARGIN)
        self._document.drawContents(painter)
        painter.restore()

    def _spare(self) -> float:
        return PAGE_SIZE.height() - 2 * _MARGIN - self._document.size().height()

    def _cut(self) -> None:
        """Shorten the longest paragraph until the page fits: to two lines at first, to the mark alone at last."""
        while (spare := self._spare()) < 0:
            longest = max(_paragraphs(self._document), key=lambda paragraph: paragraph.layout().lineCount())
            lines = longest.layout().lineCount()
            if lines == 1:
                return
            too_many = ceil(-spare / longest.layout().lineAt(0).height())
            _shorten(longest, max(min(2, lines - 1), lines - too_many))

    def _fill(self, page: SlipPage) -> None:
        shares = sum(int(share) for share in re.findall(r'<img src="fill" width="(\d+)"', page.html))
        self._pictures.stretch = max(0, floor(self._spare() / shares))
        self._document.markContentsDirty(0, self._document.characterCount())


def draw_slips(device: QPagedPaintDevice, drawings: Sequence[SlipDrawing], paper: SlipPaper = SlipPaper.A5) -> int:
    """Draw slips on a printer or into a PDF and return the number of pages: 0 when the device cannot begin."""
    device.setPageLayout(paper.layout)
    painter = QPainter()
    if not painter.begin(device):
        return 0
    try:
        painter.scale(device.logicalDpiX() / LAYOUT_DPI, device.logicalDpiY() / LAYOUT_DPI)
        for index, drawing in enumerate(drawings):
            place = index % paper.value
            if index and place == 0:
                device.newPage()
            painter.save()
            painter.translate(place * _HALF_OF_A4, 0)
            drawing.draw(painter)
            painter.restore()
    finally:
        painter.end()
    return ceil(len(drawings) / paper.value)


class _Pictures(QPyTextObject):
    """Draws the pictures a slip's template names, as vectors: sharp on every device."""

    def __init__(self, page: SlipPage, parent: QTextDocument) -> None:
        super().__init__(parent)
        self.stretch = 0  # px that a fill gets beyond its least height, for each share
        self._codes = {"qr": _modules_path(page.qr), "code128": _modules_path(page.code128)}

    def intrinsicSize(  # noqa: N802 - Qt's name
        self, _document: QTextDocument, _position: int, text_format: QTextFormat
    ) -> QSizeF:
        image = text_format.toImageFormat()
        stretch = self.stretch * image.width() if image.name() == "fill" else 0
        return QSizeF(image.width(), image.height() + stretch)

    def drawObject(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _position: int,
        text_format: QTextFormat,
    ) -> None:
        place = QRectF(rect)
        painter.save()
        match text_format.toImageFormat().name():
            case "qr" | "code128" as name:
                path = self._codes[name]
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.translate(place.topLeft())
                painter.scale(
                    place.width() / path.boundingRect().right(), place.height() / path.boundingRect().bottom()
                )
                painter.fillPath(path, Qt.GlobalColor.black)
            case "box":
                painter.setPen(QPen(Qt.GlobalColor.black, 2))
                painter.drawRect(place.adjusted(1, 4, -1, 2))  # a little below the line, level with the letters
            case "rule":
                painter.setPen(QPen(Qt.GlobalColor.black, 1))
                painter.drawLine(place.bottomLeft(), place.bottomRight())
            case "cut":
                painter.setPen(QPen(Qt.GlobalColor.black, 1.5, Qt.PenStyle.DashLine))
                middle = QPointF(0, place.height() / 2)
                painter.drawLine(place.topLeft() + middle, place.topRight() + middle)
        painter.restore()


def _modules_path(modules: Modules) -> QPainterPath:
    path = QPainterPath()
    for y, row in enumerate(modules):
        x = 0
        for is_black, run in groupby(row):
            width = len(list(run))
            if is_black:
                path.addRect(x, y, width, 1)
            x += width
    return path


def _font() -> QFont:
    font = fonts.text()
    font.setPixelSize(24)  # px are the layout's, points would depend on the screen
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # letters keep their distances at any scale
    return font


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # a longer word would widen its column
    return option


def _paragraphs(document: QTextDocument) -> Iterator[QTextBlock]:
    paragraph = document.begin()
    while paragraph.isValid():
        yield paragraph
        paragraph = paragraph.next()


def _shorten(paragraph: QTextBlock, lines: int) -> None:
    """Keep so many lines, the mark of the cut included."""
    cursor = QTextCursor(paragraph)
    cursor.setPosition(paragraph.position() + paragraph.layout().lineAt(lines - 1).textStart())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    mark = QTextCharFormat()
    mark.setForeground(Qt.GlobalColor.black)
    mark.setFontWeight(QFont.Weight.DemiBold)
    cursor.insertText(CUT_MARK, mark)
