"""What stands in the form's place once a ticket is registered: its number, to be read at arm's length."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from console.services.intake import Registered
from console.ui.look import fonts
from console.ui.look.announcing import announce
from console.ui.look.buttons import Button, PrimaryButton
from console.ui.look.card import Card
from console.ui.look.icons import Symbol
from console.ui.look.looks import Look, dress

_NUMBER_SIZE = 36.0
"""Points: 48 px at 96 dpi."""


class NumberPage(Card):
    """Shows a number that is final, what to tell the caller, and what comes next."""

    print_asked = Signal(object)
    """Id of the ticket whose slip is wanted."""
    next_asked = Signal()
    """The operator goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Registered"), Symbol.CHECK, parent)
        self._registered: Registered | None = None
        lead = QLabel(self.tr("Tell the caller the number:"))
        dress(lead, Look.MUTED)
        self._number = QLabel()
        self._number.setFont(fonts.text(_NUMBER_SIZE, QFont.Weight.Bold))
        self._sentence = QLabel()
        self._address = QLabel()
        dress(self._sentence, Look.TITLE)
        dress(self._address, Look.MUTED)
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self._number.setTextInteractionFlags(selectable)
        self._next = PrimaryButton(self.tr("Next intake"), symbol=Symbol.PLUS)
        self._next.setAutoDefault(True)
        self.setFocusProxy(self._next)
        self._slip = Button(self.tr("Print the slip"), "F5", Symbol.PRINTER, bind=False)
        keys = QLabel(self.tr("Enter or F2: next intake"))
        dress(keys, Look.HINT)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._next)
        buttons.addWidget(self._slip)
        buttons.addStretch(1)
        layout = self.body
        layout.setSpacing(10)
        layout.addStretch(2)
        for label in (lead, self._number, self._sentence, self._address):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(label is not self._number)
            layout.addWidget(label)
        layout.addSpacing(12)
        layout.addLayout(buttons)
        layout.addWidget(keys, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self._next.clicked.connect(self.next_asked)
        self._slip.clicked.connect(self._on_slip_clicked)
        self.setTabOrder(self._next, self._slip)
        self.setTabOrder(self._slip, self._number)

    @property
    def number(self) -> str:
        """The number shown."""
        return self._number.text()

    def show_registered(self, registered: Registered, sentence: str, address: str) -> None:
        """Show a ticket that now exists and take the focus."""
        self._registered = registered
        self._number.setText(registered.number)
        self._number.setAccessibleName(self.tr("Ticket number {number}").format(number=registered.number))
        self._sentence.setText(sentence)
        self._address.setText(address)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._number.accessibleName()}. {sentence}")

    def event(self, event: QEvent) -> bool:
        """Keep F5 from whatever else it prints in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_print(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Print with F5."""
        if _is_print(event):
            self._slip.click()
        else:
            super().keyPressEvent(event)

    def _on_slip_clicked(self) -> None:
        if self._registered is not None:
            self.print_asked.emit(self._registered.ticket_id)


def _is_print(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_F5 and not event.modifiers()
