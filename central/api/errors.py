"""Errors as RFC 9457 problems, whoever raised them."""

import logging
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.types import ExceptionHandlersMap
from sqlalchemy.exc import DBAPIError

from central.database import is_away
from central.problems import ProblemRaised, overloaded
from protocol.problems import FieldProblem, Problem, ProblemType
from protocol.wire import PROTOCOL_VERSION

logger = logging.getLogger(__name__)

PROBLEM = "application/problem+json"
"""Media type of every error."""

_TYPES = {404: ProblemType.NOT_FOUND, 405: ProblemType.NOT_FOUND, 413: ProblemType.BATCH_TOO_LARGE}


def _raised(_: Request[Any, Any, Any], error: ProblemRaised) -> Response[Problem]:
    return _response(error.problem, error.retry_after)


def _refused(_: Request[Any, Any, Any], error: HTTPException) -> Response[Problem]:
    """Answer what Litestar itself refuses: an unknown path, a parameter out of bounds."""
    kind = _TYPES.get(error.status_code, ProblemType.BODY_INVALID)
    extra = error.extra if isinstance(error.extra, list) else []
    errors = tuple(FieldProblem(f"/query/{part['key']}", "invalid") for part in extra if "key" in part)
    return _response(
        Problem(
            type=kind,
            title="The request cannot be answered.",
            detail=error.detail,
            status=error.status_code,
            errors=errors,
        )
    )


def _away(request: Request[Any, Any, Any], error: DBAPIError) -> Response[Problem]:
    """Answer while the database is away: the desk comes again."""
    if not is_away(error):
        return _failed(request, error)
    logger.warning("%s %s: the database does not answer (%s)", request.method, request.url.path, error.orig)
    busy = overloaded()
    return _response(busy.problem, busy.retry_after)


def _failed(request: Request[Any, Any, Any], error: Exception) -> Response[Problem]:
    logger.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _response(Problem(type=ProblemType.INTERNAL, title="The centre failed; it has been logged.", status=500))


def _response(problem: Problem, retry_after: int | None = None) -> Response[Problem]:
    headers = {"Sync-Protocol": str(PROTOCOL_VERSION), "Cache-Control": "no-store"}
    if retry_after is not None:
        headers["Retry-After"] = str(retry_after)
    return Response(problem, status_code=problem.status, media_type=PROBLEM, headers=headers)


HANDLERS: ExceptionHandlersMap = {
    ProblemRaised: _raised,
    HTTPException: _refused,
    DBAPIError: _away,
    Exception: _failed,
}
