"""A small city for the tests of the intake: streets with namesakes and former names, houses, holders, rules."""

from protocol.ids import reference_id
from protocol.records import Category, FormerName, House, Limit, Organisation, Record, Responsibility, Street
from protocol.vocabulary import Holder, LegalRegime, LimitKind, Urgency
from tests.desk import BURST, LAMP, LIGHTING, REFERENCE, WATERWORKS


def _street(name: str, kind: str = "вулиця", *former: str) -> Street:
    return Street(
        id=reference_id("street", f"{kind} {name}"),
        name=name,
        kind=kind,
        former=tuple(FormerName(each) for each in former),
    )


CHORNOVOLA = _street("В'ячеслава Чорновола", "вулиця", "Войкова")
POPOVA = _street("Попова")
LUKIANENKA = _street("Левка Лук'яненка", "проспект", "Рокоссовського")
SHEVCHENKA_STREET = _street("Шевченка")
SHEVCHENKA_LANE = _street("Шевченка", "провулок")

ZHEK = Organisation(
    id=reference_id("organisation", "ZHEK10"),
    code="ZHEK10",
    name="КП «ЖЕК-10»",
    short_name="ЖЕК-10",
    kind="housing_manager",
    phones=("(0462) 65-10-10",),
)
OTHER_LIGHTING = Organisation(
    id=reference_id("organisation", "LIGHT2"), code="LIGHT2", name="ТОВ «Світло»", kind="city_lighting"
)


def _house(number: str, street: Street = CHORNOVOLA) -> House:
    return House(
        id=reference_id("house", f"{street.name} {number}"),
        street_id=street.id,
        number=number,
        district="Новозаводський",
        floors=9,
        entrances=6,
        flats=215,
        manager_id=ZHEK.id,
        water_id=WATERWORKS.id,
        heat_point="ЦТП-7",
        as_of="2026-06-01",
        source="Реєстр будинків",
    )


HOUSE_47 = _house("47")
HOUSES = (HOUSE_47, *map(_house, ("118", "4", "14/41", "47А", "2")))

RULES = (
    Responsibility(
        id=reference_id("responsibility", "lighting"),
        priority=100,
        reason_uk="Вуличне освітлення міста — Міськсвітло",
        reason_en="Street lighting of the city: Misksvitlo",
        executor_kind="city_lighting",
        organisation_id=LIGHTING.id,
    ),
    Responsibility(
        id=reference_id("responsibility", "water"),
        priority=300,
        reason_uk="Водопостачальник цього будинку",
        reason_en="Water supplier of this house",
        executor_kind="water_utility",
        holder=Holder.WATER,
    ),
)
GAS_SMELL = Category(
    id=reference_id("category", "NET.GAS_SMELL"),
    code="NET.GAS_SMELL",
    name_uk="Запах газу",
    name_en="Gas smell",
    executor_kind="gas_utility",
    deadline_hours=1,
    urgency=Urgency.CRITICAL,
    synonyms=("пахне газом",),
    stop_notice_uk="Спершу 104.",
)
LAMP_LIMIT = Limit(
    id=reference_id("limit", "lamp"),
    kind=LimitKind.WORKING_DAYS,
    amount=2,
    source="Рішення міськради № 5: лампи — 2 робочі дні",
    category_id=LAMP.id,
    legal_regime=LegalRegime.OPERATIONAL,
)

STREETS = (CHORNOVOLA, POPOVA, LUKIANENKA, SHEVCHENKA_STREET, SHEVCHENKA_LANE)
CITY: tuple[Record, ...] = (*REFERENCE, ZHEK, OTHER_LIGHTING, *STREETS, *HOUSES, *RULES, LAMP_LIMIT, GAS_SMELL)

__all__ = [
    "BURST",
    "CHORNOVOLA",
    "CITY",
    "GAS_SMELL",
    "HOUSES",
    "HOUSE_47",
    "LAMP",
    "LAMP_LIMIT",
    "LIGHTING",
    "LUKIANENKA",
    "OTHER_LIGHTING",
    "POPOVA",
    "SHEVCHENKA_LANE",
    "SHEVCHENKA_STREET",
    "WATERWORKS",
    "ZHEK",
]
