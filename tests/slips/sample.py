"""Slips for the tests; each test changes what it is about."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from console.slips.content import SlipContent
from protocol.times import KYIV, Instant, instant
from protocol.vocabulary import Urgency


def at(*moment: int) -> Instant:
    """Return the instant of a Kyiv date and time."""
    year, month, day, hour, minute = moment
    return instant(datetime(year, month, day, hour, minute, tzinfo=KYIV))


FULL = SlipContent(
    centre_name="Контакт-центр Чернігівської міської ради · 0 800 50 93 50",
    number="26-071-00123-43",
    copy=1,
    printed_at=at(2026, 11, 3, 9, 7),
    executor_name="КП «Чернігівводоканал», аварійна служба",
    urgency=Urgency.EMERGENCY,
    due_at=at(2026, 11, 3, 11, 5),
    registered_at=at(2026, 11, 3, 9, 5),
    operator_code="12",
    street="просп. Левка Лук’яненка",
    house="14/41 корп. 2",
    former_street="вул. Рокоссовського",
    district="Деснянський",
    entrance="3",
    floor="5",
    flat="47",
    door_code="47К2580",
    landmark="арка навпроти ринку «Нива», заїзд з двору",
    place="підвал, біля електрощитової",
    category="Водопостачання · порив внутрішньобудинкової мережі",
    text="Порив холодної води у підвалі, вода надходить до електрощитової. Просять перекрити стояк.\n"
    "Гарячої води теж немає з ночі.",
    applicant_name="Шевчук Єва Гнатівна",
    phone="(067) 123-45-67",
    hazard="вода біля електрощитової, щит під напругою; у дворі собака",
    access="мешканці вдома до 14:00; ключ від підвалу у двірника, кв. 3",
    incident_reports=14,
)
"""An emergency inside an incident: every fact is there."""

LAMP = SlipContent(
    centre_name="Контакт-центр",
    number="26-071-00124-40",
    copy=1,
    printed_at=at(2026, 7, 1, 14, 30),
    executor_name="КП «Міськсвітло»",
    urgency=Urgency.ROUTINE,
    due_at=at(2026, 7, 10, 23, 59),
    registered_at=at(2026, 7, 1, 14, 28),
    operator_code="7",
    street="вул. Попова",
    house="47",
    category="Освітлення · не горить ліхтар",
    text="Не горить ліхтар.",
)
"""A routine ticket with nothing but what every ticket has."""


def slip(base: SlipContent = FULL, **changes: Any) -> SlipContent:
    """Return a slip with some of its facts changed."""
    return replace(base, **changes)
