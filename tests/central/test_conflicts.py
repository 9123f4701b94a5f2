"""What cannot be joined is kept: both values, until a person decides."""

from uuid import UUID

import msgspec

from protocol.numbers import TicketNumber
from protocol.operations import Base, Change, OperationType
from protocol.records import Assignment, Conflict, Phone
from protocol.times import HOUR, MINUTE
from protocol.vocabulary import NoteKind, Resolution, Result, Role, State
from protocol.wire import OperationStatus
from tests.central.centre import RunningCentre
from tests.central.city import CITY_LIGHT, CITY_POWER
from tests.central.conftest import MakeDesk
from tests.central.wire_desk import WireDesk, new

EDIT = OperationType.TICKET_EDIT
MOVE = OperationType.TICKET_MOVE
ASSIGN = OperationType.TICKET_ASSIGN


def both_know(desk: WireDesk, other: WireDesk, **fields: object) -> UUID:
    """Register a ticket and let both desks pull it."""
    ticket_id = desk.register(**fields)
    desk.pull()
    other.pull()
    return ticket_id


def test_changes_of_different_fields_join_without_a_word(desk: WireDesk, other: WireDesk) -> None:
    ticket_id = both_know(desk, other)
    desk.do(EDIT, desk.edit("ticket", ticket_id, flat="12"))
    result = other.do(EDIT, other.edit("ticket", ticket_id, entrance="3"))
    assert result.conflicts == ()
    desk.pull()
    assert (desk.ticket(ticket_id)["flat"], desk.ticket(ticket_id)["entrance"]) == ("12", "3")


def test_the_later_value_wins_and_both_are_kept(desk: WireDesk, other: WireDesk, centre: RunningCentre) -> None:
    ticket_id = both_know(desk, other)
    first = desk.operation(EDIT, [desk.edit("ticket", ticket_id, flat="12")])
    second = other.operation(EDIT, [other.edit("ticket", ticket_id, flat="21")], at=first.occurred_ms + MINUTE)
    desk.push(first)
    result = other.push(second).results[0]
    assert result.status is OperationStatus.APPLIED
    desk.pull()
    assert desk.ticket(ticket_id)["flat"] == "21"
    (found,) = desk.conflicts(ticket_id)
    (conflict_id,) = result.conflicts
    conflict = msgspec.convert(found | {"id": str(conflict_id)}, Conflict)
    assert (conflict.kind, conflict.field, conflict.record_id) == ("field", "flat", ticket_id)
    assert (conflict.winner.value, conflict.winner.device) == ("21", other.device_id)
    assert (conflict.loser.value, conflict.loser.op_id) == ("12", first.op_id)
    assert (conflict.loser.actor, conflict.loser.device) == (desk.person.id, desk.device_id)
    assert conflict.loser.occurred_ms == first.occurred_ms


def test_an_old_value_that_comes_late_does_not_overwrite_a_newer_one(desk: WireDesk, other: WireDesk) -> None:
    ticket_id = both_know(desk, other)
    late = other.operation(
        EDIT, [other.edit("ticket", ticket_id, flat="21"), other.note(ticket_id)], at=other.centre.clock.now() - HOUR
    )
    desk.do(EDIT, desk.edit("ticket", ticket_id, flat="12"))
    assert other.push(late).results[0].status is OperationStatus.APPLIED
    desk.pull()
    assert desk.ticket(ticket_id)["flat"] == "12"
    (conflict,) = desk.conflicts(ticket_id)
    assert (conflict["winner"]["value"], conflict["loser"]["value"]) == ("12", "21")
    assert len(list(desk.of_kind("note", ticket_id=str(ticket_id)))) == 1


def test_a_clock_that_runs_ahead_wins_by_minutes_only(desk: WireDesk, other: WireDesk) -> None:
    ticket_id = both_know(desk, other)
    year = 365 * 24 * HOUR
    desk.do(EDIT, desk.edit("ticket", ticket_id, flat="12"), at=desk.centre.clock.now() + year)
    other.do(EDIT, other.edit("ticket", ticket_id, flat="21"), at=desk.centre.clock.now() + 2 * year)
    desk.pull()
    assert len(desk.conflicts(ticket_id)) == 1
    assert next(iter(desk.conflicts(ticket_id)))["winner"]["occurred_ms"] > desk.centre.clock.now() + year // 2


