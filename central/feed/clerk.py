"""The clerk of one transaction: takes operations and the centre's own drafts one after another."""

import logging
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.exc import DBAPIError

from central.database import Outrun
from central.feed import parking
from central.feed.decide import Decision, decide, touched
from central.feed.draft import Draft
from central.feed.parking import Parked
from central.feed.received import Received, receive
from central.feed.slate import Key, Slate
from central.feed.writing import Appended, write
from central.schema import session
from protocol.events import EventKind
from protocol.hybrid_clock import MAX_AHEAD
from protocol.operations import Operation
from protocol.records import KINDS, references
from protocol.times import Instant

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision and its draft's place in this transaction, from 0."""

    decision: Decision
    place: int


class Clerk:
    """Decides, keeps what is decided on a slate, and writes all of it at the end.

    What an operation or a draft creates may be what parked operations wait for: they are decided again at once.
    """

    def __init__(self, connection: Connection, now: Instant) -> None:
        self._connection = connection
        self._now = now
        self._slate = Slate(connection)
        self._session_owners: dict[UUID, UUID] = {}
        self._created: set[Key] = set()
        self._asked: set[Key] = set()  # what the parking table was asked for
        self._known: set[UUID] = set()  # what it answered
        self._awaited: defaultdict[Key, list[UUID]] = defaultdict(list)
        self._parked_here: dict[UUID, tuple[int, Parked]] = {}
        self._waits: dict[UUID, Key | None] = {}  # the last word on every operation that is parked or was
        self._unparked: set[UUID] = set()

    def prepare(self, operations: Iterable[Operation]) -> None:
        """Read at once what these operations will ask for, and lock what they change."""
        operations = list(operations)
        changes = [change for operation in operations for change in operation.changes]
        self._slate.load({key for operation in operations for key in touched(operation)}, lock=True)
        made = {(change.record, change.id) for change in changes if change.base is None}
        actors = {("account", operation.actor) for operation in operations}
        self._slate.load(made | actors | _named(operations))
        self._slate.load_numbers(
            number
            for change in changes
            if change.record == "ticket" and isinstance(number := change.set.get("number"), str) and len(number) < 32
        )
        sessions = {operation.session for operation in operations if operation.session is not None}
        if sessions:
            owners = self._connection.execute(_OWNERS, {"ids": list(sessions)})
            self._session_owners.update((row.id, row.account_id) for row in owners)
        self._ask_parking(made)

    def take(self, received: Received, device: UUID) -> Taken:
        """Decide an operation of a desk and lay what it becomes on the slate."""
        operation = received.operation
        owner = None
        if operation is not None and operation.session is not None:
            owner = self._session_owners.get(operation.session)
        decision = decide(received, device, self._slate, self._now, owner)
        place = self._lay(decision.draft, decision.effective_ms)
        if decision.draft.kind is EventKind.PARKED:
            self._parked_here[received.op_id] = (place, Parked(received.op_id, device, received.raw))
            self._wait(received.op_id, decision.waits_for)
        return Taken(decision, place)

    def add(self, draft: Draft) -> int:
        """Lay a draft of the centre's own on the slate and return its place."""
        return self._lay(draft, min(draft.occurred_ms, self._now + MAX_AHEAD))

    def add_all(self, drafts: Iterable[Draft]) -> None:
        """Lay many drafts, reading at once what they change."""
        drafts = list(drafts)
        keys = {(change.record, change.id) for draft in drafts for change in draft.sets}
        self._slate.load(keys, lock=True)
        self._ask_parking(key for key in keys if self._slate.row(*key) is None)
        for draft in drafts:
            self.add(draft)

    def decide_again(self, op_ids: Iterable[UUID]) -> None:
        """Decide parked operations again, whatever they wait for."""
        for op_id in op_ids:
            self._release(op_id)

    def finish(self) -> Appended:
        """Write everything and take the head of the log; the transaction should commit at once.

        Raises Outrun when meanwhile another transaction parked what waits for a record made here, or made what an
        operation parked here waits for: neither saw the other, and only the one that is second can tell.
        """
        appended = write(self._slate, self._now)
        here = {op_id: place for op_id, (place, _) in self._parked_here.items()}
        waiting = {op_id: key for op_id, key in self._waits.items() if op_id not in self._unparked}
        parking.unpark(self._connection, self._unparked - here.keys())
        parking.park_again(self._connection, {op_id: key for op_id, key in waiting.items() if op_id not in here})
        unseen = parking.waiting_for(self._connection, self._created).values()
        if not self._known.issuperset(op_id for op_ids in unseen for op_id in op_ids):
            raise Outrun
        if parking.is_any_here(self._connection, {key for key in waiting.values() if key is not None}):
            raise Outrun
        parking.park(
            self._connection,
            {op_id: (appended.first + here[op_id], key) for op_id, key in waiting.items() if op_id in here},
        )
        return appended

    def _lay(self, draft: Draft, effective_ms: Instant) -> int:
        made = [key for change in draft.sets if self._slate.row(*(key := (change.record, change.id))) is None]
        place = self._slate.lay(draft, effective_ms)
        if made:
            self._created.update(made)
            self._ask_parking(made)
            for key in made:
                for op_id in self._awaited.pop(key, []):
                    self._release(op_id)
        return place

    def _ask_parking(self, keys: Iterable[Key]) -> None:
        """Learn which parked operations wait for these records."""
        wanted = set(keys) - self._asked
        self._asked |= wanted
        for key, op_ids in parking.waiting_for(self._connection, wanted).items():
            self._awaited[key] += op_ids
            self._known.update(op_ids)

    def _release(self, op_id: UUID) -> None:
        """Decide a parked operation again; what comes of it is an event of its own."""
        if op_id in self._parked_here:
            waiting: Parked | None = self._parked_here[op_id][1]
        else:
            waiting = parking.read_parked(self._connection, op_id)
        if waiting is None:
            return
        received = receive(waiting.raw)
        try:
            if received.operation is not None:
                self._slate.load(touched(received.operation), lock=True)
            decision = decide(received, waiting.device, self._slate, self._now)
        except DBAPIError:
            raise
        except Exception:
            logger.exception("Parked operation %s cannot be decided; it stays parked", op_id)
            return
        if decision.draft.kind is EventKind.PARKED:
            self._wait(op_id, decision.waits_for)
        else:
            self._unparked.add(op_id)
            self._lay(replace(decision.draft, kind=EventKind.UNPARKED, op_hash=None), decision.effective_ms)

    def _wait(self, op_id: UUID, key: Key | None) -> None:
        self._waits[op_id] = key
        if key is not None:
            self._awaited[key].append(op_id)


def publish(connection: Connection, drafts: Iterable[Draft], now: Instant) -> Appended:
    """Put the centre's own drafts into the log; parked operations that waited for their records follow at once."""
    clerk = Clerk(connection, now)
    clerk.add_all(drafts)
    return clerk.finish()


def release_overdue(connection: Connection, now: Instant) -> Appended | None:
    """Decide again what no longer has to wait: a centre of an older version parked it, or a fault kept it parked."""
    op_ids = parking.overdue(connection)
    if not op_ids:
        return None
    clerk = Clerk(connection, now)
    clerk.decide_again(op_ids)
    return clerk.finish()


def _named(operations: list[Operation]) -> set[Key]:
    """Return the records the operations' values name, as far as they can be read."""
    found: set[Key] = set()
    for operation in operations:
        for change in operation.changes:
            for field, kind in references(KINDS[change.record]) if change.record in KINDS else ():
                value = change.set.get(field)
                try:
                    found.add((kind, UUID(value)))
                except (TypeError, ValueError, AttributeError):
                    continue  # no id: the decision will say so
    return found


_OWNERS = select(session.c.id, session.c.account_id).where(session.c.id.in_(bindparam("ids", expanding=True)))
