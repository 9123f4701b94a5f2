"""Organisations, responsibilities, streets and houses as rows."""

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from console.models.base import RecordRow
from console.models.types import Json, Word
from protocol.records import FormerName
from protocol.vocabulary import Holder, HouseKind, PlaceClass


class Organisation(RecordRow):
    """A body that does work, manages houses or owns things."""

    __tablename__ = "organisation"

    code: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    kind: Mapped[str]
    short_name: Mapped[str]
    district: Mapped[str]
    responsibility: Mapped[str]
    phones: Mapped[tuple[str, ...]] = mapped_column(Json(tuple[str, ...]))
    is_active: Mapped[bool]


class Responsibility(RecordRow):
    """One routing rule."""

    __tablename__ = "responsibility"

    priority: Mapped[int]
    reason_uk: Mapped[str]
    reason_en: Mapped[str]
    category_id: Mapped[UUID | None]
    executor_kind: Mapped[str | None]
    place_class: Mapped[PlaceClass | None] = mapped_column(Word(PlaceClass))
    district: Mapped[str | None]
    house_id: Mapped[UUID | None]
    organisation_id: Mapped[UUID | None]
    holder: Mapped[Holder | None] = mapped_column(Word(Holder))
    valid_from: Mapped[str]
    valid_to: Mapped[str]


class Street(RecordRow):
    """A street with its former names."""

    __tablename__ = "street"

    name: Mapped[str]
    kind: Mapped[str]
    former: Mapped[tuple[FormerName, ...]] = mapped_column(Json(tuple[FormerName, ...]))
    place_class: Mapped[PlaceClass] = mapped_column(Word(PlaceClass))
    source: Mapped[str]


class House(RecordRow):
    """A building and who holds what in it."""

    __tablename__ = "house"

    street_id: Mapped[UUID]
    number: Mapped[str]
    district: Mapped[str]
    kind: Mapped[HouseKind] = mapped_column(Word(HouseKind))
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    floors: Mapped[int | None]
    entrances: Mapped[int | None]
    flats: Mapped[int | None]
    manager_id: Mapped[UUID | None]
    heat_id: Mapped[UUID | None]
    water_id: Mapped[UUID | None]
    power_id: Mapped[UUID | None]
    gas_id: Mapped[UUID | None]
    heat_point: Mapped[str]
    substation: Mapped[str]
    as_of: Mapped[str]
    source: Mapped[str]

    __table_args__ = (Index("house_on_street", "street_id", "number"),)
