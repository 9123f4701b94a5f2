"""Hybrid logical clock: times that never run backwards on one desk and sort across desks.

Kulkarni et al., "Logical Physical Clocks" (2014). Written `000001931f2c4d5e-0003`: hexadecimal milliseconds and a
counter, so text order is time order.
"""

from typing import NamedTuple

from protocol.times import MINUTE, Instant

MAX_AHEAD = 5 * MINUTE
"""How far in the future an effective time may lie; the centre clamps to it and never refuses (protocol rule 9)."""


_LAST_COUNTER = 0xFFFF


class HybridTime(NamedTuple):
    """Milliseconds and a counter that orders acts within one millisecond."""

    wall: Instant
    counter: int

    def __str__(self) -> str:
        return f"{max(self.wall, 0):016x}-{self.counter:04x}"

    @classmethod
    def parse(cls, text: str) -> "HybridTime":
        """Return the time of its text.

        Raises ValueError when the text is no hybrid time.
        """
        wall, count = text.split("-")
        return cls(int(wall, 16), int(count, 16))

    def tick(self, now: Instant) -> "HybridTime":
        """Return the time of the next act at wall clock `now`."""
        if now > self.wall:
            return HybridTime(now, 0)
        if self.counter == _LAST_COUNTER:
            return HybridTime(self.wall + 1, 0)
        return HybridTime(self.wall, self.counter + 1)


def effective_ms(stated: str, recorded_ms: Instant) -> Instant:
    """Return the instant by which competing values are compared: as stated, but not far in the centre's future.

    A text that is no hybrid time counts as recorded now.
    """
    try:
        wall = HybridTime.parse(stated).wall
    except ValueError:
        return recorded_ms
    return min(wall, recorded_ms + MAX_AHEAD)
