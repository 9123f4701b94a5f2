"""Number series: leased to one device, never to a second (protocol, Numbers)."""

from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from central.feed.numbering import CENTRE_SERIES, highest_serial, year_of
from central.schema import series
from protocol.times import Instant
from protocol.wire import SeriesLease, SeriesState

CODES = tuple(f"{number:03d}" for number in range(1000) if f"{number:03d}" != CENTRE_SERIES)


class SeriesExhausted(RuntimeError):
    """Every series is leased."""


def lease(connection: Connection, device_id: UUID, now: Instant) -> tuple[SeriesLease, ...]:
    """Lease a new device its active and its spare series.

    Two devices enrolled at once may choose the same code: the primary key refuses the second, which tries again.
    Raises SeriesExhausted.
    """
    taken = set(connection.execute(select(series.c.code)).scalars())
    free = (code for code in CODES if code not in taken)
    try:
        rows = [
            {"code": next(free), "device_id": device_id, "state": state.value, "leased_ms": now}
            for state in (SeriesState.ACTIVE, SeriesState.SPARE)
        ]
    except StopIteration:
        raise SeriesExhausted("Every number series is leased.") from None
    connection.execute(series.insert(), rows)
    return leases(connection, device_id, now)


def leases(connection: Connection, device_id: UUID, now: Instant) -> tuple[SeriesLease, ...]:
    """Return a device's series with the first serial that no accepted ticket of this year has."""
    year = year_of(now)
    rows = connection.execute(_OF_DEVICE, {"device": device_id}).all()
    return tuple(
        SeriesLease(code, SeriesState(state), year, highest_serial(connection, year, code) + 1) for code, state in rows
    )


_OF_DEVICE = (
    select(series.c.code, series.c.state)
    .where(series.c.device_id == bindparam("device"), series.c.state.in_([state.value for state in SeriesState]))
    .order_by(series.c.state)  # the active one first
)
