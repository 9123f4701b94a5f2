"""Taking a batch of operations from a desk: one transaction, one answer for each operation."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, bindparam, case, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from central.database import Database, Outrun, passes
from central.feed.clerk import Clerk
from central.feed.draft import Draft
from central.feed.head import read_head
from central.feed.received import Received
from central.feed.refusals import id_reused
from central.feed.writing import Appended
from central.problems import ProblemRaised
from central.schema import IS_DECISION, IS_REUSE, device, log
from protocol.events import EventKind
from protocol.ids import new_id
from protocol.problems import Problem
from protocol.times import Instant
from protocol.wire import OperationResult, OperationStatus, OpsReply

logger = logging.getLogger(__name__)

_STATUS = {
    EventKind.APPLIED: OperationStatus.APPLIED,
    EventKind.PARKED: OperationStatus.PARKED,
    EventKind.REJECTED: OperationStatus.REJECTED,
}


@dataclass(frozen=True, slots=True)
class _Answer:
    """A result whose seq is known only when the slate is written: until then it is the draft's place."""

    op_id: UUID
    status: OperationStatus
    place: int | None = None
    seq: int | None = None
    problem: Problem | None = None
    conflicts: tuple[UUID, ...] = ()

    def result(self, first: int) -> OperationResult:
        seq = self.seq if self.place is None else first + self.place
        return OperationResult(
            op_id=self.op_id, status=self.status, seq=seq, problem=self.problem, conflicts=self.conflicts
        )


def push(database: Database, device_id: UUID, batch: Sequence[Received], now: Instant) -> OpsReply:
    """Decide a batch in its order and return what became of each operation.

    The operations are decided together over one slate and written at once. When that writing fails for another
    reason than a rival transaction, they are taken again in a transaction with a savepoint for each, so that the one
    at fault is answered `retry` and delays no other (protocol rule 5).

    Raises ProblemRaised (503) when other transactions were in the way each time.
    """
    try:
        return database.transact(lambda connection: _take_together(connection, device_id, batch, now))
    except ProblemRaised:
        raise
    except Exception:
        logger.exception("A batch of device %s cannot be written together", device_id)
    return database.transact(lambda connection: _take_apart(connection, device_id, batch, now))


def _take_together(connection: Connection, device_id: UUID, batch: Sequence[Received], now: Instant) -> OpsReply:
    _lock_device(connection, device_id, batch, now)
    return _reply(connection, *_take(connection, device_id, batch, now))


def _take_apart(connection: Connection, device_id: UUID, batch: Sequence[Received], now: Instant) -> OpsReply:
    _lock_device(connection, device_id, batch, now)
    results: list[OperationResult] = []
    for received in batch:
        try:
            with connection.begin_nested():
                results += _take(connection, device_id, [received], now)[0]
        except Exception as error:
            if passes(error) and not isinstance(error, IntegrityError):
                raise
            logger.exception("Operation %s cannot be written", received.op_id)
            results.append(OperationResult(op_id=received.op_id, status=OperationStatus.RETRY))
    return _reply(connection, results, None)


def _take(
    connection: Connection, device_id: UUID, batch: Sequence[Received], now: Instant
) -> tuple[list[OperationResult], Appended | None]:
    decided = _decided_before(connection, batch)
    clerk = Clerk(connection, now)
    clerk.prepare(
        received.operation for received in batch if received.operation is not None and received.op_id not in decided
    )
    answers: list[_Answer] = []
    for received in batch:
        if received.op_id in decided:
            answer = _answer_again(connection, clerk, received, decided[received.op_id], device_id, now)
        else:
            answer = _answer(clerk, received, device_id)
            if answer.status is not OperationStatus.RETRY:
                decided[received.op_id] = _Decided(received.digest, place=answer.place)
        answers.append(answer)
    appended = clerk.finish() if any(answer.place is not None for answer in answers) else None
    return [answer.result(appended.first if appended else 0) for answer in answers], appended


@dataclass(frozen=True, slots=True)
class _Decided:
    """An operation the log has, or that was decided a moment ago in this transaction."""

    digest: bytes
    seq: int | None = None
    place: int | None = None


def _decided_before(connection: Connection, batch: Sequence[Received]) -> dict[UUID, _Decided]:
    rows = connection.execute(_DECIDED, {"ids": [received.op_id for received in batch]})
    return {op_id: _Decided(digest, seq) for op_id, digest, seq in rows}


def _answer(clerk: Clerk, received: Received, device_id: UUID) -> _Answer:
    try:
        taken = clerk.take(received, device_id)
    except (DBAPIError, Outrun):
        raise  # it concerns the transaction
    except Exception:
        # A fault of ours: no event, the desk keeps the operation and sends it again.
        logger.exception("Operation %s cannot be decided", received.op_id)
        return _Answer(received.op_id, OperationStatus.RETRY)
    draft = taken.decision.draft
    return _Answer(
        received.op_id,
        _STATUS[draft.kind],
        place=taken.place,
        problem=draft.problem,
        conflicts=taken.decision.conflicts,
    )


def _answer_again(
    connection: Connection, clerk: Clerk, received: Received, decided: _Decided, device_id: UUID, now: Instant
) -> _Answer:
    """Answer an operation that came before: nothing happens twice (protocol rule 1)."""
    if received.digest == decided.digest:
        return _Answer(received.op_id, OperationStatus.DUPLICATE, place=decided.place, seq=decided.seq)
    seq = connection.execute(_REUSED, {"digest": received.digest}).scalar()
    place = None
    if seq is None:  # told once, however often it is sent
        place = clerk.add(
            Draft(
                kind=EventKind.SYSTEM,
                op_id=new_id(now),
                type="op.id-reused",
                occurred_ms=now,
                device=device_id,
                problem=id_reused(),
                op=received.kept,
                op_hash=received.digest,
            )
        )
    return _Answer(received.op_id, OperationStatus.REJECTED, place=place, seq=seq, problem=id_reused())


def _lock_device(connection: Connection, device_id: UUID, batch: Sequence[Received], now: Instant) -> None:
    """Let one batch of a device in at a time: a repeated one waits and finds duplicates."""
    counters = [received.operation.n for received in batch if received.operation is not None]
    connection.execute(_SEEN, {"device": device_id, "now": now, "n": max(counters, default=0)})


def _reply(connection: Connection, results: list[OperationResult], appended: Appended | None) -> OpsReply:
    head = appended.head if appended else read_head(connection)
    return OpsReply(epoch=head.epoch, head=head.seq, durable_seq=head.durable_seq, results=tuple(results))


_DECIDED = select(log.c.op_id, log.c.op_hash, log.c.seq).where(
    log.c.op_id.in_(bindparam("ids", expanding=True)), IS_DECISION
)
_REUSED = select(log.c.seq).where(log.c.op_hash == bindparam("digest"), IS_REUSE)
_SEEN = (
    update(device)
    .where(device.c.id == bindparam("device"))
    .values(
        last_seen_ms=bindparam("now"),
        last_n=case((device.c.last_n < bindparam("n"), bindparam("n")), else_=device.c.last_n),
    )
)
