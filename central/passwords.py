"""Passwords as Argon2id hashes, with the library's parameters (RFC 9106, low-memory profile)."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()


def hash_password(password: str) -> str:
    """Return the hash to keep of a password; takes some 50 ms and 64 MiB by design."""
    return _hasher.hash(password)


def is_password(password: str, stored: str | None) -> bool:
    """Tell whether a password belongs to a stored hash; without one it takes as long and says no."""
    try:
        _hasher.verify(stored or _nobody(), password)
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


@cache
def _nobody() -> str:
    """Return the hash an unknown login is checked against, so that time tells nothing."""
    return _hasher.hash("nobody")
