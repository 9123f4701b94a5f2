"""A desk somebody works at: its database, who is signed in, and what the city looks like from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import NamedTuple
from uuid import UUID

from central.sample.staff import OPERATORS
from console.services.intake import Caller, IntakeService, Place, Problem
from console.services.shift import Shift, SignedIn
from console.store.database import Database
from console.store.directory import Directory
from protocol.due import due_at
from protocol.phones import PhoneNumber
from protocol.times import Clock
from protocol.vocabulary import LegalRegime

_SEED = 1
_HOUSES = 200
_TEXT = "Не світить ліхтар біля під'їзду, третій день темно на всьому подвір'ї."


class Call(NamedTuple):
    """What the operator has on the screen by the time he registers."""

    caller: Caller
    place: Place
    problem: Problem


@dataclass(frozen=True, slots=True)
class WorkingDesk:
    """An enrolled desk with the sample's first operator signed in."""

    database: Database
    shift: Shift
    intake: IntakeService
    directory: Directory
    clock: Clock

    def calls(self, count: int) -> Iterator[Call]:
        """Yield calls of new callers about all kinds of problems."""
        dice = Random(_SEED)
        streets = list(self.directory.streets.values())
        categories = [category for category in self.directory.categories.values() if category.executor_kind]
        executors = list(self.directory.organisations)
        for _ in range(count):
            street, house, category = dice.choice(streets), str(dice.randint(1, _HOUSES)), dice.choice(categories)
            number = f"+38067{dice.randrange(10**7):07}"
            ancestors, regime = self.directory.ancestors(category), LegalRegime.OPERATIONAL
            due = due_at(self.clock.now(), category, ancestors, self.directory.limits, self.directory.calendar, regime)
            yield Call(
                Caller(phone=PhoneNumber(number, number), name="Ковальчук Олена Петрівна"),
                Place(address=self.directory.address(street, house), street=street, house=house),
                Problem(
                    category=category,
                    text=_TEXT,
                    due=due,
                    executor_id=dice.choice(executors),
                    reason="За видом робіт",
                    promise="Виконають протягом трьох діб.",
                ),
            )


def sit_down(database: Database, desk_id: UUID, clock: Clock) -> WorkingDesk:
    """Sign the operator in at a desk whose database has the city's reference data."""
    shift = Shift()
    shift.begin(operator(), desk_id)
    with database.read() as connection:
        directory = Directory(connection)
    return WorkingDesk(database, shift, IntakeService(database, shift), directory, clock)


def operator() -> SignedIn:
    """Return who works here, signed in while the centre was away."""
    account = OPERATORS[0]
    return SignedIn(account.id, account.name, account.role, account.operator_code, session=None)
