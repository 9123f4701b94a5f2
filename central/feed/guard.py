"""The gate before log and records: open only inside the feed's own transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

_OPEN = text("SELECT set_config('centre.in_feed', 'on', true)")  # true: until the transaction ends
_SHUT = text("SELECT set_config('centre.in_feed', 'off', true)")


@contextmanager
def in_feed(connection: Connection) -> Iterator[None]:
    """Let this transaction change the log and the records while inside."""
    if connection.dialect.name == "postgresql":
        connection.execute(_OPEN)
        yield
        connection.execute(_SHUT)  # not after an error: the transaction is lost with its setting
    else:
        connection.info["in_feed"] = True
        try:
            yield
        finally:
            connection.info["in_feed"] = False
