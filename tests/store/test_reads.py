"""What the screens read: the queue, the history, a ticket whole."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from console.store import history, queue, tickets
from console.store.history import HouseKey
from console.store.queue import QueueFilter, QueueView
from protocol.ids import reference_id
from protocol.records import Applicant, Consultation, Contact, Phone, Record, Street, Ticket
from protocol.times import DAY, HOUR, MINUTE
from protocol.vocabulary import Channel, ConsultationKind, Result, State, Urgency
from tests.desk import BURST, DESK_ID, LAMP, LIGHTING, NOON, OPERATOR, REFERENCE, DeskUnderTest, make_desk
from tests.store.acts import register

POPOVA = Street(id=reference_id("street", "Попова"), name="Попова", kind="вулиця")
CALLER = Applicant(id=reference_id("applicant", "1"), name="Шевчук Єва Гнатівна", flat="12")
NEIGHBOUR = Applicant(id=reference_id("applicant", "2"), name="Бойко Іван Петрович", caution="кричить")
NUMBER = "+380671234567"


def contact(name: str, hours_ago: int = 1) -> Contact:
    at = NOON - hours_ago * HOUR
    return Contact(
        id=reference_id("contact", name),
        channel=Channel.PHONE,
        received_at=at,
        entered_at=at,
        operator_id=OPERATOR.account_id,
        desk_id=DESK_ID,
        phone=NUMBER,
    )


def ticket(serial: int, **fields: Any) -> Ticket:
    at = NOON - serial * HOUR
    given: dict[str, Any] = {
        "id": reference_id("ticket", str(serial)),
        "number": f"26-071-{serial:05d}-00",
        "contact_id": reference_id("contact", "1"),
        "category_id": LAMP.id,
        "text": "Не світить ліхтар",
        "address": "вул. Попова, 47",
        "urgency": Urgency.ROUTINE,
        "state": State.REGISTERED,
        "result": Result.AWAITING,
        "received_at": at,
        "entered_at": at,
        "due_at": NOON + serial * HOUR,
        "attention_at": NOON + serial * HOUR - 30 * MINUTE,
        "registered_by": OPERATOR.account_id,
        "desk_id": DESK_ID,
        "street_id": POPOVA.id,
        "house": "47",
        "phone": NUMBER,
        "applicant_id": CALLER.id,
        "executor_id": LIGHTING.id,
    }
    return Ticket(**{**given, **fields})


def desk_with(folder: Path, *records: Record) -> DeskUnderTest:
    return make_desk(folder, (*REFERENCE, POPOVA, CALLER, NEIGHBOUR, contact("1"), *records))


def shown(desk: DeskUnderTest, wanted: QueueFilter | None = None) -> list[str]:
    with desk.database.read() as connection:
        return [row.number for row in queue.page(connection, wanted or QueueFilter(), NOON).rows]


def test_the_most_pressing_ticket_stands_first(tmp_path: Path) -> None:
    desk = desk_with(
        tmp_path,
        ticket(1),
        ticket(2, due_at=NOON + MINUTE),
        ticket(3, urgency=Urgency.CRITICAL, category_id=BURST.id, due_at=NOON + DAY),
        ticket(4, state=State.CLOSED),
    )
    assert [number[9:12] for number in shown(desk)] == ["003", "002", "001"]


def test_pages_join_without_gap_or_repeat(tmp_path: Path) -> None:
    same_due = [ticket(serial, due_at=NOON + HOUR) for serial in range(1, 250)]
    desk = desk_with(tmp_path, *same_due)
    seen: list[UUID] = []
    after = None
    with desk.database.read() as connection:
        while True:
            rows, after = queue.page(connection, QueueFilter(), NOON, after)
            seen.extend(row.id for row in rows)
            if after is None:
                break
    assert len(seen) == len(set(seen)) == 249


@pytest.mark.parametrize(
    ("words", "found"),
    [("26-071-00002", ["002"]), ("2671234", []), ("671234567", ["001", "002"]), ("ліхтар попова", ["001", "002"])],
)
def test_the_search_field_looks_through_number_phone_address_and_words(
    tmp_path: Path, words: str, found: list[str]
) -> None:
    desk = desk_with(tmp_path, ticket(1), ticket(2), ticket(3, phone=None, text="яма", address="просп. Миру, 1"))
    assert [number[9:12] for number in shown(desk, QueueFilter(words=words))] == found


def test_chips_count_what_they_show(tmp_path: Path) -> None:
    desk = desk_with(
        tmp_path,
        ticket(1, due_at=NOON - HOUR),
        ticket(2, state=State.ON_CHECK, registered_by=reference_id("account", "other")),
        ticket(3, state=State.REWORK, attention_at=NOON - MINUTE),
        ticket(4, state=State.CLOSED, due_at=NOON - DAY),
    )
    with desk.database.read() as connection:
        counted = queue.counts(connection, OPERATOR.account_id, NOON)
    for view in QueueView:
        assert counted[view] == len(shown(desk, QueueFilter(view, account_id=OPERATOR.account_id)))
    assert counted[QueueView.OVERDUE] == 1
    assert counted[QueueView.ATTENTION] == 1
    assert counted[QueueView.MINE] == 2


def test_history_shows_open_tickets_above_newer_closed_ones(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, ticket(1, state=State.CLOSED), ticket(5), ticket(9, state=State.CLOSED), ticket(3))
    with desk.database.read() as connection:
        rows = history.by_phone(connection, NUMBER)
    assert [row.number[9:12] for row in rows] == ["003", "005", "001", "009"]


def test_history_tells_house_flat_and_person_apart(tmp_path: Path) -> None:
    desk = desk_with(
        tmp_path,
        ticket(1, flat="12"),
        ticket(2, flat="13", applicant_id=NEIGHBOUR.id),
        ticket(3, house="49"),
    )
    house = HouseKey(POPOVA.id, "47")
    with desk.database.read() as connection:
        assert {row.number[9:12] for row in history.by_house(connection, house)} == {"001", "002"}
        assert {row.number[9:12] for row in history.by_flat(connection, house, "12")} == {"001"}
        assert {row.number[9:12] for row in history.by_person(connection, NEIGHBOUR.id)} == {"002"}


def test_a_shared_number_names_everyone_the_latest_caller_first(tmp_path: Path) -> None:
    desk = desk_with(
        tmp_path,
        Phone(id=reference_id("phone", "1"), applicant_id=CALLER.id, number=NUMBER),
        Phone(id=reference_id("phone", "2"), applicant_id=NEIGHBOUR.id, number=NUMBER),
        ticket(5),
        ticket(2, applicant_id=NEIGHBOUR.id, state=State.CLOSED),
    )
    with desk.database.read() as connection:
        people = history.people(connection, NUMBER)
    assert [(person.name, person.tickets, person.open_tickets) for person in people] == [
        (NEIGHBOUR.name, 1, 0),
        (CALLER.name, 1, 1),
    ]
    assert people[0].caution == "кричить"


def test_talks_without_a_ticket_are_part_of_a_numbers_history(tmp_path: Path) -> None:
    talk = Consultation(
        id=reference_id("consultation", "1"),
        contact_id=contact("1").id,
        kind=ConsultationKind.KNOWLEDGE,
        said_at=NOON,
        operator_id=OPERATOR.account_id,
        text="графік освітлення",
    )
    desk = desk_with(tmp_path, talk)
    with desk.database.read() as connection:
        assert [row.text for row in history.consultations(connection, NUMBER)] == ["графік освітлення"]
        assert history.calls_since(connection, NUMBER, NOON - DAY) == 1
        assert history.calls_since(connection, NUMBER, NOON) == 0


def test_a_timeline_shows_the_log_first_and_then_what_waits(tmp_path: Path) -> None:
    desk = desk_with(tmp_path)
    registered = register(desk)
    unconfirmed = [queued.decoded() for queued in desk.database.outbox.unconfirmed()]
    with desk.database.read() as connection:
        assert [step.seq for step in tickets.timeline(connection, registered.ticket_id, unconfirmed)] == [None]
    desk.log.apply(unconfirmed[0])
    desk.pull()
    with desk.database.read() as connection:
        [step] = tickets.timeline(connection, registered.ticket_id, [])
    assert step.seq == desk.log.head.seq
    assert step.type == "ticket.register"
    assert step.actor == OPERATOR.account_id
