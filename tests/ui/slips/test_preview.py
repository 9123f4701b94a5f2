"""The preview shows the page, speaks, and is worked by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from console.slips.failures import PrintFailed, PrintFailure
from console.ui.slips.page_view import PageView
from console.ui.slips.preview import SlipPreview
from console.ui.slips.printing import PdfSlipWriter, QtSlipPrinter
from protocol.vocabulary import PrintWay
from tests.slips.sample import FULL, slip


@pytest.fixture
def preview(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SlipPreview:
    """Return an open preview at a desk with two printers."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["OFFICE", "SLIP-A5"])
    preview = SlipPreview(slip(copy=2), tmp_path, "SLIP-A5")
    qtbot.addWidget(preview)
    preview.open()
    return preview


def printers(preview: SlipPreview) -> QComboBox:
    choice = preview.printer_field.editor
    assert isinstance(choice, QComboBox)
    return choice


def button(preview: SlipPreview, label: str) -> QPushButton:
    (found,) = (each for each in preview.findChildren(QPushButton) if label in each.text().replace("&", ""))
    return found


def test_the_desks_printer_is_chosen_among_all_and_a_file(preview: SlipPreview) -> None:
    choice = printers(preview)
    assert [choice.itemText(row) for row in range(choice.count())] == ["OFFICE", "SLIP-A5", "PDF file"]
    assert choice.currentText() == "SLIP-A5"


def test_enter_prints_on_the_chosen_printer(preview: SlipPreview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.print_chosen) as chosen:
        QTest.keyClick(preview, Qt.Key.Key_Return)
    assert isinstance(chosen.args[0], QtSlipPrinter)


def test_a_pdf_file_may_be_chosen_in_place_of_a_printer(preview: SlipPreview, qtbot: QtBot, tmp_path: Path) -> None:
    printers(preview).setCurrentText("PDF file")
    with qtbot.waitSignal(preview.print_chosen) as chosen:
        QTest.keyClick(preview, Qt.Key.Key_Return)
    assert chosen.args[0].print(FULL).way == PrintWay.PDF
    assert len(list(tmp_path.iterdir())) == 1


def test_a_pdf_is_saved_whatever_printer_is_chosen(preview: SlipPreview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.print_chosen) as chosen:
        button(preview, "Save PDF").click()
    assert isinstance(chosen.args[0], PdfSlipWriter)


def test_escape_closes_and_prints_nothing(preview: SlipPreview, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(preview.print_chosen), qtbot.waitSignal(preview.rejected):
        QTest.keyClick(preview, Qt.Key.Key_Escape)


def test_a_missing_printer_stays_chosen_so_that_no_other_prints(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["OFFICE"])
    preview = SlipPreview(FULL, tmp_path, "SLIP-A5")
    qtbot.addWidget(preview)
    with qtbot.waitSignal(preview.print_chosen) as chosen:
        button(preview, "Print").click()
    with pytest.raises(PrintFailed) as caught:
        chosen.args[0].print(FULL)
    assert caught.value.reason == PrintFailure.PRINTER_MISSING


def test_what_failed_is_forgotten_when_another_printer_is_chosen(preview: SlipPreview) -> None:
    preview.printer_field.set_error("There is no printer")
    printers(preview).setCurrentText("OFFICE")
    assert preview.printer_field.error is None


def test_the_page_is_shown_whole_and_in_its_true_size(preview: SlipPreview) -> None:
    (view,) = preview.findChildren(PageView)
    sheet = view.sheet
    assert view.viewport().rect().contains(sheet.geometry())
    button(preview, "100 %").click()
    assert sheet.width() == round(148 / 25.4 * preview.logicalDpiX())
    button(preview, "Whole page").click()
    preview.resize(500, 400)
    assert view.viewport().rect().contains(sheet.geometry())


def test_the_page_is_painted_dark_on_white(preview: SlipPreview) -> None:
    (view,) = preview.findChildren(PageView)
    image = view.sheet.grab().toImage()
    assert image.pixelColor(QPoint(2, 2)).name() == "#ffffff"
    darkest = min(image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(0, image.height(), 5))
    assert darkest < 40


def test_a_reader_hears_the_page_and_every_control(preview: SlipPreview) -> None:
    (view,) = preview.findChildren(PageView)
    assert view.accessibleName() == "Наряд 26-071-00123-43"
    assert "ПОВТОРНО" in view.accessibleDescription()
    assert printers(preview).accessibleName() == "Printer"
    assert all(each.text() for each in preview.findChildren(QPushButton))


def test_arrows_switch_the_size(preview: SlipPreview) -> None:
    button(preview, "Whole page").setFocus()
    QTest.keyClick(button(preview, "Whole page"), Qt.Key.Key_Right)
    assert button(preview, "100 %").isChecked()


def test_tab_goes_through_every_control_from_top_to_bottom(preview: SlipPreview) -> None:
    button(preview, "Whole page").setFocus()
    seen: list[QWidget | None] = []
    for _step in range(6):
        seen.append(preview.focusWidget())
        QTest.keyClick(preview, Qt.Key.Key_Tab)
    (view,) = preview.findChildren(PageView)
    expected = ["Whole page", view, printers(preview), "Print", "Save PDF", "Close"]
    assert seen == [button(preview, each) if isinstance(each, str) else each for each in expected]
    assert preview.focusWidget() is button(preview, "Whole page")