def test_the_same_value_from_two_is_no_conflict(desk: WireDesk, other: WireDesk) -> None:
    ticket_id = both_know(desk, other)
    desk.do(EDIT, desk.edit("ticket", ticket_id, flat="12"))
    result = other.do(EDIT, other.edit("ticket", ticket_id, flat="12"))
    assert (result.status, result.conflicts) == (OperationStatus.APPLIED, ())
    desk.pull()
    assert desk.revs["ticket", ticket_id, "flat"] < (result.seq or 0)


def test_an_author_overwrites_own_unconfirmed_values_freely(desk: WireDesk) -> None:
    ticket_id = both_know(desk, desk)
    first = desk.operation(EDIT, [desk.edit("ticket", ticket_id, flat="1")])
    change = desk.edit("ticket", ticket_id, flat="2")
    assert change.base is not None
    base = Base(rev=change.base.rev, fields=change.base.fields, after={"flat": first.op_id})
    second = desk.operation(EDIT, [msgspec.structs.replace(change, base=base)], at=first.occurred_ms - HOUR)
    assert [result.conflicts for result in desk.push(first, second).results] == [(), ()]
    desk.pull()
    assert desk.ticket(ticket_id)["flat"] == "2"


def test_a_conflict_is_decided_by_an_ordinary_operation(desk: WireDesk, other: WireDesk) -> None:
    ticket_id = both_know(desk, other)
    desk.do(EDIT, desk.edit("ticket", ticket_id, flat="12"))
    (conflict_id,) = other.do(EDIT, other.edit("ticket", ticket_id, flat="21")).conflicts
    desk.pull()
    decided = desk.do(
        EDIT, desk.edit("ticket", ticket_id, flat="12"), desk.edit("conflict", conflict_id, state="swapped")
    )
    assert (decided.status, decided.conflicts) == (OperationStatus.APPLIED, ())
    forged = desk.edit("conflict", conflict_id, field="text")
    assert desk.do(EDIT, forged).status is OperationStatus.REJECTED
    desk.pull()
    assert desk.records["conflict", conflict_id]["state"] == "swapped"


def test_two_executors_for_one_ticket_are_shown_and_one_assignment_is_the_main_one(
    desk: WireDesk, other: WireDesk
) -> None:
    ticket_id = both_know(desk, other, executor_id=None)
    earlier, later = (assign(each, ticket_id, executor) for each, executor in ((desk, CITY_LIGHT), (other, CITY_POWER)))
    desk.push(desk.operation(ASSIGN, earlier))
    result = other.push(other.operation(ASSIGN, later, at=other.centre.clock.now() + MINUTE)).results[0]
    assert len(result.conflicts) == 1
    desk.pull()
    assert desk.records["conflict", result.conflicts[0]]["kind"] == "double_assign"
    assert desk.ticket(ticket_id)["executor_id"] == str(CITY_POWER.id)
    assert mains(desk, ticket_id) == [str(CITY_POWER.id)]


def test_an_assignment_that_comes_too_late_is_not_the_main_one(desk: WireDesk, other: WireDesk) -> None:
    ticket_id = both_know(desk, other, executor_id=None)
    desk.push(desk.operation(ASSIGN, assign(desk, ticket_id, CITY_LIGHT)))
    late = other.operation(ASSIGN, assign(other, ticket_id, CITY_POWER), at=other.centre.clock.now() - HOUR)
    assert len(other.push(late).results[0].conflicts) == 1
    desk.pull()
    assert desk.ticket(ticket_id)["executor_id"] == str(CITY_LIGHT.id)
    assert mains(desk, ticket_id) == [str(CITY_LIGHT.id)]


