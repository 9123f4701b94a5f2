"""Made-up applicants: Ukrainian names in their right forms, homes in the city's houses, shared phones.

A few people call very often and most seldom. Subscriber numbers begin with 00 (mobile) or 0 (Chernihiv, 0462), which
are not given out: nobody is rung by trying the sample.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from central.sample.city import City
from central.sample.dice import Dice, Weights
from protocol.records import House
from protocol.vocabulary import HouseKind
from resources import path

Item = TypeVar("Item")

_MOBILE_CODES = ("50", "63", "66", "67", "68", "73", "93", "95", "96", "97", "98", "99")
_HOUSEHOLDS = (1, 1, 1, 1, 1, 1, 1, 2, 2, 3)  # people of one home who call
_SHARE_ONE_PHONE = 0.4
_WOMEN_SHARE = 0.64
_PRIVATE_HOUSE_FLATS = 2  # a private house has about as many callers as two flats


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """Someone who calls; entrance, floor and flat are 0 in a private house."""

    name: str  # surname, given name, patronymic
    house: House
    entrance: int
    floor: int
    flat: int
    phone: str  # E.164
    weight: float  # how often they call, compared with others


@dataclass(frozen=True, slots=True)
class _Names:
    surnames: Sequence[tuple[str, str]]  # of a man, of a woman
    male: Sequence[tuple[str, str, str]]  # given name, patronymic of a son, of a daughter
    female: Sequence[str]


def build_people(city: City, count: int, seed: int) -> list[Person]:
    """Return this many people of the city, members of one home one after another."""
    dice = Dice(seed, "people")
    names = _names()
    people: list[Person] = []
    homes = _homes(city, dice)
    while len(people) < count:
        house, flat = next(homes)
        people += _household(house, flat, names, dice)
    return people[:count]


def _homes(city: City, dice: Dice) -> Iterator[tuple[House, int]]:
    """Yield lived-in houses and flats without end; the flat of a private house is 0."""
    houses = [house for house in city.houses if house.kind is not HouseKind.PUBLIC]
    weights = Weights.of([house.flats or _PRIVATE_HOUSE_FLATS for house in houses])
    while True:
        house = houses[dice.weighted(weights)]
        yield house, dice.between(1, house.flats) if house.flats else 0


def _household(house: House, flat: int, names: _Names, dice: Dice) -> Iterator[Person]:
    surname = _favoured(names.surnames, dice)
    shared = _phone(dice) if dice.chance(_SHARE_ONE_PHONE) else None
    entrance, floor = _whereabouts(house, flat)
    for _ in range(dice.pick(_HOUSEHOLDS)):
        # A few call fifty times as often as most: 1/(u + 0.02) has such a tail.
        weight = 1 / (dice.unit() + 0.02)
        yield Person(_name(surname, names, dice), house, entrance, floor, flat, shared or _phone(dice), weight)


def _whereabouts(house: House, flat: int) -> tuple[int, int]:
    """Return entrance and floor of a flat, counted as builders count them."""
    if not (house.flats and house.entrances and house.floors):
        return 0, 0
    of_entrance = house.flats // house.entrances
    of_floor = of_entrance // house.floors
    return (flat - 1) // of_entrance + 1, (flat - 1) % of_entrance // of_floor + 1


def _name(surname: tuple[str, str], names: _Names, dice: Dice) -> str:
    _, son_of, daughter_of = _favoured(names.male, dice)
    if dice.chance(_WOMEN_SHARE):
        return f"{surname[1]} {_favoured(names.female, dice)} {daughter_of}"
    given, _, _ = _favoured(names.male, dice)
    return f"{surname[0]} {given} {son_of}"


def _names() -> _Names:
    read = json.loads(path("sample_city", "names.json").read_text(encoding="utf-8"))
    return _Names(read["surnames"], read["male"], read["female"])


def _favoured(items: Sequence[Item], dice: Dice) -> Item:
    """Return one of the items, the earlier the likelier."""
    return items[int(dice.unit() * dice.unit() * len(items))]


def _phone(dice: Dice) -> str:
    if dice.chance(0.12):
        return f"+3804620{dice.between(0, 99_999):05d}"
    return f"+380{dice.pick(_MOBILE_CODES)}00{dice.between(0, 99_999):05d}"
