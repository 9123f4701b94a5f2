"""What can go wrong that a person must hear of; the ui puts each into words.

Anything that is no ConsoleError is a bug: logged with its traceback and shown until dismissed.
"""

from enum import StrEnum
from uuid import UUID


class Refusal(StrEnum):
    """Why a rule says no."""

    NOT_ENROLLED = "not_enrolled"
    NOT_SIGNED_IN = "not_signed_in"
    SERIES_EXHAUSTED = "series_exhausted"
    MOVE_NOT_ALLOWED = "move_not_allowed"
    NOTE_MISSING = "note_missing"
    EXECUTOR_MISSING = "executor_missing"
    TEXT_MISSING = "text_missing"
    ADDRESS_MISSING = "address_missing"
    CATEGORY_MISSING = "category_missing"
    PHONE_INVALID = "phone_invalid"
    HOUSE_INVALID = "house_invalid"
    PASSWORD_WRONG = "password_wrong"  # noqa: S105 - the name of a refusal
    SIGN_IN_UNKNOWN_OFFLINE = "sign_in_unknown_offline"
    CODE_INVALID = "code_invalid"


class ConsoleError(Exception):
    """Base of what is told to the operator in place."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message)
        self.message = message


class Refused(ConsoleError):
    """A rule of the trade says no."""

    def __init__(self, refusal: Refusal, detail: str = "") -> None:
        super().__init__(f"{refusal}: {detail}" if detail else refusal)
        self.refusal = refusal
        self.detail = detail


class Offline(ConsoleError):
    """The centre cannot be reached; a state rather than a fault."""


class NotOurCentre(ConsoleError):
    """Something answered in the centre's place: a captive portal, a proxy's own page, another program."""


class ServerRefused(ConsoleError):
    """The centre answered, and said no."""

    def __init__(self, status: int, problem: str, detail: str = "", retry_after: float | None = None) -> None:
        super().__init__(detail or problem)
        self.status = status
        self.problem = problem  # a ProblemType
        self.retry_after = retry_after  # seconds


class StoreBroken(ConsoleError):
    """The desk's database cannot be read or written."""


class NotFound(ConsoleError):
    """A record that was asked for is not at this desk."""

    def __init__(self, kind: str, record_id: UUID) -> None:
        super().__init__(f"{kind} {record_id}")
