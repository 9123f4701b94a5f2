"""One console has a data folder; a later start hands over its number and ends."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.ui.single_instance import SingleInstance


@pytest.fixture
def pool(qapp: QApplication) -> ThreadPoolExecutor:
    """Run the second start beside the first, as its own process would."""
    return ThreadPoolExecutor(1)


def test_a_folder_is_held_by_one_console_at_a_time(tmp_path: Path, qapp: QApplication) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    assert not second.claim()
    first.release()
    assert second.claim()
    second.release()


def test_two_folders_have_a_console_each(tmp_path: Path, qapp: QApplication) -> None:
    first, second = SingleInstance(tmp_path / "1"), SingleInstance(tmp_path / "2")
    assert first.claim()
    assert second.claim()
    first.release()
    second.release()


def test_a_later_start_hands_over_the_number_that_rings(tmp_path: Path, qtbot: QtBot, pool: ThreadPoolExecutor) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    with qtbot.waitSignal(first.rang) as signal:
        handed = pool.submit(lambda: SingleInstance(tmp_path).hand_over("+380 67 123 45 67\nx"))
    qtbot.waitUntil(handed.done)
    assert handed.result()
    assert signal.args == ["+380 67 123 45 67 x"]
    first.release()


def test_a_later_start_without_a_number_summons_the_window(
    tmp_path: Path, qtbot: QtBot, pool: ThreadPoolExecutor
) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    with qtbot.waitSignal(first.summoned):
        handed = pool.submit(lambda: SingleInstance(tmp_path).hand_over(""))
    qtbot.waitUntil(handed.done)
    assert handed.result()
    first.release()


def test_a_folder_whose_console_died_is_free(tmp_path: Path, qapp: QApplication) -> None:
    claim_and_wait = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "from console.ui.single_instance import SingleInstance\n"
        "application = QCoreApplication([]); held = SingleInstance(Path(sys.argv[1]))\n"
        "print(held.claim(), flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", claim_and_wait, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        heir = SingleInstance(tmp_path)
        assert not heir.claim()
        other.kill()
        other.wait()
    assert heir.claim()
    heir.release()