def test_an_impossible_move_becomes_a_note_and_a_conflict_and_the_rest_applies(desk: WireDesk, other: WireDesk) -> None:
    ticket_id = both_know(desk, other)
    (assignment_id,) = (key[1] for key, doc in desk.records.items() if doc.get("ticket_id") == str(ticket_id))
    desk.do(
        MOVE,
        desk.edit("ticket", ticket_id, state=State.CLOSED, result=Result.CANCELLED, closed_at=desk.centre.clock.now()),
        desk.edit("assignment", assignment_id, state=State.CLOSED, result=Result.CANCELLED),
    )
    result = other.do(
        MOVE,
        other.edit("assignment", assignment_id, state=State.IN_WORK),
        other.edit("ticket", ticket_id, state=State.IN_WORK, flat="9"),
        other.note(ticket_id, "Бригада виїхала"),
    )
    assert (result.status, len(result.conflicts)) == (OperationStatus.APPLIED, 1)
    desk.pull()
    ticket = desk.ticket(ticket_id)
    assert (ticket["state"], ticket["result"], ticket["flat"]) == ("closed", "cancelled", "9")
    assert desk.records["assignment", assignment_id]["state"] == "closed"
    (conflict,) = desk.conflicts(ticket_id)
    assert (conflict["kind"], conflict["field"]) == ("transition", "state")
    assert (conflict["winner"]["value"], conflict["loser"]["value"]) == ("closed", "in_work")
    notes = {note["kind"]: note["text"] for note in desk.of_kind("note", ticket_id=str(ticket_id))}
    assert notes[NoteKind.PERSON] == "Бригада виїхала"
    assert "не застосовано" in notes[NoteKind.SYSTEM]


def test_a_move_still_possible_is_made_though_its_author_saw_an_older_ticket(desk: WireDesk, other: WireDesk) -> None:
    ticket_id = both_know(desk, other, state=State.ON_CHECK, result=Result.DONE, rework_count=0)
    closing = {"state": State.CLOSED, "resolution": Resolution.CONFIRMED_BY_APPLICANT, "closed_at": 1}
    rework = other.edit("ticket", ticket_id, state=State.REWORK, result=Result.RETURNED, rework_count=1)
    desk.do(EDIT, desk.edit("ticket", ticket_id, rework_count=1))
    result = other.do(MOVE, rework)
    assert (result.status, result.conflicts) == (OperationStatus.APPLIED, ())
    desk.pull()
    assert (desk.ticket(ticket_id)["state"], desk.ticket(ticket_id)["rework_count"]) == ("rework", 2)
    assert desk.do(MOVE, desk.edit("ticket", ticket_id, **closing)).conflicts != ()


def test_two_who_close_a_ticket_the_same_way_agree(desk: WireDesk, other: WireDesk) -> None:
    ticket_id = both_know(desk, other)
    for each, closed_at in ((desk, 1_000), (other, 2_000)):
        change = each.edit("ticket", ticket_id, state=State.CLOSED, result=Result.CANCELLED, closed_at=closed_at)
        assert each.do(MOVE, change).conflicts == ()
    desk.pull()
    assert desk.ticket(ticket_id)["closed_at"] == 1_000


def test_a_move_belongs_to_its_roles(make_desk: MakeDesk) -> None:
    desk, chief = make_desk(), make_desk(Role.SUPERVISOR)
    ticket_id = both_know(desk, chief, state=State.CLOSED, result=Result.DONE, closed_at=1)
    reopened = {"state": State.REWORK, "result": Result.RETURNED}
    assert len(desk.do(MOVE, desk.edit("ticket", ticket_id, **reopened)).conflicts) == 1
    assert chief.do(MOVE, chief.edit("ticket", ticket_id, **reopened)).conflicts == ()
    chief.pull()
    ticket = chief.ticket(ticket_id)
    assert (ticket["state"], ticket["rework_count"], ticket["closed_at"]) == ("rework", 1, None)


