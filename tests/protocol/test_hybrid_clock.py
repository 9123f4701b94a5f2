"""Hybrid times never run backwards on a desk, and a desk's clock never decides too much."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.hybrid_clock import MAX_AHEAD, HybridTime, effective_ms
from protocol.times import Instant

instants = st.integers(0, 2**48)
hybrid_times = st.builds(HybridTime, instants, st.integers(0, 0xFFFF))


@given(hybrid_times)
def test_a_hybrid_time_survives_its_text(time: HybridTime) -> None:
    assert HybridTime.parse(str(time)) == time


@given(hybrid_times, hybrid_times)
def test_text_order_is_time_order(one: HybridTime, other: HybridTime) -> None:
    assert (str(one) < str(other)) is (one < other)


@given(hybrid_times, st.lists(instants, max_size=30))
def test_each_tick_is_later_also_when_the_clock_runs_backwards(start: HybridTime, clock: list[Instant]) -> None:
    ticks = [start]
    for now in clock:
        ticks.append(ticks[-1].tick(now))
    assert all(earlier < later for earlier, later in pairwise(ticks))


@given(instants, st.integers(1, 10**6))
def test_a_tick_follows_a_clock_that_runs_on(start: Instant, passed: int) -> None:
    assert HybridTime(start, 9).tick(start + passed) == HybridTime(start + passed, 0)


@given(hybrid_times, instants)
def test_a_time_far_in_the_future_counts_as_a_little_ahead(stated: HybridTime, recorded: Instant) -> None:
    effective = effective_ms(str(stated), recorded)
    assert effective <= recorded + MAX_AHEAD
    assert effective == stated.wall or stated.wall > recorded + MAX_AHEAD


@given(instants, st.integers(0, MAX_AHEAD))
def test_a_time_in_the_past_counts_as_stated(recorded: Instant, ahead: int) -> None:
    assert effective_ms(str(HybridTime(recorded + ahead, 3)), recorded) == recorded + ahead
    assert effective_ms(str(HybridTime(0, 0)), recorded) == 0


@pytest.mark.parametrize("text", ["", "yesterday", "000001931f2c4d5e", "-0001-0000", "000001931f2c4d5e-0003-1", "12-"])
def test_a_text_that_is_no_time_counts_as_recorded_now(text: str) -> None:
    assert effective_ms(text, 1_700_000_000_000) == 1_700_000_000_000


@given(st.text(), instants)
def test_no_stated_text_ever_fails_or_reaches_beyond_the_clamp(stated: str, recorded: Instant) -> None:
    assert effective_ms(stated, recorded) <= recorded + MAX_AHEAD
