"""A whole desk without its window: real files, real engine, real calls to a real centre."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import select

from console.jobs import Jobs
from console.models import ROWS
from console.services.intake import IntakeService
from console.services.shift import Shift
from console.services.sign_in import SignInService
from console.services.tickets import TicketService
from console.store.database import Database
from console.sync.client import CentreClient
from console.sync.driver import SyncDriver
from protocol.records import KINDS, fields_of
from protocol.times import SystemClock
from tests.central.centre import PASSWORD
from tests.desk import KEY

PATIENCE = 20.0
"""Seconds after which something that should have happened has not."""
PAUSE = 0.02


async def until(condition: Callable[[], bool], what: str) -> None:
    """Wait for a condition."""
    for _ in range(int(PATIENCE / PAUSE)):
        if condition():
            return
        await asyncio.sleep(PAUSE)
    raise AssertionError(f"waited in vain: {what}")


class SyncedDesk:
    """Enrols, signs in and syncs inside `async with`."""

    def __init__(self, folder: Path, url: str, code: str, login: str = "operator") -> None:
        self.clock = SystemClock()
        self.database = Database(folder, KEY, self.clock)
        self.client = CentreClient(url)
        self.failures: list[BaseException] = []
        self.jobs = Jobs(self.failures.append)
        self.shift = Shift()
        self.intake = IntakeService(self.database, self.shift)
        self.tickets = TicketService(self.database, self.shift)
        self._login = login
        if code:
            self.database.journal.enrol(url, self.client.enrol(code, "test"))
        identity = self.database.journal.identity()
        assert identity.device_id is not None
        assert identity.desk_id is not None
        self.client.identify(identity.device_id, identity.token)
        sign_in = SignInService(self.database, self._ask, self.clock)
        self.shift.begin(sign_in.ask(login, PASSWORD), identity.desk_id)
        self.driver = SyncDriver(self.database, self.jobs, self.client, self.clock, "test", "test")

    async def __aenter__(self) -> Self:
        self.jobs.spawn(self.driver.run(), "sync")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.jobs.close()
        self.database.close()
        assert self.failures == []

    def has(self, ticket_id: Any) -> bool:
        """Tell whether a ticket is here."""
        return self.ticket(ticket_id) is not None

    def ticket(self, ticket_id: Any) -> Any:
        """Return a ticket's row, or None."""
        table = ROWS["ticket"].__table__
        with self.database.read() as connection:
            return connection.execute(select(table).where(table.c.id == ticket_id)).first()

    def is_settled(self) -> bool:
        """Tell whether all is sent and read back."""
        return self.driver.status.is_online and not self.database.outbox.unconfirmed()

    def records(self) -> dict[tuple[str, Any], dict[str, Any]]:
        """Return every record of this desk with its revision: what two desks must agree on."""
        found = {}
        with self.database.read() as connection:
            for kind, row in ROWS.items():
                names = ("rev", "extra", *fields_of(KINDS[kind]))
                for each in connection.execute(select(row.__table__)).mappings():
                    found[kind, each["id"]] = {name: each[name] for name in names}
        return found

    def _ask(self, login: str, password: str) -> Any:
        return self.client.sign_in(login, password)
