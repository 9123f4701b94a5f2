"""A desk for tests: real files in a folder, a clock that stands still, and a log that stands in for the centre's."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import msgspec

from console.services.shift import Shift, SignedIn
from console.store.database import Database
from protocol.cursor import START, Cursor
from protocol.events import FIRST_CHAIN, Event, EventBody, EventKind, RecordSet, encode_body, next_chain
from protocol.ids import reference_id
from protocol.operations import Operation, encode_operation
from protocol.problems import Problem
from protocol.records import Account, Calendar, Category, Desk, Move, Organisation, Record, kind_of
from protocol.times import MINUTE, Instant
from protocol.vocabulary import Resolution, Result, Role, State, Urgency
from protocol.wire import ChangesPage, EnrolReply, SeriesLease, SeriesState

NOON = 1_795_428_000_000
"""23 November 2026, 12:00 in Kyiv, a Monday."""

KEY = bytes(range(32))
OPERATOR = SignedIn(reference_id("account", "operator"), "Їжакевич Олена", Role.OPERATOR, "07", uuid4())
DESK_ID = reference_id("desk", "1")


@dataclass
class StillClock:
    """A clock that moves only when told."""

    moment: Instant = NOON

    def now(self) -> Instant:
        """Return the moment it was set to."""
        return self.moment

    def pass_time(self, milliseconds: int = MINUTE) -> None:
        """Move on."""
        self.moment += milliseconds


@dataclass
class Log:
    """A chained log like the centre's."""

    events: list[Event] = field(default_factory=list)
    epoch: int = 1

    @property
    def head(self) -> Cursor:
        """The place after the last event."""
        if not self.events:
            return Cursor(self.epoch, 0, FIRST_CHAIN)
        return Cursor(self.epoch, self.events[-1].seq, bytes.fromhex(self.events[-1].chain))

    def add(
        self,
        *records: Record | RecordSet,
        kind: EventKind = EventKind.SYSTEM,
        operation: Operation | None = None,
        problem: Problem | None = None,
        event_type: str = "reference.import",
    ) -> Event:
        """Append one event that sets these records."""
        sets = tuple(each if isinstance(each, RecordSet) else to_set(each) for each in records)
        body = encode_body(
            EventBody(
                type=operation.type if operation is not None else event_type,
                actor=operation.actor if operation is not None else None,
                occurred_ms=operation.occurred_ms if operation is not None else NOON,
                recorded_ms=NOON,
                sets=sets,
                problem=problem,
                op=msgspec.Raw(encode_operation(operation)) if operation is not None else msgspec.Raw(b"null"),
            )
        )
        op_id = operation.op_id if operation is not None else uuid4()
        head = self.head
        chain = next_chain(head.chain, head.seq + 1, kind, op_id, body)
        event = Event(head.seq + 1, chain.hex(), kind, op_id, msgspec.Raw(body))
        self.events.append(event)
        return event

    def apply(self, operation: Operation) -> Event:
        """Append an operation as applied, its changes taken as they are."""
        sets = (RecordSet(change.record, change.id, change.set) for change in operation.changes)
        return self.add(*sets, kind=EventKind.APPLIED, operation=operation)

    def page_after(self, cursor: Cursor = START, size: int = 500) -> ChangesPage:
        """Return the events after a cursor."""
        events = self.events[cursor.seq : cursor.seq + size]
        end = Cursor(self.epoch, events[-1].seq, bytes.fromhex(events[-1].chain)) if events else cursor
        return ChangesPage(
            start=str(cursor),
            next=str(end),
            head=self.head.seq,
            durable_seq=0,
            more=end.seq < self.head.seq,
            events=tuple(events),
        )


@dataclass
class DeskUnderTest:
    """A database with somebody signed in, and the log it follows."""

    database: Database
    shift: Shift
    clock: StillClock
    log: Log

    def pull(self) -> None:
        """Apply everything the log has."""
        while True:
            cursor, _ = self.database.replica.place()
            page = self.log.page_after(cursor)
            self.database.apply(page)
            if not page.more:
                return


def to_set(record: Record) -> RecordSet:
    """Return a whole record as an event sets it."""
    values = msgspec.to_builtins(record)
    del values["id"]
    return RecordSet(kind_of(type(record)), record.id, values)


