"""Devices: enrolled by a one-time code, known by a token, heard of by their hellos."""

import hmac
import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

import msgspec
from sqlalchemy import Connection, bindparam, select, update

from central.database import Database
from central.feed.clerk import publish
from central.feed.draft import Draft
from central.feed.head import read_head
from central.feed.slate import Slate
from central.problems import code_invalid, unauthorized
from central.schema import DeviceState, device, enrolment
from central.series import lease, leases
from protocol.events import EventKind, RecordSet
from protocol.ids import new_id
from protocol.times import DAY, Instant
from protocol.wire import EnrolReply, EnrolRequest, HelloReply, HelloRequest

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that looks or sounds like another
CODE_LENGTH = 8
CODE_LIFE = DAY
TRUST_SECONDS = 5.0
"""How long a token that was right is not looked up again: so soon a revoked device is out."""

TRUSTED_AT_MOST = 1024


def invite(connection: Connection, desk_id: UUID, now: Instant) -> str:
    """Return a new one-time code by which a device becomes this desk's, `K7QF-3MPD`; good for a day."""
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    connection.execute(
        enrolment.insert(), {"code_hash": _code_hash(code), "desk_id": desk_id, "expires_ms": now + CODE_LIFE}
    )
    return f"{code[:4]}-{code[4:]}"


def enrol(connection: Connection, request: EnrolRequest, now: Instant) -> EnrolReply:
    """Make a device of whoever holds a valid code; the code is used up.

    Raises ProblemRaised (403).
    """
    use = {"hash": _code_hash(request.code), "now": now}
    desk_id = connection.execute(_USE_CODE, use).scalar()
    if desk_id is None:
        raise code_invalid()
    device_id, token = new_id(now), secrets.token_urlsafe(32)
    connection.execute(
        device.insert(),
        {
            "id": device_id,
            "desk_id": desk_id,
            "token_hash": _token_hash(token),
            "fingerprint": request.fingerprint,
            "state": DeviceState.ACTIVE.value,
            "enrolled_ms": now,
            "last_seen_ms": now,
            "last_n": 0,
        },
    )
    _tell_desks(connection, desk_id, device_id, now)
    return EnrolReply(device_id=device_id, desk_id=desk_id, token=token, series=lease(connection, device_id, now))


def _tell_desks(connection: Connection, desk_id: UUID, device_id: UUID, now: Instant) -> None:
    """Let every desk know whose the device is: timelines name the desk at which something was done."""
    slate = Slate(connection)
    slate.load([("desk", desk_id)], lock=True)
    row = slate.row("desk", desk_id)
    known = row.doc.get("devices", []) if row is not None else []
    change = RecordSet("desk", desk_id, {"devices": [*known, str(device_id)]})
    draft = Draft(kind=EventKind.SYSTEM, op_id=new_id(now), type="desk.enrol", occurred_ms=now, sets=(change,))
    publish(connection, [draft], now)


def hello(connection: Connection, request: HelloRequest, spread_s: float, now: Instant) -> HelloReply:
    """Keep what a device tells of itself and tell it where the centre stands."""
    connection.execute(
        _HEARD,
        {
            "device": request.device_id,
            "now": now,
            "heard_nonce": request.nonce,
            "heard_fingerprint": request.fingerprint,
            "heard": msgspec.to_builtins(request),
        },
    )
    head = read_head(connection)
    return HelloReply(
        server_time_ms=now,
        epoch=head.epoch,
        head=head.seq,
        durable_seq=head.durable_seq,
        series=leases(connection, request.device_id, now),
        spread_s=spread_s,
    )


@dataclass(frozen=True, slots=True)
class _Trust:
    token_hash: bytes
    until: float


class Gatekeeper:
    """Knows devices by the `Authorization: Desk <device id>:<token>` header."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._trusted: OrderedDict[UUID, _Trust] = OrderedDict()

    def trusts(self, header: str) -> UUID | None:
        """Return the device of a header that was right a moment ago, without asking the database."""
        device_id, token_hash = _credentials(header)
        trust = self._trusted.get(device_id)
        if trust is None or trust.until < time.monotonic() or not hmac.compare_digest(trust.token_hash, token_hash):
            return None
        return device_id

    def check(self, header: str) -> UUID:
        """Return the device of a header.

        Raises ProblemRaised (401) when there is none, its token is wrong, or it is revoked.
        """
        device_id, token_hash = _credentials(header)
        with self._database.read() as connection:
            row = connection.execute(_TOKEN, {"device": device_id}).one_or_none()
        stored = row.token_hash if row is not None else bytes(len(token_hash))
        if not hmac.compare_digest(stored, token_hash) or row is None or row.state != DeviceState.ACTIVE:
            raise unauthorized()
        self._trusted[device_id] = _Trust(token_hash, time.monotonic() + TRUST_SECONDS)
        while len(self._trusted) > TRUSTED_AT_MOST:
            self._trusted.popitem(last=False)
        return device_id


def _credentials(header: str) -> tuple[UUID, bytes]:
    scheme, _, credentials = header.partition(" ")
    device_id, _, token = credentials.strip().partition(":")
    try:
        if scheme.lower() == "desk" and token:
            return UUID(device_id), _token_hash(token)
    except ValueError:
        pass
    raise unauthorized()


def _token_hash(token: str) -> bytes:
    return sha256(token.encode()).digest()


def _code_hash(code: str) -> bytes:
    """Return the hash of a code however it was typed: small letters, blanks, without the dash."""
    return sha256("".join(filter(str.isalnum, code)).upper().encode()).digest()


_USE_CODE = (
    update(enrolment)
    .where(
        enrolment.c.code_hash == bindparam("hash"),
        enrolment.c.used_ms.is_(None),
        enrolment.c.expires_ms >= bindparam("now"),
    )
    .values(used_ms=bindparam("now"))
    .returning(enrolment.c.desk_id)
)
_TOKEN = select(device.c.token_hash, device.c.state).where(device.c.id == bindparam("device"))
_HEARD = (
    update(device)
    .where(device.c.id == bindparam("device"))
    .values(
        last_seen_ms=bindparam("now"),
        nonce=bindparam("heard_nonce"),
        fingerprint=bindparam("heard_fingerprint"),
        hello=bindparam("heard"),
    )
)
