"""The outbox: how far each of this desk's operations has come on its way into the centre's log.

new → sent → accepted(seq) → confirmed, or parked, or rejected. A reply of the centre is a promise; only the log proves
it (protocol rule 3).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, case, false, func, insert, select, update

from console.models import JournalOperation, Notice
from console.models.journal import OperationState
from console.store.journal import Journal
from console.store.replica import Outcome
from protocol.cursor import Cursor
from protocol.events import EventKind
from protocol.operations import Operation, decode_operation
from protocol.problems import Problem, ProblemType
from protocol.times import Instant
from protocol.wire import OperationResult, OperationStatus

_DONE = (OperationState.CONFIRMED, OperationState.REJECTED)
_UNSENT = (OperationState.NEW, OperationState.SENT)
_STATE_AFTER = {
    EventKind.APPLIED: OperationState.CONFIRMED,
    EventKind.UNPARKED: OperationState.CONFIRMED,
    EventKind.PARKED: OperationState.PARKED,
    EventKind.REJECTED: OperationState.REJECTED,
}


@dataclass(frozen=True, slots=True)
class OutboxState:
    """What the centre has not confirmed yet."""

    pending: int
    oldest_ms: Instant | None
    parked: int
    notices: int  # rejected acts nobody at this desk has seen yet


@dataclass(frozen=True, slots=True)
class QueuedOperation:
    """An operation on its way, as the bytes that were journalled."""

    n: int
    op_id: UUID
    body: bytes
    state: OperationState
    seq: int | None

    def decoded(self) -> Operation:
        """Return the operation of the bytes."""
        return decode_operation(self.body)


class Outbox:
    """Reads and moves the journal's operations; its writing methods run on the writer thread."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def state(self) -> OutboxState:
        """Return what waits for the centre."""
        is_parked = JournalOperation.state == OperationState.PARKED
        waiting = select(
            func.count(case((~is_parked, 1))),
            func.min(case((~is_parked, JournalOperation.occurred_ms))),
            func.count(case((is_parked, 1))),
        ).where(JournalOperation.state.not_in(_DONE))
        unseen = select(func.count()).select_from(Notice).where(Notice.seen_at.is_(None))
        with self._journal.read() as connection:
            pending, oldest, parked = connection.execute(waiting).one()
            return OutboxState(pending, oldest, parked, connection.scalar(unseen) or 0)

    def to_send(self, limit: int, max_bytes: int) -> list[QueuedOperation]:
        """Return the oldest unsent operations: at least one if there is any, at most so many and so large."""
        batch: list[QueuedOperation] = []
        size = 0
        with self._journal.read() as connection:
            for row in connection.execute(_queued().where(JournalOperation.state.in_(_UNSENT)).limit(limit)):
                operation = _to_queued(row)
                size += len(operation.body) + 1
                if batch and size > max_bytes:
                    break
                batch.append(operation)
        return batch

    def unconfirmed(self) -> list[QueuedOperation]:
        """Return every operation whose outcome the log has not shown yet, in journal order."""
        with self._journal.read() as connection:
            rows = connection.execute(_queued().where(JournalOperation.state.not_in(_DONE)))
            return [_to_queued(row) for row in rows]

    def mark_sent(self, counters: Sequence[int]) -> None:
        """Note that these operations have left; an answer may or may not come."""
        with self._journal.write() as connection:
            connection.execute(
                update(JournalOperation)
                .where(JournalOperation.n.in_(counters), JournalOperation.state == OperationState.NEW)
                .values(state=OperationState.SENT)
            )

    def keep_results(self, results: Iterable[OperationResult], now: Instant) -> None:
        """Keep the centre's promises; `retry` leaves an operation to be sent again."""
        with self._journal.write() as connection:
            for result in results:
                changed = update(JournalOperation).where(
                    JournalOperation.op_id == result.op_id, JournalOperation.state.in_(_UNSENT)
                )
                if result.status is OperationStatus.RETRY or result.seq is None:
                    connection.execute(changed.values(state=OperationState.NEW))
                elif result.problem is not None and result.problem.type is ProblemType.OP_ID_REUSED:
                    # The log holds another operation under this id: no event of ours will ever be read back.
                    connection.execute(changed.values(state=OperationState.REJECTED, problem=result.problem))
                    self._raise_notice(connection, result.op_id, result.problem, now)
                else:
                    connection.execute(changed.values(state=OperationState.ACCEPTED, seq=result.seq))

    def settle(self, outcomes: Iterable[Outcome], now: Instant) -> None:
        """Take over what the log says of our operations."""
        with self._journal.write() as connection:
            for outcome in outcomes:
                connection.execute(
                    update(JournalOperation)
                    .where(JournalOperation.op_id == outcome.op_id, JournalOperation.state.not_in(_DONE))
                    .values(state=_STATE_AFTER[outcome.kind], seq=outcome.seq, problem=outcome.problem)
                )
                if outcome.kind is EventKind.REJECTED and outcome.problem is not None:
                    self._raise_notice(connection, outcome.op_id, outcome.problem, now)

    def passed_by(self, cursor: Cursor) -> list[UUID]:
        """Return accepted operations whose event the log should have shown by now."""
        missing = select(JournalOperation.op_id).where(
            JournalOperation.state == OperationState.ACCEPTED, JournalOperation.seq <= cursor.seq
        )
        with self._journal.read() as connection:
            return list(connection.scalars(missing))

    def send_again(self, op_ids: Sequence[UUID], head: int | None) -> None:
        """Put back operations the log passed by, and those promised a place beyond the centre's head."""
        is_beyond = JournalOperation.seq > head if head is not None else false()
        promised = (OperationState.ACCEPTED, OperationState.PARKED)
        with self._journal.write() as connection:
            connection.execute(
                update(JournalOperation)
                .where(JournalOperation.state.in_(promised), JournalOperation.op_id.in_(op_ids) | is_beyond)
                .values(state=OperationState.NEW, seq=None)
            )

    def _raise_notice(self, connection: Any, op_id: UUID, problem: Problem, now: Instant) -> None:
        body = connection.scalar(select(JournalOperation.body).where(JournalOperation.op_id == op_id))
        notice = {"op_id": op_id, "account_id": decode_operation(body).actor, "problem": problem, "raised_at": now}
        connection.execute(insert(Notice).prefix_with("OR IGNORE"), notice)


def _queued() -> Select[*tuple[Any, ...]]:
    operation = JournalOperation
    queued: Select[*tuple[Any, ...]] = select(
        operation.n, operation.op_id, operation.body, operation.state, operation.seq
    )
    return queued.order_by(operation.n)


def _to_queued(row: Row[*tuple[Any, ...]]) -> QueuedOperation:
    return QueuedOperation(row.n, row.op_id, row.body.encode(), row.state, row.seq)
