"""The list of acts the centre refused: nothing is lost silently."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from console.errors import ServerRefused
from console.jobs import Jobs
from console.store import notices, tickets
from console.store.database import Database
from console.store.notices import RefusedAct
from console.ui import moments
from console.ui.busy import busy
from console.ui.look.buttons import Button, PrimaryButton
from console.ui.look.icons import Symbol
from console.ui.look.looks import Look, dress
from console.ui.words import Words
from protocol.operations import Operation, OperationType
from protocol.times import Clock


class RefusedActs(QDialog):
    """Lists what the centre refused and why, until somebody says it was read; to be opened with `open()`."""

    ticket_chosen = Signal(object)  # id
    read = Signal()
    """Everything shown was marked as read."""

    def __init__(
        self, database: Database, jobs: Jobs, words: Words, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._jobs = jobs
        self._words = words
        self._clock = clock
        self._acts = self._unseen()
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setAccessibleName(self.tr("Refused acts"))
        self._list.itemActivated.connect(self._on_item_activated)
        for act in self._acts:
            item = QListWidgetItem(self._sentence(act))
            item.setData(Qt.ItemDataRole.UserRole, _ticket_id(act.operation))
            self._list.addItem(item)
        self._seen = PrimaryButton(self.tr("&Read by me"), symbol=Symbol.CHECK)
        self._seen.clicked.connect(self._on_seen_clicked)
        self._lay_out()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Refused by the centre"))
        explanation = QLabel(
            self.tr(
                "These acts are kept on this computer but are not part of the centre's records. Enter opens a ticket."
            )
        )
        explanation.setWordWrap(True)
        dress(explanation, Look.MUTED)
        close = Button(self.tr("&Close"), "Esc", bind=False)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self._seen)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(explanation)
        layout.addWidget(self._list, 1)
        layout.addLayout(buttons)
        self.resize(640, 360)
        self._list.setFocus()

    def _unseen(self) -> list[RefusedAct]:
        with self._database.journal.read() as connection:
            return notices.unseen(connection)

    def _sentence(self, act: RefusedAct) -> str:
        reason = self._words.refusal(ServerRefused(0, act.problem.type, act.problem.detail))
        subject = " ".join(filter(None, (self._deed(act.operation), act.number or self._number(act.operation))))
        return f"{moments.stamp(act.operation.occurred_ms)} · {subject}\n{reason}"

    def _number(self, operation: Operation) -> str:
        ticket_id = _ticket_id(operation)
        if ticket_id is None:
            return ""
        with self._database.read() as connection:
            card = tickets.card(connection, ticket_id)
        return "" if card is None else card.ticket.number

    def _deed(self, operation: Operation) -> str:
        deeds: dict[str, str] = {
            OperationType.TICKET_REGISTER: self.tr("Registering ticket"),
            OperationType.TICKET_EDIT: self.tr("Changing ticket"),
            OperationType.TICKET_MOVE: self.tr("Moving ticket"),
            OperationType.TICKET_ASSIGN: self.tr("Assigning ticket"),
            OperationType.NOTE_ADD: self.tr("Note on ticket"),
            OperationType.SLIP_PRINT: self.tr("Slip of ticket"),
            OperationType.CONTACT_CONSULT: self.tr("Consultation"),
            OperationType.APPLICANT_EDIT: self.tr("Changing an applicant"),
        }
        return deeds.get(operation.type, operation.type)

    def _on_item_activated(self, item: QListWidgetItem) -> None:
        ticket_id = item.data(Qt.ItemDataRole.UserRole)
        if ticket_id is not None:
            self.ticket_chosen.emit(ticket_id)
            self.accept()

    def _on_seen_clicked(self) -> None:
        self._jobs.spawn(self._finish(), "mark refused acts as read")

    async def _finish(self) -> None:
        with busy(self._seen):
            await self._jobs.write(self._mark_seen)
        self.read.emit()
        self.accept()

    def _mark_seen(self) -> None:
        with self._database.journal.write() as connection:
            for act in self._acts:
                notices.mark_seen(connection, act.operation.op_id, self._clock.now())


def _ticket_id(operation: Operation) -> UUID | None:
    """Return the ticket an operation is about, if it is about one."""
    for change in operation.changes:
        if change.record == "ticket":
            return change.id
        if "ticket_id" in change.set:
            return UUID(change.set["ticket_id"])
    return None
