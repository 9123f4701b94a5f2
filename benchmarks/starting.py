"""How long a new process needs to its pictures, and how much memory, beside a bare window of PySide6."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.open_console import LOGIN, PASSWORD
from benchmarks.row import Measured, at_most, measured, timed, times_raw
from benchmarks.run import Run
from benchmarks.sampling import Pair

_STARTS = 8
_PATIENCE_SECONDS = 60
_MEGABYTE = 1 << 20
_BARE, _FIRST, _SIGN_IN, _WORK = "QMainWindow", "Shell", "SignInPage", "MainWindow"


class _Picture(NamedTuple):
    milliseconds: float  # since the process was started
    megabytes: float


def measure(run: Run, folder: Path) -> Iterator[Measured]:
    """Measure the first picture, the page to sign in on, and the window to work in, of a desk with the run's data."""
    run.progress.begin("desk.start")
    bare: list[dict[str, _Picture]] = []
    console: list[dict[str, _Picture]] = []
    for number in run.progress.through(range(run.samples(_STARTS) + 1)):
        pictures = _start("bare"), _start("console", str(folder), LOGIN)
        if number:  # the first start fills the caches of the system
            bare.append(pictures[0])
            console.append(pictures[1])

    def pair(name: str) -> Pair:
        return Pair([start[name].milliseconds for start in console], [start[_BARE].milliseconds for start in bare])

    yield timed("desk.start_painted", pair(_FIRST), times_raw(2))
    yield timed("desk.start_sign_in", pair(_SIGN_IN), times_raw(4))
    yield timed("desk.start_usable", pair(_WORK), times_raw(4))
    bare_memory = median(start[_BARE].megabytes for start in bare)
    for name, picture, goal in (
        ("desk.start_memory", _FIRST, times_raw(2.2)),
        ("desk.usable_memory", _WORK, at_most(180, "MB")),
    ):
        memory = median(start[picture].megabytes for start in console)
        yield measured(name, memory, "MB", bare_memory, goal, len(console))


def _start(*arguments: str) -> dict[str, _Picture]:
    """Start the probe and return when each picture was painted."""
    command = [sys.executable, "-m", "benchmarks.start_probe", *arguments]
    environment = {**os.environ, "CONTACT_CONSOLE_PASSWORD": PASSWORD}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    started = time.time()
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment, timeout=_PATIENCE_SECONDS, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    pictures = (line.split() for line in done.stdout.splitlines())
    return {
        name: _Picture((float(moment) - started) * 1000, int(taken) / _MEGABYTE) for name, moment, taken in pictures
    }
