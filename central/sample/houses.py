"""Made-up houses on real streets: numbers, districts, holders and places on a plausible grid.

Streets are straight lines of houses east or west of проспект Миру, the border of the districts; the real city looks
different. Lengths are in metres from the middle of the city.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

import msgspec

from central.sample.dice import Dice, Weights
from protocol.ids import reference_id
from protocol.records import House, Organisation, Street
from protocol.vocabulary import HouseKind, PlaceClass
from resources import path

SOURCE = "Зразкові дані"
AS_OF = "2026-01-01"

_EAST, _WEST = "Деснянський", "Новозаводський"
_BORDER_STREETS = frozenset({"проспект Миру", "проспект Перемоги"})
_MIDDLE_LATITUDE, _MIDDLE_LONGITUDE = 51.49, 31.29
_DEGREES_LATITUDE = 0.000_008_983  # a metre
_DEGREES_LONGITUDE = 0.000_014_43  # a metre at that latitude
_DIRECTIONS = ((1.0, 0.0), (0.0, 1.0), (0.8, 0.6), (0.8, -0.6), (0.6, 0.8), (0.6, -0.8))
_HEAT_POINT_AREA, _SUBSTATION_AREA = 700, 450  # side of the square each serves


class _Size(NamedTuple):
    """What streets of a place class look like."""

    fewest: int  # houses
    most: int
    apartments_share: float
    floors: tuple[int, ...]


_SIZES = {
    PlaceClass.CENTRAL: _Size(20, 34, 0.75, (2, 3, 4, 5, 5, 5, 9, 9)),
    PlaceClass.TRANSIT: _Size(26, 42, 0.75, (5, 5, 5, 9, 9, 9, 10, 14, 16)),
    PlaceClass.LOCAL: _Size(11, 21, 0.4, (2, 2, 3, 5, 5, 9)),
    PlaceClass.PRIVATE: _Size(7, 19, 0.0, (1,)),
}
_PUBLIC_SHARE = 0.03
_MANAGERS = {
    _EAST: (("DESN", 45), ("ZHEK13", 22), ("OSBB", 20), ("PRIVMAN", 8), ("ZHEK10", 5)),
    _WEST: (("NOVOZ", 45), ("ZHEK10", 25), ("OSBB", 18), ("PRIVMAN", 7), ("ZHEK13", 5)),
}


def build_houses(
    streets: Sequence[Street], known: Sequence[House], organisations: Sequence[Organisation], seed: int
) -> list[House]:
    """Return the houses of all streets; those already known keep their facts and get the missing ones."""
    ids = {organisation.code: organisation.id for organisation in organisations}
    districts = _districts()
    return [
        house
        for street in streets
        for house in _Builder(street, [house for house in known if house.street_id == street.id], ids, districts, seed)
    ]


class _Builder:
    """Builds the houses of one street, in the order of their numbers."""

    def __init__(
        self,
        street: Street,
        known: Sequence[House],
        ids: Mapping[str, UUID],
        districts: Mapping[str, str],
        seed: int,
    ) -> None:
        self._street = street
        self._code = f"{street.kind} {street.name}"
        self._known = {house.number: house for house in known}
        self._ids = ids
        self._size = _SIZES[street.place_class]
        self._dice = Dice(seed, "street", self._code)
        self._district = districts.get(self._code) or self._dice.pick((_EAST, _WEST))
        self._start, self._direction = self._lay_out()

    def __iter__(self) -> Iterator[House]:
        numbers = list(self._numbers())
        step = 28 if self._size.apartments_share == 0 else 46
        for place, number in enumerate(numbers):
            along = (place - len(numbers) // 2) * step // 2
            aside = 18 if place % 2 else -18
            east = int(self._start[0] + self._direction[0] * along - self._direction[1] * aside)
            north = int(self._start[1] + self._direction[1] * along + self._direction[0] * aside)
            yield self._house(number, east, north)

    def _lay_out(self) -> tuple[tuple[int, int], tuple[float, float]]:
        if self._code == "проспект Миру":
            return (0, 0), (0.0, 1.0)
        if self._code == "проспект Перемоги":
            return (0, -200), (1.0, 0.0)
        reach = 1_500 if self._street.place_class is PlaceClass.CENTRAL else 3_600
        east = self._dice.between(300, reach)
        north = self._dice.between(-reach, reach) * 2 // 3
        return (east if self._district == _EAST else -east, north), self._dice.pick(_DIRECTIONS)

    def _numbers(self) -> Iterator[str]:
        """Yield numbers as they grow on a street: gaps, letters, corner houses and blocks."""
        count = self._dice.between(self._size.fewest, self._size.most)
        wanted = {int(known.split("/")[0]): known for known in self._known}
        for number in range(1, max(count, *wanted, 0) + 1):
            if number in wanted:
                yield wanted[number]
            elif self._dice.chance(0.03) and self._size.apartments_share > 0:
                yield f"{number}/{self._dice.between(1, 60)}"
            elif self._dice.chance(0.03) and self._size.apartments_share > 0:
                yield f"{number} корп. 1"
                yield f"{number} корп. 2"
            elif not self._dice.chance(0.08):
                yield str(number)
                if self._dice.chance(0.1):
                    yield f"{number}А"
                    if self._dice.chance(0.2):
                        yield f"{number}Б"

    def _house(self, number: str, east: int, north: int) -> House:
        known = self._known.get(number)
        district = known.district if known else self._district_at(east)
        kind = known.kind if known else self._kind()
        house = House(
            id=reference_id("house", f"{self._code}, {number}"),
            street_id=self._street.id,
            number=number,
            district=district,
            kind=kind,
            latitude=round(_MIDDLE_LATITUDE + north * _DEGREES_LATITUDE, 6),
            longitude=round(_MIDDLE_LONGITUDE + east * _DEGREES_LONGITUDE, 6),
            water_id=self._ids["VODOKANAL"],
            power_id=self._ids["OBLENERGO"],
            gas_id=self._ids["GAS"],
            substation=f"ТП-{_area(east, north, _SUBSTATION_AREA)}",
            as_of=AS_OF,
            source=known.source if known else SOURCE,
        )
        return house if kind is HouseKind.PRIVATE else self._with_networks(house, east, north)

    def _with_networks(self, house: House, east: int, north: int) -> House:
        """Return a large house with its floors, manager and heat."""
        heat_point = _area(east, north, _HEAT_POINT_AREA)
        supplier = ("TKE", "TKE", "TKE", "TKE", "TKE", "OTKE", "OTKE", "OTKE", "OTKE", "SEK")[heat_point % 10]
        heated = msgspec.structs.replace(house, heat_id=self._ids[supplier], heat_point=f"ЦТП-{heat_point}")
        if house.kind is HouseKind.PUBLIC:
            return heated
        floors = self._dice.pick(self._size.floors)
        entrances = 1 if floors > 10 else self._dice.between(1, 2 if floors < 4 else 6)
        managers = _MANAGERS[house.district]
        manager = managers[self._dice.weighted(Weights.of([weight for _, weight in managers]))][0]
        return msgspec.structs.replace(
            heated,
            floors=floors,
            entrances=entrances,
            flats=floors * entrances * (2 if floors < 4 else 4),
            manager_id=self._ids[manager],
        )

    def _kind(self) -> HouseKind:
        if self._dice.chance(_PUBLIC_SHARE):
            return HouseKind.PUBLIC
        return HouseKind.APARTMENTS if self._dice.chance(self._size.apartments_share) else HouseKind.PRIVATE

    def _district_at(self, east: int) -> str:
        if self._code in _BORDER_STREETS:
            return _EAST if east > 0 else _WEST
        return self._district


def _area(east: int, north: int, side: int) -> int:
    """Return the number of the square a place lies in."""
    return (east // side + 40) * 100 + north // side + 40


def _districts() -> dict[str, str]:
    """Return the district of streets that lie in one as far as public sources tell, by street code."""
    with path("sample_city", "street_districts.csv").open(encoding="utf-8", newline="") as file:
        return {row["street"]: row["district"] for row in csv.DictReader(file)}
