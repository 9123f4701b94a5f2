"""The print log of slips: who printed what, where and which copy is a stored fact."""

from uuid import UUID

from console.services.shift import Shift
from console.store.database import Database
from protocol.operations import OperationType
from protocol.records import Slip
from protocol.vocabulary import PrintWay


class SlipPrintService:
    """Records that a slip was handed to a printer or written as PDF."""

    def __init__(self, database: Database, shift: Shift) -> None:
        self._database = database
        self._shift = shift

    def printed(self, ticket_id: UUID, assignment_id: UUID, copy: int, way: PrintWay, printer: str) -> None:
        """Record one printing; `printer` is the queue's name, or the file's."""
        person = self._shift.person
        with self._database.write(OperationType.SLIP_PRINT, person.actor) as work:
            work.add(
                Slip(
                    id=work.new_id(),
                    ticket_id=ticket_id,
                    assignment_id=assignment_id,
                    copy=copy,
                    printed_at=work.now,
                    printed_by=person.account_id,
                    desk_id=self._shift.desk_id,
                    way=way,
                    printer=printer,
                )
            )
