"""Signing in at a desk: one answer to every failure, and a pause after several."""

from dataclasses import dataclass
from uuid import UUID

import msgspec
from sqlalchemy import Connection, bindparam, delete, select, update

from central.accounts import folded
from central.database import Database
from central.feed.slate import Slate
from central.passwords import is_password
from central.problems import credentials_invalid, too_many_attempts
from central.schema import account_secret, session, sign_in_failure
from protocol.ids import new_id
from protocol.records import Account
from protocol.times import DAY, MINUTE, SECOND, Instant
from protocol.wire import SignInReply, SignInRequest

FAILURES_ALLOWED = 5
PAUSE = 30 * SECOND
FORGET_AFTER = 15 * MINUTE
SWEEP_AFTER = DAY


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A login tried at a device, with the secret it has to match."""

    login: str
    device_id: UUID
    account_id: UUID | None
    password_hash: str | None


def begin_session(database: Database, device_id: UUID, request: SignInRequest, now: Instant) -> SignInReply:
    """Begin a person's session at a device.

    An attempt counts as failed until it succeeds, so that many at once gain nothing.
    Raises ProblemRaised: 403 for whatever is wrong, 429 after too many failures.
    """
    attempt = database.transact(lambda connection: _begin(connection, device_id, request.login, now))
    if not is_password(request.password, attempt.password_hash) or attempt.account_id is None:
        raise credentials_invalid()
    account_id = attempt.account_id
    return database.transact(lambda connection: _succeed(connection, attempt, account_id, now))


def _begin(connection: Connection, device_id: UUID, login: str, now: Instant) -> _Attempt:
    key = {"folded": folded(login), "device": device_id}
    failure = connection.execute(_FAILURE, key).one_or_none()
    if failure is None:
        connection.execute(_SWEEP, {"before": now - SWEEP_AFTER})
        connection.execute(
            sign_in_failure.insert(), {"login": key["folded"], "device_id": device_id, "count": 1, "last_ms": now}
        )
    else:
        failures, last_ms = failure
        wait = last_ms + PAUSE - now
        if failures >= FAILURES_ALLOWED and wait > 0:
            raise too_many_attempts(-(-wait // SECOND))
        failures = 1 if now > last_ms + FORGET_AFTER else failures + 1
        connection.execute(_COUNT, {**key, "failures": failures, "now": now})
    secret = connection.execute(_SECRET, key).one_or_none()
    return _Attempt(folded(login), device_id, *((None, None) if secret is None else secret))


def _succeed(connection: Connection, attempt: _Attempt, account_id: UUID, now: Instant) -> SignInReply:
    connection.execute(_FORGET, {"folded": attempt.login, "device": attempt.device_id})
    row = Slate(connection).row("account", account_id)
    account = None if row is None else msgspec.convert(row.doc | {"id": account_id}, Account)
    if account is None or not account.is_active:  # an import may have disabled it
        raise credentials_invalid()
    session_id = new_id(now)
    connection.execute(
        session.insert(),
        {"id": session_id, "account_id": account_id, "device_id": attempt.device_id, "created_ms": now},
    )
    return SignInReply(session=session_id, account=account)


_KEY = (sign_in_failure.c.login == bindparam("folded"), sign_in_failure.c.device_id == bindparam("device"))
_FAILURE = select(sign_in_failure.c.count, sign_in_failure.c.last_ms).where(*_KEY).with_for_update()
_COUNT = update(sign_in_failure).where(*_KEY).values(count=bindparam("failures"), last_ms=bindparam("now"))
_FORGET = delete(sign_in_failure).where(*_KEY)
_SWEEP = delete(sign_in_failure).where(sign_in_failure.c.last_ms < bindparam("before"))
_SECRET = select(account_secret.c.account_id, account_secret.c.password_hash).where(
    account_secret.c.login == bindparam("folded"), account_secret.c.is_active
)
