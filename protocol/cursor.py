"""Cursors: a place in the log that proves its past (protocol rule 2)."""

from typing import NamedTuple

from protocol.events import FIRST_CHAIN


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
        epoch, seq, chain = text.split(".")
        if not epoch.startswith("e"):
            raise ValueError(text)
        cursor = cls(int(epoch[1:]), int(seq), bytes.fromhex(chain))
        if cursor.seq < 0 or len(cursor.chain) != len(FIRST_CHAIN):
            raise ValueError(text)
        return cursor


START = Cursor(0, 0, FIRST_CHAIN)
"""Where a desk that has seen nothing begins, in any epoch."""
