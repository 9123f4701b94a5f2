"""Calls as an operator has them on the screen by the time he registers."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from benchmarks.filled_desk import FilledDesk
from console.services.intake import Caller, Place, Problem
from protocol.due import due_at
from protocol.phones import PhoneNumber
from protocol.vocabulary import LegalRegime

_SEED = 1
_HOUSES = 200


class Call(NamedTuple):
    """What is registered."""

    caller: Caller
    place: Place
    problem: Problem


def calls(desk: FilledDesk, count: int) -> Iterator[Call]:
    """Yield calls of new callers about all kinds of problems."""
    dice = Random(_SEED)
    directory = desk.directory
    streets = list(directory.streets.values())
    categories = [category for category in directory.categories.values() if category.executor_kind]
    executors = list(directory.organisations)
    for _ in range(count):
        street, house, category = dice.choice(streets), str(dice.randint(1, _HOUSES)), dice.choice(categories)
        number = f"+38067{dice.randrange(10**7):07}"
        regime = LegalRegime.OPERATIONAL
        ancestors = directory.ancestors(category)
        due = due_at(desk.clock.now(), category, ancestors, directory.limits, directory.calendar, regime)
        yield Call(
            Caller(phone=PhoneNumber(number, number), name="Ковальчук Олена Петрівна"),
            Place(address=directory.address(street, house), street=street, house=house),
            Problem(
                category=category,
                text="Не світить ліхтар біля під'їзду, третій день темно на всьому подвір'ї.",
                due=due,
                executor_id=dice.choice(executors),
                reason="За видом робіт",
                promise="Виконають протягом трьох діб.",
            ),
        )
