"""Signing in: at the centre, or, while it is away, by what this desk remembers of the person."""

from collections.abc import Callable
from typing import TypeAlias

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from console.errors import Refusal, Refused
from console.services.shift import SignedIn
from console.store import directory, verifiers
from console.store.database import Database
from protocol.times import DAY, Clock
from protocol.wire import SignInReply

OFFLINE_GRACE = 7 * DAY
"""How long after a sign-in at the centre a person may sign in without it (research: offline login)."""

AskCentre: TypeAlias = Callable[[str, str], SignInReply]


class SignInService:
    """Tells whether a login and password open this desk."""

    def __init__(self, database: Database, ask_centre: AskCentre, clock: Clock) -> None:
        self._database = database
        self._ask_centre = ask_centre
        self._clock = clock
        self._hasher = PasswordHasher()

    def ask(self, login: str, password: str) -> SignedIn:
        """Sign in at the centre; runs on the network lane.

        Raises Offline when the centre is away, ServerRefused when it says no.
        """
        reply = self._ask_centre(login, password)
        account = reply.account
        return SignedIn(account.id, account.name, account.role, account.operator_code, reply.session)

    def remember(self, login: str, password: str, person: SignedIn) -> None:
        """Let this person sign in here while the centre is away; runs on the writer thread."""
        verifier = verifiers.KnownPerson(person.account_id, self._hasher.hash(password), self._clock.now())
        with self._database.journal.write() as connection:
            verifiers.keep(connection, login, verifier)

    def recall(self, login: str, password: str) -> SignedIn:
        """Sign in without the centre.

        Raises Refused when this desk does not know the person, the password is wrong or the last sign-in is too old.
        """
        with self._database.journal.read() as connection:
            known = verifiers.find(connection, login)
        if known is None or self._clock.now() - known.signed_in_at > OFFLINE_GRACE:
            raise Refused(Refusal.SIGN_IN_UNKNOWN_OFFLINE)
        try:
            self._hasher.verify(known.password_hash, password)
        except VerifyMismatchError:
            raise Refused(Refusal.PASSWORD_WRONG) from None
        with self._database.read() as connection:
            account = directory.account(connection, known.account_id)
        if account is None or not account.is_active:
            raise Refused(Refusal.SIGN_IN_UNKNOWN_OFFLINE)
        return SignedIn(account.id, account.name, account.role, account.operator_code, None)
