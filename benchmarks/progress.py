"""What is being measured and how far it is, on one line that is written over."""

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

_EVERY_SECONDS = 0.1
_CLEAR_LINE = "\r\x1b[K"


class Progress:
    """Tells progress on a terminal; into a file it writes only what begins."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._doing = ""
        self._told_at = 0.0

    def begin(self, doing: str) -> None:
        """Say what begins."""
        self._doing = doing
        self._write(f"{doing} …")

    def tell(self, done: int, total: int) -> None:
        """Say how far it is."""
        now = monotonic()
        if self._is_terminal and now >= self._told_at + _EVERY_SECONDS:
            self._told_at = now
            self._write(f"{self._doing} … {done:,} of {total:,}")

    def through(self, items: Sequence[T]) -> Iterator[T]:
        """Yield the items, telling how far it is."""
        for done, item in enumerate(items):
            self.tell(done, len(items))
            yield item

    def clear(self) -> None:
        """Take the line away."""
        if self._is_terminal:
            print(_CLEAR_LINE, end="", file=sys.stderr, flush=True)

    def _write(self, line: str) -> None:
        if self._is_terminal:
            print(f"{_CLEAR_LINE}{line}", end="", file=sys.stderr, flush=True)
        else:
            print(line, file=sys.stderr, flush=True)
