"""Asks one address as often as it answers, over connections that stay open."""

import re
import socket
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

_CONNECTIONS = 4
_TIMEOUT_SECONDS = 10.0
_CHUNK = 1 << 18
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)
_OK = b"HTTP/1.1 200"


class Load:
    """A request ready to be sent again and again."""

    def __init__(self, port: int, path: str, headers: dict[str, str]) -> None:
        lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", *(f"{name}: {value}" for name, value in headers.items())]
        self._request = "\r\n".join([*lines, "", ""]).encode()
        self._sockets = [socket.create_connection(("127.0.0.1", port), _TIMEOUT_SECONDS) for _ in range(_CONNECTIONS)]
        self._threads = ThreadPoolExecutor(_CONNECTIONS)

    def per_second(self, seconds: float) -> float:
        """Return how many answers a second come, asking for so long.

        Raises RuntimeError when an answer is not 200.
        """
        start = perf_counter()
        answers = sum(self._threads.map(lambda each: self._ask_until(each, start + seconds), self._sockets))
        return answers / (perf_counter() - start)

    def close(self) -> None:
        """Close the connections."""
        self._threads.shutdown()
        for each in self._sockets:
            each.close()

    def _ask_until(self, connection: socket.socket, end: float) -> int:
        answers = 0
        buffer = bytearray(_CHUNK)
        while perf_counter() < end:
            connection.sendall(self._request)
            self._read_answer(connection, buffer)
            answers += 1
        return answers

    def _read_answer(self, connection: socket.socket, buffer: bytearray) -> None:
        head = b""
        while (end := head.find(b"\r\n\r\n")) < 0:
            head += connection.recv(_CHUNK)
        length = _LENGTH.search(head[: end + 2])
        if not head.startswith(_OK) or length is None:
            raise RuntimeError(head[:end].decode(errors="replace"))
        left = int(length[1]) - (len(head) - end - 4)
        while left > 0:
            left -= connection.recv_into(buffer, min(left, _CHUNK))
