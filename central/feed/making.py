"""One operation's decision in the making: what it sets, and what could not be joined."""

from uuid import UUID

from central.feed.slate import Document, Key, Row, Slate
from central.feed.validation import document, value_in
from protocol.events import RecordSet
from protocol.hybrid_clock import effective_ms
from protocol.ids import new_id
from protocol.operations import Operation
from protocol.records import Conflict, FieldValue, Record, Version, kind_of
from protocol.times import Instant
from protocol.vocabulary import ConflictKind, Role


class Making:
    """Gathers the sets of one operation over a slate."""

    def __init__(self, slate: Slate, operation: Operation, device: UUID | None, role: Role, now: Instant) -> None:
        self.slate = slate
        self.operation = operation
        self.device = device
        self.role = role
        self.now = now
        self.effective_ms = effective_ms(operation.hlc, now)
        self.conflicts: list[UUID] = []
        self.moved: dict[UUID, bool] = {}  # tickets whose state was to change, and whether it did
        self._sets: dict[Key, Document] = {}

    def sets(self) -> tuple[RecordSet, ...]:
        """Return what was put, record by record."""
        return tuple(RecordSet(*key, values) for key, values in self._sets.items() if values)

    def creates(self, key: Key) -> bool:
        """Tell whether this operation makes that record."""
        return key in self._sets and self.slate.row(*key) is None

    def created(self, kind: str) -> dict[UUID, Document]:
        """Return the records of a kind this operation makes."""
        return {key[1]: values for key, values in self._sets.items() if key[0] == kind and self.creates(key)}

    def put(self, key: Key, values: Document) -> None:
        """Set fields of a record."""
        self._sets.setdefault(key, {}).update(values)

    def add(self, record: Record) -> None:
        """Add a record of the centre's own."""
        self.put((kind_of(type(record)), record.id), document(record))

    def own_version(self, value: FieldValue) -> Version:
        """Return a value as this operation's."""
        operation = self.operation
        return Version(value, operation.op_id, operation.actor, self.device, operation.occurred_ms)

    def present_version(self, row: Row, field: str) -> Version:
        """Return a record's present value with whoever set it."""
        stamp = row.stamp(field)
        author = self.slate.author(stamp)
        return Version(value_in(row.kind, row.doc, field), stamp.op_id, *author)

    def add_conflict(self, kind: ConflictKind, row: Row | Key, field: str, winner: Version, loser: Version) -> None:
        """Keep both values until a person decides (protocol rule 6)."""
        key, doc = ((row.kind, row.id), row.doc) if isinstance(row, Row) else (row, self._sets.get(row, {}))
        conflict = Conflict(
            id=new_id(self.now),
            kind=kind,
            record=key[0],
            record_id=key[1],
            field=field,
            winner=winner,
            loser=loser,
            found_at=self.now,
            ticket_id=self._ticket_of(key, doc),
        )
        self.add(conflict)
        self.conflicts.append(conflict.id)

    def _ticket_of(self, key: Key, doc: Document) -> UUID | None:
        """Return on whose card a conflict about a record is shown: its own ticket's, else the operation's."""
        concerned = [(key, doc), *self._sets.items()]
        for (kind, record_id), values in concerned:
            if kind == "ticket":
                return record_id
            if (ticket_id := values.get("ticket_id")) is not None:
                return UUID(ticket_id)
        return None
