"""A real centre for tests: the real server in a thread, over SQLite or PostgreSQL."""

import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
import requests
from sqlalchemy import URL

from central.accounts import add_account, disable_account
from central.api.centre import StreamTerms, build_centre
from central.database import Database
from central.desks import invite_device
from central.importing import import_records
from central.reference import read
from central.serving import CentreServer
from central.upgrade import upgrade
from protocol.records import Account
from protocol.times import Clock, SystemClock
from protocol.vocabulary import Role
from protocol.wire import EnrolReply, EnrolRequest

START_SECONDS = 20
STOP_SECONDS = 10
PASSWORD = "шість-слів"


def sqlite_url(folder: Path) -> str:
    """Return the URL of a SQLite database in a folder."""
    return f"sqlite:///{(folder / 'centre.db').as_posix()}"


class RunningCentre:
    """Runs the server; stopped and started again it is the same centre on the same port.

    `database` is open whether the server runs or not: a test looks into it directly.
    """

    def __init__(
        self,
        url: str | URL,
        *,
        clock: Clock | None = None,
        terms: StreamTerms | None = None,
        port: int = 0,
    ) -> None:
        """Make a centre over a database; without a port it takes a free one."""
        self.clock = clock or SystemClock()
        self.database = Database(url)
        self._terms = terms or StreamTerms()
        self._port = port
        self._server: CentreServer | None = None
        self._thread: threading.Thread | None = None
        upgrade(self.database)

    @property
    def url(self) -> str:
        """Where it answers, without a slash at the end."""
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        listening = threading.Event()

        def remember(port: int) -> None:
            self._port = port
            listening.set()

        centre = build_centre(Database(self.database.url), self.clock, self._terms)
        self._server = CentreServer(centre, "127.0.0.1", self._port, remember)
        self._thread = threading.Thread(target=self._server.run, name="centre", daemon=True)
        self._thread.start()
        deadline = time.monotonic() + START_SECONDS
        while not listening.wait(0.05):
            if not self._thread.is_alive() or time.monotonic() > deadline:
                raise RuntimeError("The centre did not start.")

    def stop(self) -> None:
        """Stop the server and wait until it is gone; calls then meet a closed port."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(STOP_SECONDS)
            if self._thread.is_alive():
                raise RuntimeError("The centre did not stop.")
            self._server = self._thread = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self.database.close()

    def add_account(
        self, login: str, name: str = "Коваль Олена", role: Role = Role.OPERATOR, password: str = PASSWORD
    ) -> Account:
        """Make an account that may sign in."""
        now = self.clock.now()
        return self.database.transact(lambda connection: add_account(connection, login, name, role, password, now))

    def disable_account(self, login: str) -> None:
        """Let an account sign in no more."""
        now = self.clock.now()
        self.database.transact(lambda connection: disable_account(connection, login, now))

    def invite(self, name: str = "Місце 1") -> str:
        """Return a one-time code for a device of this desk."""
        now = self.clock.now()
        return self.database.transact(lambda connection: invite_device(connection, name, "", now))

    def enrol(self, name: str = "Місце 1", fingerprint: str = "test") -> EnrolReply:
        """Make a device of this desk over the wire."""
        request = EnrolRequest(code=self.invite(name), fingerprint=fingerprint)
        response = requests.post(f"{self.url}/sync/v1/enrol", data=msgspec.json.encode(request), timeout=10)
        response.raise_for_status()
        return msgspec.json.decode(response.content, type=EnrolReply)

    def load_reference(self, folder: Path) -> int:
        """Import reference data and return how many records are new or changed."""
        return import_records(self.database, read(folder), self.clock)
