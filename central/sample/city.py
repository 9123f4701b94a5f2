"""The sample city: the shipped reference data, and about four thousand made-up houses on its streets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from central.reference import read
from central.sample.houses import build_houses
from protocol.due import WorkCalendar
from protocol.records import Calendar, Category, House, Limit, Move, Organisation, Record, Responsibility, Street
from resources import path

RecordType = TypeVar("RecordType", bound=Record)


@dataclass(frozen=True, slots=True)
class City:
    """Everything a ticket of the sample can name."""

    records: tuple[Record, ...]  # all of the below, each after those it names
    categories: Mapping[str, Category]  # by code
    ancestors: Mapping[str, tuple[Category, ...]]  # the groups above a category, by its code
    limits: Sequence[Limit]
    calendar: WorkCalendar
    moves: Mapping[str, Move]  # by code
    organisations: Mapping[UUID, Organisation]
    rules: Sequence[Responsibility]
    streets: Mapping[UUID, Street]
    houses: Sequence[House]


def build_city(seed: int) -> City:
    """Return the city of a seed."""
    reference = [*read(path("reference")), *read(path("sample_city"))]
    streets = _of(Street, reference)
    houses = build_houses(streets, _of(House, reference), _of(Organisation, reference), seed)
    categories = {category.id: category for category in _of(Category, reference)}
    (calendar,) = _of(Calendar, reference)
    before = [record for record in reference if not isinstance(record, House | Responsibility)]
    rules = _of(Responsibility, reference)
    return City(
        records=(*before, *houses, *rules),
        categories={category.code: category for category in categories.values()},
        ancestors={category.code: _ancestors(category, categories) for category in categories.values()},
        limits=_of(Limit, reference),
        calendar=WorkCalendar(calendar),
        moves={move.code: move for move in _of(Move, reference)},
        organisations={organisation.id: organisation for organisation in _of(Organisation, reference)},
        rules=rules,
        streets={street.id: street for street in streets},
        houses=houses,
    )


def _of(kind: type[RecordType], records: Sequence[Record]) -> list[RecordType]:
    return [record for record in records if isinstance(record, kind)]


def _ancestors(category: Category, categories: Mapping[UUID, Category]) -> tuple[Category, ...]:
    above = []
    while category.parent_id is not None:
        category = categories[category.parent_id]
        above.append(category)
    return tuple(above)
