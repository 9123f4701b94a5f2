"""Why an operation is refused, or has to wait."""

from central.feed.slate import Key
from protocol.problems import FieldProblem, Problem, ProblemType


class Refused(Exception):
    """An operation that will never apply; its event says so to everybody."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.title)
        self.problem = problem


class Awaiting(Exception):
    """An operation that waits for a record, or (None) for a centre that knows its type."""

    def __init__(self, problem: Problem, waits_for: Key | None) -> None:
        super().__init__(problem.title)
        self.problem = problem
        self.waits_for = waits_for


def invalid(*errors: FieldProblem) -> Refused:
    """Return the refusal of an operation whose content is wrong."""
    return Refused(Problem(type=ProblemType.OP_INVALID, title="The operation is not valid.", errors=errors))


def forbidden(detail: str) -> Refused:
    """Return the refusal of an act this person or this operation type may not do."""
    return Refused(Problem(type=ProblemType.OP_FORBIDDEN, title="The operation is not allowed.", detail=detail))


def unknown_type(name: str) -> Awaiting:
    """Return the wait for a newer centre (protocol rule 11)."""
    return Awaiting(
        Problem(type=ProblemType.OP_UNKNOWN_TYPE, title="The centre does not know this operation yet.", detail=name),
        None,
    )


def unknown_record(key: Key, pointer: str) -> Awaiting:
    """Return the wait for a record the centre does not have yet."""
    return Awaiting(
        Problem(
            type=ProblemType.PARENT_UNKNOWN,
            title="The operation waits for a record.",
            detail=f"{key[0]} {key[1]}",
            errors=(FieldProblem(pointer, "unknown"),),
        ),
        key,
    )


def id_reused() -> Problem:
    """Return the problem of an operation id that came before with another content (protocol rule 1)."""
    return Problem(type=ProblemType.OP_ID_REUSED, title="Another operation has this id.")
