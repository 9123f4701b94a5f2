"""The head of the log: how far it has come."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from central.schema import feed_head


@dataclass(frozen=True, slots=True)
class Head:
    """Epoch, last seq and its chain value; a verified backup covers the log up to `durable_seq`."""

    epoch: int
    seq: int
    chain: bytes
    durable_seq: int


def read_head(connection: Connection) -> Head:
    """Return the head as committed."""
    return Head(*connection.execute(_HEAD).one())


_HEAD = select(feed_head.c.epoch, feed_head.c.seq, feed_head.c.chain, feed_head.c.durable_seq).where(
    feed_head.c.id == 1
)
