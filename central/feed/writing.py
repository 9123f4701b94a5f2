"""Writing a slate: the one place where events get their order (protocol, At the centre).

The head of the log is taken last, after everything that can be made ready before it: until the transaction commits
nobody else may append, so the order of commits is the order of the log and no reader ever skips a seq.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, func, update

from central.feed.draft import Draft
from central.feed.guard import OPEN, SHUT, in_feed
from central.feed.head import Head
from central.feed.slate import Key, Row, Slate, Stamp
from central.schema import feed_head, log, record
from protocol.events import EventBody, encode_body, next_chain
from protocol.hybrid_clock import MAX_AHEAD
from protocol.times import Instant

CHANNEL = "centre_feed"
"""What PostgreSQL's LISTEN hears after each append; only a doorbell, the truth is the log."""


@dataclass(frozen=True, slots=True)
class Appended:
    """Where the drafts stand in the log: from `first` to the head after them."""

    first: int
    head: Head

    @property
    def last(self) -> int:
        """The seq of the last draft."""
        return self.head.seq


def append(connection: Connection, drafts: Iterable[Draft], now: Instant) -> Appended:
    """Give the centre's own drafts their place: write their sets to the records and their events to the log.

    Belongs at the end of a transaction: it takes the head of the log, which everyone else waits for.
    """
    slate = Slate(connection)
    drafts = list(drafts)
    slate.load(((change.record, change.id) for draft in drafts for change in draft.sets), lock=True)
    for draft in drafts:
        slate.lay(draft, min(draft.occurred_ms, now + MAX_AHEAD))
    return write(slate, now)


def write(slate: Slate, now: Instant) -> Appended:
    """Write the slate's drafts and records in the order they were laid."""
    connection = slate.connection
    bodies = [_body(draft, now) for draft in slate.drafts]
    with in_feed(connection):
        is_postgresql = connection.dialect.name == "postgresql"
        head = connection.execute(_TAKE_HEAD_OPENING if is_postgresql else _TAKE_HEAD, {"count": len(bodies)}).one()
        first, chain = head.seq - len(bodies) + 1, head.chain
        events = []
        for seq, (draft, body) in enumerate(zip(slate.drafts, bodies, strict=True), first):
            chain = next_chain(chain, seq, draft.kind, draft.op_id, body)
            events.append(_event(seq, chain, draft, body, now))
        created = [_values(key, row, first) for key, row in slate.changed.items() if not row.is_stored]
        edited = [_values(key, row, first, "_") for key, row in slate.changed.items() if row.is_stored]
        if created:
            connection.execute(_INSERT_RECORD, created)
        if edited:
            connection.execute(_UPDATE_RECORD, edited)
        if events:
            connection.execute(_INSERT_EVENT, events)
        if is_postgresql:
            connection.execute(_MOVE_HEAD_SHUTTING, {"link": chain, "notice": str(head.seq)})
        else:
            connection.execute(_MOVE_HEAD, {"link": chain})
    return Appended(first, Head(head.epoch, head.seq, chain, head.durable_seq))


_TAKE_HEAD = (
    update(feed_head)
    .where(feed_head.c.id == 1)
    .values(seq=feed_head.c.seq + bindparam("count"))
    .returning(feed_head.c.epoch, feed_head.c.seq, feed_head.c.chain, feed_head.c.durable_seq)
)
_MOVE_HEAD = update(feed_head).where(feed_head.c.id == 1).values(chain=bindparam("link"))
# On PostgreSQL each statement is a way there and back while everybody waits: gate and doorbell ride along.
_TAKE_HEAD_OPENING = _TAKE_HEAD.returning(OPEN)
_MOVE_HEAD_SHUTTING = _MOVE_HEAD.returning(SHUT, func.pg_notify(CHANNEL, bindparam("notice")))
_INSERT_EVENT = log.insert()
_INSERT_RECORD = record.insert()
_UPDATE_RECORD = (
    update(record)
    .where(record.c.kind == bindparam("kind_"), record.c.id == bindparam("id_"))
    .values(rev=bindparam("rev_"), doc=bindparam("doc_"), field_revs=bindparam("field_revs_"))
)


def _body(draft: Draft, now: Instant) -> bytes:
    return encode_body(
        EventBody(
            type=draft.type,
            v=draft.v,
            actor=draft.actor,
            device=draft.device,
            n=draft.n,
            occurred_ms=draft.occurred_ms,
            recorded_ms=now,
            sets=draft.sets,
            problem=draft.problem,
            op=msgspec.Raw(draft.op or b"null"),
        )
    )


def _event(seq: int, chain: bytes, draft: Draft, body: bytes, now: Instant) -> dict[str, Any]:
    return {
        "seq": seq,
        "chain": chain,
        "op_id": draft.op_id,
        "kind": draft.kind.value,
        "type": draft.type,
        "device_id": draft.device,
        "actor_id": draft.actor,
        "occurred_ms": draft.occurred_ms,
        "recorded_ms": now,
        "op_hash": draft.op_hash,
        "body": body.decode(),
    }


def _values(key: Key, row: Row, first: int, mark: str = "") -> dict[str, Any]:
    """Return the column values of a record; `mark` keeps the names of an update's apart from its columns'."""
    stamps = {field: _settled(stamp, first) for field, stamp in row.stamps.items()}
    values = {
        "kind": key[0],
        "id": key[1],
        "rev": max(stamp[0] for stamp in stamps.values()),
        "doc": row.doc,
        "field_revs": stamps,
    }
    return {name + mark: value for name, value in values.items()}


def _settled(stamp: Stamp, first: int) -> Stamp:
    """Return the stamp with its draft's place replaced by the seq it got."""
    return stamp if stamp.rev > 0 else stamp._replace(rev=first - stamp.rev - 1)
