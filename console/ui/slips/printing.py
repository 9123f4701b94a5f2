"""Prints slips: on a printer, or into a PDF file."""

import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from console.slips.content import SlipContent
from console.slips.failures import PrintFailed, PrintFailure
from console.ui.slips import spooler
from console.ui.slips.drawing import SlipDrawing, SlipPaper, draw_slips
from protocol.vocabulary import PrintWay


class PrintedTo(NamedTuple):
    """Where a slip went; a printer's means "handed to the queue", no more can be known."""

    way: PrintWay
    printer: str  # the queue's name, or the file's


class SlipPrinter(Protocol):
    """Puts slips on paper or what stands for it."""

    def print(self, content: SlipContent, /) -> PrintedTo:
        """Print one slip.

        Raises PrintFailed; then nothing was printed.
        """
        ...


class QtSlipPrinter:
    """Prints on a printer of this machine, and on no other."""

    def __init__(self, printer_name: str, paper: SlipPaper = SlipPaper.A5) -> None:
        self._printer_name = printer_name
        self._paper = paper

    def print(self, *contents: SlipContent) -> PrintedTo:
        """Print slips as one job.

        Raises PrintFailed.
        """
        if self._printer_name not in QPrinterInfo.availablePrinterNames():
            raise PrintFailed(PrintFailure.PRINTER_MISSING, self._printer_name)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(self._printer_name)
        if printer.printerName() != self._printer_name:  # Qt keeps another one and says nothing
            raise PrintFailed(PrintFailure.PRINTER_MISSING, self._printer_name)
        if not spooler.accepts_work(self._printer_name):
            raise PrintFailed(PrintFailure.PRINTER_NOT_ACCEPTING, self._printer_name)
        drawings = [SlipDrawing(content) for content in contents]
        printer.setDocName(drawings[0].title)
        if draw_slips(printer, drawings, self._paper) == 0:
            raise PrintFailed(PrintFailure.PRINTER_NOT_ACCEPTING, self._printer_name)
        return PrintedTo(PrintWay.PRINTER, self._printer_name)


class PdfSlipWriter:
    """Writes each slip into a folder as `<number>-<copy>.pdf`, whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def print(self, content: SlipContent, /) -> PrintedTo:
        """Write one slip.

        Raises PrintFailed.
        """
        number = re.sub(r"[^\w-]", "_", content.number)
        file = self._folder / f"{number}-{content.copy}.pdf"
        part = file.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(_pdf(SlipDrawing(content)))
            part.replace(file)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise PrintFailed(PrintFailure.FILE_NOT_WRITTEN, str(file)) from error
        return PrintedTo(PrintWay.PDF, file.name)


def _pdf(drawing: SlipDrawing) -> bytes:
    # Into memory first: a PDF writer of Qt does not tell that a disk is full.
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(drawing.title)
    draw_slips(writer, [drawing])
    return bytes(buffer.data().data())
