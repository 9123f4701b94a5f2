"""The page on which a new desk is connected to its centre."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.errors import ServerRefused
from console.jobs import Jobs
from console.ui.busy import busy
from console.ui.look.buttons import PrimaryButton
from console.ui.look.field import FormField
from console.ui.look.icons import Symbol
from console.ui.look.message_card import MessageCard
from console.ui.telling import telling
from console.ui.words import Words

Enrol: TypeAlias = Callable[[str, str], Awaitable[None]]
"""Presents a one-time code to the centre at an address and keeps the identity it gives; raises ConsoleError."""


class EnrolPage(QWidget):
    """Asks for the centre's address and the one-time code the administrator gave."""

    enrolled = Signal()

    def __init__(
        self, *, enrol: Enrol, jobs: Jobs, words: Words, centre_url: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._enrol = enrol
        self._jobs = jobs
        self._words = words
        self._address = QLineEdit(centre_url)
        self._address.setPlaceholderText("https://")
        self._code = QLineEdit()
        self._button = PrimaryButton(self.tr("C&onnect"), symbol=Symbol.LINK)
        self.address_field = FormField(self.tr("Centre's &address"), self._address)
        self.code_field = FormField(self.tr("One-time &code"), self._code)
        explanation = self.tr("This computer is not a desk of a contact centre yet. The administrator gives the code.")
        card = MessageCard(self.tr("Connect this desk"), Symbol.LINK, explanation)
        card.body.addWidget(self.address_field)
        card.body.addWidget(self.code_field)
        card.body.addWidget(self._button, 0, Qt.AlignmentFlag.AlignRight)
        card.stand_in(self)
        self._address.returnPressed.connect(self._code.setFocus)
        self._code.returnPressed.connect(self._button.click)
        self._button.clicked.connect(self._on_button_clicked)

    def enter(self, code: str) -> None:
        """Connect with the code a start option gave."""
        self._code.setText(code)
        self._button.click()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where something is still to be typed."""
        super().showEvent(event)
        (self._code if self._address.text() else self._address).setFocus()

    def _on_button_clicked(self) -> None:
        address, code = self._address.text().strip(), self._code.text().strip()
        if "://" not in address and address:
            address = f"https://{address}"
            self._address.setText(address)
        problem = None if _is_address(address) else self.tr("Enter the address like https://centre.example.org.")
        self.address_field.set_error(problem)
        self.code_field.set_error(None if code else self.tr("Enter the code."))
        if self.address_field.error or self.code_field.error:
            (self._address if self.address_field.error else self._code).setFocus()
            return
        self._jobs.spawn(self._connect(address, code), "enrol")

    async def _connect(self, address: str, code: str) -> None:
        is_enrolled = False
        with (
            busy(self._button, self._address, self._code),
            telling(self.address_field, self._words),
            telling(self.code_field, self._words, only=ServerRefused),
        ):
            await self._enrol(address, code)
            is_enrolled = True
        if is_enrolled:
            self.enrolled.emit()


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False
