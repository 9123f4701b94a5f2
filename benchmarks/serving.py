"""Servers in processes of their own, as they are installed: they share no interpreter with whoever measures them."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

_START_SECONDS = 30.0
_STOP_SECONDS = 10.0
_LOOK_SECONDS = 0.05


@contextmanager
def serving(command: Sequence[str]) -> Iterator[int]:
    """Run a server that writes its port into the file named by its last argument, and give the port.

    Raises RuntimeError with what the server said when it does not start.
    """
    with TemporaryDirectory() as folder:
        announce, words = Path(folder, "port"), Path(folder, "words.txt")
        with words.open("wb") as log:
            process = subprocess.Popen([*command, str(announce)], stdout=log, stderr=log)
        try:
            deadline = monotonic() + _START_SECONDS
            while not (announce.exists() and (port := announce.read_text(encoding="utf-8"))):
                if process.poll() is not None or monotonic() > deadline:
                    raise RuntimeError(words.read_text(encoding="utf-8", errors="replace"))
                sleep(_LOOK_SECONDS)
            yield int(port)
        finally:
            process.terminate()
            process.wait(_STOP_SECONDS)
