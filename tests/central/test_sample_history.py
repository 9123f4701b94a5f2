"""A year of the sample centre: what a real centre's log could hold, and the same wherever it is made."""

import os
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import datetime
from functools import cache
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import NamedTuple, TypeVar
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import func, select

from central.database import Database
from central.feed.clerk import publish
from central.feed.draft import Draft
from central.sample.city import build_city
from central.sample.command import SAMPLE_LOADED, load, sample
from central.sample.demand import read_demands
from central.schema import log, record
from central.upgrade import upgrade
from protocol.events import EventKind
from protocol.moves import Standing, allowed, leads_to
from protocol.numbers import TicketNumber
from protocol.records import (
    KINDS,
    Assignment,
    Category,
    Consultation,
    FieldValue,
    Move,
    Promise,
    Record,
    Ticket,
    fields_of,
    kind_of,
    references,
)
from protocol.times import KYIV, instant, local
from protocol.vocabulary import ConsultationKind, Result, Role, State, Urgency
from tests.central.centre import sqlite_url

RecordType = TypeVar("RecordType", bound=Record)

TICKETS = 20_000
TALKS = 0.25  # for each ticket: enough to see every kind
END = instant(datetime(2026, 11, 20, 14, 30, tzinfo=KYIV))


PLAIN = {str, int, float, bool, tuple, dict, type(None)}


class Made(NamedTuple):
    """A year as its events, and as the records they leave."""

    drafts: list[Draft]
    records: dict[str, list[Record]]


@cache
def made() -> Made:
    drafts = list(sample(1, TICKETS, 1, END, TALKS))
    docs: dict[tuple[str, UUID], dict[str, FieldValue]] = {}
    for draft in drafts:
        for change in draft.sets:
            docs.setdefault((change.record, change.id), {}).update(change.set)
    records: dict[str, list[Record]] = defaultdict(list)
    for (kind, record_id), doc in docs.items():
        records[kind].append(msgspec.convert({"id": str(record_id), **doc}, KINDS[kind]))
    return Made(drafts, records)


def of(kind: type[RecordType]) -> list[RecordType]:
    return [record for record in made().records[kind_of(kind)] if isinstance(record, kind)]


def test_the_first_event_says_that_the_data_are_a_sample() -> None:
    first = made().drafts[0]
    assert (first.type, first.sets) == (SAMPLE_LOADED, ())
    assert {draft.kind for draft in made().drafts} == {EventKind.SYSTEM}


def test_events_are_in_time_order_end_before_the_end_and_have_ids_of_their_own() -> None:
    instants = [draft.occurred_ms for draft in made().drafts]
    assert instants == sorted(instants)
    assert instants[-1] < END
    assert len({draft.op_id for draft in made().drafts}) == len(instants)


def test_every_value_set_is_of_its_field() -> None:
    patches = {
        kind: msgspec.defstruct(
            "Patch", [(name, hint | None, None) for name, hint in fields_of(record).items()], forbid_unknown_fields=True
        )
        for kind, record in KINDS.items()
    }
    for draft in made().drafts:
        for change in draft.sets:
            msgspec.convert(change.set, patches[change.record])
            assert all(
                type(value) in (str, int, float, bool, tuple, list, dict, type(None)) for value in change.set.values()
            )


def test_no_event_names_a_record_that_does_not_exist_yet() -> None:
    known: set[tuple[str, str]] = set()
    for draft in made().drafts:
        known |= {(change.record, str(change.id)) for change in draft.sets}
        for change in draft.sets:
            for field, kind in references(KINDS[change.record]):
                value = change.set.get(field)
                assert value is None or (kind, value) in known, (draft.type, change.record, field)


def test_there_are_as_many_tickets_as_asked_for_and_each_has_a_number_of_its_own() -> None:
    numbers = [TicketNumber.parse(ticket.number) for ticket in of(Ticket)]
    assert len(numbers) == len(set(numbers)) == TICKETS
    assert {number.series for number in numbers} == {"900", "901", "902", "903", "904"}
    assert {number.year for number in numbers} == {25, 26}


