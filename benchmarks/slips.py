"""Group `slips`: dispatch slips as PDF."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPdfWriter

from benchmarks.row import Measured, timed, times_raw
from benchmarks.run import Run
from benchmarks.sampling import by_turns
from benchmarks.screen import theme
from console.slips.content import SlipContent
from console.slips.page import Modules, slip_page
from console.ui.look import fonts
from console.ui.slips.drawing import LAYOUT_DPI, SlipDrawing, SlipPaper, draw_slips
from console.ui.slips.printing import PdfSlipWriter
from protocol.numbers import TicketNumber
from tests.slips.sample import FULL

_SINGLE, _BATCHES = 60, 8
_BATCH = 100  # slips

# In px of the layout.
_FONT = 20
_LINE = 25
_MODULE = 5
_BARS = 60


def measure(run: Run) -> Iterator[Measured]:
    """Measure one slip and a batch beside a PDF writer that is handed the same words line by line, and the codes."""
    theme()
    bare_file, batch_file = run.folder / "bare.pdf", run.folder / "batch.pdf"

    run.progress.begin("slips.pdf")
    writer, bare_page = PdfSlipWriter(run.folder), _BarePage.of(FULL)
    turns = range(run.samples(_SINGLE))
    pair = by_turns(lambda _: writer.print(FULL), lambda _: _write_bare(bare_file, [bare_page]), turns, run.progress)
    yield timed("slips.pdf", pair, times_raw(2))

    run.progress.begin("slips.pdf_batch")
    batch = [replace(FULL, number=str(TicketNumber(26, "071", serial))) for serial in range(run.samples(_BATCH))]
    bare_pages = [_BarePage.of(content) for content in batch]
    turns = range(run.samples(_BATCHES))
    pair = by_turns(
        lambda _: _write(batch_file, batch), lambda _: _write_bare(bare_file, bare_pages), turns, run.progress
    )
    yield timed("slips.pdf_batch", pair, times_raw(2))


class _BarePage(NamedTuple):
    """The words of a slip and its codes, ready to be drawn."""

    lines: list[str]
    codes: list[list[QRectF]]

    @classmethod
    def of(cls, content: SlipContent) -> "_BarePage":
        page = slip_page(content)
        codes = [_rectangles(page.qr, _MODULE), _rectangles(page.code128, _BARS)]
        return cls(SlipDrawing(content).text.splitlines(), codes)


def _write(file: Path, contents: Sequence[SlipContent]) -> None:
    draw_slips(QPdfWriter(str(file)), [SlipDrawing(content) for content in contents])


def _write_bare(file: Path, pages: Sequence[_BarePage]) -> None:
    writer = QPdfWriter(str(file))
    writer.setPageLayout(SlipPaper.A5.layout)
    painter = QPainter(writer)
    painter.scale(writer.logicalDpiX() / LAYOUT_DPI, writer.logicalDpiY() / LAYOUT_DPI)
    painter.setFont(_font())
    for number, page in enumerate(pages):
        if number:
            writer.newPage()
        for line, text in enumerate(page.lines, 1):
            painter.drawText(QPointF(_LINE, line * _LINE), text)
        for code in page.codes:
            for rectangle in code:
                painter.fillRect(rectangle, Qt.GlobalColor.black)
    painter.end()


def _font() -> QFont:
    font = fonts.text()
    font.setPixelSize(_FONT)
    return font


def _rectangles(modules: Modules, height: float) -> list[QRectF]:
    return [
        QRectF(x * _MODULE, y * height, _MODULE, height)
        for y, row in enumerate(modules)
        for x, is_black in enumerate(row)
        if is_black
    ]
