"""Who works at this desk now."""

from dataclasses import dataclass
from uuid import UUID

from console.errors import Refusal, Refused
from console.store.database import Actor
from protocol.vocabulary import Role


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person at the desk; the session is None when the centre was away at sign-in."""

    account_id: UUID
    name: str
    role: Role
    operator_code: str
    session: UUID | None

    @property
    def actor(self) -> Actor:
        """The person as author of operations."""
        return Actor(self.account_id, self.session)


class Shift:
    """Holds the person and the desk; services ask it who acts."""

    def __init__(self) -> None:
        self._person: SignedIn | None = None
        self._desk_id: UUID | None = None

    def begin(self, person: SignedIn, desk_id: UUID) -> None:
        """Let this person work at this desk."""
        self._person, self._desk_id = person, desk_id

    @property
    def person(self) -> SignedIn:
        """Who works here.

        Raises Refused before anyone has signed in.
        """
        if self._person is None:
            raise Refused(Refusal.NOT_SIGNED_IN)
        return self._person

    @property
    def desk_id(self) -> UUID:
        """This workplace.

        Raises Refused before the desk was enrolled.
        """
        if self._desk_id is None:
            raise Refused(Refusal.NOT_ENROLLED)
        return self._desk_id
