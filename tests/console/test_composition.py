"""Several desks may run in one process, each over its own data, and meet at the centre."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from qasync import QEventLoop

from central.importing import import_records
from console.composition import Console, Start, Surroundings
from console.secrets import SampleSecrets
from console.services.intake import IntakeService
from console.settings import Settings
from console.ui.calls.strip import CallStrip
from console.ui.intake.tabs import IntakeTabs
from console.ui.look.theme import Scheme, Theme
from console.ui.queue.panel import QueuePanel
from console.ui.shell import Shell
from protocol.times import SystemClock
from tests.central.centre import PASSWORD, RunningCentre, sqlite_url
from tests.desk import REFERENCE
from tests.store.acts import register_with
from tests.sync.synced_desk import until


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[RunningCentre]:
    with RunningCentre(sqlite_url(tmp_path)) as running:
        running.add_account("operator")
        import_records(running.database, REFERENCE, running.clock)
        yield running


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, Scheme.LIGHT)
    yield theme
    qapp.setStyleSheet("")
    theme.deleteLater()


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[asyncio.Runner]:
    with asyncio.Runner(loop_factory=lambda: QEventLoop(qapp)) as runner:
        yield runner


@asynccontextmanager
async def at_work(folder: Path, centre: RunningCentre, theme: Theme, code: str = "") -> AsyncIterator[Console]:
    """Open a desk with somebody signed in, and close it."""
    failures: list[BaseException] = []
    shell = Shell()
    console = Console(
        Surroundings(
            shell=shell,
            theme=theme,
            settings=Settings(centre_url=centre.url),
            folder=folder,
            slips_folder=folder / "slips",
            secrets=SampleSecrets(folder),
            clock=SystemClock(),
            version="test",
            is_sample=True,
            report=failures.append,
            keep=lambda name, value: None,
        ),
        Start(enrolment_code=code, login="operator", password=PASSWORD),
    )
    shell.show()
    await until(lambda: console.main_window is not None, "the main window")
    yield console
    shell.close()
    await console.close()
    shell.deleteLater()
    assert failures == []


def test_a_ticket_of_one_desk_appears_in_the_queue_of_another_in_the_same_process(
    centre: RunningCentre, theme: Theme, tmp_path: Path, runner: asyncio.Runner
) -> None:
    async def play() -> None:
        async with (
            at_work(tmp_path / "a", centre, theme, centre.invite("Місце 1")) as a,
            at_work(tmp_path / "b", centre, theme, centre.invite("Місце 2")) as b,
        ):
            [queue] = b.shell.findChildren(QueuePanel)
            assert queue.list.current_ticket is None
            intake = IntakeService(a.database, a.shift)
            registered = await a.jobs.write(register_with, intake, SystemClock().now(), "Темно на вулиці")
            await until(lambda: queue.list.model().rowCount() == 1, "a row in the other queue")
            queue.focus_list()
            assert queue.list.current_ticket == registered.ticket_id

    runner.run(play())


def test_a_call_rings_at_its_own_desk_only(
    centre: RunningCentre, theme: Theme, tmp_path: Path, runner: asyncio.Runner
) -> None:
    async def play() -> None:
        async with (
            at_work(tmp_path / "a", centre, theme, centre.invite("Місце 1")) as a,
            at_work(tmp_path / "b", centre, theme, centre.invite("Місце 2")) as b,
        ):
            a.ring("0671234567")
            [at_a], [at_b] = a.shell.findChildren(CallStrip), b.shell.findChildren(CallStrip)
            assert (at_a.ringing, at_b.ringing) == (["(067) 123-45-67"], [])

    runner.run(play())


def test_what_was_being_typed_when_the_window_closed_is_there_again(
    centre: RunningCentre, theme: Theme, tmp_path: Path, runner: asyncio.Runner
) -> None:
    def text_of(console: Console) -> QPlainTextEdit:
        [intake] = console.shell.findChildren(IntakeTabs)
        return intake.front.page.details.text

    async def play() -> None:
        async with at_work(tmp_path / "a", centre, theme, centre.invite("Місце 1")) as console:
            for words in ("Темно", "Темно на", "Темно на вулиці"):
                text_of(console).setPlainText(words)
        async with at_work(tmp_path / "a", centre, theme) as console:
            assert text_of(console).toPlainText() == "Темно на вулиці"

    runner.run(play())
