"""From a ticket to its printed slip: preview or at once, on the printer or as PDF, and into the print log."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from console.jobs import Jobs
from console.services.slip_prints import SlipPrintService
from console.slips.failures import PrintFailed
from console.slips.gather import SlipOrder, order_slip
from console.store.database import Database
from console.ui.look.notices import NoticeKind, Notices
from console.ui.reference import Reference
from console.ui.slips.preview import SlipPreview
from console.ui.slips.printing import PrintedTo, QtSlipPrinter, SlipPrinter
from console.ui.telling import telling
from console.ui.words import Words
from protocol.times import Clock
from protocol.vocabulary import PrintWay


class SlipDesk(QObject):
    """Prints the slips of tickets and has every printing recorded."""

    def __init__(
        self,
        window: QWidget,
        *,
        database: Database,
        reference: Reference,
        jobs: Jobs,
        prints: SlipPrintService,
        words: Words,
        clock: Clock,
        notices: Notices,
        centre_name: str,
        pdf_folder: Path,
        is_sample: bool,
        printer_name: str,
        keep_printer: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._database = database
        self._reference = reference
        self._jobs = jobs
        self._prints = prints
        self._words = words
        self._clock = clock
        self._notices = notices
        self._centre_name = centre_name
        self._pdf_folder = pdf_folder
        self._is_sample = is_sample
        self._printer_name = printer_name
        self._keep_printer = keep_printer

    def preview(self, ticket_id: UUID) -> None:
        """Show a ticket's slip and let the operator choose where it goes."""
        with telling(self._notices, self._words):
            self._open_preview(self._order(ticket_id))

    def print_at_once(self, ticket_id: UUID) -> None:
        """Print on the printer used last; where that fails, or none was chosen yet, the preview opens and says so."""
        if not self._printer_name:
            self.preview(ticket_id)
            return
        with telling(self._notices, self._words):
            order = self._order(ticket_id)
            try:
                printed = QtSlipPrinter(self._printer_name).print(order.content)
            except PrintFailed as failure:
                self._open_preview(order).printer_field.set_error(self._words.refusal(failure))
            else:
                self._jobs.spawn(self._record(order, printed), "record a printed slip")

    def _order(self, ticket_id: UUID) -> SlipOrder:
        with self._database.read() as connection:
            return order_slip(
                connection,
                self._reference.directory,
                ticket_id,
                self._centre_name,
                self._clock.now(),
                is_sample=self._is_sample,
            )

    def _open_preview(self, order: SlipOrder) -> SlipPreview:
        preview = SlipPreview(order.content, self._pdf_folder, self._printer_name, parent=self._window)
        preview.finished.connect(preview.deleteLater)
        preview.print_chosen.connect(lambda printer: self._print(order, printer, preview))
        preview.open()
        return preview

    def _print(self, order: SlipOrder, printer: SlipPrinter, preview: SlipPreview) -> None:
        with telling(preview.printer_field, self._words):
            printed = printer.print(order.content)
            preview.accept()
            self._jobs.spawn(self._record(order, printed), "record a printed slip")

    async def _record(self, order: SlipOrder, printed: PrintedTo) -> None:
        with telling(self._notices, self._words):
            await self._jobs.write(
                self._prints.printed,
                order.ticket_id,
                order.assignment_id,
                order.content.copy,
                printed.way,
                printed.printer,
            )
            self._tell(order, printed)
        if printed.way is PrintWay.PRINTER and printed.printer != self._printer_name:
            self._printer_name = printed.printer
            self._keep_printer(printed.printer)

    def _tell(self, order: SlipOrder, printed: PrintedTo) -> None:
        if printed.way is PrintWay.PRINTER:
            text = self.tr("Slip {number} was handed to the printer {target}.")
            target = printed.printer
        else:
            text = self.tr("Slip {number} was saved: {target}")
            target = str(self._pdf_folder / printed.printer)
        self._notices.tell(text.format(number=order.content.number, target=target), NoticeKind.DONE)
