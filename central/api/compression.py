"""Compressed answers: zstd, or gzip for who does not know it."""

from io import BytesIO

from litestar.config.compression import CompressionConfig
from litestar.enums import CompressionEncoding
from litestar.middleware.compression.facade import CompressionFacade

from central.encodings import COMPRESSED_FROM, GZIP_LEVEL, Encoding, encode

ENCODED_ALREADY = "encoded_already"
"""Option of a route whose answers come compressed, or must not be."""


class ZstdCompression(CompressionFacade):
    """Writes an answer's body as one zstd frame that tells its size, which some readers need."""

    encoding = Encoding.ZSTD.value

    def __init__(
        self, buffer: BytesIO, compression_encoding: CompressionEncoding | str, config: CompressionConfig
    ) -> None:
        self._buffer = buffer
        self._body = bytearray()

    def write(self, body: bytes) -> None:
        """Take a part of the body."""
        self._body += body

    def close(self) -> None:
        """Write the frame."""
        self._buffer.write(encode(bytes(self._body), Encoding.ZSTD))


COMPRESSION = CompressionConfig(
    backend=Encoding.ZSTD.value,
    compression_facade=ZstdCompression,
    minimum_size=COMPRESSED_FROM,
    gzip_compress_level=GZIP_LEVEL,
    exclude_opt_key=ENCODED_ALREADY,
)