def make_desk(folder: Path, records: Iterable[Record] = (), clock: StillClock | None = None) -> DeskUnderTest:
    """Open an enrolled desk in a folder, with an operator signed in and these records pulled."""
    clock = clock or StillClock()
    database = Database(folder, KEY, clock)
    database.journal.enrol(
        "http://127.0.0.1:1",
        EnrolReply(
            device_id=reference_id("device", str(folder)),
            desk_id=DESK_ID,
            token="token",
            series=(
                SeriesLease("071", SeriesState.ACTIVE, 26),
                SeriesLease("312", SeriesState.SPARE, 26),
            ),
        ),
    )
    shift = Shift()
    shift.begin(OPERATOR, DESK_ID)
    desk = DeskUnderTest(database, shift, clock, Log())
    desk.log.add(*PEOPLE, *records)
    desk.pull()
    return desk


PEOPLE: tuple[Record, ...] = (
    Account(id=OPERATOR.account_id, login="operator", name=OPERATOR.name, role=OPERATOR.role, operator_code="07"),
    Desk(id=DESK_ID, name="Місце 1"),
)

LIGHT = Category(id=reference_id("category", "LIGHT"), code="LIGHT", name_uk="Вуличне освітлення", name_en="Lighting")
LAMP = Category(
    id=reference_id("category", "LIGHT.LAMP"),
    code="LIGHT.LAMP",
    name_uk="Не світить окремий ліхтар",
    name_en="Single street lamp out",
    parent_id=LIGHT.id,
    executor_kind="city_lighting",
    deadline_hours=72,
    urgency=Urgency.ROUTINE,
    synonyms=("не горить ліхтар", "темно на вулиці"),
)
BURST = Category(
    id=reference_id("category", "NET.WATER_BURST"),
    code="NET.WATER_BURST",
    name_uk="Порив водопроводу, витік на вулиці",
    name_en="Water main burst or street leak",
    executor_kind="water_utility",
    deadline_hours=3,
    urgency=Urgency.CRITICAL,
    synonyms=("прорвало трубу", "тече вода по вулиці"),
)
LIGHTING = Organisation(
    id=reference_id("organisation", "SVITLO"), code="SVITLO", name="КП «Міськсвітло»", kind="city_lighting"
)
WATERWORKS = Organisation(
    id=reference_id("organisation", "VODOKANAL"),
    code="VODOKANAL",
    name="КП «Чернігівводоканал»",
    kind="water_utility",
    phones=("(0462) 67-67-87",),
)
WEEKDAYS = Calendar(id=reference_id("calendar", "working"), name="Робочий", weekly=(True,) * 5 + (False,) * 2)
TAKE = Move(
    id=reference_id("move", "take"),
    code="take",
    position=10,
    label_uk="Прийнято в роботу",
    label_en="Taken into work",
    from_state=State.REGISTERED,
    to_state=State.IN_WORK,
    result=Result.AWAITING,
    roles=(Role.OPERATOR, Role.SUPERVISOR),
)
DONE = Move(
    id=reference_id("move", "done"),
    code="done",
    position=20,
    label_uk="Виконавець повідомив: виконано",
    label_en="Executor reports done",
    from_state=State.IN_WORK,
    to_state=State.ON_CHECK,
    result=Result.DONE,
    roles=(Role.OPERATOR, Role.SUPERVISOR),
)
CONFIRM = Move(
    id=reference_id("move", "confirm"),
    code="confirm",
    position=30,
    label_uk="Підтверджено заявником",
    label_en="Confirmed by the applicant",
    from_state=State.ON_CHECK,
    from_result=Result.DONE,
    to_state=State.CLOSED,
    result=Result.DONE,
    resolution=Resolution.CONFIRMED_BY_APPLICANT,
    roles=(Role.OPERATOR, Role.SUPERVISOR),
)
CANCEL = Move(
    id=reference_id("move", "cancel"),
    code="cancel",
    position=90,
    label_uk="Відмінити",
    label_en="Cancel",
    from_state=State.REGISTERED,
    to_state=State.CLOSED,
    result=Result.CANCELLED,
    roles=(Role.OPERATOR, Role.SUPERVISOR),
    needs_note=True,
)
REFERENCE: tuple[Record, ...] = (LIGHT, LAMP, BURST, LIGHTING, WATERWORKS, WEEKDAYS, TAKE, DONE, CONFIRM, CANCEL)
