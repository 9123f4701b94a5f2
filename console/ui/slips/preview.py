"""Shows a slip before it is printed."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QButtonGroup, QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.slips.content import SlipContent
from console.ui.look.buttons import Button
from console.ui.look.field import FormField
from console.ui.look.icons import Symbol
from console.ui.look.looks import Look, dress
from console.ui.slips.drawing import SlipDrawing, SlipPaper
from console.ui.slips.page_view import PageView
from console.ui.slips.printing import PdfSlipWriter, QtSlipPrinter, SlipPrinter

_WIDTH, _HEIGHT = 620, 860
_LEFT_OF_SCREEN = 60  # px of the screen's height for the title bar and the system's own bar


class SlipPreview(QDialog):
    """Shows a slip as it will be printed and lets the operator choose where to; to be opened with `open()`.

    It prints nothing: whoever hears `print_chosen` does, says what failed under `printer_field`, or closes it.
    """

    print_chosen = Signal(object)
    """A SlipPrinter: Enter or a button was pressed."""

    def __init__(
        self,
        content: SlipContent,
        pdf_folder: Path,
        printer_name: str = "",
        paper: SlipPaper = SlipPaper.A5,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pdf_folder = pdf_folder
        self._paper = paper
        self._printers = self._printer_choice(printer_name)
        self.printer_field = FormField(self.tr("P&rinter"), self._printers)
        self._page = PageView(SlipDrawing(content))
        self._whole = self._zoom_button(self.tr("&Whole page"))
        self._life_size = self._zoom_button(self.tr("&100 %"))
        self._print = Button(self.tr("&Print"), "Enter", Symbol.PRINTER, look=Look.PRIMARY, bind=False)
        self._save = Button(self.tr("&Save PDF"), "Ctrl+S", Symbol.SAVE)
        self._close = Button(self.tr("&Close"), "Esc", bind=False)
        self.setWindowTitle(self.tr("Slip {number}").format(number=content.number))
        self._lay_out(self._copy_label(content.copy))
        self._connect()
        self._print.setDefault(True)
        self._print.setFocus()

    def _printer_choice(self, wanted: str) -> QComboBox:
        choice = QComboBox()
        names = QPrinterInfo.availablePrinterNames()
        if wanted and wanted not in names:
            names.append(wanted)  # Enter then says that it is missing, and prints on no other
        for name in names:
            choice.addItem(name, name)
        choice.addItem(self.tr("PDF file"), "")
        choice.setCurrentIndex(max(0, choice.findData(wanted or QPrinterInfo.defaultPrinterName())))
        return choice

    def _zoom_button(self, label: str) -> Button:
        button = Button(label)
        button.setCheckable(True)
        button.setAutoDefault(False)
        return button

    def _copy_label(self, copy: int) -> QLabel:
        label = QLabel()
        dress(label, Look.SUBTITLE if copy > 1 else Look.MUTED)
        if copy > 1:
            label.setText(self.tr("Copy {copy}: marked as printed again").format(copy=copy))
        else:
            label.setText(self.tr("First copy"))
        return label

    def _lay_out(self, copy_label: QLabel) -> None:
        top = QHBoxLayout()
        top.addWidget(copy_label, 1)
        top.addWidget(self._whole)
        top.addWidget(self._life_size)
        buttons = QHBoxLayout()
        buttons.addWidget(self._print)
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self._page, 1)
        layout.addWidget(self.printer_field)
        layout.addLayout(buttons)
        order = [self._whole, self._life_size, self._page, self._printers, self._print, self._save, self._close]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        self.resize(_WIDTH, min(_HEIGHT, self.screen().availableSize().height() - _LEFT_OF_SCREEN))

    def _connect(self) -> None:
        zooms = QButtonGroup(self)
        zooms.addButton(self._whole)
        zooms.addButton(self._life_size)
        self._whole.setChecked(True)
        self._whole.toggled.connect(self._page.show_whole)
        self._printers.currentIndexChanged.connect(lambda: self.printer_field.set_error(None))
        self._print.clicked.connect(self._on_print_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._close.clicked.connect(self.reject)

    def _on_print_clicked(self) -> None:
        name = self._printers.currentData()
        printer: SlipPrinter = QtSlipPrinter(name, self._paper) if name else PdfSlipWriter(self._pdf_folder)
        self.print_chosen.emit(printer)

    def _on_save_clicked(self) -> None:
        self.print_chosen.emit(PdfSlipWriter(self._pdf_folder))
