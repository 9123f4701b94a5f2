"""A desk as the centre sees it: it makes operations, pushes them, and folds the log it pulls."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID, uuid4

import msgspec
import requests

from central.feed.validation import document
from protocol.cursor import START, Cursor
from protocol.events import Event, EventBody, decode_body, is_next
from protocol.hybrid_clock import HybridTime
from protocol.ids import new_id
from protocol.numbers import TicketNumber
from protocol.operations import Base, Change, Operation, OperationType, encode_operation
from protocol.problems import Problem
from protocol.records import Account, Assignment, Contact, Note, Record, Ticket, kind_of
from protocol.times import DAY, Instant
from protocol.vocabulary import Channel, Result, State, Urgency
from protocol.wire import ChangesPage, OperationResult, OpsReply, OpsRequest
from tests.central.centre import RunningCentre
from tests.central.city import CITY_LIGHT, LAMP

TIMEOUT = 40  # seconds


class WireDesk:
    """One enrolled device with one person at it."""

    def __init__(self, centre: RunningCentre, person: Account, name: str = "Місце 1") -> None:
        self.centre = centre
        self.person = person
        self.enrolled = centre.enrol(name)
        self.device_id = self.enrolled.device_id
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Desk {self.device_id}:{self.enrolled.token}"
        self.cursor = START
        self.events: list[Event] = []
        self.records: dict[tuple[str, UUID], dict[str, Any]] = {}
        self.revs: dict[tuple[str, UUID, str], int] = {}
        self._n = 0
        self._serial = 0

    def close(self) -> None:
        """Close its connections."""
        self.http.close()

    def operation(
        self, kind: str, changes: Iterable[Change], *, at: Instant | None = None, actor: UUID | None = None
    ) -> Operation:
        """Make the next operation of this desk; `at` is when its person acted."""
        self._n += 1
        moment = self.centre.clock.now() if at is None else at
        return Operation(
            op_id=new_id(self.centre.clock.now()),
            n=self._n,
            type=kind,
            actor=actor or self.person.id,
            occurred_ms=moment,
            hlc=str(HybridTime(moment, 0)),
            changes=tuple(changes),
        )

    def next_number(self) -> str:
        """Take the next ticket number of the active series."""
        self._serial += 1
        lease = self.enrolled.series[0]
        return str(TicketNumber(lease.year, lease.code, self._serial))

    def new_ticket(self, **fields: Any) -> tuple[UUID, list[Change]]:
        """Return a new ticket's id and the changes that make it: contact, ticket, assignment."""
        now = self.centre.clock.now()
        contact = Contact(
            id=new_id(now),
            channel=Channel.PHONE,
            received_at=now,
            entered_at=now,
            operator_id=self.person.id,
            desk_id=self.enrolled.desk_id,
            phone="+380501234567",
        )
        ticket = Ticket(
            id=new_id(now),
            number=fields.pop("number", None) or self.next_number(),
            contact_id=contact.id,
            category_id=LAMP.id,
            text="Не горить ліхтар біля під'їзду",
            address="вул. Попова, 47",
            urgency=Urgency.ROUTINE,
            state=State.REGISTERED,
            result=Result.AWAITING,
            received_at=now,
            entered_at=now,
            due_at=now + DAY,
            attention_at=now + DAY // 2,
            registered_by=self.person.id,
            desk_id=self.enrolled.desk_id,
            executor_id=CITY_LIGHT.id,
        )
        ticket = msgspec.structs.replace(ticket, **fields)
        assignment = Assignment(
            id=new_id(now),
            ticket_id=ticket.id,
            executor_id=CITY_LIGHT.id,
            assigned_at=now,
            assigned_by=self.person.id,
            due_at=ticket.due_at,
        )
        return ticket.id, [new(contact), new(ticket), new(assignment)]

    def register(self, **fields: Any) -> UUID:
        """Register a ticket at the centre and return its id."""
        ticket_id, changes = self.new_ticket(**fields)
        result = self.push(self.operation(OperationType.TICKET_REGISTER, changes)).results[0]
        assert result.status == "applied", result
        return ticket_id

    def note(self, ticket_id: UUID, text: str = "Передзвонити") -> Change:
        """Return the change that adds a note to a ticket."""
        now = self.centre.clock.now()
        return new(Note(id=new_id(now), ticket_id=ticket_id, written_at=now, text=text, written_by=self.person.id))

    def edit(self, kind: str, record_id: UUID, **values: Any) -> Change:
        """Return the change of a record as this desk knows it: its base is what was pulled."""
        fields = {name: self.revs.get((kind, record_id, name), self.revs[kind, record_id, ""]) for name in values}
        base = Base(rev=self.revs[kind, record_id, "rev"], fields=fields)
        return Change(record=kind, id=record_id, set=msgspec.to_builtins(values), base=base)

    def push(self, *operations: Operation) -> OpsReply:
        """Send a batch."""
        return self.push_raw(*map(encode_operation, operations))

    def push_raw(self, *operations: bytes) -> OpsReply:
        """Send a batch of operations given as bytes."""
        response = self.post("ops", self.batch(operations))
        assert response.status_code == 200, response.text
        return msgspec.json.decode(response.content, type=OpsReply)

    def do(self, kind: str, *changes: Change, at: Instant | None = None) -> OperationResult:
        """Push one operation and return what became of it."""
        return self.push(self.operation(kind, changes, at=at)).results[0]

    def batch(self, operations: Iterable[bytes]) -> bytes:
        """Return the body of a batch."""
        raws = tuple(msgspec.Raw(operation) for operation in operations)
        return msgspec.json.encode(OpsRequest(device_id=self.device_id, batch=uuid4(), ops=raws))

    def post(self, path: str, body: bytes, **headers: str) -> requests.Response:
        """Send a body to a call."""
        return self.http.post(f"{self.centre.url}/sync/v1/{path}", data=body, headers=headers, timeout=TIMEOUT)

    def get(self, path: str, **parameters: Any) -> requests.Response:
        """Make a call without a body."""
        return self.http.get(f"{self.centre.url}/sync/v1/{path}", params=parameters, timeout=TIMEOUT)

    def page(self, after: Cursor, **parameters: Any) -> ChangesPage:
        """Return the page after a cursor."""
        response = self.get("changes", after=str(after), **parameters)
        assert response.status_code == 200, response.text
        return msgspec.json.decode(response.content, type=ChangesPage)

    def pull(self) -> list[Event]:
        """Read the log to its head, check every link, fold it, and return what is new."""
        found: list[Event] = []
        while True:
            page = self.page(self.cursor)
            found += self.take(page)
            if not page.more:
                return found

    def take(self, page: ChangesPage) -> list[Event]:
        """Apply a page."""
        assert page.start == str(self.cursor)
        chain, seq = self.cursor.chain, self.cursor.seq
        for event in page.events:
            assert event.seq == seq + 1
            assert is_next(chain, event)
            chain, seq = bytes.fromhex(event.chain), event.seq
            self._fold(event)
        self.cursor = Cursor.parse(page.next)
        assert (self.cursor.seq, self.cursor.chain) == (seq, chain)
        self.events += page.events
        return list(page.events)

    def body_of(self, op_id: UUID) -> EventBody:
        """Return the last event of an operation."""
        return decode_body(next(event for event in reversed(self.events) if event.op_id == op_id))

    def ticket(self, ticket_id: UUID) -> dict[str, Any]:
        """Return a ticket as the log tells it."""
        return self.records["ticket", ticket_id]

    def of_kind(self, kind: str, **fields: Any) -> Iterator[dict[str, Any]]:
        """Yield the records of a kind with these values."""
        for (known, _), values in self.records.items():
            if known == kind and all(values.get(name) == value for name, value in fields.items()):
                yield values

    def conflicts(self, ticket_id: UUID) -> list[dict[str, Any]]:
        """Return the conflicts shown on a ticket's card."""
        return list(self.of_kind("conflict", ticket_id=str(ticket_id)))

    def _fold(self, event: Event) -> None:
        for change in decode_body(event).sets:
            key = (change.record, change.id)
            if key not in self.records:
                self.records[key] = {}
                self.revs[*key, ""] = event.seq
            else:
                self.revs |= {(*key, name): event.seq for name in change.set}
            self.revs[*key, "rev"] = event.seq
            self.records[key] |= change.set


def new(record: Record) -> Change:
    """Return the change that makes a record."""
    return Change(record=kind_of(type(record)), id=record.id, set=document(record))


def problem_of(response: requests.Response) -> Problem:
    """Return the problem an answer tells; it is one in every respect."""
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Sync-Protocol"] == "1"
    problem = msgspec.json.decode(response.content, type=Problem)
    assert problem.status == response.status_code
    return problem
