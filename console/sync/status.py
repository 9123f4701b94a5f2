"""What the operator sees of the link to the centre."""

from dataclasses import dataclass
from enum import StrEnum

from protocol.times import Instant


class SyncTrouble(StrEnum):
    """Why the link is down."""

    UNREACHABLE = "unreachable"
    NOT_OUR_CENTRE = "not_our_centre"  # something answers, but not as a centre: a captive portal, a proxy's page
    REFUSED = "refused"  # the centre does not accept this desk
    BUSY = "busy"  # the centre asked to wait, or failed
    LOG_BROKEN = "log_broken"  # what the centre sends does not continue what this desk has


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """The link and the outbox at one moment; instants are of this desk's clock."""

    is_online: bool = False
    since: Instant | None = None  # of the present state of the link
    pending: int = 0
    oldest_ms: Instant | None = None
    parked: int = 0
    notices: int = 0
    last_sync: Instant | None = None
    trouble: SyncTrouble | None = None
