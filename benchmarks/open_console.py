"""The console at work on a filled desk, its centre away: the real window, opened and signed in as the program does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from benchmarks.filled_desk import CLOCK, KEY
from benchmarks.screen import show, theme, until
from benchmarks.working_desk import operator
from central.sample.staff import OPERATORS
from console.composition import Console, Start, Surroundings
from console.secrets import SampleSecrets
from console.services.sign_in import SignInService
from console.settings import Settings
from console.store.database import Database
from console.ui.shell import Shell
from protocol.wire import SignInReply

LOGIN = OPERATORS[0].login
PASSWORD = "вимірювання"  # noqa: S105 - of a made-up person

PartT = TypeVar("PartT", bound=QWidget)


def let_sign_in(folder: Path) -> None:
    """Make a desk folder one at which the operator can sign in while the centre is away."""
    SampleSecrets(folder).write("database-key", KEY.hex())
    database = Database(folder, KEY, CLOCK)
    SignInService(database, _nobody, CLOCK).remember(LOGIN, PASSWORD, operator())
    database.close()


@asynccontextmanager
async def open_console(folder: Path) -> AsyncIterator[Console]:
    """Open the console on a desk folder and wait until the operator is signed in."""
    faults: list[BaseException] = []
    shell = Shell()
    await show(shell)
    surroundings = Surroundings(
        shell=shell,
        theme=theme(),
        settings=Settings(),
        folder=folder,
        slips_folder=folder,
        secrets=SampleSecrets(folder),
        clock=CLOCK,
        version="",
        is_sample=True,
        report=faults.append,
        keep=lambda _name, _value: None,
    )
    console = Console(surroundings, Start(login=LOGIN, password=PASSWORD))
    try:
        await until(lambda: console.main_window is not None)
        yield console
    finally:
        shell.close()
        await console.close()
        shell.deleteLater()
    if faults:
        raise faults[0]


def part(console: Console, kind: type[PartT]) -> PartT:
    """Return the part of the window of this kind."""
    found = console.shell.findChild(kind)
    if found is None:
        raise LookupError(kind)
    return found


def _nobody(_login: str, _password: str) -> SignInReply:
    raise NotImplementedError
