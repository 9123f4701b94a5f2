"""The unit of work: gathers what one act changes and makes one operation of it."""

from typing import TypeVar
from uuid import UUID

import msgspec
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from console.errors import NotFound
from console.models import RecordRow
from console.store import drafts, journal
from console.store.projection import BIRTH
from protocol.ids import new_id
from protocol.numbers import TicketNumber
from protocol.operations import Base, Change, Operation, OperationType
from protocol.records import FieldValue, Record, kind_of
from protocol.times import Instant

RowT = TypeVar("RowT", bound=RecordRow)


class Work:
    """One act in the making; `now` is its instant."""

    def __init__(self, journal_connection: Connection, records: Connection, now: Instant) -> None:
        self.now = now
        self._journal = journal_connection
        self._session = Session(records, autoflush=False)
        self._changes: list[Change] = []

    def get(self, row_class: type[RowT], record_id: UUID) -> RowT:
        """Return a record as this desk sees it.

        Raises NotFound.
        """
        row = self._session.get(row_class, record_id)
        if row is None:
            raise NotFound(row_class.__tablename__, record_id)
        return row

    def new_id(self) -> UUID:
        """Return an id for a new record."""
        return new_id(self.now)

    def next_number(self) -> TicketNumber:
        """Take the next ticket number; it is final once the act is committed.

        Raises Refused when this desk has none to give.
        """
        return journal.take_number(self._journal, self.now)

    def add(self, record: Record) -> None:
        """Make a new record."""
        values: dict[str, FieldValue] = msgspec.to_builtins(record)
        del values["id"]
        self._changes.append(Change(record=kind_of(type(record)), id=record.id, set=values))

    def set(self, row: RecordRow, **values: object) -> None:
        """Change fields of a record; fields that keep their value are left out."""
        changed = {name: value for name, value in values.items() if getattr(row, name) != value}
        if not changed:
            return
        born = row.field_revs.get(BIRTH, 0)
        base = Base(
            rev=row.rev,
            fields={name: row.field_revs.get(name, born) for name in changed},
            after={
                name: op_id
                for name in changed
                if (op_id := row.pending.get(name) or row.pending.get(BIRTH)) is not None
            },
        )
        self._changes.append(Change(record=row.__tablename__, id=row.id, set=msgspec.to_builtins(changed), base=base))

    def drop_draft(self, draft_id: UUID) -> None:
        """Forget a draft in the same transaction that registers its intake."""
        drafts.drop(self._journal, draft_id)

    def finish(self, act: OperationType, actor: UUID, session: UUID | None) -> tuple[Operation, bytes] | None:
        """Journal what was gathered as one operation and return it with its bytes; None when nothing was."""
        self._session.close()
        if not self._changes:
            return None
        stamp = journal.next_stamp(self._journal, self.now)
        operation = Operation(
            op_id=new_id(self.now),
            n=stamp.n,
            type=act,
            actor=actor,
            session=session,
            occurred_ms=self.now,
            clock_off_ms=stamp.clock_off_ms,
            hlc=str(stamp.hlc),
            changes=tuple(self._changes),
        )
        return operation, journal.append(self._journal, operation)