def test_a_number_two_tickets_claim_stays_with_the_first(desk: WireDesk, other: WireDesk) -> None:
    number = desk.next_number()
    first = desk.register(number=number)
    ticket_id, changes = other.new_ticket(number=number)
    result = other.do(OperationType.TICKET_REGISTER, *changes)
    assert (result.status, len(result.conflicts)) == (OperationStatus.APPLIED, 1)
    other.pull()
    assert other.ticket(first)["number"] == number
    given = other.ticket(ticket_id)["number"]
    assert TicketNumber.parse(given).series == "000"
    (conflict,) = other.conflicts(ticket_id)
    assert (conflict["kind"], conflict["winner"]["value"], conflict["loser"]["value"]) == ("number", given, number)


def test_tickets_whose_numbers_cannot_stand_get_different_ones(desk: WireDesk) -> None:
    taken = desk.next_number()
    operations = [
        desk.operation(OperationType.TICKET_REGISTER, desk.new_ticket(number=number)[1])
        for number in (taken, taken, taken, "не номер")
    ]
    reply = desk.push(*operations)
    assert [len(result.conflicts) for result in reply.results] == [0, 1, 1, 1]
    desk.pull()
    numbers = [ticket["number"] for ticket in desk.of_kind("ticket")]
    assert len(numbers) == len(set(numbers))


def test_who_was_disabled_meanwhile_is_heard_and_flagged(make_desk: MakeDesk, centre: RunningCentre) -> None:
    desk = make_desk()
    desk.person = centre.add_account("leaver")
    ticket_id = desk.register()
    centre.disable_account("leaver")
    result = desk.do(OperationType.NOTE_ADD, desk.note(ticket_id))
    assert (result.status, len(result.conflicts)) == (OperationStatus.APPLIED, 1)
    desk.pull()
    conflict = desk.records["conflict", result.conflicts[0]]
    assert (conflict["kind"], conflict["record_id"]) == ("actor_disabled", str(desk.person.id))
    assert conflict["ticket_id"] == str(ticket_id)


def test_a_conflict_about_a_phone_is_shown_on_no_card(desk: WireDesk, other: WireDesk) -> None:
    ticket_id, changes = desk.new_ticket()
    applicant = Change(record="applicant", id=ticket_id, set={"name": "Коваль Олена"})
    phone = Phone(id=changes[0].id, applicant_id=applicant.id, number="+380501112233")
    desk.do(OperationType.APPLICANT_EDIT, applicant, new(phone))
    desk.pull()
    other.pull()
    desk.do(OperationType.APPLICANT_EDIT, desk.edit("phone", phone.id, number="+380501112244"))
    (conflict_id,) = other.do(
        OperationType.APPLICANT_EDIT, other.edit("phone", phone.id, number="+380501112255")
    ).conflicts
    desk.pull()
    assert desk.records["conflict", conflict_id]["ticket_id"] is None


def assign(desk: WireDesk, ticket_id: UUID, executor: object) -> list[Change]:
    """Return the changes that make an executor the ticket's main one, as the desk knows the ticket."""
    assert executor in (CITY_LIGHT, CITY_POWER)
    executor_id = CITY_LIGHT.id if executor is CITY_LIGHT else CITY_POWER.id
    now = desk.centre.clock.now()
    current = [key[1] for key, doc in desk.records.items() if key[0] == "assignment" and is_main(doc, ticket_id)]
    assignment = Assignment(
        id=desk.operation(ASSIGN, []).op_id,
        ticket_id=ticket_id,
        executor_id=executor_id,
        assigned_at=now,
        assigned_by=desk.person.id,
        due_at=now + HOUR,
    )
    return [
        *(desk.edit("assignment", each, is_main=False) for each in current),
        desk.edit("ticket", ticket_id, executor_id=executor_id),
        new(assignment),
    ]


def mains(desk: WireDesk, ticket_id: UUID) -> list[str]:
    """Return the executors of a ticket's main assignments."""
    return [doc["executor_id"] for doc in desk.of_kind("assignment") if is_main(doc, ticket_id)]


def is_main(doc: dict[str, object], ticket_id: UUID) -> bool:
    """Tell whether an assignment is a ticket's main one."""
    return doc["ticket_id"] == str(ticket_id) and doc["is_main"] is True
