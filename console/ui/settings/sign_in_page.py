"""The page on which a person signs in, at the centre or, while it is away, by what this desk remembers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.errors import NotOurCentre, Offline, Refusal, Refused
from console.jobs import Jobs
from console.services.shift import SignedIn
from console.services.sign_in import SignInService
from console.ui.busy import busy
from console.ui.look.buttons import PrimaryButton
from console.ui.look.field import FormField
from console.ui.look.icons import Symbol
from console.ui.look.message_card import MessageCard
from console.ui.telling import telling
from console.ui.words import Words


class SignInPage(QWidget):
    """Asks for login and password and says under the field what is wrong with them."""

    signed_in = Signal(object)  # SignedIn

    def __init__(
        self, *, sign_in: SignInService, jobs: Jobs, words: Words, centre_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sign_in = sign_in
        self._jobs = jobs
        self._words = words
        self._login = QLineEdit()
        self._password = QLineEdit()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._button = PrimaryButton(self.tr("&Sign in"), symbol=Symbol.PERSON)
        self.login_field = FormField(self.tr("&Login"), self._login)
        self.password_field = FormField(self.tr("&Password"), self._password)
        explanation = self.tr("Sign in to take calls. Without a link to the centre your last password works here too.")
        card = MessageCard(centre_name, Symbol.PHONE_TALK, explanation)
        card.body.addWidget(self.login_field)
        card.body.addWidget(self.password_field)
        card.body.addWidget(self._button, 0, Qt.AlignmentFlag.AlignRight)
        card.stand_in(self)
        self._login.returnPressed.connect(self._password.setFocus)
        self._password.returnPressed.connect(self._button.click)
        self._button.clicked.connect(self._on_button_clicked)

    def enter(self, login: str, password: str) -> None:
        """Sign in with what a start option gave instead of the keyboard."""
        self._login.setText(login)
        self._password.setText(password)
        self._button.click()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where something is still to be typed."""
        super().showEvent(event)
        (self._password if self._login.text() else self._login).setFocus()

    def _on_button_clicked(self) -> None:
        self.login_field.set_error(None if self._login.text().strip() else self.tr("Enter your login."))
        self.password_field.set_error(None if self._password.text() else self.tr("Enter your password."))
        if self.login_field.error or self.password_field.error:
            (self._login if self.login_field.error else self._password).setFocus()
            return
        self._jobs.spawn(self._ask(self._login.text().strip(), self._password.text()), "sign in")

    async def _ask(self, login: str, password: str) -> None:
        person: SignedIn | None = None
        with busy(self._button, self._login, self._password), telling(self.password_field, self._words):
            person = await self._at_the_centre_or_here(login, password)
        self._password.clear() if person is not None else self._password.selectAll()
        if person is not None:
            self.signed_in.emit(person)
        else:
            self._password.setFocus()

    async def _at_the_centre_or_here(self, login: str, password: str) -> SignedIn:
        try:
            person = await self._jobs.network(self._sign_in.ask, login, password)
        except (Offline, NotOurCentre) as away:
            return await self._from_memory(login, password, away)
        await self._jobs.write(self._sign_in.remember, login, password, person)
        return person

    async def _from_memory(self, login: str, password: str, away: Offline | NotOurCentre) -> SignedIn:
        try:
            return await self._jobs.read(self._sign_in.recall, login, password)
        except Refused as refused:
            # Who answers instead of the centre is the better news to a person this desk does not know.
            if refused.refusal is Refusal.SIGN_IN_UNKNOWN_OFFLINE and isinstance(away, NotOurCentre):
                raise away from refused
            raise
