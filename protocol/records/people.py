"""Who works and where: accounts and desks, as every desk may know them."""

from uuid import UUID

from protocol.records.record import Record
from protocol.vocabulary import Role


class Account(Record, frozen=True, kw_only=True):
    """A person who signs in; secrets stay at the centre."""

    login: str
    name: str
    role: Role
    operator_code: str = ""  # printed on slips instead of the name
    is_active: bool = True


class Desk(Record, frozen=True, kw_only=True):
    """A workplace (робоче місце)."""

    name: str
    extension: str = ""  # of its telephone
    devices: tuple[UUID, ...] = ()  # identities its machine was given, oldest first; events name the device
