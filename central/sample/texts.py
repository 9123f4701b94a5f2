"""What callers say and executors answer, made from templates: `[a|b]` is a choice and `{name}` a slot.

Slots of the place (house number, entrance, floor, flat) are filled from the caller's home, and a template that has them
is used only where they are known. The other slots have lists of their own.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from central.sample.dice import Dice
from resources import path

_CHOICE = re.compile(r"\[([^\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_INSIDE = re.compile(r"\{(entrance|floor|flat)")
_HOUSE = re.compile(r"\{number\}")
_CASES = {
    "ord": ("перший другий третій четвертий п'ятий шостий сьомий восьмий дев'ятий десятий", "надцятий"),
    "gen": ("першого другого третього четвертого п'ятого шостого сьомого восьмого дев'ятого десятого", "надцятого"),
    "loc": ("першому другому третьому четвертому п'ятому шостому сьомому восьмому дев'ятому десятому", "надцятому"),
    "ins": ("першим другим третім четвертим п'ятим шостим сьомим восьмим дев'ятим десятим", "надцятим"),
}
_TEENS = ("оди", "два", "три", "чотир", "п'ят", "шіст")


class Spot(NamedTuple):
    """Where the caller is, as far as a text may name it; 0 and "" are unknown."""

    number: str = ""
    entrance: int = 0
    floor: int = 0
    flat: int = 0


class _Templates(NamedTuple):
    """The templates of one category by what they need: nothing, a house, a house with flats."""

    anywhere: Sequence[str]
    at_house: Sequence[str]
    inside: Sequence[str]


class Texts:
    """Composes texts in Ukrainian."""

    def __init__(self) -> None:
        read = json.loads(path("sample_city", "texts.json").read_text(encoding="utf-8"))
        self._slots: Mapping[str, Sequence[str]] = read["slots"]
        self._tickets = {code: _sorted(templates) for code, templates in read["tickets"].items()}
        self._consultations: Mapping[str, Sequence[str]] = read["consultations"]
        self._answers: Mapping[str, Sequence[str]] = read["answers"]
        self._done: Mapping[str, Sequence[str]] = read["done"]
        self.notes: Sequence[str] = read["notes"]
        self.access: Sequence[str] = read["access"]
        self.hazards: Sequence[str] = read["hazards"]
        self.landmarks: Sequence[str] = read["landmarks"]

    def ticket(self, code: str, spot: Spot, dice: Dice) -> str:
        """Return what a caller says of a problem of that category."""
        templates = self._tickets[code]
        fitting = templates.inside if spot.entrance else templates.at_house if spot.number else templates.anywhere
        return self._filled(dice.pick(fitting), spot, dice)

    def consultation(self, kind: str, dice: Dice) -> str:
        """Return what an operator noted of a talk that made no ticket."""
        return self._filled(dice.pick(self._consultations[kind]), Spot(), dice)

    def done(self, executor_kind: str, dice: Dice) -> str:
        """Return what an executor says of finished work."""
        return self._filled(dice.pick(self._done.get(executor_kind, self._done[""])), Spot(), dice)

    def answer(self, move: str, dice: Dice) -> str:
        """Return the remark that goes with a move."""
        return dice.pick(self._answers[move])

    def _filled(self, template: str, spot: Spot, dice: Dice) -> str:
        chosen = _CHOICE.sub(lambda choice: dice.pick(choice[1].split("|")), template)
        text = _SLOT.sub(lambda slot: self._slot(slot[1], spot, dice), chosen)
        return text[0].upper() + text[1:]

    def _slot(self, name: str, spot: Spot, dice: Dice) -> str:
        if name in self._slots:
            return dice.pick(self._slots[name])
        if name == "number":
            return spot.number
        if name == "flat":
            return str(spot.flat)
        what, case = name.split("_")
        return _ORDINALS[case][(spot.entrance if what == "entrance" else spot.floor) - 1]


def _sorted(templates: Sequence[str]) -> _Templates:
    outside = [template for template in templates if not _INSIDE.search(template)]
    return _Templates([template for template in outside if not _HOUSE.search(template)], outside, templates)


def _ordinals(simple: str, ending: str) -> tuple[str, ...]:
    return (*simple.split(), *(f"{beginning}{ending}" for beginning in _TEENS))


_ORDINALS = {case: _ordinals(*words) for case, words in _CASES.items()}
