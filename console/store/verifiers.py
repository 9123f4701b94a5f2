"""What this desk remembers of people who signed in here, so that they can again while the centre is away."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, insert, select

from console.models import Verifier
from protocol.times import Instant


class KnownPerson(NamedTuple):
    """A person's account, the Argon2id hash made on this desk, and the last sign-in at the centre."""

    account_id: UUID
    password_hash: str
    signed_in_at: Instant


def keep(connection: Connection, login: str, person: KnownPerson) -> None:
    """Remember a person, newest word wins."""
    connection.execute(insert(Verifier).prefix_with("OR REPLACE"), {"login": login, **person._asdict()})


def find(connection: Connection, login: str) -> KnownPerson | None:
    """Return what is remembered of a login, or None."""
    columns = select(Verifier.account_id, Verifier.password_hash, Verifier.signed_in_at)
    row = connection.execute(columns.where(Verifier.login == login)).first()
    return None if row is None else KnownPerson(row.account_id, row.password_hash, row.signed_in_at)
