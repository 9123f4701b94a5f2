"""Calls to the centre by HTTP; blocking, run on the network lane.

Whatever is not a centre's answer is told apart: a captive portal or a proxy may answer 200 with a page of its own.
"""

import gzip
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from socket import SHUT_RDWR
from typing import Any, TypeVar
from uuid import UUID

import msgspec
import requests
import truststore
from requests.adapters import HTTPAdapter

from console.errors import NotOurCentre, Offline, ServerRefused
from protocol.cursor import Cursor
from protocol.problems import Problem
from protocol.wire import (
    PAGE_SIZE,
    PROTOCOL_VERSION,
    ChangesPage,
    EnrolReply,
    EnrolRequest,
    HelloReply,
    HelloRequest,
    OpsReply,
    OpsRequest,
    SignInReply,
    SignInRequest,
)

T = TypeVar("T")

CONNECT_SECONDS = 3.0
REPLY_SECONDS = 10.0
SILENCE_SECONDS = 45.0
"""A stream without a byte for so long is dead."""
LONG_POLL_SECONDS = 25

_COMPRESS_FROM = 1024  # bytes


class CentreClient:
    """Speaks with one centre as one device; the credentials are set after enrolment."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._session = requests.Session()
        self._session.mount("https://", _SystemTrustAdapter())
        self._session.headers["Sync-Protocol"] = str(PROTOCOL_VERSION)
        self._session.headers["Accept-Encoding"] = "gzip"
        self._live: requests.Response | None = None
        self._live_lock = threading.Lock()

    def identify(self, device_id: UUID, token: str) -> None:
        """Speak as this device from now on."""
        self._session.headers["Authorization"] = f"Desk {device_id}:{token}"

    def enrol(self, code: str, fingerprint: str) -> EnrolReply:
        """Exchange a one-time code for a device identity.

        This and every call below raises Offline, NotOurCentre or ServerRefused.
        """
        return self._post("/sync/v1/enrol", EnrolRequest(code=code, fingerprint=fingerprint), EnrolReply)

    def sign_in(self, login: str, password: str) -> SignInReply:
        """Open a session for a person."""
        return self._post("/sync/v1/sign-in", SignInRequest(login=login, password=password), SignInReply)

    def hello(self, request: HelloRequest) -> HelloReply:
        """Greet the centre."""
        return self._post("/sync/v1/hello", request, HelloReply)

    def push(self, request: OpsRequest) -> OpsReply:
        """Send a batch of operations."""
        return self._post("/sync/v1/ops", request, OpsReply)

    def pull(self, after: Cursor) -> ChangesPage:
        """Fetch the page after a cursor."""
        return self._changes(after, 0)

    def wait(self, after: Cursor) -> ChangesPage:
        """Fetch the page after a cursor, waiting for one if there is none."""
        return self._changes(after, LONG_POLL_SECONDS)

    def stream(self, after: Cursor, is_wanted: Callable[[], bool]) -> Iterator[ChangesPage]:
        """Yield pages as they come, until the centre ends the stream or it is no longer wanted."""
        response = self._request(
            "GET",
            "/sync/v1/stream",
            params={"after": str(after)},
            stream=True,
            timeout=(CONNECT_SECONDS, SILENCE_SECONDS),
        )
        with self._live_lock:
            self._live = response
        try:
            if is_wanted():
                yield from (self._decode(data, response, ChangesPage) for data in _event_data(response))
        except (requests.RequestException, AttributeError) as failure:
            # A socket shut down by `interrupt` leaves urllib3 without its file object.
            raise Offline(str(failure)) from failure
        finally:
            with self._live_lock:
                self._live = None
            response.close()

    def interrupt(self) -> None:
        """End an open stream from another thread."""
        with self._live_lock:
            connection = None if self._live is None else getattr(self._live.raw, "connection", None)
            sock = getattr(connection, "sock", None)
            if sock is not None:
                with suppress(OSError):
                    sock.shutdown(SHUT_RDWR)

    def close(self) -> None:
        """Close every connection."""
        self.interrupt()
        self._session.close()

    def _changes(self, after: Cursor, wait: int) -> ChangesPage:
        params = {"after": str(after), "limit": str(PAGE_SIZE)} | ({"wait": str(wait)} if wait else {})
        response = self._request(
            "GET", "/sync/v1/changes", params=params, timeout=(CONNECT_SECONDS, wait + REPLY_SECONDS)
        )
        return self._decode(response.content, response, ChangesPage)

    def _post(self, path: str, body: msgspec.Struct, reply: type[T]) -> T:
        data = msgspec.json.encode(body)
        headers = {"Content-Type": "application/json"}
        if len(data) >= _COMPRESS_FROM:
            data = gzip.compress(data, compresslevel=1)
            headers["Content-Encoding"] = "gzip"
        response = self._request("POST", path, data=data, headers=headers, timeout=(CONNECT_SECONDS, REPLY_SECONDS))
        return self._decode(response.content, response, reply)

    def _request(self, method: str, path: str, **options: Any) -> requests.Response:
        try:
            response = self._session.request(method, self.url + path, allow_redirects=False, **options)
        except requests.RequestException as failure:
            raise Offline(str(failure)) from failure
        if response.status_code == requests.codes.ok and "Sync-Protocol" in response.headers:
            return response
        try:
            problem = msgspec.json.decode(response.content, type=Problem)
        except (msgspec.DecodeError, requests.RequestException):
            if response.status_code in _GATEWAY_TROUBLE:
                raise Offline(f"HTTP {response.status_code}") from None
            raise NotOurCentre(f"HTTP {response.status_code}") from None
        raise ServerRefused(response.status_code, problem.type, problem.detail, _retry_after(response))

    def _decode(self, data: bytes, response: requests.Response, kind: type[T]) -> T:
        try:
            return msgspec.json.decode(data, type=kind)
        except msgspec.DecodeError as failure:
            raise NotOurCentre(f"{response.url}: {failure}") from failure


_GATEWAY_TROUBLE = (502, 504)
"""A proxy before the centre says that the centre does not answer."""


class _SystemTrustAdapter(HTTPAdapter):
    """Trusts what the operating system trusts: cities run their own certificate authorities."""

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, ssl_context=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT), **options)


def _event_data(response: requests.Response) -> Iterator[bytes]:
    """Yield the data of each server-sent event (WHATWG HTML, 9.2.6); comments keep the connection alive."""
    data: list[bytes] = []
    for line in response.iter_lines(chunk_size=None):
        if line.startswith(b"data:"):
            data.append(line[5:].removeprefix(b" "))
        elif not line and data:
            yield b"\n".join(data)
            data = []


def _retry_after(response: requests.Response) -> float | None:
    """Return the seconds of a Retry-After header; its date form is not used by our centre."""
    value = response.headers.get("Retry-After", "")
    return float(value) if value.isdecimal() else None
