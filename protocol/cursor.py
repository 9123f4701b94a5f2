"""Cursors: a place in the log that proves its past (protocol rule 2)."""

import re
from typing import NamedTuple

from protocol.events import FIRST_CHAIN

_SHAPE = re.compile(r"e([0-9]{1,10})\.([0-9]{1,18})\.([0-9a-f]{32})")


class Cursor(NamedTuple):
    """Epoch, last applied seq and the chain value there; written `e3.1048577.9f2c…`."""

    epoch: int
    seq: int
    chain: bytes

    def __str__(self) -> str:
        return f"e{self.epoch}.{self.seq}.{self.chain.hex()}"

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        """Return the cursor of its text.

        Raises ValueError when the text is no cursor.
        """
        found = _SHAPE.fullmatch(text)
        if found is None:
            raise ValueError(text)
        return cls(int(found[1]), int(found[2]), bytes.fromhex(found[3]))


START = Cursor(0, 0, FIRST_CHAIN)
"""Where a desk that has seen nothing begins, in any epoch."""
