"""Instants read as people say them, in Europe/Kyiv."""

import pytest

from console.ui import moments
from protocol.times import DAY, HOUR, MINUTE, SECOND
from tests.desk import NOON

WINTER_CHANGE = 1_792_886_400_000
"""25 October 2026, 00:00 UTC: an hour before clocks go back in Kyiv."""


def test_a_stamp_has_the_whole_year_and_kyiv_time() -> None:
    assert moments.stamp(NOON) == "23.11.2026 12:00"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (NOON + 6 * HOUR, "today 18:00"),
        (NOON - 3 * HOUR, "today 09:00"),
        (NOON + 12 * HOUR, "tomorrow 00:00"),
        (NOON - 13 * HOUR, "yesterday 23:00"),
        (NOON + 2 * DAY, "25.11 12:00"),
        (NOON - 400 * DAY, "19.10.2025 13:00"),
    ],
)
def test_a_day_is_named_only_as_far_as_needed(moment: int, said: str) -> None:
    assert moments.day_and_time(moment, NOON) == said


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (0, "0 min"),
        (20 * MINUTE + 59 * SECOND, "20 min"),
        (HOUR, "1 h"),
        (HOUR + 20 * MINUTE, "1 h 20 min"),
        (3 * DAY + 4 * HOUR + 5 * MINUTE, "3 d 4 h"),
        (2 * DAY + 5 * MINUTE, "2 d"),
        (12 * DAY + 4 * HOUR, "12 d"),
        (-20 * SECOND, "0 min"),
        (-4 * HOUR - 12 * MINUTE, "−4 h 12 min"),
    ],
)
def test_the_time_left_is_said_in_its_two_largest_units(left: int, said: str) -> None:
    assert moments.time_left(NOON + left, NOON) == said


def test_the_hour_that_comes_twice_is_shown_as_clocks_show_it() -> None:
    assert moments.clock_time(WINTER_CHANGE) == "03:00"
    assert moments.clock_time(WINTER_CHANGE + HOUR) == "03:00"
