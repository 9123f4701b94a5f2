"""Which roles may perform an operation, and which records it may touch."""

from dataclasses import dataclass

from central.feed.refusals import forbidden, invalid
from central.feed.validation import Checked
from protocol.operations import Operation, OperationType
from protocol.problems import FieldProblem
from protocol.vocabulary import Role

NEWEST_VERSION = 1
"""Of every operation type; a newer one is parked (protocol rule 11)."""

_DESK_ROLES = frozenset({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR})
# What a call may bring about or change. Notes, promises and consultations are only ever added.
_ADDED = frozenset({"applicant", "assignment", "consultation", "contact", "note", "phone", "promise"})
_CHANGED = frozenset({"applicant", "assignment", "conflict", "contact", "phone", "ticket"})

# What stays as it was when the record came to be, whoever asks.
_FIXED = {"ticket": frozenset({"number"})}
# What alone a person may change: a conflict's two versions are evidence.
_OPEN = {"conflict": frozenset({"state"})}


@dataclass(frozen=True, slots=True)
class Rule:
    """What an operation type may do, by record kind."""

    creates: frozenset[str]
    changes: frozenset[str] = frozenset()
    roles: frozenset[Role] = _DESK_ROLES


RULES: dict[str, Rule] = {
    OperationType.TICKET_REGISTER: Rule(_ADDED | {"ticket"}, _CHANGED),
    OperationType.TICKET_EDIT: Rule(_ADDED, _CHANGED),
    OperationType.TICKET_MOVE: Rule(_ADDED, _CHANGED),
    OperationType.TICKET_ASSIGN: Rule(_ADDED, _CHANGED),
    OperationType.NOTE_ADD: Rule(frozenset({"note"}), roles=_DESK_ROLES | {Role.HEAD}),
    OperationType.SLIP_PRINT: Rule(frozenset({"slip"})),
    OperationType.CONTACT_CONSULT: Rule(_ADDED, _CHANGED),
    OperationType.APPLICANT_EDIT: Rule(_ADDED, _CHANGED),
}


def rule_of(operation: Operation) -> Rule | None:
    """Return the rule of an operation, or None when this centre does not know its type or its version."""
    return RULES.get(operation.type) if operation.v <= NEWEST_VERSION else None


def check_role(rule: Rule, role: Role) -> None:
    """Check that a person of this role may do it.

    Raises Refused.
    """
    if role not in rule.roles:
        raise forbidden(f"role {role}")


def check_records(rule: Rule, changes: list[Checked]) -> None:
    """Check that the operation touches only what its type may.

    Raises Refused.
    """
    for change in changes:
        kind = change.key[0]
        if kind not in (rule.creates if change.base is None else rule.changes):
            raise forbidden(f"{'new' if change.base is None else 'changed'} {kind}")
        if change.base is not None:
            fixed = _FIXED.get(kind, frozenset()) | (change.values.keys() - _OPEN.get(kind, change.values.keys()))
            errors = [
                FieldProblem(f"{change.pointer}/set/{field}", "fixed") for field in change.values if field in fixed
            ]
            if errors:
                raise invalid(*errors)
