"""The black box: every operation once more, on plain append-only files, should the journal ever be damaged.

`blackbox-YYYYMM.ndjson`, one line an operation, fsynced before anything is printed. Each line is sealed with the desk's
key (AES-256-GCM), since the databases beside it are encrypted too; the seal is also its checksum.
"""

import os
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from protocol.times import Instant, local

_NONCE_BYTES = 12


class _Line(msgspec.Struct, frozen=True):
    n: int
    sealed: str  # base64 of nonce and ciphertext


class BlackBox:
    """Writes and reads the sealed files of one desk."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._seal = AESGCM(key)

    def write(self, n: int, body: bytes, now: Instant) -> None:
        """Append one operation's bytes; on return they are on the disk."""
        nonce = os.urandom(_NONCE_BYTES)
        line = _Line(n, b64encode(nonce + self._seal.encrypt(nonce, body, str(n).encode())).decode())
        file = self._folder / f"blackbox-{local(now):%Y%m}.ndjson"
        with file.open("ab") as box:
            if box.tell() and _ends_torn(file):
                box.write(b"\n")
            box.write(msgspec.json.encode(line) + b"\n")
            box.flush()
            os.fsync(box.fileno())

    def read(self) -> Iterator[bytes]:
        """Yield every operation that is whole, oldest first; torn or foreign lines are passed over."""
        for file in sorted(self._folder.glob("blackbox-*.ndjson")):
            for text in file.read_bytes().splitlines():
                try:
                    line = msgspec.json.decode(text, type=_Line)
                    sealed = b64decode(line.sealed)
                    yield self._seal.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], str(line.n).encode())
                except (msgspec.DecodeError, ValueError, InvalidTag):
                    continue


def _ends_torn(file: Path) -> bool:
    """Tell whether the file's last line was cut by a power failure."""
    with file.open("rb") as box:
        box.seek(-1, os.SEEK_END)
        return box.read(1) != b"\n"
