"""The window keeps its place on the screen and tells when it is closed."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.ui.look.theme import Theme
from console.ui.shell import Shell


def make_shell(folder: Path, qtbot: QtBot) -> Shell:
    shell = Shell()
    qtbot.addWidget(shell)
    shell.remember_geometry(folder)
    shell.show()
    return shell


def test_a_closed_window_says_so_and_opens_where_it_was(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    first = make_shell(tmp_path, qtbot)
    first.resize(1024, 700)  # the offscreen screen is no wider
    with qtbot.waitSignal(first.closed):
        first.close()
    assert make_shell(tmp_path, qtbot).size() == first.size()


def test_the_window_is_never_smaller_than_it_can_be_worked_in(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    shell = make_shell(tmp_path, qtbot)
    shell.resize(300, 200)
    assert (shell.width(), shell.height()) == (1024, 600)


def test_a_new_page_takes_the_place_of_the_one_before(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    shell = make_shell(tmp_path, qtbot)
    page = QWidget()
    shell.show_page(page)
    assert shell.centralWidget() is page


def test_a_problem_is_told_in_the_window(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    shell = make_shell(tmp_path, qtbot)
    sentence = "The database of this desk cannot be read."
    shell.show_problem(sentence, "file is not a database")
    qtbot.waitUntil(lambda: any(each.text() == sentence and each.isVisible() for each in shell.findChildren(QLabel)))
