"""The gate before log and records: open only inside the feed's own transaction.

PostgreSQL's triggers ask a setting of the transaction, which the statements that take and leave the head switch on
their way; SQLite's ask a function of the connection.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, func

OPEN = func.set_config("centre.in_feed", "on", True)  # True: until the transaction ends
SHUT = func.set_config("centre.in_feed", "off", True)


@contextmanager
def in_feed(connection: Connection) -> Iterator[None]:
    """Let this connection to SQLite change the log and the records while inside."""
    connection.info["in_feed"] = True
    try:
        yield
    finally:
        connection.info["in_feed"] = False
