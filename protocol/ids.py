"""Identifiers: UUIDv7 for what happens, UUIDv5 for reference rows that every import must name alike."""

import os
from uuid import UUID, uuid5

from protocol.times import Instant

_REFERENCE_NAMESPACE = UUID("6a1f6c1e-2c55-5c0b-9d0e-4f0c2b7a9d10")


def new_id(now: Instant) -> UUID:
    """Return a UUIDv7 (RFC 9562, 5.7) that sorts by its millisecond `now`."""
    randomness = int.from_bytes(os.urandom(10), "big")
    value = (now & 0xFFFF_FFFF_FFFF) << 80 | randomness
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


def reference_id(kind: str, code: str) -> UUID:
    """Return the id of a reference row: the same kind and code give the same id on every machine and every import."""
    return uuid5(_REFERENCE_NAMESPACE, f"{kind}:{code}")
