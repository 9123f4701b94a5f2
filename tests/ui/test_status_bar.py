"""The status bar says what it can in the room there is, and everything that matters in the smallest window."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from console.services.shift import SignedIn
from console.settings import SchemeChoice
from console.sync.status import SyncStatus, SyncTrouble
from console.ui.look.theme import Theme
from console.ui.status_bar import StatusBar
from console.ui.sync.status_signal import StatusSignal
from console.ui.sync.status_view import StatusView
from console.ui.words import Words
from protocol.times import DAY
from tests.desk import NOON, OPERATOR, StillClock

CROWDED = SyncStatus(
    since=NOON - DAY,
    pending=125,
    oldest_ms=NOON - DAY,
    parked=2,
    notices=3,
    last_sync=NOON - 2 * DAY,
    trouble=SyncTrouble.UNREACHABLE,
)


@pytest.fixture
def status(theme: Theme) -> StatusSignal:
    return StatusSignal()


@pytest.fixture
def bar(status: StatusSignal, words: Words, qtbot: QtBot) -> StatusBar:
    person: SignedIn = OPERATOR
    bar = StatusBar(StatusView(status, StillClock()), person, words, SchemeChoice.LIGHT, is_sample=True)
    qtbot.addWidget(bar)
    bar.show_printer("")
    bar.resize(1366, 26)
    bar.show()
    return bar


def says(bar: StatusBar, words: str) -> bool:
    """Tell whether these words are on the screen, whole."""
    labels = [label for label in bar.findChildren(QLabel) if words in label.text() and label.isVisible()]
    return bool(labels) and all(label.width() >= label.sizeHint().width() for label in labels)


def test_who_works_here_the_keys_and_the_printer_are_told(bar: StatusBar) -> None:
    assert says(bar, "Їжакевич Олена · operator")
    assert says(bar, "F1 keys")
    assert says(bar, "No printer chosen")
    bar.show_printer("SLIP-A5")
    assert any("SLIP-A5" in label.text() for label in bar.findChildren(QLabel))


def test_the_key_hints_make_room_for_bad_news(bar: StatusBar, status: StatusSignal, qtbot: QtBot) -> None:
    bar.resize(1366, 26)
    status.take(CROWDED)
    qtbot.waitUntil(lambda: not says(bar, "F1 keys"))
    assert says(bar, "sample data")


def test_even_the_worst_fits_into_the_smallest_window(bar: StatusBar, status: StatusSignal) -> None:
    status.take(CROWDED)
    bar.show_printer("HP LaserJet 400 M401 PCL 6 у диспетчерській")
    bar.set_narrow(is_narrow=True)
    assert bar.minimumSizeHint().width() <= 1024


def test_the_history_is_offered_by_mouse_while_it_is_in_its_drawer(bar: StatusBar, qtbot: QtBot) -> None:
    bar.set_narrow(is_narrow=True)
    [button] = [each for each in bar.findChildren(QPushButton) if "F4" in each.text()]
    with qtbot.waitSignal(bar.history_asked):
        button.click()
    bar.set_narrow(is_narrow=False)
    assert not button.isVisible()


def test_a_scheme_is_chosen_from_the_menu(bar: StatusBar, qtbot: QtBot) -> None:
    actions = {action.text(): action for action in bar._schemes.values()}
    with qtbot.waitSignal(bar.scheme_chosen) as signal:
        actions["Dark"].trigger()
    assert signal.args == [SchemeChoice.DARK]
    bar.show_scheme(SchemeChoice.LIGHT)
    assert actions["Light"].isChecked()
    assert not actions["Dark"].isChecked()
