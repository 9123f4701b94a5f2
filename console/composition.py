"""Puts one desk together: every part is made here and given what it uses."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from console.errors import Refusal, Refused
from console.jobs import Jobs
from console.machine import fingerprint
from console.secrets import SecretStore, database_key
from console.services.drafts import DraftService
from console.services.intake import IntakeService
from console.services.shift import Shift, SignedIn
from console.services.sign_in import SignInService
from console.services.slip_prints import SlipPrintService
from console.services.tickets import TicketService
from console.settings import Settings
from console.store.database import Database
from console.store.journal import DeskIdentity
from console.sync.client import CentreClient
from console.sync.driver import SyncDriver
from console.ui.feed import Feed
from console.ui.look.theme import Theme
from console.ui.main_window import MainWindow
from console.ui.reference import Reference
from console.ui.settings.enrol_page import EnrolPage
from console.ui.settings.sign_in_page import SignInPage
from console.ui.shell import Shell
from console.ui.sync.status_signal import StatusSignal
from console.ui.words import Words
from console.ui.workplace import Workplace
from protocol.times import Clock
from protocol.wire import SignInReply

Report = Callable[[BaseException], None]
Keep = Callable[[str, str], None]


class Console:
    """One desk at work in one window: enrolment, signing in, then the main window; several may run in one process."""

    def __init__(
        self,
        *,
        shell: Shell,
        theme: Theme,
        settings: Settings,
        folder: Path,
        secrets: SecretStore,
        clock: Clock,
        version: str,
        report: Report,
        keep: Keep,
        is_sample: bool,
    ) -> None:
        """Open the desk's data and show the first page; the loop must run.

        Raises StoreBroken when the data cannot be opened.
        """
        self.shell = shell
        self.jobs = Jobs(report)
        self.database = Database(folder, database_key(secrets), clock)
        self.shift = Shift()
        self.main_window: MainWindow | None = None
        self._theme = theme
        self._settings = settings
        self._folder = folder
        self._clock = clock
        self._version = version
        self._keep = keep
        self._is_sample = is_sample
        self._words = Words(settings.language)
        self._feed = Feed(self.database.feed)
        self._reference = Reference(self.database, self._feed, self.jobs)
        self._status = StatusSignal()
        self._sign_in = SignInService(self.database, self._ask_centre, clock)
        self._client: CentreClient | None = None
        self._driver: SyncDriver | None = None
        self._waiting_ring: str | None = None
        shell.remember_geometry(folder)
        self._begin()

    def enrol_with(self, code: str) -> None:
        """Connect the desk with the code a start option gave; one that is connected already stays as it is."""
        page = self.shell.centralWidget()
        if isinstance(page, EnrolPage):
            page.enrolled.connect(lambda: self._begin())
            page.enter(code)

    def sign_in_as(self, login: str, password: str) -> None:
        """Sign in with what start options gave, as soon as the sign-in page is there."""
        page = self.shell.centralWidget()
        if isinstance(page, SignInPage):
            page.enter(login, password)
        else:
            QTimer.singleShot(50, self.shell, lambda: self.sign_in_as(login, password))
