"""What tests of the screens share: the look, a loop on Qt's own, a desk with data, and what every panel is given."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from console.jobs import Jobs
from console.settings import Language
from console.ui.feed import Feed
from console.ui.look.theme import Scheme, Theme
from console.ui.reference import Reference
from console.ui.words import Words
from tests.desk import REFERENCE, DeskUnderTest, make_desk


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Dress the application in the light scheme, and undress it after the test."""
    theme = Theme(qapp, Scheme.LIGHT)
    yield theme
    theme.use(Scheme.LIGHT)
    qapp.setStyleSheet("")
    theme.deleteLater()


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """Run coroutines on Qt's loop beside the test: wait for them with `qtbot.waitUntil` or `qtbot.waitSignal`."""
    loop: asyncio.AbstractEventLoop = QEventLoop(qapp, already_running=True)
    yield loop
    # Only a loop that ends inside exec() leaves Qt fit for the next one.
    ending = loop.create_task(_cancel_others())
    ending.add_done_callback(lambda _: loop.stop())
    qapp.exec()
    asyncio._set_running_loop(None)
    loop.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskUnderTest]:
    """Open an enrolled desk with the reference data of `tests.desk` and an operator signed in."""
    desk = make_desk(tmp_path / "desk", REFERENCE)
    yield desk
    desk.database.close()


@pytest.fixture
def jobs(desk: DeskUnderTest, loop: asyncio.AbstractEventLoop, qtbot: QtBot) -> Iterator[Jobs]:
    """Give the desk its threads, and fail the test when a background task died."""
    failures: list[BaseException] = []
    jobs = Jobs(failures.append)
    yield jobs
    closing = loop.create_task(jobs.close())
    qtbot.waitUntil(closing.done)
    assert failures == []


@pytest.fixture
def feed(desk: DeskUnderTest, qapp: QApplication) -> Feed:
    """Bring the desk's changes to the screens."""
    return Feed(desk.database.feed)


@pytest.fixture
def reference(desk: DeskUnderTest, feed: Feed, jobs: Jobs) -> Reference:
    """Hold the desk's directory."""
    return Reference(desk.database, feed, jobs)


@pytest.fixture
def words(qapp: QApplication) -> Words:
    """Speak as the untranslated sources do, and pick Ukrainian names from the data."""
    return Words(Language.UKRAINIAN)


async def _cancel_others() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
