"""What an operation becomes: applied, parked or rejected, and what it sets (protocol, Operation and event; Merge).

Reads records through the slate and writes nothing: the slate takes the draft only when the whole operation is decided.
"""

from dataclasses import dataclass
from uuid import UUID

from central.feed.assigning import settle_main
from central.feed.draft import Draft
from central.feed.making import Making
from central.feed.merge import Outcome, merge
from central.feed.numbering import settle_number
from central.feed.permissions import check_records, check_role, rule_of
from central.feed.received import UNREADABLE, Received
from central.feed.refusals import Awaiting, Refused, forbidden, invalid, unknown_record, unknown_type
from central.feed.slate import Key, Row, Slate
from central.feed.transitions import follow_move, settle_move
from central.feed.validation import Checked, checked, named_records, value_in
from protocol.events import EventKind
from protocol.hybrid_clock import effective_ms
from protocol.operations import Base, Operation
from protocol.problems import FieldProblem
from protocol.times import Instant
from protocol.vocabulary import ConflictKind, Role


@dataclass(frozen=True, slots=True)
class Decision:
    """A draft with what its taker needs to know; `waits_for` is of a parked one."""

    draft: Draft
    effective_ms: Instant
    waits_for: Key | None = None
    conflicts: tuple[UUID, ...] = ()


def decide(
    received: Received, device: UUID | None, slate: Slate, now: Instant, session_owner: UUID | None = None
) -> Decision:
    """Return what becomes of an operation now.

    `session_owner` is the account whose session the operation names, None when it names none the centre knows.
    """
    operation = received.operation
    if operation is None:
        return Decision(_draft(received, device, now, EventKind.REJECTED, invalid(*received.errors)), now)
    moment = effective_ms(operation.hlc, now)
    try:
        making = _make(operation, device, slate, now, session_owner)
    except Refused as refusal:
        return Decision(_draft(received, device, now, EventKind.REJECTED, refusal), moment)
    except Awaiting as wait:
        return Decision(_draft(received, device, now, EventKind.PARKED, wait), moment, wait.waits_for)
    draft = _draft(received, device, now, EventKind.APPLIED, making)
    return Decision(draft, moment, conflicts=tuple(making.conflicts))


def touched(operation: Operation) -> set[Key]:
    """Return the existing records an operation changes: a batch locks them before it decides."""
    return {(change.record, change.id) for change in operation.changes if change.base is not None}


def _draft(
    received: Received, device: UUID | None, now: Instant, kind: EventKind, outcome: Making | Refused | Awaiting
) -> Draft:
    operation = received.operation
    return Draft(
        kind=kind,
        op_id=received.op_id,
        type=UNREADABLE if operation is None else operation.type,
        v=1 if operation is None else operation.v,
        occurred_ms=now if operation is None else operation.occurred_ms,
        actor=None if operation is None else operation.actor,
        n=None if operation is None else operation.n,
        device=device,
        sets=outcome.sets() if isinstance(outcome, Making) else (),
        problem=None if isinstance(outcome, Making) else outcome.problem,
        op=received.kept,
        op_hash=received.digest,
    )


def _make(operation: Operation, device: UUID | None, slate: Slate, now: Instant, session_owner: UUID | None) -> Making:
    rule = rule_of(operation)
    if rule is None:
        raise unknown_type(f"{operation.type} {operation.v}")
    changes = checked(operation.changes)
    check_records(rule, changes)
    actor = slate.row("account", operation.actor)
    if actor is None:
        raise unknown_record(("account", operation.actor), "/actor")
    role = Role(actor.doc["role"])
    check_role(rule, role)
    if session_owner not in (None, operation.actor):
        raise forbidden("the session is another person's")
    _check_records_exist(changes, slate)
    making = Making(slate, operation, device, role, now)
    for change in changes:
        if change.base is None:
            _create(making, change)
    executors: list[tuple[UUID, Outcome]] = []
    for change in sorted(changes, key=_is_no_ticket):  # assignments follow what becomes of their ticket
        if change.base is None:
            continue
        if making.creates(change.key):
            making.put(change.key, change.values)
        else:
            executors += _edit(making, change, change.base)
    for ticket_id, outcome in executors:
        settle_main(making, ticket_id, outcome)
    if not value_in("account", actor.doc, "is_active"):
        making.add_conflict(
            ConflictKind.ACTOR_DISABLED,
            actor,
            "is_active",
            making.present_version(actor, "is_active"),
            making.own_version(True),
        )
    return making


def _check_records_exist(changes: list[Checked], slate: Slate) -> None:
    """Check that what the changes name is here, or made by this very operation.

    Raises Awaiting, which parks the operation until the record comes.
    """
    made = {change.key for change in changes if change.base is None}
    for change in changes:
        if change.base is not None and change.key not in made and slate.row(*change.key) is None:
            raise unknown_record(change.key, f"{change.pointer}/id")
        for named in named_records(change):
            if named.key not in made and slate.row(*named.key) is None:
                raise unknown_record(named.key, named.pointer)


def _create(making: Making, change: Checked) -> None:
    if making.creates(change.key) or making.slate.row(*change.key) is not None:
        raise invalid(FieldProblem(f"{change.pointer}/id", "exists"))
    if change.key[0] == "ticket":
        settle_number(making, change.key[1], change.values)
    making.put(change.key, change.values)


def _is_no_ticket(change: Checked) -> bool:
    return change.key[0] != "ticket"


def _edit(making: Making, change: Checked, base: Base) -> list[tuple[UUID, Outcome]]:
    """Merge a change of an existing record; return the ticket when its executor was set unseen, with the outcome."""
    row = making.slate.row(*change.key)
    if row is None:
        raise unknown_record(change.key, f"{change.pointer}/id")
    values = change.values
    is_ticket = row.kind == "ticket"
    if is_ticket:
        values = settle_move(making, row, values)
    elif row.kind == "assignment":
        values = follow_move(making, row, values)
    executors: list[tuple[UUID, Outcome]] = []
    for field, wanted in values.items():
        outcome = _merge_field(making, row, field, wanted, base)
        if is_ticket and field == "executor_id" and outcome is not Outcome.APPLIED:
            executors.append((row.id, outcome))
    return executors


def _merge_field(making: Making, row: Row, field: str, wanted: object, base: Base) -> Outcome:
    present = value_in(row.kind, row.doc, field)
    outcome = merge(field, present, row.stamp(field), wanted, base, making.effective_ms, making.operation.op_id)
    if outcome in (Outcome.APPLIED, Outcome.WON):
        making.put((row.kind, row.id), {field: wanted})
    if outcome in (Outcome.WON, Outcome.LOST):
        kind = ConflictKind.DOUBLE_ASSIGN if (row.kind, field) == ("ticket", "executor_id") else ConflictKind.FIELD
        versions = making.own_version(wanted), making.present_version(row, field)
        winner, loser = versions if outcome is Outcome.WON else reversed(versions)
        making.add_conflict(kind, row, field, winner, loser)
    return outcome
