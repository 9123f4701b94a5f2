"""A sample city with a centre of its own process, on its embedded SQLite."""

import os
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

LOGIN = "operator1"
PASSWORD = "зразок-пароль"
START_SECONDS = 30


class SampleCity:
    """Seeds the centre's database, runs the centre, kills it and starts it again on the same port."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._announced = folder / "centre.port"
        self._log = folder / "centre.log"
        self._port = 0
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def url(self) -> str:
        """Where the centre answers."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def is_seeded(self) -> bool:
        """Tell whether an earlier run left the city here whole."""
        return (self._folder / "seeded").exists()

    def seed(self, tickets: int, seed: int = 1) -> None:
        """Bring the sample city and one year of its history with so many tickets."""
        self.command("migrate")
        self.command("sample", "--years", "1", "--per-year", str(tickets), "--seed", str(seed))
        self.command("account", "password", "--login", LOGIN, "--password-stdin", said=PASSWORD)
        (self._folder / "seeded").touch()

    def enrol(self, name: str) -> str:
        """Return a one-time code for a desk of that name."""
        return self.command("enrol", "--name", name).strip()

    def start(self) -> None:
        """Start the centre and wait until it answers."""
        self._announced.unlink(missing_ok=True)
        arguments = ["serve", "--port", str(self._port), "--announce", str(self._announced)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(self._line(*arguments), stdout=log, stderr=log, env=_environment())
        deadline = time.monotonic() + START_SECONDS
        while not self._announced.exists() or not self._announced.read_text("ascii"):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the centre did not start:\n{self._log.read_text('utf-8')[-2000:]}")
            time.sleep(0.02)
        self._port = int(self._announced.read_text("ascii"))

    def kill(self) -> None:
        """End the centre at once, as a power cut does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def command(self, *arguments: str, said: str = "") -> str:
        """Run `contact-central` and return what it printed.

        Raises RuntimeError with its complaint when it fails.
        """
        done = subprocess.run(
            self._line(*arguments), input=said, capture_output=True, text=True, env=_environment(), check=False
        )
        if done.returncode != 0:
            raise RuntimeError(f"contact-central {arguments[0]}: {done.stderr[-2000:]}")
        return done.stdout

    def _line(self, *arguments: str) -> list[str]:
        database = f"sqlite:///{(self._folder / 'centre.db').as_posix()}"
        return [sys.executable, "-m", "central", *arguments, "--database", database]

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1"}
