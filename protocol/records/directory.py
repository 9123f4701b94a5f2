"""Places and who answers for them: organisations, responsibilities, streets and houses."""

import msgspec

from protocol.records.record import CategoryId, HouseId, OrganisationId, Record, StreetId
from protocol.vocabulary import Holder, HouseKind, PlaceClass


class Organisation(Record, frozen=True, kw_only=True):
    """A body that does work, manages houses or owns things (виконавець, управитель, балансоутримувач)."""

    code: str
    name: str
    kind: str  # as in a category's executor_kind
    short_name: str = ""
    district: str = ""
    responsibility: str = ""
    phones: tuple[str, ...] = ()  # as published, in order of use
    is_active: bool = True


class Responsibility(Record, frozen=True, kw_only=True):
    """One routing rule: for these places and this time, who takes tickets of a category (product rule 6).

    A rule matches when every condition it names holds; the highest priority wins. The executor is either named or
    read from the house (`holder`).
    """

    priority: int
    reason_uk: str  # shown as "why so"
    reason_en: str
    category_id: CategoryId | None = None  # a leaf, or a group and all below it
    executor_kind: str | None = None  # categories that ask for this kind
    place_class: PlaceClass | None = None
    district: str | None = None
    house_id: HouseId | None = None
    organisation_id: OrganisationId | None = None
    holder: Holder | None = None
    valid_from: str = ""  # ISO date, inclusive; empty: always was
    valid_to: str = ""  # ISO date, inclusive; empty: still is


class FormerName(msgspec.Struct, frozen=True):
    """A name a street once had; callers use it for years."""

    name: str
    kind: str = ""  # вулиця, проспект…; empty: the same as now
    until: str = ""  # ISO date of the renaming


class Street(Record, frozen=True, kw_only=True):
    """A street with its former names (product rule 7)."""

    name: str
    kind: str  # вулиця, провулок, проспект, бульвар, площа, узвіз…
    former: tuple[FormerName, ...] = ()
    place_class: PlaceClass = PlaceClass.LOCAL
    source: str = ""


class House(Record, frozen=True, kw_only=True):
    """A building: its district and who holds what in it, with date and source."""

    street_id: StreetId
    number: str  # normal form, see protocol.houses
    district: str
    kind: HouseKind = HouseKind.APARTMENTS
    latitude: float | None = None  # degrees, WGS 84
    longitude: float | None = None
    floors: int | None = None
    entrances: int | None = None
    flats: int | None = None
    manager_id: OrganisationId | None = None
    heat_id: OrganisationId | None = None
    water_id: OrganisationId | None = None
    power_id: OrganisationId | None = None
    gas_id: OrganisationId | None = None
    heat_point: str = ""
    substation: str = ""
    as_of: str = ""  # ISO date of the facts above
    source: str = ""
