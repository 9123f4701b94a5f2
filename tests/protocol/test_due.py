"""Due times keep the terms of the trade and of the law (product rules 8 and 9)."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.due import PRESSING, Due, ExpectedDay, WorkCalendar, due_at, expected
from protocol.ids import reference_id
from protocol.records import Calendar, Category, Limit
from protocol.times import HOUR, KYIV, MINUTE, Instant, instant, local
from protocol.vocabulary import LegalRegime, LimitKind, Urgency

WEEKDAYS = (True, True, True, True, True, False, False)
CALENDAR_ID = reference_id("calendar", "city")
GROUP = Category(id=reference_id("category", "NET"), code="NET", name_uk="Комунальні мережі", name_en="Networks")
APPEALS_LAW = "Закон «Про звернення громадян», ст. 20"

regimes = st.sampled_from(LegalRegime)


def at(text: str) -> Instant:
    return instant(datetime.fromisoformat(text).replace(tzinfo=KYIV))


instants = st.integers(at("2020-01-01"), at("2036-01-01"))


def shown(moment: Instant) -> str:
    return f"{local(moment):%Y-%m-%d %H:%M:%S}"


def work_calendar(days_off: tuple[str, ...] = (), days_on: tuple[str, ...] = ()) -> WorkCalendar:
    return WorkCalendar(Calendar(id=CALENDAR_ID, name="місто", weekly=WEEKDAYS, days_off=days_off, days_on=days_on))


def category(urgency: Urgency, deadline_hours: int) -> Category:
    return Category(
        id=reference_id("category", "NET.X"),
        code="NET.X",
        name_uk="Мережа",
        name_en="Network",
        parent_id=GROUP.id,
        deadline_hours=deadline_hours,
        urgency=urgency,
    )


def limit(
    kind: LimitKind,
    amount: int,
    source: str = "КМУ 1145",
    regime: LegalRegime = LegalRegime.OPERATIONAL,
    category_id: UUID | None = None,
    is_statutory: bool = True,
) -> Limit:
    return Limit(
        id=reference_id("limit", f"{kind}{amount}{source}"),
        kind=kind,
        amount=amount,
        source=source,
        category_id=category_id,
        legal_regime=regime,
        is_statutory=is_statutory,
    )


def due(
    received: str,
    asked: Category,
    *limits: Limit,
    regime: LegalRegime = LegalRegime.OPERATIONAL,
    calendar: WorkCalendar | None = None,
) -> Due:
    return due_at(at(received), asked, (GROUP,), limits, calendar or work_calendar(), regime)


def test_an_emergency_runs_in_clock_hours_through_the_weekend() -> None:
    found = due("2026-03-06 22:30", category(Urgency.EMERGENCY, 24))
    assert shown(found.due_at) == "2026-03-07 22:30:00"
    assert found.kind is LimitKind.CLOCK_HOURS
    assert found.limit is None


def test_a_term_in_clock_hours_keeps_its_length_when_the_clocks_change() -> None:
    spring = due("2026-03-29 01:00", category(Urgency.CRITICAL, 3))
    autumn = due("2026-10-25 01:00", category(Urgency.CRITICAL, 3))
    assert shown(spring.due_at) == "2026-03-29 05:00:00"
    assert shown(autumn.due_at) == "2026-10-25 03:00:00"


def test_a_routine_term_ends_with_the_last_second_of_the_day() -> None:
    found = due("2026-03-02 09:15", category(Urgency.ROUTINE, 72))
    assert shown(found.due_at) == "2026-03-05 23:59:59"
    assert found.kind is LimitKind.CALENDAR_DAYS


def test_a_routine_term_that_ends_on_a_day_off_moves_to_the_next_working_day() -> None:
    friday = "2026-03-06 09:15"
    assert shown(due(friday, category(Urgency.ROUTINE, 24)).due_at) == "2026-03-09 23:59:59"
    holiday = work_calendar(days_off=("2026-03-09",))
    assert shown(due(friday, category(Urgency.ROUTINE, 24), calendar=holiday).due_at) == "2026-03-10 23:59:59"
    worked_saturday = work_calendar(days_on=("2026-03-07",))
    assert shown(due(friday, category(Urgency.ROUTINE, 24), calendar=worked_saturday).due_at) == "2026-03-07 23:59:59"


@pytest.mark.parametrize(
    ("received", "end"),
    [("2026-03-27 12:00", "2026-03-30 23:59:59"), ("2026-10-23 12:00", "2026-10-26 23:59:59")],
)
def test_a_day_ends_at_local_midnight_on_both_sides_of_a_clock_change(received: str, end: str) -> None:
    assert shown(due(received, category(Urgency.ROUTINE, 72)).due_at) == end


def test_the_day_of_receipt_is_the_local_one_not_that_of_utc() -> None:
    assert shown(due("2026-06-02 00:30", category(Urgency.ROUTINE, 24)).due_at) == "2026-06-03 23:59:59"


def test_an_answer_due_within_the_day_runs_in_clock_hours() -> None:
    found = due("2026-03-07 10:00", category(Urgency.INFO, 1))
    assert shown(found.due_at) == "2026-03-07 11:00:00"
    assert found.kind is LimitKind.CLOCK_HOURS


def test_the_tighter_limit_of_a_group_binds_and_is_named() -> None:
    power = limit(LimitKind.CLOCK_HOURS, 22, "НКРЕКП 375/2018", category_id=GROUP.id)
    found = due("2026-03-02 10:00", category(Urgency.EMERGENCY, 24), power)
    assert shown(found.due_at) == "2026-03-03 08:00:00"
    assert found.limit == power


def test_a_looser_limit_does_not_bind() -> None:
    found = due("2026-03-02 10:00", category(Urgency.EMERGENCY, 3), limit(LimitKind.CLOCK_HOURS, 22))
    assert shown(found.due_at) == "2026-03-02 13:00:00"
    assert found.limit is None


def test_a_limit_of_another_category_does_not_bind() -> None:
    other = limit(LimitKind.CLOCK_HOURS, 1, category_id=reference_id("category", "ROAD"))
    assert due("2026-03-02 10:00", category(Urgency.EMERGENCY, 24), other).limit is None


def test_of_terms_that_end_together_the_statutory_one_is_named() -> None:
    local_rule = limit(LimitKind.CLOCK_HOURS, 24, "Рішення виконкому", is_statutory=False)
    law = limit(LimitKind.CLOCK_HOURS, 24, "КМУ 1145")
    asked = category(Urgency.EMERGENCY, 24)
    assert due("2026-03-02 10:00", asked, local_rule, law).limit == law
    assert due("2026-03-02 10:00", asked, local_rule).limit is None


def test_working_days_leave_out_the_day_of_receipt_and_days_off() -> None:
    three = limit(LimitKind.WORKING_DAYS, 3)
    found = due("2026-03-05 10:00", category(Urgency.ROUTINE, 720), three)
    assert shown(found.due_at) == "2026-03-10 23:59:59"
    assert found.kind is LimitKind.WORKING_DAYS


def test_a_formal_appeal_is_bound_by_the_law_and_not_by_the_local_term() -> None:
    month = limit(LimitKind.CALENDAR_DAYS, 30, APPEALS_LAW, LegalRegime.FORMAL_APPEAL)
    urgent_by_regulation = category(Urgency.ROUTINE, 72)
    found = due("2026-03-02 10:00", urgent_by_regulation, month, regime=LegalRegime.FORMAL_APPEAL)
    assert shown(found.due_at) == "2026-04-01 23:59:59"
    assert found.limit == month
    assert due("2026-03-02 10:00", urgent_by_regulation, month).limit is None


def test_a_formal_appeal_that_ends_on_a_day_off_moves_to_the_next_working_day() -> None:
    fortnight = limit(LimitKind.CALENDAR_DAYS, 15, APPEALS_LAW, LegalRegime.FORMAL_APPEAL)
    found = due("2026-02-28 10:00", category(Urgency.ROUTINE, 72), fortnight, regime=LegalRegime.FORMAL_APPEAL)
    assert shown(found.due_at) == "2026-03-16 23:59:59"


def test_an_open_manhole_is_urgent_also_in_a_formal_appeal() -> None:
    month = limit(LimitKind.CALENDAR_DAYS, 30, APPEALS_LAW, LegalRegime.FORMAL_APPEAL)
    found = due("2026-03-02 10:00", category(Urgency.CRITICAL, 3), month, regime=LegalRegime.FORMAL_APPEAL)
    assert shown(found.due_at) == "2026-03-02 13:00:00"


def test_where_no_term_is_set_the_general_term_of_the_law_holds() -> None:
    assert shown(due("2026-03-02 10:00", category(Urgency.ROUTINE, 0)).due_at) == "2026-04-01 23:59:59"


def test_attention_begins_when_a_quarter_of_the_term_is_left() -> None:
    found = due("2026-03-02 10:00", category(Urgency.EMERGENCY, 24))
    assert shown(found.attention_at) == "2026-03-03 04:00:00"


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-03-05 00:00", ExpectedDay.TODAY),
        ("2026-03-04 23:59", ExpectedDay.TOMORROW),
        ("2026-03-03 12:00", ExpectedDay.DATE),
        ("2026-03-06 00:00", ExpectedDay.DATE),
    ],
)
def test_the_caller_is_told_the_day_as_people_say_it(now: str, day: ExpectedDay) -> None:
    found = due("2026-03-02 09:15", category(Urgency.ROUTINE, 72))
    told = expected(found, at(now))
    assert (told.by, told.day, told.source) == (found.due_at, day, "")


def test_the_caller_is_told_which_act_binds() -> None:
    power = limit(LimitKind.CLOCK_HOURS, 22, "НКРЕКП 375/2018")
    found = due("2026-03-02 10:00", category(Urgency.EMERGENCY, 24), power)
    assert expected(found, at("2026-03-02 10:00")).source == "НКРЕКП 375/2018"


def test_a_calendar_without_a_working_day_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        WorkCalendar(Calendar(id=CALENDAR_ID, name="порожній", weekly=(False,) * 7))


def test_a_day_listed_both_on_and_off_is_worked() -> None:
    assert work_calendar(days_off=("2026-03-07",), days_on=("2026-03-07",)).is_working(date(2026, 3, 7))


limits_drawn = st.lists(
    st.builds(
        limit,
        kind=st.sampled_from(LimitKind),
        amount=st.integers(0, 60),
        regime=regimes,
        category_id=st.sampled_from([None, GROUP.id]),
        is_statutory=st.booleans(),
    ),
    max_size=4,
)
categories_drawn = st.builds(category, st.sampled_from(Urgency), st.integers(0, 1000))
dates_drawn = st.dates(date(2020, 1, 1), date(2036, 12, 31))
calendars_drawn = st.builds(
    lambda off, on: work_calendar(tuple(map(str, off)), tuple(map(str, on))),
    st.lists(dates_drawn, max_size=20),
    st.lists(dates_drawn, max_size=5),
)


@given(instants, categories_drawn, limits_drawn, calendars_drawn, regimes)
def test_due_and_attention_never_come_before_receipt(
    received: Instant, asked: Category, limits: list[Limit], calendar: WorkCalendar, regime: LegalRegime
) -> None:
    found = due_at(received, asked, (GROUP,), limits, calendar, regime)
    assert received <= found.attention_at <= found.due_at
    assert found.due_at - found.attention_at <= (found.due_at - received) / 4


@given(instants, st.integers(0, 3 * 24 * HOUR), categories_drawn, limits_drawn, calendars_drawn, regimes)
def test_what_is_received_later_is_never_due_earlier(
    received: Instant,
    later_by: int,
    asked: Category,
    limits: list[Limit],
    calendar: WorkCalendar,
    regime: LegalRegime,
) -> None:
    early = due_at(received, asked, (GROUP,), limits, calendar, regime)
    late = due_at(received + later_by, asked, (GROUP,), limits, calendar, regime)
    assert early.due_at <= late.due_at


@given(instants, categories_drawn, limits_drawn, calendars_drawn, regimes, limits_drawn)
def test_one_more_limit_never_loosens_a_term_that_limits_already_bind(
    received: Instant,
    asked: Category,
    limits: list[Limit],
    calendar: WorkCalendar,
    regime: LegalRegime,
    more: list[Limit],
) -> None:
    before = due_at(received, asked, (GROUP,), limits, calendar, regime)
    after = due_at(received, asked, (GROUP,), [*limits, *more], calendar, regime)
    assert before.limit is None or after.due_at <= before.due_at


@given(
    instants,
    st.sampled_from(sorted(set(Urgency) - PRESSING)),
    st.integers(24, 1000),
    calendars_drawn,
    limits_drawn,
)
def test_a_routine_term_always_ends_with_a_working_day(
    received: Instant, urgency: Urgency, hours: int, calendar: WorkCalendar, limits: list[Limit]
) -> None:
    day_limits = [found for found in limits if found.kind is not LimitKind.CLOCK_HOURS]
    found = due_at(received, category(urgency, hours), (GROUP,), day_limits, calendar, LegalRegime.OPERATIONAL)
    end = local(found.due_at)
    assert end.time() == time(23, 59, 59) or found.due_at == received  # received in the day's very last second
    assert calendar.is_working(end.date())
    assert end.date() >= local(received).date()


@given(st.sampled_from(["2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"]), st.integers(-90, 90))
def test_a_day_of_a_clock_change_still_ends_at_its_last_second(changed_on: str, minutes: int) -> None:
    received = at(f"{changed_on} 03:00") + minutes * MINUTE
    found = due_at(received, category(Urgency.ROUTINE, 24), (GROUP,), (), work_calendar(), LegalRegime.OPERATIONAL)
    monday = date.fromisoformat(changed_on) + timedelta(days=1)
    assert shown(found.due_at) == f"{monday} 23:59:59"
