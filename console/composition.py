"""Puts one desk together: every part is made here and given what it uses."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

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

_LAST_SAVE_SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What the program was started with, each to be used once."""

    enrolment_code: str = ""
    login: str = ""
    password: str = ""
    ringing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a console finds and does not make: its window, its place on the disk, the machine."""

    shell: Shell
    theme: Theme
    settings: Settings
    folder: Path
    slips_folder: Path
    secrets: SecretStore
    clock: Clock
    version: str
    is_sample: bool
    report: Callable[[BaseException], None]  # of what a background task died
    keep: Callable[[str, str], None]  # keeps a choice of the user: a setting's name and value


class Console:
    """One desk at work in one window: enrolment, signing in, then the main window; several may run in one process."""

    def __init__(self, surroundings: Surroundings, start: Start) -> None:
        """Open the desk's data and show the first page; the loop must run.

        Raises StoreBroken when the data cannot be opened.
        """
        self.shell = surroundings.shell
        self._around = surroundings
        self._start = start
        self.jobs = Jobs(surroundings.report)
        self.database = Database(surroundings.folder, database_key(surroundings.secrets), surroundings.clock)
        self.shift = Shift()
        self.main_window: MainWindow | None = None
        self._words = Words(surroundings.settings.language)
        self._feed = Feed(self.database.feed)
        self._reference = Reference(self.database, self._feed, self.jobs)
        self._status = StatusSignal()
        self._sign_in = SignInService(self.database, self._ask_centre, surroundings.clock)
        self._client: CentreClient | None = None
        self._driver: SyncDriver | None = None
        self._ringing = [start.ringing] if start.ringing else []
        self.shell.remember_geometry(surroundings.folder)
        if self.database.journal.identity().desk_id is None:
            self._show_enrolment()
        else:
            self._connect()
            self._show_sign_in()

    def ring(self, number: str) -> None:
        """Show a ringing call, as soon as somebody is signed in."""
        if self.main_window is None:
            self._ringing.append(number)
        else:
            self.main_window.ring(number)

    async def close(self) -> None:
        """Save what is being typed, stop what runs and close the files."""
        saving = [task for task in asyncio.all_tasks() if task.get_name() == "save a draft"]
        if saving:
            await asyncio.wait(saving, timeout=_LAST_SAVE_SECONDS)
        await self.jobs.close()
        self.database.close()

    def _show_enrolment(self) -> None:
        page = EnrolPage(
            enrol=self._enrol, jobs=self.jobs, words=self._words, centre_url=self._around.settings.centre_url
        )
        page.enrolled.connect(self._on_enrolled)
        self.shell.show_page(page)
        if self._start.enrolment_code:
            page.enter(self._start.enrolment_code)

    def _on_enrolled(self) -> None:
        self._connect()
        self._show_sign_in()

    async def _enrol(self, url: str, code: str) -> None:
        client = CentreClient(url)
        try:
            reply = await self.jobs.network(client.enrol, code, fingerprint(self._around.folder))
        finally:
            client.close()
        await self.jobs.write(self.database.journal.enrol, url, reply)

    def _connect(self) -> None:
        """Begin to sync, also before anyone has signed in: the directory is there when they do."""
        identity = self.database.journal.identity()
        if identity.device_id is None:
            raise Refused(Refusal.NOT_ENROLLED)
        self._client = CentreClient(identity.centre)
        self._client.identify(identity.device_id, identity.token)
        self._driver = SyncDriver(
            self.database,
            self.jobs,
            self._client,
            self._around.clock,
            self._around.version,
            fingerprint(self._around.folder),
        )
        self._driver.subscribe(self._status.take)
        self.jobs.spawn(self._driver.run(), "sync")

    def _ask_centre(self, login: str, password: str) -> SignInReply:
        if self._client is None:
            raise Refused(Refusal.NOT_ENROLLED)
        return self._client.sign_in(login, password)

    def _show_sign_in(self) -> None:
        page = SignInPage(
            sign_in=self._sign_in,
            jobs=self.jobs,
            words=self._words,
            centre_name=self._around.settings.centre_name,
        )
        page.signed_in.connect(self._on_signed_in)
        self.shell.show_page(page)
        if self._start.login:
            page.enter(self._start.login, self._start.password)

    def _on_signed_in(self, person: SignedIn) -> None:
        desk_id = self.database.journal.identity().desk_id
        if desk_id is None:
            raise Refused(Refusal.NOT_ENROLLED)
        self.shift.begin(person, desk_id)
        self.main_window = MainWindow(self._workplace())
        self.shell.show_page(self.main_window)
        self.main_window.begin()
        for number in self._ringing:
            self.main_window.ring(number)
        self._ringing.clear()

    def _workplace(self) -> Workplace:
        around = self._around
        return Workplace(
            database=self.database,
            feed=self._feed,
            reference=self._reference,
            shift=self.shift,
            words=self._words,
            clock=around.clock,
            jobs=self.jobs,
            intake=IntakeService(self.database, self.shift),
            drafts=DraftService(self.database, around.clock),
            tickets=TicketService(self.database, self.shift),
            slip_prints=SlipPrintService(self.database, self.shift),
            status=self._status,
            settings=around.settings,
            theme=around.theme,
            notices=around.shell.notices,
            geometry=around.shell.geometry_settings,
            pdf_folder=around.slips_folder,
            is_sample=around.is_sample,
            try_now=self._try_now,
            keep=around.keep,
        )

    def _try_now(self) -> None:
        if self._driver is not None:
            self._driver.try_now()
