"""Who calls about a problem, and where it is: a person whose home fits, or one of those a failure struck."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from central.sample.city import City
from central.sample.dice import Dice, Weights
from central.sample.people import Person
from central.sample.texts import Spot
from protocol.addresses import format_address
from protocol.records import House, Street

_LIFT_FLOORS = 9  # houses this high have lifts
_NOT_AT_HOME = 0.3  # problems of a street that are at another house of it


class Situation(NamedTuple):
    """A caller and the place of a problem; `spot` is what the caller says of it."""

    person: Person
    house: House | None
    street: Street | None
    address: str
    spot: Spot
    has_flat: bool  # the problem is in the caller's flat
    has_entrance: bool


class Callers:
    """Finds who calls."""

    def __init__(self, city: City, people: Sequence[Person]) -> None:
        self._city = city
        self._any = _Pool(people)
        self._in_flats = _Pool([person for person in people if person.flat])
        self._with_lift = _Pool([person for person in people if (person.house.floors or 0) >= _LIFT_FLOORS])
        self._of_house: defaultdict[UUID, list[Person]] = defaultdict(list)
        for person in people:
            self._of_house[person.house.id].append(person)
        self._neighbours: defaultdict[UUID, list[House]] = defaultdict(list)
        for house in city.houses:
            self._neighbours[house.street_id].append(house)

    def anyone(self, dice: Dice) -> Person:
        """Return someone who calls, about whatever."""
        return self._any.draw(dice)

    def situation(self, place: str, struck: House | None, dice: Dice) -> Situation:
        """Return who calls and from where about a problem of such a place; `struck` is the house of a failure."""
        person = self._person(place, struck, dice)
        if place == "nowhere":
            return Situation(person, None, None, "м. Чернігів", Spot(), has_flat=False, has_entrance=False)
        house = struck or person.house
        if place == "street" and struck is None and dice.chance(_NOT_AT_HOME):
            house = dice.pick(self._neighbours[house.street_id])
        return self._at(house, person, has_flat=place in ("flat", "house"), has_entrance=place != "street")

    def _person(self, place: str, struck: House | None, dice: Dice) -> Person:
        if struck is not None:
            residents = self._of_house.get(struck.id)
            if residents:
                return dice.pick(residents)
        pool = {"flat": self._in_flats, "yard": self._in_flats, "lift": self._with_lift}.get(place, self._any)
        return pool.draw(dice)

    def _at(self, house: House, person: Person, *, has_flat: bool, has_entrance: bool) -> Situation:
        street = self._city.streets[house.street_id]
        at_home = house is person.house and person.flat > 0
        spot = Spot(house.number, person.entrance, person.floor, person.flat) if at_home else Spot(house.number)
        has_entrance, has_flat = at_home and has_entrance, at_home and has_flat
        address = _address(street, spot, has_entrance=has_entrance, has_flat=has_flat)
        return Situation(person, house, street, address, spot, has_flat, has_entrance)


def home_address(street: Street, person: Person) -> str:
    """Return where a person lives, in one line."""
    spot = Spot(person.house.number, person.entrance, person.floor, person.flat)
    return _address(street, spot, has_entrance=True, has_flat=True)


def _address(street: Street, spot: Spot, *, has_entrance: bool, has_flat: bool) -> str:
    return format_address(
        street.kind,
        street.name,
        None,
        spot.number,
        str(spot.entrance or "") if has_entrance else "",
        str(spot.floor or "") if has_flat else "",
        str(spot.flat or "") if has_flat else "",
        "",
        with_former=False,
    )


class _Pool:
    """People drawn by how often they call."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = people
        self._weights = Weights.of([person.weight for person in people])

    def draw(self, dice: Dice) -> Person:
        """Return one of them."""
        return self._people[dice.weighted(self._weights)]
