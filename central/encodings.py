"""Content encodings both ways: zstd, or gzip for who does not know it."""

import gzip
import zlib
from enum import StrEnum

import zstandard

COMPRESSED_FROM = 1024  # bytes; below it compression costs more than it saves
ZSTD_LEVEL = 3
GZIP_LEVEL = 6


class Encoding(StrEnum):
    """How a body is encoded, as HTTP names it."""

    ZSTD = "zstd"
    GZIP = "gzip"
    IDENTITY = "identity"


class Undecodable(ValueError):
    """A body is not in the encoding it claims, or grows beyond what is allowed."""


def accepted(header: str) -> Encoding:
    """Return the best encoding an Accept-Encoding header allows."""
    offered = {}
    for part in header.lower().split(","):
        name, _, quality = part.partition(";")
        offered[name.strip()] = quality.replace(" ", "") not in ("q=0", "q=0.0")
    return next((encoding for encoding in (Encoding.ZSTD, Encoding.GZIP) if offered.get(encoding)), Encoding.IDENTITY)


def encode(body: bytes, encoding: Encoding) -> bytes:
    """Return a body in this encoding."""
    match encoding:
        case Encoding.ZSTD:
            return zstandard.ZstdCompressor(ZSTD_LEVEL).compress(body)
        case Encoding.GZIP:
            return gzip.compress(body, GZIP_LEVEL, mtime=0)
        case Encoding.IDENTITY:
            return body


def decode(body: bytes, encoding: Encoding, limit: int) -> bytes:
    """Return a body decoded, up to `limit` bytes.

    Raises Undecodable.
    """
    try:
        match encoding:
            case Encoding.ZSTD:
                with zstandard.ZstdDecompressor().stream_reader(body) as reader:
                    plain = reader.read(limit + 1)
            case Encoding.GZIP:
                decoder = zlib.decompressobj(wbits=31)  # gzip's header, the largest window
                plain = decoder.decompress(body, limit + 1)
                if len(plain) <= limit and not decoder.eof:
                    raise Undecodable("cut short")
            case Encoding.IDENTITY:
                plain = body
    except (zstandard.ZstdError, zlib.error) as error:
        raise Undecodable(str(error)) from error
    return plain
