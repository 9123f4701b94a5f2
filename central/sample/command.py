"""Filling a centre with the sample city: `contact-central sample --years 1 --per-year 115000 --seed 1`."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TextIO

from central.feed.draft import Draft
from central.sample.city import City, build_city
from central.sample.dice import Dice
from central.sample.drafts import make_draft
from central.sample.history import CONSULTATIONS, DAYS_A_YEAR, history
from central.sample.people import build_people
from central.sample.staff import ACCOUNTS, DESKS
from protocol.operations import OperationType
from protocol.times import DAY, KYIV, Instant, instant

SAMPLE_LOADED = "sample.loaded"
"""Type of the first event of the sample: whoever finds it in a feed says that the data are made up."""

_RECORDS_AN_EVENT = 100
_DRAFTS_AT_ONCE = 500
_TICKETS_A_CALLER = 4


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give a parser the options of the sample."""
    parser.add_argument("--years", type=int, default=1, help="whole years of work (default: %(default)s)")
    parser.add_argument("--per-year", type=int, default=115_000, help="tickets a year (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same city (default: %(default)s)")
    parser.add_argument(
        "--consultations", type=float, default=CONSULTATIONS, help="talks for each ticket (default: %(default).2f)"
    )
    parser.add_argument("--until", type=date.fromisoformat, help="last day, as 2026-01-31 (default: now)")


def end_of(until: date | None, now: Instant) -> Instant:
    """Return when a history that lasts until that day ends; without a day, now."""
    if until is None:
        return now
    return instant(datetime.combine(until + timedelta(days=1), time.min, KYIV))


def sample(years: int, per_year: int, seed: int, end: Instant, consultations: float = CONSULTATIONS) -> Iterator[Draft]:
    """Yield every event of the sample: the mark, what the city has, who works there, and the years of work."""
    city = build_city(seed)
    people = build_people(city, per_year * years // _TICKETS_A_CALLER + 1, seed)
    yield from _beginnings(city, seed, end - (years * DAYS_A_YEAR + 1) * DAY)
    yield from history(city, people, years, per_year, seed, end, consultations)


def load(
    append: Callable[[Sequence[Draft]], object],
    *,
    years: int,
    per_year: int,
    seed: int,
    end: Instant,
    consultations: float = CONSULTATIONS,
    progress: TextIO = sys.stderr,
) -> int:
    """Hand the sample to `append` in chunks, tell the progress, and return the number of events.

    The centre must be empty: loaded twice, the same seed would make the same events again.
    """
    drafts = sample(years, per_year, seed, end, consultations)
    wanted = years * per_year
    events = tickets = told = 0
    while chunk := list(islice(drafts, _DRAFTS_AT_ONCE)):
        append(chunk)
        events += len(chunk)
        tickets += sum(draft.type == OperationType.TICKET_REGISTER for draft in chunk)
        if tickets * 100 // wanted != told:
            told = tickets * 100 // wanted
            progress.write(f"\r{told} %: {tickets} of {wanted} tickets, {events} events")
            progress.flush()
    progress.write("\n")
    return events


def _beginnings(city: City, seed: int, at: Instant) -> Iterator[Draft]:
    dice = Dice(seed, "beginnings")
    yield make_draft(SAMPLE_LOADED, at, None, dice, [])
    records = iter((*city.records, *ACCOUNTS, *DESKS))
    while chunk := list(islice(records, _RECORDS_AN_EVENT)):
        yield make_draft("reference.import", at, None, dice, chunk)