def test_categories_have_their_shares() -> None:
    codes = {category.id: category.code for category in of(Category)}
    counts = Counter(codes[ticket.category_id] for ticket in of(Ticket))
    for demand in read_demands():
        assert counts[demand.category] == pytest.approx(TICKETS * demand.share_percent / 100, abs=1.5)


def test_seven_talks_of_ten_make_no_ticket() -> None:
    types = Counter(draft.type for draft in sample(1, 1_000, 1, END))
    assert types["contact.consult"] / (types["contact.consult"] + types["ticket.register"]) == pytest.approx(
        0.7, abs=0.01
    )


def test_a_talk_about_a_ticket_names_it_and_no_other_does() -> None:
    consultations = of(Consultation)
    assert {consultation.kind for consultation in consultations} == set(ConsultationKind)
    assert all(
        (consultation.ticket_id is not None) == (consultation.kind is ConsultationKind.TICKET)
        for consultation in consultations
    )


def test_seasons_and_hours_show() -> None:
    codes = {category.id: category.code for category in of(Category)}
    months: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for ticket in of(Ticket):
        months[codes[ticket.category_id]][local(ticket.received_at).month] += 1
    assert not {5, 6, 7, 8} & months["NET.HEAT_NONE"].keys()
    assert not {5, 6, 7, 8, 9} & months["ROAD.SNOW"].keys()
    assert months["LIGHT.LAMP"][12] > 2 * months["LIGHT.LAMP"][6]
    assert months["ROAD.TREE_TRIM"][6] > 3 * months["ROAD.TREE_TRIM"][1]
    hours = Counter(local(ticket.received_at).hour for ticket in of(Ticket))
    assert hours[18] > 5 * hours[3]


def test_failures_and_storms_make_days_far_above_the_mean() -> None:
    days = Counter(local(ticket.received_at).date() for ticket in of(Ticket))
    assert len(days) == 365
    assert max(days.values()) > 2 * TICKETS / 365


def test_nearly_every_ticket_has_an_executor_by_the_rules() -> None:
    tickets = of(Ticket)
    assert sum(ticket.executor_id is not None for ticket in tickets) >= 0.99 * TICKETS
    mains = Counter(assignment.ticket_id for assignment in of(Assignment) if assignment.is_main)
    assert all(mains[ticket.id] == (ticket.executor_id is not None) for ticket in tickets)
    main_of = {assignment.ticket_id: assignment for assignment in of(Assignment) if assignment.is_main}
    for ticket in tickets:
        assignment = main_of[ticket.id]
        assert assignment.executor_id == ticket.executor_id
        # One only proposed has not begun.
        assert assignment.state == (State.REGISTERED if ticket.result is Result.NOT_IN_COMPETENCE else ticket.state)


def test_every_step_of_every_ticket_is_a_move_of_the_table() -> None:
    moves, photo = of(Move), {category.id: category.allows_photo_check for category in of(Category)}
    docs: dict[UUID, dict[str, FieldValue]] = {}
    used: set[str] = set()
    for draft in made().drafts:
        for change in draft.sets:
            if change.record != "ticket":
                continue
            if change.id not in docs:
                docs[change.id] = dict(change.set)
                continue
            before = docs[change.id]
            if "state" in change.set:
                standing = Standing(
                    State(before["state"]),
                    Result(before["result"]),
                    before["rework_count"],
                    before["due_at"],
                    photo[UUID(before["category_id"])],
                )
                possible = allowed(moves, standing, Role.SUPERVISOR, draft.occurred_ms)
                after = [change.set[field] for field in ("state", "result", "resolution")]
                made_moves = [move for move in possible if leads_to(move, *after)]
                assert made_moves, (before["state"], before["result"], change.set)
                used.update(move.code for move in made_moves)
                assert (change.set["closed_at"] is None) == (change.set["state"] != State.CLOSED)
            before.update(change.set)
    assert {"failed-third", "closed-actually", "passed-on", "competence-refused", "closed-to-plan", "reopened"} <= used


