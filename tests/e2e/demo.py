"""The demonstration: a sample city, its centre, a desk and a ringing call; `python3 dev.py demo` runs it.

With a display the console opens for a person to work with. Unattended, the whole story is played by itself and leaves
pictures and slips in `demo-output`.
"""

import argparse
import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from console.settings import Language
from console.ui.language import speak
from console.ui.look.theme import Scheme, Theme
from tests.e2e.city import LOGIN, PASSWORD, SampleCity
from tests.e2e.story import Outcome, Stage, play

CALLER = "067 123-45-67"
OUTPUT = Path("demo-output")


def main() -> int:
    """Seed the city, start its centre, and open or play the desk."""
    parser = argparse.ArgumentParser(prog="dev.py demo", description=__doc__)
    parser.add_argument("--unattended", action="store_true", help="play the story, take pictures, end")
    parser.add_argument("--tickets", type=int, default=2_000, help="of the sample year (default: %(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="contact-centre-") as folder:
        city = SampleCity(Path(folder) / "centre")
        began = time.perf_counter()
        city.seed(options.tickets)
        _tell(f"a sample city with {options.tickets} tickets of a year, {time.perf_counter() - began:.1f} s")
        with city:
            _tell(f"its centre answers at {city.url}")
            return _play(city, Path(folder)) if options.unattended else _open(city, Path(folder))


def _open(city: SampleCity, folder: Path) -> int:
    """Open the console for a person and ring."""
    line = [sys.executable, "-m", "console", "--sample", "--data", str(folder / "desk"), "--centre", city.url]
    line += ["--enrol", city.enrol("Місце 1"), "--sign-in", LOGIN, "--ring", CALLER]
    _tell("the console opens; a call rings: Ctrl+F9 answers it, F1 shows all keys; closing the window ends the demo")
    environment = {**os.environ, "CONTACT_CONSOLE_PASSWORD": PASSWORD}
    return subprocess.run(line, env=environment, check=False).returncode


def _play(city: SampleCity, folder: Path) -> int:
    shutil.rmtree(OUTPUT, ignore_errors=True)
    OUTPUT.mkdir()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("contact-console")
    application.setQuitOnLastWindowClosed(False)
    speak(application, Language.UKRAINIAN)
    stage = Stage(application, Theme(application, Scheme.LIGHT), city, folder, _tell, OUTPUT)
    with asyncio.Runner(loop_factory=lambda: QEventLoop(application)) as runner:
        outcome = runner.run(play(stage))
    _keep(outcome)
    return 0


def _keep(outcome: Outcome) -> None:
    for slip in outcome.slips:
        shutil.copy(slip, OUTPUT)
    _tell(f"{len(list(OUTPUT.iterdir()))} pictures and slips are in {OUTPUT}/")


def _tell(text: str) -> None:
    print(f"demo: {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
