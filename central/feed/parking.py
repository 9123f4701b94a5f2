"""Parked operations: what they wait for, kept beside the log."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import msgspec
from sqlalchemy import Connection, bindparam, delete, exists, select, tuple_, update

from central.feed.slate import KEYS_AT_ONCE, Key
from central.schema import log, parked, record
from protocol.events import EventBody


@dataclass(frozen=True, slots=True)
class Parked:
    """An operation that waits; `raw` is the operation as it was sent."""

    op_id: UUID
    device: UUID | None
    raw: bytes


def waiting_for(connection: Connection, keys: Iterable[Key]) -> dict[Key, list[UUID]]:
    """Return the parked operations that wait for one of these records, in the order they came."""
    found: dict[Key, list[UUID]] = {}
    wanted = list(set(keys))
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        chunk = wanted[start : start + KEYS_AT_ONCE]
        for kind, record_id, op_id in connection.execute(_WAITING, {"keys": chunk}):
            found.setdefault((kind, record_id), []).append(op_id)
    return found


def overdue(connection: Connection) -> list[UUID]:
    """Return the parked operations whose type was not known, or whose record is here."""
    is_here = exists().where(record.c.kind == parked.c.waits_kind, record.c.id == parked.c.waits_id)
    statement = select(parked.c.op_id).where(parked.c.waits_kind.is_(None) | is_here).order_by(parked.c.seq)
    return list(connection.execute(statement).scalars())


def read_parked(connection: Connection, op_id: UUID) -> Parked | None:
    """Return a parked operation as its event holds it, locked; None when another transaction released it."""
    row = connection.execute(_EVENT, {"op": op_id}).one_or_none()
    return (
        None if row is None else Parked(op_id, row.device_id, bytes(msgspec.json.decode(row.body, type=EventBody).op))
    )


def park(connection: Connection, waits: dict[UUID, tuple[int, Key | None]]) -> None:
    """Keep what these operations wait for, by the seq of their parked events."""
    rows = [
        {"op_id": op_id, "seq": seq, "waits_kind": key and key[0], "waits_id": key and key[1]}
        for op_id, (seq, key) in waits.items()
    ]
    if rows:
        connection.execute(parked.insert(), rows)


def park_again(connection: Connection, waits: dict[UUID, Key | None]) -> None:
    """Keep what else these operations wait for."""
    rows = [{"op": op_id, "kind": key and key[0], "id": key and key[1]} for op_id, key in waits.items()]
    if rows:
        connection.execute(_WAIT_ON, rows)


def unpark(connection: Connection, op_ids: Iterable[UUID]) -> None:
    """Forget that these operations wait."""
    rows = [{"op": op_id} for op_id in op_ids]
    if rows:
        connection.execute(_UNPARK, rows)


def is_any_here(connection: Connection, keys: Iterable[Key]) -> bool:
    """Tell whether one of these records has been committed by now."""
    wanted = list(keys)
    return bool(wanted) and connection.execute(_HERE, {"keys": wanted}).first() is not None


_WAITING = (
    select(parked.c.waits_kind, parked.c.waits_id, parked.c.op_id)
    .where(tuple_(parked.c.waits_kind, parked.c.waits_id).in_(bindparam("keys", expanding=True)))
    .order_by(parked.c.seq)
)
_EVENT = (
    select(log.c.device_id, log.c.body)
    .join(parked, parked.c.seq == log.c.seq)
    .where(parked.c.op_id == bindparam("op"))
    .with_for_update(of=parked)
)
_WAIT_ON = (
    update(parked)
    .where(parked.c.op_id == bindparam("op"))
    .values(waits_kind=bindparam("kind"), waits_id=bindparam("id"))
)
_UNPARK = delete(parked).where(parked.c.op_id == bindparam("op"))
_HERE = select(record.c.id).where(tuple_(record.c.kind, record.c.id).in_(bindparam("keys", expanding=True))).limit(1)
