"""When people call about what: shares of categories, seasons, hours, bad weather and failures many neighbours report.

Reads `demand.csv`, `seasons.csv` and `hours.csv` of the sample city. A day's wave belongs to its season, a storm or a
snowfall takes part of some categories for itself, and a failure brings calls from the houses that hang on it.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from central.sample.city import City
from central.sample.dice import Dice, Weights
from protocol.records import House
from protocol.times import DAY, HOUR, KYIV, MINUTE, Instant, instant
from protocol.vocabulary import HouseKind
from resources import path

_WEEKDAYS = (1.15, 1.1, 1.05, 1.0, 1.0, 0.8, 0.7)  # Monday first; calls of the working day only
_WEATHER_DAYS = {"wind": ("storm", 10), "snow": ("snow", 12)}  # season, days a year
_WEATHER_HOURS = (0.0, 0.7, 1.5, 2.5, 4.0, 6.0, 9.0, 14.0)  # quantiles of calls after it begins
_BURST_SIZES = (2, 4, 6, 9, 13, 20, 35, 60)
_BURST_MINUTES = (0.0, 6.0, 14.0, 25.0, 40.0, 70.0, 130.0, 300.0)


class Demand(NamedTuple):
    """How people call about one category."""

    category: str  # code
    share_percent: float
    season: str
    hours: str
    place: str  # flat, house, yard, lift, street or nowhere: whose problem it is
    weather: str  # wind, snow or empty
    weather_percent: float  # of its tickets
    burst: str  # heat_point, substation, street or empty: what a failure strikes
    burst_percent: float


class Occasion(NamedTuple):
    """Someone is about to call."""

    at: Instant
    demand: Demand
    house: House | None  # struck by a failure; None: whose problem it is remains open


class Period(NamedTuple):
    """Whole days up to an instant of the last one or its end."""

    first: date
    days: int  # at most a year
    end: Instant


class Calendar:
    """The days of a period and how calls spread over them."""

    def __init__(self, period: Period) -> None:
        self._days = [period.first + timedelta(days=count) for count in range(period.days)]
        self._midnights = [instant(datetime.combine(day, time.min, KYIV)) for day in self._days]
        seasons = _table("seasons.csv")
        self._seasons = {
            (name, hours): Weights.of(
                [months[day.month - 1] * (_WEEKDAYS[day.weekday()] if hours == "day" else 1) for day in self._days]
            )
            for name, months in seasons.items()
            for hours in ("day", "any")
        }
        self._hours = {name: Weights.of(weights) for name, weights in _table("hours.csv").items()}

    def spread(self, demand: Demand, count: int, dice: Dice) -> Iterator[Instant]:
        """Yield this many instants, spread as the season and the hours ask."""
        days = self._of_season(demand)
        for place in range(count):
            midnight = self._midnights[days.at((place + dice.unit()) / count)]
            yield midnight + dice.weighted(self._hours[demand.hours]) * HOUR + int(dice.unit() * HOUR)

    def weather(self, kind: str, dice: Dice) -> list[Instant]:
        """Return when bad weather of a kind begins."""
        season, a_year = _WEATHER_DAYS[kind]
        days = self._seasons[season, "any"]
        count = max(1, a_year * len(self._days) // 365)
        return [self._midnights[dice.weighted(days)] + dice.between(0, 14) * HOUR for _ in range(count)]

    def _of_season(self, demand: Demand) -> Weights:
        weights = self._seasons[demand.season, "day" if demand.hours == "day" else "any"]
        return weights if weights.sums[-1] > 0 else self._seasons["even", "any"]


def read_demands() -> list[Demand]:
    """Return how people call about each category."""
    with path("sample_city", "demand.csv").open(encoding="utf-8", newline="") as file:
        return [
            Demand(
                row["category"],
                float(row["share_percent"]),
                row["season"],
                row["hours"],
                row["place"],
                row["weather"],
                float(row["weather_percent"]),
                row["burst"],
                float(row["burst_percent"]),
            )
            for row in csv.DictReader(file)
        ]


def occasions(city: City, demands: Sequence[Demand], period: Period, count: int, seed: int) -> list[Occasion]:
    """Return `count` occasions of a period in time order."""
    dice = Dice(seed, "demand", period.first.isoformat())
    calendar = Calendar(period)
    weather = {kind: calendar.weather(kind, dice) for kind in _WEATHER_DAYS}
    areas = _areas(city)
    found: list[Occasion] = []
    for demand, wanted in zip(demands, _counts(demands, count), strict=True):
        in_weather = int(wanted * demand.weather_percent / 100)
        in_bursts = int(wanted * demand.burst_percent / 100)
        found += _stormy(demand, weather, in_weather, dice)
        found += _bursts(demand, calendar, areas, in_bursts, dice)
        instants = calendar.spread(demand, wanted - in_weather - in_bursts, dice)
        found += [Occasion(at, demand, None) for at in instants]
    return sorted((_before(occasion, period.end) for occasion in found), key=_in_order)


def _before(occasion: Occasion, end: Instant) -> Occasion:
    """Return the occasion, on an earlier day where it falls behind the end."""
    days_behind = max(0, (occasion.at - end) // DAY + 1)
    return occasion._replace(at=occasion.at - days_behind * DAY) if days_behind else occasion


def _stormy(demand: Demand, weather: Mapping[str, Sequence[Instant]], count: int, dice: Dice) -> Iterator[Occasion]:
    for _ in range(count):
        begun = dice.pick(weather[demand.weather])
        yield Occasion(begun + int(dice.quantile(_WEATHER_HOURS) * HOUR), demand, None)


class _Areas(NamedTuple):
    """Houses by what a failure strikes: everything that hangs on one heat point, substation or street."""

    houses: Mapping[str, Sequence[House]]  # those a failure of the kind can begin at
    struck: Mapping[tuple[str, str], Sequence[House]]  # by kind and name


def _areas(city: City) -> _Areas:
    lived_in = [house for house in city.houses if house.kind is not HouseKind.PUBLIC]
    struck: dict[tuple[str, str], list[House]] = {}
    for house in lived_in:
        for kind in ("heat_point", "substation", "street"):
            struck.setdefault((kind, _area_name(kind, house)), []).append(house)
    heated = [house for house in lived_in if house.heat_point]
    return _Areas({"heat_point": heated, "substation": lived_in, "street": lived_in}, struck)


def _area_name(kind: str, house: House) -> str:
    return {"heat_point": house.heat_point, "substation": house.substation, "street": str(house.street_id)}[kind]


def _bursts(demand: Demand, calendar: Calendar, areas: _Areas, count: int, dice: Dice) -> Iterator[Occasion]:
    while count > 0:
        size = min(count, int(dice.quantile(_BURST_SIZES)))
        count -= size
        (begun,) = calendar.spread(demand, 1, dice)
        struck = areas.struck[demand.burst, _area_name(demand.burst, dice.pick(areas.houses[demand.burst]))]
        for _ in range(size):
            yield Occasion(begun + int(dice.quantile(_BURST_MINUTES) * MINUTE), demand, dice.pick(struck))


def _counts(demands: Sequence[Demand], count: int) -> list[int]:
    """Return whole numbers in the shares of the demands that add up to `count`."""
    sums = Weights.of([demand.share_percent for demand in demands]).sums
    ends = [int(count * part / sums[-1] + 0.5) for part in sums]
    return [end - begin for begin, end in zip([0, *ends], ends, strict=False)]


def _in_order(occasion: Occasion) -> Instant:
    return occasion.at


def _table(name: str) -> dict[str, list[float]]:
    with path("sample_city", name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    return {name: list(map(float, weights)) for name, *weights in rows[1:]}
