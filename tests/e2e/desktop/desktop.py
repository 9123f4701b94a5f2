"""A private desktop: a virtual screen, a window manager, and the bus by which assistive programs read windows."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

_SIZE = "1366x768x24"
_BUS_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


class Desktop:
    """Runs inside `with`; `environment` is for the programs that are to appear on it."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="desktop-"))
        self._running: list[subprocess.Popen[bytes]] = []
        self.environment = {
            **os.environ,
            "XDG_RUNTIME_DIR": str(self._folder),
            "QT_QPA_PLATFORM": "xcb",
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LANG": "C.UTF-8",
            "NO_AT_BRIDGE": "0",
        }

    def __enter__(self) -> Self:
        self.environment["DISPLAY"] = ":" + self._announced(
            ["Xvfb", "-displayfd", "{fd}", "-screen", "0", _SIZE, "-nolisten", "tcp"]
        )
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._announced(
            ["dbus-daemon", "--session", "--nofork", "--print-address={fd}"]
        )
        self._start([_BUS_LAUNCHER, "--launch-immediately"])
        self._start(["openbox"])
        # Both layouts of a Ukrainian workplace; without the second, keys for Cyrillic letters are made up on the fly.
        subprocess.run(["setxkbmap", "-layout", "us,ua"], env=self.environment, check=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self._running):
            process.terminate()
            process.wait(10)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _start(self, line: list[str], announcing: int | None = None) -> None:
        with (self._folder / f"{Path(line[0]).name}.log").open("wb") as log:
            pass_on = () if announcing is None else (announcing,)
            process = subprocess.Popen(line, stdout=log, stderr=log, env=self.environment, pass_fds=pass_on)
        self._running.append(process)

    def _announced(self, line: list[str]) -> str:
        """Start a program that writes one line to a descriptor when it is ready, and return that line."""
        reading, writing = os.pipe()
        self._start([part.format(fd=writing) for part in line], writing)
        os.close(writing)
        with os.fdopen(reading) as said:
            return said.readline().strip()