def test_some_work_is_redone_and_some_is_late_more_by_some_executors_than_by_others() -> None:
    tickets = of(Ticket)
    assert 0.03 < sum(ticket.rework_count > 0 for ticket in tickets) / TICKETS < 0.08
    assert max(ticket.rework_count for ticket in tickets) == 2
    late: defaultdict[UUID | None, list[bool]] = defaultdict(list)
    for ticket in tickets:
        late[ticket.executor_id].append((ticket.closed_at or END) > ticket.due_at)
    shares = [sum(those) / len(those) for those in late.values() if len(those) > 200]
    assert min(shares) < 0.1
    assert 0.2 < max(shares) < 0.6


def test_at_the_end_a_few_tickets_are_open_in_every_state_of_pressure() -> None:
    still_open = [ticket for ticket in of(Ticket) if ticket.state is not State.CLOSED]
    assert 0.008 < len(still_open) / TICKETS < 0.05
    assert {ticket.state for ticket in still_open} == set(State) - {State.CLOSED}
    assert any(ticket.due_at < END for ticket in still_open)
    assert any(ticket.attention_at <= END <= ticket.due_at for ticket in still_open)
    assert any(ticket.attention_at > END for ticket in still_open)


def test_what_is_told_is_the_due_time_and_information_is_given_at_once() -> None:
    due = {ticket.id: ticket.due_at for ticket in of(Ticket)}
    assert all(promise.promised_at == due[promise.ticket_id] for promise in of(Promise))
    asked = [ticket for ticket in of(Ticket) if ticket.urgency is Urgency.INFO and ticket.closed_at is not None]
    assert asked
    assert all(ticket.closed_at - ticket.received_at < 10 * 60_000 for ticket in asked if ticket.closed_at)


def test_loading_hands_over_every_event_in_chunks_and_tells_the_progress() -> None:
    chunks: list[int] = []
    progress = StringIO()
    events = load(lambda drafts: chunks.append(len(drafts)), years=2, per_year=100, seed=3, end=END, progress=progress)
    assert events == sum(chunks) > 1_000
    assert max(chunks) == 500
    assert progress.getvalue().endswith(f"100 %: 200 of 200 tickets, {events} events\n")


def test_a_centre_takes_the_sample_into_its_log(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path))
    upgrade(database)
    events = load(
        lambda drafts: database.transact(lambda connection: publish(connection, drafts, END)),
        years=1,
        per_year=60,
        seed=1,
        end=END,
        progress=StringIO(),
    )
    with database.read() as connection:
        assert connection.execute(select(func.max(log.c.seq))).scalar_one() == events
        tickets = select(func.count()).select_from(record).where(record.c.kind == "ticket")
        assert connection.execute(tickets).scalar_one() == 60
    database.close()


def digest(seed: int) -> str:
    """Return the hash of everything a small sample says."""
    said = sha256()
    for draft in sample(1, 300, seed, END):
        sets = [(change.record, str(change.id), change.set) for change in draft.sets]
        said.update(msgspec.json.encode([draft.type, str(draft.op_id), draft.occurred_ms, sets]))
    return said.hexdigest()


def test_the_same_seed_makes_the_same_city_in_another_process() -> None:
    answered = subprocess.run(
        [sys.executable, "-c", f"from {__name__} import digest; print(digest(7))"],
        capture_output=True,
        check=True,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": "5"},
    )
    assert answered.stdout.strip() == digest(7) != digest(8)


def test_a_city_has_no_house_the_events_do_not_make() -> None:
    assert len(made().records["house"]) == len(build_city(1).houses)
