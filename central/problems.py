"""Problems as the centre raises them, with their HTTP status and headers (RFC 9457)."""

import random

from protocol.problems import FieldProblem, Problem, ProblemType


class ProblemRaised(Exception):
    """A call cannot be answered; the desk is told why."""

    def __init__(self, problem: Problem, *, retry_after: int | None = None) -> None:
        super().__init__(problem.title)
        self.problem = problem
        self.retry_after = retry_after  # seconds


def unauthorized() -> ProblemRaised:
    """Return the answer to a call without a valid device token."""
    return _raised(ProblemType.UNAUTHORIZED, 401, "The device is not known, or its token is not valid.")


def forbidden(detail: str) -> ProblemRaised:
    """Return the answer to a call a device may not make."""
    return _raised(ProblemType.FORBIDDEN, 403, "The device may not do this.", detail)


def body_invalid(detail: str, *errors: FieldProblem) -> ProblemRaised:
    """Return the answer to a body or a parameter that cannot be read."""
    return _raised(ProblemType.BODY_INVALID, 400, "The request cannot be read.", detail, errors)


def batch_too_large(detail: str) -> ProblemRaised:
    """Return the answer to a batch the desk must halve."""
    return _raised(ProblemType.BATCH_TOO_LARGE, 413, "The batch is too large.", detail)


def cursor_unknown(detail: str) -> ProblemRaised:
    """Return the answer to a cursor whose past is not the centre's (protocol rule 2)."""
    return _raised(ProblemType.CURSOR_UNKNOWN, 409, "The cursor is not on this centre's log.", detail)


def code_invalid() -> ProblemRaised:
    """Return the answer to an enrolment code that is wrong, used or too old."""
    return _raised(ProblemType.CODE_INVALID, 403, "The code is wrong, used or too old.")


def credentials_invalid() -> ProblemRaised:
    """Return the one answer to an unknown login, a wrong password and a disabled account."""
    return _raised(ProblemType.CREDENTIALS_INVALID, 403, "The login or the password is wrong.")


def too_many_attempts(seconds: int) -> ProblemRaised:
    """Return the answer to a login that failed too often at this device."""
    problem = Problem(type=ProblemType.CREDENTIALS_INVALID, status=429, title="Too many failed attempts; wait.")
    return ProblemRaised(problem, retry_after=seconds)


def overloaded() -> ProblemRaised:
    """Return the answer of a centre that cannot take more just now."""
    problem = Problem(type=ProblemType.OVERLOADED, status=503, title="The centre is busy; try again.")
    return ProblemRaised(problem, retry_after=random.randint(1, 5))  # noqa: S311 - spreads desks, keeps no secret


def _raised(
    kind: ProblemType, status: int, title: str, detail: str = "", errors: tuple[FieldProblem, ...] = ()
) -> ProblemRaised:
    return ProblemRaised(Problem(type=kind, status=status, title=title, detail=detail, errors=errors))
