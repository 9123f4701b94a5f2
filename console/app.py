"""Starts the console: options, one process per data folder, a window at once, and then the desk in it."""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import platformdirs
from keyring.errors import KeyringError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from console import settings as settings_files
from console.errors import ConsoleError, StoreBroken
from console.secrets import SampleSecrets, SystemSecrets
from console.settings import Language, SchemeChoice, Settings, SettingsBroken
from console.ui.collector import Collector
from console.ui.faults import Faults
from console.ui.language import speak
from console.ui.look.theme import Scheme, Theme
from console.ui.shell import Shell
from console.ui.single_instance import SingleInstance
from console.ui.words import Words
from protocol.times import SystemClock

if TYPE_CHECKING:
    from console.composition import Console

_DISTRIBUTION = "contact-centre-console"
_PASSWORD_VARIABLE = "CONTACT_CONSOLE_PASSWORD"  # noqa: S105 - a name, no password
_FIRST_PAINT_SECONDS = 1.0
"""How long the first picture of the window is waited for; a locked screen paints none."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the console until its window is closed and return the process's exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.sign_in and not options.sample:
        parser.error("--sign-in is for --sample only")
    if options.sample and options.data is None:
        parser.error("--sample needs a --data folder of its own")
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("contact-console")
    application.setQuitOnLastWindowClosed(False)  # or closing the last dialog would stop the loop
    with asyncio.Runner(loop_factory=lambda: QEventLoop(application)) as runner:
        return runner.run(_run(application, options))


def version() -> str:
    """Return the version of this program."""
    try:
        return metadata.version(_DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return "0"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="contact-console", description="The operator's desk of a contact centre.")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep this desk's data and settings there")
    parser.add_argument("--centre", default="", metavar="URL", help="the centre's address, for enrolling")
    parser.add_argument("--enrol", default="", metavar="CODE", help="connect this desk with a one-time code")
    parser.add_argument(
        "--ring", default="", metavar="NUMBER", help="show a call, in the running console if there is one"
    )
    parser.add_argument("--sample", action="store_true", help="work on sample data: secrets lie in the data folder")
    parser.add_argument(
        "--sign-in",
        default="",
        metavar="LOGIN",
        help=f"with --sample: sign in with the password in {_PASSWORD_VARIABLE}",
    )
    parser.add_argument("--language", choices=[*Language], type=Language, help="language of the screens")
    parser.add_argument("--scheme", choices=[*SchemeChoice], type=SchemeChoice, help="light or dark")
    parser.add_argument("--version", action="version", version=version())
    return parser


async def _run(application: QApplication, options: argparse.Namespace) -> int:
    own_file = settings_files.user_file() if options.data is None else options.data / "user.toml"
    try:
        settings = _settings(options, own_file)
    except SettingsBroken as fault:
        speak(application, Language.UKRAINIAN)
        return await _explain(application, Words(Language.UKRAINIAN).refusal(fault), str(fault))
    speak(application, settings.language)
    words = Words(settings.language)
    try:
        instance = SingleInstance(settings.folder)
    except OSError as fault:
        return await _explain(application, words.refusal(StoreBroken()), str(fault))
    if not instance.claim():
        if instance.hand_over(options.ring):
            return 0
        return await _explain(application, words.folder_taken(), str(settings.folder))
    theme = Theme(application, Scheme(settings.scheme))
    shell = Shell()
    shell.remember_geometry(settings.folder)
    if not shell.is_placed:
        shell.setWindowState(Qt.WindowState.WindowMaximized)
    faults = Faults(settings.folder)
    faults.watch(shell.notices)
    asyncio.get_running_loop().set_exception_handler(faults.on_loop_fault)
    closed = asyncio.Event()
    shell.closed.connect(closed.set)
    instance.summoned.connect(shell.summon)
    await _show(shell)
    console = _compose(shell, theme, settings, options, own_file, faults)
    collector = Collector()
    if console is not None:
        instance.rang.connect(console.ring)
    try:
        await closed.wait()
    finally:
        if console is not None:
            await console.close()
        collector.stop()
        instance.release()
        faults.close()
    return 1 if console is None else 0


def _settings(options: argparse.Namespace, own_file: Path) -> Settings:
    given = {
        "centre_url": options.centre,
        "data_folder": "" if options.data is None else str(options.data),
        "language": options.language,
        "scheme": options.scheme,
    }
    settings = settings_files.read((settings_files.machine_file(), own_file))
    return msgspec.structs.replace(settings, **{name: value for name, value in given.items() if value})


def _compose(
    shell: Shell, theme: Theme, settings: Settings, options: argparse.Namespace, own_file: Path, faults: Faults
) -> "Console | None":
    """Open the desk in the window, or say there why it cannot be opened."""
    # The database and the network take longer to import than the window to appear.
    from console.composition import Console, Start, Surroundings

    words = Words(settings.language)

    def keep(name: str, value: str) -> None:
        try:
            settings_files.keep(own_file, **{name: value})
        except SettingsBroken as fault:
            shell.notices.tell(words.refusal(fault))

    folder = settings.folder
    surroundings = Surroundings(
        shell=shell,
        theme=theme,
        settings=settings,
        folder=folder,
        slips_folder=folder / "slips" if options.sample else platformdirs.user_documents_path() / "Наряди",
        secrets=SampleSecrets(folder) if options.sample else SystemSecrets(folder),
        clock=SystemClock(),
        version=version(),
        is_sample=options.sample,
        report=faults.report,
        keep=keep,
    )
    start = Start(
        enrolment_code=options.enrol,
        login=options.sign_in,
        password=os.environ.get(_PASSWORD_VARIABLE, "") if options.sample else "",
        ringing=options.ring,
    )
    try:
        return Console(surroundings, start)
    except ConsoleError as fault:
        shell.show_problem(words.refusal(fault), str(fault))
    except KeyringError as fault:
        shell.show_problem(words.no_password_store(), str(fault))
    return None


async def _show(shell: Shell) -> None:
    """Show the window and let it be painted before anything slow begins."""
    painted = asyncio.Event()
    shell.painted.connect(painted.set)
    shell.summon()
    with suppress(TimeoutError):
        await asyncio.wait_for(painted.wait(), _FIRST_PAINT_SECONDS)


async def _explain(application: QApplication, sentence: str, details: str) -> int:
    """Say in a window of its own why there is no console."""
    Theme(application)
    shell = Shell()
    shell.show_problem(sentence, details)
    closed = asyncio.Event()
    shell.closed.connect(closed.set)
    shell.show()
    await closed.wait()
    return 1
