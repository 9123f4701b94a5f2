"""House numbers: digits, an optional letter, fraction and block, with one normal form and a natural order (rule 7)."""

import re
from enum import StrEnum
from string import digits
from typing import NamedTuple

from protocol.text import LOOK_ALIKES

_LETTERS = "АБВГҐДЕЄЁЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
_LETTER = f"[{_LETTERS}]"
_ALONE = r"(?!\w|\.|\s*[0-9])"  # the letter is no word and no sign of a block: «2 к. 1»
_NUMBER = "0{0,4}[0-9]{1,4}"
_SHAPE = re.compile(
    rf"""
    (?:№\s*|БУД(?:ИНОК)?\.?\s*)?
    (?P<number>{_NUMBER}) (?:\s?-?\s?(?P<letter>{_LETTER}){_ALONE})?
    (?:\s*/\s*(?:(?P<fraction>{_NUMBER})(?:\s?-?\s?(?P<fraction_letter>{_LETTER}){_ALONE})?|(?P<slash_letter>{_LETTER}){_ALONE}))?
    (?:[\s,]*(?:К|КОРП?|КОРПУС|БЛ|БЛОК)(?:\.|\b|(?=[0-9]))\s*(?P<block>0*[1-9][0-9]{{0,2}}{_LETTER}?|{_LETTER}))?
    """,
    re.VERBOSE,
)
_BLOCK_WITHOUT_NUMBER = re.compile(r"(?:КОРП?|КОРПУС|БЛ|БЛОК|К\.)\.?")


class HouseProblem(StrEnum):
    """Why a text is no house number."""

    EMPTY = "empty"
    NO_DIGITS = "no_digits"
    TEXT_BEFORE = "text_before"
    ZERO = "zero"
    TOO_LONG = "too_long"  # more than four digits
    DOUBLE_SLASH = "double_slash"
    FRACTION_MISSING = "fraction_missing"  # 14/
    BLOCK_MISSING = "block_missing"  # 2 корп.
    FOREIGN_LETTER = "foreign_letter"  # a Latin one that looks like no Cyrillic letter
    TEXT_AFTER = "text_after"


class HouseInvalid(ValueError):
    """A text is no house number; `problem` says why."""

    def __init__(self, text: str, problem: HouseProblem) -> None:
        super().__init__(f"{text!r}: {problem}")
        self.problem = problem


class HouseNumber(NamedTuple):
    """A house number taken apart; `str` gives the normal form: `51А`, `14/41`, `14А/2`, `2 корп. 1`."""

    number: int
    letter: str = ""  # upper-case Cyrillic
    fraction: int | None = None
    fraction_letter: str = ""
    block: str = ""  # digits and a letter, or either

    def __str__(self) -> str:
        fraction = "" if self.fraction is None else f"/{self.fraction}{self.fraction_letter}"
        block = f" корп. {self.block}" if self.block else ""
        return f"{self.number}{self.letter}{fraction}{block}"

    @property
    def sort_key(self) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
        """Key of the natural order: 2, 2А, 3, 10, 14, 14/41, 51А."""
        block = self.block.rstrip(_LETTERS)
        return (
            (self.number, _place(self.letter)),
            (self.fraction or 0, _place(self.fraction_letter)),
            (int(block or 0), _place(self.block.removeprefix(block))),
        )

    @classmethod
    def parse(cls, text: str) -> "HouseNumber":
        """Return the house number of a text, however its letter, fraction and block are written.

        `14/А` is `14А`; корпус and блок are both a block. Raises HouseInvalid.
        """
        typed = text.strip().upper().translate(LOOK_ALIKES)
        found = _SHAPE.match(typed)
        if found is None or found.end() != len(typed):
            raise HouseInvalid(text, _problem(typed, typed[found.end() :] if found else ""))
        if found["slash_letter"] and found["letter"]:
            raise HouseInvalid(text, HouseProblem.TEXT_AFTER)
        number = int(found["number"])
        fraction = int(found["fraction"]) if found["fraction"] else None
        if number == 0 or fraction == 0:
            raise HouseInvalid(text, HouseProblem.ZERO)
        return cls(
            number,
            found["letter"] or found["slash_letter"] or "",
            fraction,
            found["fraction_letter"] or "",
            (found["block"] or "").lstrip("0"),
        )


def _place(letter: str) -> int:
    return _LETTERS.index(letter) + 1 if letter else 0


def _problem(typed: str, remainder: str) -> HouseProblem:
    if not typed:
        return HouseProblem.EMPTY
    if not re.search("[0-9]", typed):
        return HouseProblem.NO_DIGITS
    if not remainder:
        return HouseProblem.TEXT_BEFORE
    if remainder[0] in digits:
        return HouseProblem.TOO_LONG
    after = remainder.strip()
    if re.match(r"/\s*/", after):
        return HouseProblem.DOUBLE_SLASH
    if after == "/":
        return HouseProblem.FRACTION_MISSING
    if _BLOCK_WITHOUT_NUMBER.fullmatch(after):
        return HouseProblem.BLOCK_MISSING
    if re.fullmatch(r"[\s-]*[A-Z]", after):
        return HouseProblem.FOREIGN_LETTER
    return HouseProblem.TEXT_AFTER
