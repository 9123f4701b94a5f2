"""The wire around the calls: limits, errors, compression, description."""

import gzip
from collections.abc import Callable

import msgspec
import pytest
import requests
import zstandard

from protocol.cursor import START
from protocol.operations import OperationType, encode_operation
from protocol.problems import ProblemType
from protocol.wire import Health, OpsReply
from tests.central.centre import RunningCentre
from tests.central.wire_desk import WireDesk, problem_of

NOTE = OperationType.NOTE_ADD

DECOMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "zstd": zstandard.ZstdDecompressor().decompress,
    "gzip": gzip.decompress,
    "identity": bytes,
}


def zstd(body: bytes) -> bytes:
    """Compress as a desk that knows zstd."""
    return zstandard.ZstdCompressor().compress(body)


@pytest.mark.parametrize(("encoding", "compress"), [("gzip", gzip.compress), ("zstd", zstd)])
def test_bodies_may_come_compressed(desk: WireDesk, encoding: str, compress: Callable[[bytes], bytes]) -> None:
    batch = desk.batch([encode_operation(desk.operation(NOTE, [desk.note(desk.register())]))])
    response = desk.post("ops", compress(batch), **{"Content-Encoding": encoding})
    assert msgspec.json.decode(response.content, type=OpsReply).results[0].status == "applied"


@pytest.mark.parametrize("accepted", ["zstd", "gzip", "identity"])
def test_answers_are_compressed_as_the_desk_asks(desk: WireDesk, accepted: str) -> None:
    ticket_id = desk.register()
    operations = [encode_operation(desk.operation(NOTE, [desk.note(ticket_id)])) for _ in range(30)]
    response = desk.http.post(
        f"{desk.centre.url}/sync/v1/ops",
        data=desk.batch(operations),
        headers={"Accept-Encoding": accepted},
        stream=True,
        timeout=10,
    )
    body = response.raw.read(decode_content=False)
    assert response.headers.get("Content-Encoding", "identity") == accepted
    decoded = DECOMPRESS[accepted](body)
    assert len(msgspec.json.decode(decoded, type=OpsReply).results) == 30


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"", {}),
        (b"{", {}),
        (b"[]", {}),
        (b"\xff", {}),
        (b'{"device_id": "\xff"}', {}),
        (b"[" * 100_000, {}),
        (b'{"ops":' + b"[" * 100_000, {}),
        (b"{}", {"Content-Encoding": "gzip"}),
        (gzip.compress(b"{}")[:-9], {"Content-Encoding": "gzip"}),
        (b"{}", {"Content-Encoding": "zstd"}),
        (b"{}", {"Content-Encoding": "br"}),
    ],
)
def test_a_body_that_cannot_be_read_is_told_so(desk: WireDesk, body: bytes, headers: dict[str, str]) -> None:
    response = desk.post("ops", body, **headers)
    assert response.status_code == 400
    assert problem_of(response).type is ProblemType.BODY_INVALID


def test_what_is_wrong_in_a_body_is_pointed_at(desk: WireDesk) -> None:
    response = desk.post("ops", b'{"device_id": 5}')
    assert problem_of(response).errors[0].pointer == "/device_id"


def test_a_batch_is_bounded_in_number(desk: WireDesk) -> None:
    operation = encode_operation(desk.operation(NOTE, [desk.note(desk.register())]))
    response = desk.post("ops", desk.batch([operation] * 101))
    assert response.status_code == 413
    assert problem_of(response).type is ProblemType.BATCH_TOO_LARGE


@pytest.mark.parametrize("size", [260_000, 600_000, 20_000_000])
@pytest.mark.parametrize("is_compressed", [False, True])
def test_a_batch_is_bounded_in_size(desk: WireDesk, size: int, is_compressed: bool) -> None:
    ticket_id = desk.register()
    operations = [encode_operation(desk.operation(NOTE, [desk.note(ticket_id, "я" * (size // 20))])) for _ in range(10)]
    body = desk.batch(operations)
    headers = {"Content-Encoding": "zstd"} if is_compressed else {}
    response = desk.post("ops", zstd(body) if is_compressed else body, **headers)
    assert response.status_code == 413
    assert problem_of(response).type is ProblemType.BATCH_TOO_LARGE


def test_a_batch_at_its_bounds_is_taken(desk: WireDesk) -> None:
    ticket_id = desk.register()
    operations = [encode_operation(desk.operation(NOTE, [desk.note(ticket_id, "я" * 1000)])) for _ in range(100)]
    reply = desk.push_raw(*operations)
    assert {result.status for result in reply.results} == {"applied"}


def test_a_batch_of_nothing_tells_the_head(desk: WireDesk) -> None:
    desk.pull()
    assert (desk.push().head, desk.push().results) == (desk.cursor.seq, ())


@pytest.mark.parametrize(("path", "status"), [("/nowhere", 404), ("/sync/v1/ops", 405), ("/sync/v1/nowhere", 404)])
def test_a_call_that_is_none_is_told_so(centre: RunningCentre, path: str, status: int) -> None:
    response = requests.get(f"{centre.url}{path}", timeout=10)
    assert response.status_code == status
    assert problem_of(response).type is ProblemType.NOT_FOUND


def test_a_fault_of_the_centre_is_logged_and_told_without_its_insides(
    desk: WireDesk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(*_: object) -> None:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr("central.feed.pages.read_page", failing)
    response = desk.get("changes", after=str(START), limit=3)
    assert response.status_code == 500
    assert problem_of(response).type is ProblemType.INTERNAL
    assert "inside" not in response.text
    assert "ZeroDivisionError: inside" in caplog.text


def test_health_tells_database_and_head(centre: RunningCentre, desk: WireDesk) -> None:
    response = requests.get(f"{centre.url}/health", timeout=10)
    health = msgspec.json.decode(response.content, type=Health)
    assert (health.status, health.database, health.epoch) == ("ok", centre.database.name, 1)
    assert health.head == desk.page(START).head


def test_every_call_is_described(centre: RunningCentre) -> None:
    document = requests.get(f"{centre.url}/schema", timeout=10).json()
    calls = {(path, verb) for path, verbs in document["paths"].items() for verb in verbs}
    assert calls == {
        ("/health", "get"),
        ("/sync/v1/changes", "get"),
        ("/sync/v1/enrol", "post"),
        ("/sync/v1/hello", "post"),
        ("/sync/v1/ops", "post"),
        ("/sync/v1/sign-in", "post"),
        ("/sync/v1/stream", "get"),
    }
    changes = document["paths"]["/sync/v1/changes"]["get"]
    assert {parameter["name"] for parameter in changes["parameters"]} >= {"after", "limit", "wait"}
    assert "ChangesPage" in changes["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
    assert changes["security"] == [{"desk": []}]
    pushed = document["paths"]["/sync/v1/ops"]["post"]["requestBody"]["content"]["application/json"]
    assert pushed["schema"]["$ref"].endswith("/OpsRequest")


def test_every_answer_names_the_protocol(centre: RunningCentre, desk: WireDesk) -> None:
    answers = [desk.get("changes", after=str(START)), requests.get(f"{centre.url}/health", timeout=10), desk.get("x")]
    assert [response.headers["Sync-Protocol"] for response in answers] == ["1"] * 3
