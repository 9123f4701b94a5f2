"""Desks: workplaces, and the invitation by which a device becomes one's."""

from sqlalchemy import Connection, select

from central.devices import invite
from central.feed.clerk import publish
from central.feed.draft import Draft
from central.feed.validation import document
from central.schema import record
from protocol.events import EventKind, RecordSet
from protocol.ids import new_id
from protocol.records import Desk
from protocol.times import Instant


def invite_device(connection: Connection, name: str, extension: str, now: Instant) -> str:
    """Return a one-time code for a device of the desk of this name, which is made when there is none."""
    statement = select(record.c.id).where(record.c.kind == "desk", record.c.doc["name"].as_string() == name)
    desk_id = connection.execute(statement).scalar()
    if desk_id is None:
        desk = Desk(id=new_id(now), name=name, extension=extension)
        draft = Draft(
            kind=EventKind.SYSTEM,
            op_id=new_id(now),
            type="desk.add",
            occurred_ms=now,
            sets=(RecordSet("desk", desk.id, document(desk)),),
        )
        publish(connection, [draft], now)
        desk_id = desk.id
    return invite(connection, desk_id, now)
