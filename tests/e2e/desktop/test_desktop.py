"""From ring to slip through the real window of a real process: by keyboard, read as a screen reader reads."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.city import LOGIN, PASSWORD, SampleCity
from tests.e2e.desktop.desktop import Desktop

PERSON = Path(__file__).with_name("person.py")
SYSTEM_PYTHON = "/usr/bin/python3"


@contextmanager
def console(desktop: Desktop, city: SampleCity, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run the console on the desktop, enrolled, signed in and ringing."""
    line = [sys.executable, "-m", "console", "--sample", "--data", str(folder), "--centre", city.url]
    line += ["--enrol", city.enrol("Місце 1"), "--sign-in", LOGIN, "--ring", "0671234567"]
    with (folder.parent / "console.log").open("wb") as log:
        environment = {**desktop.environment, "CONTACT_CONSOLE_PASSWORD": PASSWORD}
        process = subprocess.Popen(line, stdout=log, stderr=log, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


def person(desktop: Desktop) -> list[str]:
    """Let the operator take the call and return what was read."""
    done = subprocess.run(
        [SYSTEM_PYTHON, PERSON], env=desktop.environment, capture_output=True, text=True, timeout=180, check=False
    )
    assert done.returncode == 0, done.stderr[:2000]
    return done.stdout.splitlines()


@pytest.mark.desktop
@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform == "win32", reason="drives an X11 desktop; Windows is read by hand, see the checklist")
def test_a_call_goes_from_ring_to_slip_by_keyboard_and_is_read_through_the_accessibility_tree(tmp_path: Path) -> None:
    city = SampleCity(tmp_path / "centre")
    city.seed(tickets=100)
    with city, Desktop() as desktop, console(desktop, city, tmp_path / "desk"):
        number, slip = person(desktop)
        assert number.startswith("number 26-")
        assert slip == "slip printed"
        assert list((tmp_path / "desk").rglob("*.pdf"))
