"""The program starts at once, opens the desk it is told, hands calls over and ends without a trace."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QLockFile, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from console import app
from console.ui.calls.strip import CallStrip
from console.ui.main_window import MainWindow
from console.ui.settings.enrol_page import EnrolPage
from console.ui.settings.sign_in_page import SignInPage
from console.ui.shell import Shell
from tests.central.centre import PASSWORD, RunningCentre, sqlite_url
from tests.sync.synced_desk import until

Deed = Callable[[Shell], Awaitable[None]]


@pytest.fixture(autouse=True)
def undressed(qapp: QApplication) -> Iterator[None]:
    """Take off what a start puts on the whole application."""
    locale = QLocale()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(locale)
    qapp.setStyleSheet("")


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[RunningCentre]:
    with RunningCentre(sqlite_url(tmp_path)) as centre:
        centre.add_account("operator")
        yield centre


def start(folder: Path, *options: str, deed: Deed) -> int:
    """Start the program, do one thing with its window, close it and return the exit code."""
    failures: list[BaseException] = []

    async def work() -> None:
        await until(lambda: any(isinstance(each, Shell) for each in QApplication.topLevelWidgets()), "a window")
        [shell] = [each for each in QApplication.topLevelWidgets() if isinstance(each, Shell)]
        try:
            await deed(shell)
        except AssertionError as failure:
            failures.append(failure)
        shell.close()
        shell.deleteLater()

    tasks: list[asyncio.Future[None]] = []
    QTimer.singleShot(0, lambda: tasks.append(asyncio.ensure_future(work())))
    code = app.main(["--data", str(folder), "--language", "en", "--scheme", "light", "--sample", *options])
    assert failures == []
    return code


def start_beside(folder: Path, *options: str) -> "subprocess.Popen[bytes]":
    """Start the program in a process of its own."""
    program = "import sys; from console.app import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "--data", str(folder), "--sample", *options]
    return subprocess.Popen(command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def page(shell: Shell, kind: type[QWidget]) -> bool:
    """Tell whether the window shows a page of that class."""
    return isinstance(shell.centralWidget(), kind)


def words(shell: Shell) -> str:
    return " | ".join(label.text() for label in shell.findChildren(QLabel))


def test_a_new_desk_asks_for_its_centre(tmp_path: Path) -> None:
    async def deed(shell: Shell) -> None:
        await until(lambda: page(shell, EnrolPage), "the page of enrolment")
        assert shell.isMaximized()

    assert start(tmp_path / "desk", deed=deed) == 0


def test_options_lead_a_sample_desk_into_its_work(
    tmp_path: Path, centre: RunningCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTACT_CONSOLE_PASSWORD", PASSWORD)

    async def deed(shell: Shell) -> None:
        await until(lambda: page(shell, MainWindow), "the main window")
        await until(lambda: "Connected" in words(shell), "the link")
        assert "sample data" in words(shell)
        assert "(067) 123-45-67" in words(shell)

    options = ("--centre", centre.url, "--enrol", centre.invite(), "--sign-in", "operator", "--ring", "0671234567")
    assert start(tmp_path / "desk", *options, deed=deed) == 0


def test_an_enrolled_desk_asks_who_works_also_while_the_centre_is_away(tmp_path: Path, centre: RunningCentre) -> None:
    async def enrolled(shell: Shell) -> None:
        await until(lambda: page(shell, SignInPage), "the page of signing in")

    folder = tmp_path / "desk"
    start(folder, "--centre", centre.url, "--enrol", centre.invite(), deed=enrolled)
    centre.stop()
    assert start(folder, deed=enrolled) == 0


def test_a_settings_file_that_cannot_be_read_is_named_in_the_window(tmp_path: Path) -> None:
    file = tmp_path / "user.toml"
    file.write_text('scheme = "blue"', "utf-8")

    async def deed(shell: Shell) -> None:
        await until(lambda: str(file) in words(shell), "the name of the file")

    assert start(tmp_path, deed=deed) == 1


def test_a_data_folder_that_cannot_be_made_is_told_in_the_window(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")

    async def deed(shell: Shell) -> None:
        await until(lambda: str(tmp_path / "file") in words(shell), "the name of the folder")

    assert start(tmp_path / "file" / "desk", deed=deed) == 1


def test_a_console_that_has_the_data_and_does_not_answer_is_told_in_the_window(tmp_path: Path) -> None:
    held = QLockFile(str(tmp_path / "console.lock"))
    assert held.tryLock(0)

    async def deed(shell: Shell) -> None:
        await until(lambda: "runs already and does not answer" in words(shell), "the problem")

    assert start(tmp_path, deed=deed) == 1
    held.unlock()


def test_a_database_that_cannot_be_opened_is_told_in_the_window(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "journal.db").write_bytes(b"no database" * 1000)

    async def deed(shell: Shell) -> None:
        await until(lambda: "The database of this desk cannot be read" in words(shell), "the problem")

    assert start(folder, deed=deed) == 1


def test_a_later_start_rings_in_the_console_that_runs(
    tmp_path: Path, centre: RunningCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTACT_CONSOLE_PASSWORD", PASSWORD)
    folder = tmp_path / "desk"

    async def deed(shell: Shell) -> None:
        await until(lambda: page(shell, MainWindow), "the main window")
        later = start_beside(folder, "--ring", "0671234567")
        await until(lambda: later.poll() is not None, "the end of the later start")
        assert later.returncode == 0
        [strip] = shell.findChildren(CallStrip)
        assert strip.ringing == ["(067) 123-45-67"]

    options = ("--centre", centre.url, "--enrol", centre.invite(), "--sign-in", "operator")
    assert start(folder, *options, deed=deed) == 0


def test_signing_in_by_option_is_for_sample_data_only(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        app.main(["--sign-in", "operator"])
    assert "sample" in capsys.readouterr().err


def test_sample_data_never_come_into_the_folder_of_a_real_desk(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        app.main(["--sample"])
    assert "--data" in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        app.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.strip() == app.version()
