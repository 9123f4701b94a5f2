"""A slip goes where it was sent or nowhere."""

import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from console.slips.failures import PrintFailed, PrintFailure
from console.ui.slips import printing, spooler
from console.ui.slips.printing import PdfSlipWriter, QtSlipPrinter
from protocol.vocabulary import PrintWay
from tests.slips.sample import FULL, slip


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the printers that were drawn on; nothing is printed."""
    names: list[str] = []

    def draw(printer: QPrinter, *_rest: object) -> int:
        names.append(printer.printerName())
        return 1

    monkeypatch.setattr(printing, "draw_slips", draw)
    return names


def reason_of(printer: printing.SlipPrinter) -> PrintFailure:
    with pytest.raises(PrintFailed) as caught:
        printer.print(FULL)
    return caught.value.reason


def test_a_printer_this_machine_does_not_have_is_refused(drawn: list[str]) -> None:
    assert reason_of(QtSlipPrinter("НЕМАЄ-A5")) == PrintFailure.PRINTER_MISSING
    assert drawn == []


def test_a_printer_that_qt_swaps_for_another_is_refused(monkeypatch: pytest.MonkeyPatch, drawn: list[str]) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["НЕМАЄ-A5"])
    assert reason_of(QtSlipPrinter("НЕМАЄ-A5")) == PrintFailure.PRINTER_MISSING
    assert drawn == []


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a printer that Qt has and takes as its own."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["SLIP-A5"])
    monkeypatch.setattr(QPrinter, "printerName", lambda _self: "SLIP-A5")
    monkeypatch.setattr(QPrinterInfo, "state", lambda _self: QPrinter.PrinterState.Idle)
    return "SLIP-A5"


def lpstat(folder: Path, answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "lpstat"
    program.write_text(f"#!/bin/sh\necho '{answer}'\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.skipif(sys.platform == "win32", reason="lpstat is CUPS's")
def test_a_queue_that_rejects_work_is_refused(
    listed: str, drawn: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lpstat(tmp_path, f"{listed} not accepting requests since Mon Nov 23 21:32:18 2026", monkeypatch)
    assert reason_of(QtSlipPrinter(listed)) == PrintFailure.PRINTER_NOT_ACCEPTING
    assert drawn == []


@pytest.mark.skipif(sys.platform == "win32", reason="lpstat is CUPS's")
def test_a_queue_that_takes_work_is_printed_on(
    listed: str, drawn: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lpstat(tmp_path, f"{listed} accepting requests since Mon Nov 23 21:32:18 2026", monkeypatch)
    assert QtSlipPrinter(listed).print(FULL) == (PrintWay.PRINTER, listed)
    assert drawn == [listed]


def test_a_stopped_printer_is_refused(listed: str, drawn: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "state", lambda _self: QPrinter.PrinterState.Error)
    assert reason_of(QtSlipPrinter(listed)) == PrintFailure.PRINTER_NOT_ACCEPTING
    assert drawn == []


def test_a_printer_that_does_not_begin_is_refused(listed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "draw_slips", lambda *_arguments: 0)
    monkeypatch.setattr(spooler, "accepts_work", lambda _name: True)
    assert reason_of(QtSlipPrinter(listed)) == PrintFailure.PRINTER_NOT_ACCEPTING


def test_a_pdf_is_named_by_number_and_copy_and_carries_its_title(tmp_path: Path) -> None:
    folder = tmp_path / "наряди"
    assert PdfSlipWriter(folder).print(slip(copy=2)) == (PrintWay.PDF, "26-071-00123-43-2.pdf")
    assert [file.name for file in folder.iterdir()] == ["26-071-00123-43-2.pdf"]
    reader = PdfReader(folder / "26-071-00123-43-2.pdf")
    assert reader.metadata is not None
    assert reader.metadata.title == "Наряд 26-071-00123-43"
    assert "26-071-00123-43" in reader.pages[0].extract_text()


def test_a_number_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    printed = PdfSlipWriter(tmp_path / "slips").print(slip(number="../../etc"))
    assert (tmp_path / "slips" / printed.printer).is_file()


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    blocked = tmp_path / "a file, no folder"
    blocked.touch()
    assert reason_of(PdfSlipWriter(blocked)) == PrintFailure.FILE_NOT_WRITTEN
    assert reason_of(PdfSlipWriter(blocked / "below")) == PrintFailure.FILE_NOT_WRITTEN


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "26-071-00123-43-1.pdf").mkdir()
    assert reason_of(PdfSlipWriter(tmp_path)) == PrintFailure.FILE_NOT_WRITTEN
    assert [file.name for file in tmp_path.iterdir()] == ["26-071-00123-43-1.pdf"]
