"""The server as a process: it says where it listens, and goes in good order."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import requests

from central.commands import main
from central.importing import import_records
from protocol.operations import OperationType
from tests.central.centre import RunningCentre
from tests.central.city import RECORDS
from tests.central.conftest import MakeUrl
from tests.central.wire_desk import WireDesk

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "import sys; from central.commands import main; sys.exit(main())"]


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Yield a serving process and its URL."""
    announced = folder / "port"
    with (folder / "words.txt").open("wb") as words:
        process = subprocess.Popen(
            [*COMMAND, "serve", "--port", "0", "--announce", str(announced), *arguments],
            cwd=ROOT,
            stdout=words,
            stderr=subprocess.STDOUT,
        )
        try:
            deadline = time.monotonic() + 30
            while not announced.exists():
                assert process.poll() is None, (folder / "words.txt").read_text(encoding="utf-8")
                assert time.monotonic() < deadline
                time.sleep(0.05)
            yield process, f"http://127.0.0.1:{announced.read_text(encoding='utf-8')}"
        finally:
            process.kill()
            process.wait()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_server_in_good_order_within_three_seconds(folder: Path, number: signal.Signals) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no signals to end a process by.")
    url = f"sqlite:///{(folder / 'centre.db').as_posix()}"
    assert main(["enrol", "--name", "Місце", "--database", url]) == 0
    with serving(folder, "--database", url) as (process, address):
        centre = RunningCentre(url)
        code = centre.invite()
        centre.database.close()
        device = requests.post(f"{address}/sync/v1/enrol", json={"code": code, "fingerprint": ""}, timeout=10).json()
        header = {"Authorization": f"Desk {device['device_id']}:{device['token']}"}
        start = {"after": "e0.0." + "0" * 32}
        page = requests.get(f"{address}/sync/v1/changes", params=start, headers=header, timeout=10).json()
        waiting = threading.Thread(
            target=requests.get,
            args=(f"{address}/sync/v1/changes",),
            kwargs={"params": {"after": page["next"], "wait": 20}, "headers": header, "timeout": 30},
        )
        waiting.start()
        with requests.get(
            f"{address}/sync/v1/stream", params={"after": page["next"]}, headers=header, stream=True, timeout=30
        ) as stream:
            lines = stream.iter_lines()
            assert next(lines) == b": open"
            began = time.monotonic()
            process.send_signal(number)
            assert any(line.startswith(b"retry: ") for line in lines)
        waiting.join(timeout=5)
        assert not waiting.is_alive()
        assert process.wait(timeout=5) == 0
        assert time.monotonic() - began < 3


@pytest.mark.postgres
@pytest.mark.slow
def test_several_processes_keep_one_log(new_database: MakeUrl, folder: Path) -> None:
    url = new_database()
    if isinstance(url, str):
        pytest.skip("Several processes need PostgreSQL.")
    text = url.render_as_string(hide_password=False)
    assert main(["migrate", "--database", text]) == 0
    with serving(folder, "--database", text, "--workers", "3") as (process, address), ExitStack() as stack:
        centre = RunningCentre(url, port=int(address.rpartition(":")[2]))
        stack.callback(centre.database.close)
        import_records(centre.database, RECORDS, centre.clock)
        desks = [WireDesk(centre, centre.add_account(f"person-{number}"), f"Місце {number}") for number in range(7)]
        for desk in desks:
            stack.callback(desk.close)
        reader, *writers = desks
        reader.pull()
        before = reader.cursor.seq

        def work(writer: WireDesk) -> None:
            ticket_id = writer.register()
            for _ in range(20):
                writer.do(OperationType.NOTE_ADD, writer.note(ticket_id))

        with ThreadPoolExecutor(len(writers)) as threads:
            working = [threads.submit(work, writer) for writer in writers]
            while reader.cursor.seq < before + 21 * len(writers):
                reader.take(reader.page(reader.cursor, wait=5))
            for each in working:
                each.result()
        assert reader.page(reader.cursor).events == ()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0
