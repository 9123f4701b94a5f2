"""Instants of the protocol and how they are shown.

An instant is an int: milliseconds since the Unix epoch, UTC. Everything is stored and sent so; people see Europe/Kyiv
(product rule 13).
"""

from datetime import UTC, datetime, timedelta
from typing import Protocol, TypeAlias
from zoneinfo import ZoneInfo

Instant: TypeAlias = int

KYIV = ZoneInfo("Europe/Kyiv")
SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Clock(Protocol):
    """Tells the time; a test puts its own in place."""

    def now(self) -> Instant:
        """Return the present instant."""
        ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> Instant:
        """Return the present instant by the machine's clock."""
        return instant(datetime.now(UTC))


def instant(moment: datetime) -> Instant:
    """Return the instant of an aware datetime, exact to the millisecond."""
    return (moment - _EPOCH) // _MILLISECOND


def local(moment: Instant) -> datetime:
    """Return the aware Europe/Kyiv datetime of an instant."""
    return (_EPOCH + timedelta(milliseconds=moment)).astimezone(KYIV)
