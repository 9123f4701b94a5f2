"""Reading the log after a cursor: pages whose past is proven (protocol rule 2)."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from central.database import Database
from central.feed.head import Head, read_head
from central.problems import body_invalid, cursor_unknown
from central.schema import log
from protocol.cursor import START, Cursor
from protocol.problems import FieldProblem
from protocol.wire import PAGE_SIZE


@dataclass(frozen=True, slots=True)
class Page:
    """Events after a cursor as they are sent; `events` is their JSON, joined by commas."""

    start: Cursor
    next: Cursor
    head: Head
    events: bytes

    @property
    def is_empty(self) -> bool:
        """Whether nothing came after the cursor."""
        return not self.events

    @property
    def has_more(self) -> bool:
        """Whether the log goes on after this page."""
        return self.next.seq < self.head.seq

    @property
    def is_final(self) -> bool:
        """Whether no later event can ever belong to this page."""
        return not self.is_empty and self.next.seq % PAGE_SIZE == 0

    def body(self) -> bytes:
        """Return the page as the body of an answer; the events' stored text goes in as it is."""
        more = b"true" if self.has_more else b"false"
        head, next_, start = self.head, str(self.next).encode(), str(self.start).encode()
        return b'{"from":"%b","next":"%b","head":%d,"durable_seq":%d,"more":%b,"events":[%b]}' % (
            start,
            next_,
            head.seq,
            head.durable_seq,
            more,
            self.events,
        )


def read_page(database: Database, after: Cursor, limit: int = PAGE_SIZE) -> Page:
    """Return what the log has after a cursor: up to the next multiple of the page size, so that pages coincide.

    Raises ProblemRaised (409) when the cursor is of another epoch or its chain value is not the log's.
    """
    with database.read() as connection:
        head = read_head(connection)
        _prove(connection, after, head)
        page_end = (after.seq // PAGE_SIZE + 1) * PAGE_SIZE
        last = min(after.seq + limit, page_end, head.seq)
        rows = connection.execute(_EVENTS, {"after": after.seq, "last": last}).all() if last > after.seq else []
    reached = Cursor(head.epoch, rows[-1].seq, rows[-1].chain) if rows else after._replace(epoch=head.epoch)
    events = ",".join(
        f'{{"seq":{seq},"chain":"{chain.hex()}","kind":"{kind}","op_id":"{op_id}","body":{body}}}'
        for seq, chain, kind, op_id, body in rows
    )
    return Page(after, reached, head, events.encode())


def read_cursor(text: str) -> Cursor:
    """Return the cursor of a text.

    Raises ProblemRaised (400) when it is none.
    """
    try:
        return Cursor.parse(text)
    except ValueError:
        raise body_invalid("This is no cursor.", FieldProblem("/query/after", "invalid")) from None


def _prove(connection: Connection, after: Cursor, head: Head) -> None:
    if after == START:
        return
    if after.epoch != head.epoch or after.seq > head.seq:
        raise cursor_unknown(f"The log is at e{head.epoch}.{head.seq}.")
    chain = START.chain if after.seq == 0 else connection.execute(_CHAIN, {"seq": after.seq}).scalar_one()
    if chain != after.chain:
        raise cursor_unknown(f"The log has another past at {after.seq}.")


_CHAIN = select(log.c.chain).where(log.c.seq == bindparam("seq"))
_EVENTS = (
    select(log.c.seq, log.c.chain, log.c.kind, log.c.op_id, log.c.body)
    .where(log.c.seq > bindparam("after"), log.c.seq <= bindparam("last"))
    .order_by(log.c.seq)
)
