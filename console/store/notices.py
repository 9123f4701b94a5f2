"""What this desk's people must be told of their own acts: those the centre refused."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, select, update

from console.models import JournalOperation, Notice
from protocol.operations import Operation, decode_operation
from protocol.problems import Problem
from protocol.times import Instant


class RefusedAct(NamedTuple):
    """An operation the centre refused, and why; it stays in the journal."""

    operation: Operation
    problem: Problem
    raised_at: Instant

    @property
    def number(self) -> str:
        """The number of the ticket the act would have registered, or nothing."""
        numbers = (change.set.get("number") for change in self.operation.changes if change.record == "ticket")
        return str(next(numbers, "") or "")


def unseen(connection: Connection) -> list[RefusedAct]:
    """Return the refused acts nobody has seen yet, oldest first."""
    statement = (
        select(JournalOperation.body, Notice.problem, Notice.raised_at)
        .join(JournalOperation, JournalOperation.op_id == Notice.op_id)
        .where(Notice.seen_at.is_(None))
        .order_by(JournalOperation.n)
    )
    return [RefusedAct(decode_operation(row.body), row.problem, row.raised_at) for row in connection.execute(statement)]


def mark_seen(connection: Connection, op_id: UUID, now: Instant) -> None:
    """Note that a person has read of it."""
    connection.execute(update(Notice).where(Notice.op_id == op_id).values(seen_at=now))
