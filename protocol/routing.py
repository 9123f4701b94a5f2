"""Routing: which organisation takes a ticket, and why (product rule 6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from protocol.records import Category, House, Organisation, Responsibility, Street
from protocol.vocabulary import Holder


@dataclass(frozen=True, slots=True)
class Route:
    """Who takes a ticket, by which rule."""

    executor_id: UUID
    rule: Responsibility

    @property
    def reason_uk(self) -> str:
        """Why so, in Ukrainian."""
        return self.rule.reason_uk

    @property
    def reason_en(self) -> str:
        """Why so, in English."""
        return self.rule.reason_en


@dataclass(frozen=True, slots=True)
class _Place:
    """What the rules ask about a ticket."""

    category: Category
    category_ids: frozenset[UUID]  # of the category and the groups above it
    house: House | None
    street: Street | None
    on: str  # ISO date


def route(
    category: Category,
    ancestors: Iterable[Category],
    house: House | None,
    street: Street | None,
    rules: Iterable[Responsibility],
    organisations: Mapping[UUID, Organisation],
    on: date,
) -> Route | None:
    """Return who takes tickets of this category at this place on that day, or None when a person must choose.

    The matching rule of highest priority wins, then the one that names most conditions, then the lowest id. A rule
    whose executor is unknown or no longer active does not match.
    """
    category_ids = frozenset({category.id, *(ancestor.id for ancestor in ancestors)})
    place = _Place(category, category_ids, house, street, on.isoformat())
    routes = [
        Route(executor_id, rule)
        for rule in rules
        if _holds(rule, place)
        and (executor_id := _executor_id(rule, house)) is not None
        and executor_id in organisations
        and organisations[executor_id].is_active
    ]
    return min(routes, key=_precedence, default=None)


def _holds(rule: Responsibility, place: _Place) -> bool:
    return (
        (rule.category_id is None or rule.category_id in place.category_ids)
        and rule.executor_kind in (None, place.category.executor_kind)
        and rule.place_class in (None, place.street and place.street.place_class)
        and rule.district in (None, place.house and place.house.district)
        and rule.house_id in (None, place.house and place.house.id)
        and rule.valid_from <= place.on
        and (not rule.valid_to or place.on <= rule.valid_to)
    )


def _executor_id(rule: Responsibility, house: House | None) -> UUID | None:
    if rule.holder is None:
        return rule.organisation_id
    if house is None:
        return None
    return {
        Holder.MANAGER: house.manager_id,
        Holder.HEAT: house.heat_id,
        Holder.WATER: house.water_id,
        Holder.POWER: house.power_id,
        Holder.GAS: house.gas_id,
    }[rule.holder]


def _precedence(candidate: Route) -> tuple[int, int, UUID]:
    rule = candidate.rule
    conditions = (rule.category_id, rule.executor_kind, rule.place_class, rule.district, rule.house_id)
    return -rule.priority, -sum(condition is not None for condition in conditions), rule.id
