"""The directory: streets, houses, organisations and the rules of the trade, as the protocol's own records.

Reference data is small and read often: it is loaded whole and kept until the feed says that it changed.
"""

from datetime import date
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, select

from console.models import ROWS, House
from console.models import Account as AccountRow
from protocol.addresses import format_address
from protocol.category_words import CategoryIndex
from protocol.due import WorkCalendar
from protocol.gazetteer import Gazetteer
from protocol.records import (
    Account,
    Calendar,
    Category,
    Desk,
    Limit,
    Move,
    Organisation,
    Record,
    Responsibility,
    Street,
    fields_of,
    kind_of,
)
from protocol.records import House as HouseRecord
from protocol.routing import Route, route

RecordT = TypeVar("RecordT", bound=Record)

KINDS_HELD = ("account", "calendar", "category", "desk", "limit", "move", "organisation", "responsibility", "street")
"""Kinds whose change makes a loaded directory stale."""


class Directory:
    """The reference data of one moment; houses are looked up one by one."""

    def __init__(self, connection: Connection) -> None:
        self.accounts = _by_id(connection, Account)
        self.desks = _by_id(connection, Desk)
        self.categories = _by_id(connection, Category)
        self.organisations = _by_id(connection, Organisation)
        self.streets = _by_id(connection, Street)
        self.limits = tuple(_by_id(connection, Limit).values())
        self.moves = tuple(_by_id(connection, Move).values())
        self.responsibilities = tuple(_by_id(connection, Responsibility).values())
        self._calendars = _by_id(connection, Calendar)

    def make_ready(self) -> None:
        """Build what matching needs, so that the first key typed does not wait for it."""
        _ = self.gazetteer, self.category_index

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Street names, for matching."""
        return Gazetteer(self.streets.values())

    @cached_property
    def category_index(self) -> CategoryIndex:
        """Category words, for matching."""
        return CategoryIndex(self.categories.values())

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The working calendar; Monday to Friday while the centre has sent none."""
        weekdays = Calendar(id=UUID(int=0), name="", weekly=(True,) * 5 + (False,) * 2)
        return WorkCalendar(next(iter(self._calendars.values()), weekdays))

    def ancestors(self, category: Category) -> list[Category]:
        """Return the groups above a category, nearest first."""
        above: list[Category] = []
        while category.parent_id is not None and category.parent_id in self.categories:
            category = self.categories[category.parent_id]
            above.append(category)
        return above

    def route(self, category: Category, house: HouseRecord | None, street: Street | None, on: date) -> Route | None:
        """Return who takes a ticket of this category at this place, and why; None when no rule fits."""
        return route(category, self.ancestors(category), house, street, self.responsibilities, self.organisations, on)

    def desk_of(self, device_id: UUID) -> Desk | None:
        """Return the desk a device belongs to, or None."""
        return next((desk for desk in self.desks.values() if device_id in desk.devices), None)

    def address(self, street: Street, house: str, flat: str = "", entrance: str = "") -> str:
        """Return an address as one line."""
        return format_address(street.kind, street.name, None, house, entrance, "", flat, "", with_former=False)


def account(connection: Connection, account_id: UUID) -> Account | None:
    """Return an account, or None."""
    row = connection.execute(select(AccountRow.__table__).where(AccountRow.id == account_id)).mappings().first()
    return None if row is None else _to_record(Account, dict(row))


def house_at(connection: Connection, street_id: UUID, number: str) -> HouseRecord | None:
    """Return the house of that normal-form number, or None when the register does not know it."""
    known = select(House.__table__).where(House.street_id == street_id, House.number == number)
    row = connection.execute(known).mappings().first()
    return None if row is None else _to_record(HouseRecord, dict(row))


def house_by_id(connection: Connection, house_id: UUID) -> HouseRecord | None:
    """Return a house, or None."""
    row = connection.execute(select(House.__table__).where(House.id == house_id)).mappings().first()
    return None if row is None else _to_record(HouseRecord, dict(row))


def numbers_on(connection: Connection, street_id: UUID) -> list[str]:
    """Return the house numbers the register knows on a street, unsorted."""
    return list(connection.scalars(select(House.number).where(House.street_id == street_id)))


def _by_id(connection: Connection, record: type[RecordT]) -> dict[UUID, RecordT]:
    rows = connection.execute(select(ROWS[kind_of(record)].__table__)).mappings()
    return {row["id"]: _to_record(record, dict(row)) for row in rows}


def _to_record(record: type[RecordT], row: dict[str, Any]) -> RecordT:
    return record(id=row["id"], **{name: row[name] for name in fields_of(record)})
