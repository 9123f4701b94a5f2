"""One console has a data folder; a later start hands over its number and ends."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.ui.single_instance import SingleInstance


def later_start(folder: Path, deed: str) -> "subprocess.Popen[str]":
    """Start another process that does one thing with the folder's console, prints the answer and waits."""
    program = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "from console.ui.single_instance import SingleInstance\n"
        "application = QCoreApplication([]); instance = SingleInstance(Path(sys.argv[1]))\n"
        f"print({deed}, flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def answer_of(process: "subprocess.Popen[str]") -> str:
    """Return what the other process printed, and let it end."""
    out, _ = process.communicate(input="")
    return out.strip()


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


def test_a_later_start_hands_over_the_number_that_rings(tmp_path: Path, qtbot: QtBot) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    with qtbot.waitSignal(first.rang) as signal:
        later = later_start(tmp_path, "instance.hand_over('+380 67 123 45 67\\nx')")
    assert answer_of(later) == "True"
    assert signal.args == ["+380 67 123 45 67 x"]
    first.release()


def test_a_later_start_without_a_number_summons_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    with qtbot.waitSignal(first.summoned):
        later = later_start(tmp_path, "instance.hand_over('')")
    assert answer_of(later) == "True"
    first.release()


def test_a_folder_whose_console_died_is_free(tmp_path: Path, qapp: QApplication) -> None:
    with later_start(tmp_path, "instance.claim()") as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        heir = SingleInstance(tmp_path)
        assert not heir.claim()
        other.kill()
        other.wait()
    assert heir.claim()
    heir.release()
