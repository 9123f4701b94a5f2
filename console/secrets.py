"""Where the desk's secrets lie: the operating system's store; never a plain file of a real desk."""

import secrets
from pathlib import Path
from typing import Protocol

import keyring

_SERVICE = "contact-console"


class SecretStore(Protocol):
    """Keeps short secrets by name."""

    def read(self, name: str) -> str | None:
        """Return the secret, or None when there is none."""
        ...

    def write(self, name: str, secret: str) -> None:
        """Keep a secret."""
        ...


class SystemSecrets:
    """Secrets in the operating system's own store (Windows Credential Manager, Secret Service)."""

    def __init__(self, desk_folder: Path) -> None:
        self._prefix = str(desk_folder.resolve())

    def read(self, name: str) -> str | None:
        """Return the secret, or None when there is none."""
        return keyring.get_password(_SERVICE, f"{self._prefix}:{name}")

    def write(self, name: str, secret: str) -> None:
        """Keep a secret."""
        keyring.set_password(_SERVICE, f"{self._prefix}:{name}", secret)


class SampleSecrets:
    """Secrets of a desk with sample data, in its own folder; the status bar says so."""

    def __init__(self, desk_folder: Path) -> None:
        self._folder = desk_folder / "sample-secrets"

    def read(self, name: str) -> str | None:
        """Return the secret, or None when there is none."""
        file = self._folder / name
        return file.read_text("ascii") if file.exists() else None

    def write(self, name: str, secret: str) -> None:
        """Keep a secret."""
        self._folder.mkdir(parents=True, exist_ok=True)
        written = self._folder / f"{name}.new"
        written.write_text(secret, "ascii")
        written.replace(self._folder / name)


def database_key(store: SecretStore) -> bytes:
    """Return the desk's 256-bit database key, made at first use."""
    kept = store.read("database-key")
    if kept is None:
        kept = secrets.token_hex(32)
        store.write("database-key", kept)
    return bytes.fromhex(kept)
