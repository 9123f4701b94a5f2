"""The moves table keeps the rules of the trade: states, results and resolutions apart (product rules 1 to 4)."""

import pytest
from msgspec.structs import replace

from protocol.ids import reference_id
from protocol.moves import Standing, allowed, leads_to
from protocol.records import Move
from protocol.times import HOUR, Instant
from protocol.vocabulary import Resolution, Result, Role, State

DUE = 1_772_000_000_000
IN_TIME = DUE - HOUR
LATE = DUE + 1

CENTRE = (Role.OPERATOR, Role.SUPERVISOR)
WORKERS = (Role.EXECUTOR, *CENTRE)


def move(
    code: str,
    from_state: State,
    to_state: State,
    result: Result,
    roles: tuple[Role, ...] = CENTRE,
    position: int = 50,
) -> Move:
    return Move(
        id=reference_id("move", code),
        code=code,
        position=position,
        label_uk=code,
        label_en=code,
        from_state=from_state,
        to_state=to_state,
        result=result,
        roles=roles,
    )


MOVES = (
    move("take", State.REGISTERED, State.IN_WORK, Result.AWAITING, WORKERS, 10),
    move("take_rework", State.REWORK, State.IN_WORK, Result.AWAITING, WORKERS, 10),
    move("done", State.IN_WORK, State.ON_CHECK, Result.DONE, WORKERS, 20),
    replace(
        move("not_ours", State.IN_WORK, State.ON_CHECK, Result.NOT_IN_COMPETENCE, WORKERS, 40),
        needs_executor=True,
        is_before_due_only=True,
    ),
    replace(
        move("confirmed", State.ON_CHECK, State.CLOSED, Result.DONE, position=10),
        from_result=Result.DONE,
        resolution=Resolution.CONFIRMED_BY_APPLICANT,
    ),
    replace(
        move("photo", State.ON_CHECK, State.CLOSED, Result.DONE, position=20),
        from_result=Result.DONE,
        resolution=Resolution.CONFIRMED_BY_PHOTO,
        needs_photo_check=True,
    ),
    replace(
        move("not_confirmed", State.ON_CHECK, State.REWORK, Result.RETURNED, position=30),
        from_result=Result.DONE,
        resolution=Resolution.NOT_CONFIRMED,
        counts_rework=True,
        max_reworks=1,
    ),
    replace(
        move("actually", State.ON_CHECK, State.CLOSED, Result.ACTUALLY, position=30),
        from_result=Result.DONE,
        resolution=Resolution.NOT_CONFIRMED,
        min_reworks=2,
    ),
    replace(
        move("pass_on", State.ON_CHECK, State.REGISTERED, Result.AWAITING, position=10),
        from_result=Result.NOT_IN_COMPETENCE,
        resolution=Resolution.PASSED_ON,
    ),
    move("cancel", State.REGISTERED, State.CLOSED, Result.CANCELLED, (Role.SUPERVISOR,), 90),
)


def standing(
    state: State, result: Result = Result.AWAITING, rework_count: int = 0, allows_photo_check: bool = False
) -> Standing:
    return Standing(state, result, rework_count, DUE, allows_photo_check)


def codes(at: Standing, role: Role = Role.OPERATOR, now: Instant = IN_TIME) -> list[str]:
    return [each.code for each in allowed(MOVES, at, role, now)]


def after(at: Standing, code: str, role: Role = Role.OPERATOR, now: Instant = IN_TIME) -> Standing:
    """Return where a ticket stands after a move that must be on offer."""
    (made,) = [each for each in allowed(MOVES, at, role, now) if each.code == code]
    return Standing(made.to_state, made.result, at.rework_count + made.counts_rework, DUE, at.allows_photo_check)


def test_done_work_goes_on_check_and_is_not_closed() -> None:
    in_work = after(standing(State.REGISTERED), "take", Role.EXECUTOR)
    done = after(in_work, "done", Role.EXECUTOR)
    assert (done.state, done.result) == (State.ON_CHECK, Result.DONE)
    for role in Role:
        assert not [each for each in allowed(MOVES, in_work, role, IN_TIME) if each.to_state is State.CLOSED]


