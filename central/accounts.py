"""Accounts: people who sign in. Their records go through the feed, their secrets stay here."""

import msgspec
from sqlalchemy import Connection, bindparam, update

from central.feed.clerk import publish
from central.feed.draft import Draft
from central.feed.slate import Document, Slate
from central.feed.validation import document
from central.passwords import hash_password
from central.schema import account_secret, session
from protocol.events import EventKind, RecordSet
from protocol.ids import new_id
from protocol.records import Account
from protocol.times import Instant
from protocol.vocabulary import Role

LONGEST_LOGIN = 100


class LoginTaken(ValueError):
    """An account has this login."""


class LoginUnknown(ValueError):
    """No account has this login."""


def folded(login: str) -> str:
    """Return a login as it is compared: without capitals and what cannot be seen."""
    return "".join(filter(str.isprintable, login)).strip().casefold()[:LONGEST_LOGIN]


def add_account(
    connection: Connection, login: str, name: str, role: Role, password: str, now: Instant, *, operator_code: str = ""
) -> Account:
    """Make an account that may sign in at every desk.

    Raises LoginTaken.
    """
    if read_account(connection, login) is not None:
        raise LoginTaken(login)
    account = Account(id=new_id(now), login=folded(login), name=name, role=role, operator_code=operator_code)
    _publish(connection, "account.add", account, document(account), now)
    _keep_secret(connection, account, password)
    return account


def set_password(connection: Connection, login: str, password: str) -> None:
    """Give an account a password in place of the one it had; an imported one had none and could not sign in.

    Raises LoginUnknown.
    """
    account = _known(connection, login)
    _keep_secret(connection, account, password)


def disable_account(connection: Connection, login: str, now: Instant) -> None:
    """End an account's sessions and let it sign in no more.

    Raises LoginUnknown.
    """
    account = _known(connection, login)
    connection.execute(_DISABLE, {"account": account.id})
    connection.execute(_END_SESSIONS, {"account": account.id, "now": now})
    _publish(connection, "account.disable", account, {"is_active": False}, now)


def read_account(connection: Connection, login: str) -> Account | None:
    """Return the account of a login."""
    rows = Slate(connection).rows_of("account")
    accounts = (msgspec.convert(row.doc | {"id": row.id}, Account) for row in rows)
    return next((account for account in accounts if folded(account.login) == folded(login)), None)


def _known(connection: Connection, login: str) -> Account:
    account = read_account(connection, login)
    if account is None:
        raise LoginUnknown(login)
    return account


def _keep_secret(connection: Connection, account: Account, password: str) -> None:
    secret = hash_password(password)
    if connection.execute(_SET_PASSWORD, {"account": account.id, "hash": secret}).rowcount == 0:
        connection.execute(
            account_secret.insert(),
            {
                "account_id": account.id,
                "login": folded(account.login),
                "password_hash": secret,
                "is_active": account.is_active,
            },
        )


def _publish(connection: Connection, kind: str, account: Account, values: Document, now: Instant) -> None:
    draft = Draft(
        kind=EventKind.SYSTEM,
        op_id=new_id(now),
        type=kind,
        occurred_ms=now,
        sets=(RecordSet("account", account.id, values),),
    )
    publish(connection, [draft], now)


_SET_PASSWORD = (
    update(account_secret)
    .where(account_secret.c.account_id == bindparam("account"))
    .values(password_hash=bindparam("hash"))
)
_DISABLE = update(account_secret).where(account_secret.c.account_id == bindparam("account")).values(is_active=False)
_END_SESSIONS = (
    update(session)
    .where(session.c.account_id == bindparam("account"), session.c.ended_ms.is_(None))
    .values(ended_ms=bindparam("now"))
)
