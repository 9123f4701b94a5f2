"""Accounts: people who sign in. Their records go through the feed, their secrets stay here."""

import msgspec
from sqlalchemy import Connection, Row, bindparam, select, update

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
    if _find(connection, login) is not None:
        raise LoginTaken(login)
    account = Account(id=new_id(now), login=folded(login), name=name, role=role, operator_code=operator_code)
    connection.execute(
        account_secret.insert(),
        {
            "account_id": account.id,
            "login": account.login,
            "password_hash": hash_password(password),
            "is_active": True,
        },
    )
    _publish(connection, "account.add", account, document(account), now)
    return account


def set_password(connection: Connection, login: str, password: str) -> None:
    """Give an account another password.

    Raises LoginUnknown.
    """
    account = _known(connection, login)
    connection.execute(_SET_PASSWORD, {"account": account.id, "hash": hash_password(password)})


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
    found = _find(connection, login)
    if found is None:
        return None
    row = Slate(connection).row("account", found.account_id)
    return None if row is None else msgspec.convert(row.doc | {"id": row.id}, Account)


def _known(connection: Connection, login: str) -> Account:
    account = read_account(connection, login)
    if account is None:
        raise LoginUnknown(login)
    return account


def _find(connection: Connection, login: str) -> Row[tuple[object, ...]] | None:
    return connection.execute(_SECRET, {"folded": folded(login)}).one_or_none()


def _publish(connection: Connection, kind: str, account: Account, values: Document, now: Instant) -> None:
    draft = Draft(
        kind=EventKind.SYSTEM,
        op_id=new_id(now),
        type=kind,
        occurred_ms=now,
        sets=(RecordSet("account", account.id, values),),
    )
    publish(connection, [draft], now)


_SECRET = select(account_secret.c.account_id).where(account_secret.c.login == bindparam("folded"))
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
