"""Ticket numbers: final at birth, also offline, and safe to dictate (product rule 14).

`26-071-00123-47` is year, series, serial and two check digits (ISO/IEC 7064, MOD 97-10), so one wrong digit or two
swapped ones never make another valid number.
"""

import re
from typing import NamedTuple

LAST_SERIAL = 99_999

_GAP = r"[\s.‐-–-]?"
_SHAPE = re.compile(rf"([0-9]{{2}}){_GAP}([0-9]{{3}}){_GAP}([0-9]{{5}}){_GAP}([0-9]{{2}})")


class NumberInvalid(ValueError):
    """A text is no ticket number, or its check digits do not fit."""


class TicketNumber(NamedTuple):
    """A number taken apart: year of the century, leased series, serial within it."""

    year: int
    series: str
    serial: int

    def __str__(self) -> str:
        return f"{self.year:02d}-{self.series}-{self.serial:05d}-{self.check:02d}"

    @property
    def check(self) -> int:
        """The two check digits as an int, 2–98."""
        return 98 - int(f"{self.year:02d}{self.series}{self.serial:05d}") * 100 % 97

    @classmethod
    def parse(cls, text: str) -> "TicketNumber":
        """Return the number of a text written with dashes, blanks, dots or nothing between its parts.

        Raises NumberInvalid.
        """
        found = _SHAPE.fullmatch(text.strip())
        if found is None:
            raise NumberInvalid(text)
        number = cls(int(found[1]), found[2], int(found[3]))
        if number.check != int(found[4]):
            raise NumberInvalid(text)
        return number