def test_only_the_centre_confirms_done_work() -> None:
    done = standing(State.ON_CHECK, Result.DONE)
    assert codes(done, Role.EXECUTOR) == []
    closed = after(done, "confirmed")
    assert (closed.state, closed.result) == (State.CLOSED, Result.DONE)


def test_work_not_confirmed_goes_back_and_is_counted() -> None:
    back = after(standing(State.ON_CHECK, Result.DONE), "not_confirmed")
    assert (back.state, back.result, back.rework_count) == (State.REWORK, Result.RETURNED, 1)


def test_the_third_failed_check_only_offers_actually() -> None:
    at = standing(State.ON_CHECK, Result.DONE)
    for reworks in (1, 2):
        assert codes(at) == ["confirmed", "not_confirmed"]
        at = after(at, "not_confirmed")
        assert at.rework_count == reworks
        at = after(after(at, "take_rework", Role.EXECUTOR), "done", Role.EXECUTOR)
    assert codes(at) == ["confirmed", "actually"]
    ended = after(at, "actually")
    assert (ended.state, ended.result) == (State.CLOSED, Result.ACTUALLY)


@pytest.mark.parametrize(("now", "is_offered"), [(IN_TIME, True), (DUE, True), (LATE, False)])
def test_not_in_competence_is_not_offered_after_the_due_time(now: Instant, is_offered: bool) -> None:
    at = standing(State.IN_WORK)
    assert ("not_ours" in codes(at, Role.EXECUTOR, now)) is is_offered
    assert "done" in codes(at, Role.EXECUTOR, now)


def test_not_in_competence_keeps_asking_for_a_proposed_executor() -> None:
    (not_ours,) = [
        each for each in allowed(MOVES, standing(State.IN_WORK), Role.EXECUTOR, IN_TIME) if each.position > 20
    ]
    assert not_ours.needs_executor


def test_a_photo_closes_only_where_the_category_allows_it() -> None:
    assert codes(standing(State.ON_CHECK, Result.DONE, allows_photo_check=True)) == [
        "confirmed",
        "photo",
        "not_confirmed",
    ]
    assert "photo" not in codes(standing(State.ON_CHECK, Result.DONE))


def test_a_move_from_one_result_is_not_offered_from_another() -> None:
    refused = standing(State.ON_CHECK, Result.NOT_IN_COMPETENCE, allows_photo_check=True)
    assert codes(refused) == ["pass_on"]


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.OPERATOR, ["take"]),
        (Role.SUPERVISOR, ["take", "cancel"]),
        (Role.EXECUTOR, ["take"]),
        (Role.HEAD, []),
        (Role.ADMINISTRATOR, []),
    ],
)
def test_a_role_is_offered_only_its_moves(role: Role, offered: list[str]) -> None:
    assert codes(standing(State.REGISTERED), role) == offered


def test_moves_are_offered_in_their_order_whatever_the_order_of_the_table() -> None:
    at = standing(State.ON_CHECK, Result.DONE, allows_photo_check=True)
    assert [each.code for each in allowed(reversed(MOVES), at, Role.OPERATOR, IN_TIME)] == codes(at)


def test_a_closed_ticket_offers_nothing() -> None:
    for role in Role:
        assert codes(standing(State.CLOSED, Result.DONE), role) == []


def test_a_move_leads_to_its_state_result_and_resolution_together() -> None:
    (confirmed,) = [each for each in MOVES if each.code == "confirmed"]
    assert leads_to(confirmed, State.CLOSED, Result.DONE, Resolution.CONFIRMED_BY_APPLICANT)
    assert not leads_to(confirmed, State.CLOSED, Result.DONE, Resolution.CONFIRMED_BY_PHOTO)
    assert not leads_to(confirmed, State.CLOSED, Result.DONE, None)
    assert not leads_to(confirmed, State.CLOSED, Result.ACTUALLY, Resolution.CONFIRMED_BY_APPLICANT)
    assert not leads_to(confirmed, State.ON_CHECK, Result.DONE, Resolution.CONFIRMED_BY_APPLICANT)
