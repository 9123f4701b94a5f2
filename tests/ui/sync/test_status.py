"""The operator always sees how the desk stands with the centre, and what happens to the data."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from console.sync.status import SyncStatus, SyncTrouble
from console.ui.look.theme import Theme
from console.ui.sync.offline_banner import OfflineBanner
from console.ui.sync.status_signal import StatusSignal
from console.ui.sync.status_view import StatusView
from protocol.times import DAY, HOUR, MINUTE
from tests.desk import NOON, StillClock

ONLINE = SyncStatus(is_online=True, since=NOON - HOUR, last_sync=NOON - MINUTE)
OFFLINE = SyncStatus(
    since=NOON - 3 * HOUR - 8 * MINUTE,
    pending=5,
    oldest_ms=NOON - 3 * HOUR,
    last_sync=NOON - 6 * HOUR,
    trouble=SyncTrouble.UNREACHABLE,
)


@pytest.fixture
def status(theme: Theme) -> StatusSignal:
    return StatusSignal()


@pytest.fixture
def view(status: StatusSignal, qtbot: QtBot) -> StatusView:
    view = StatusView(status, StillClock())
    qtbot.addWidget(view)
    view.show()
    return view


@pytest.fixture
def banner(status: StatusSignal, qtbot: QtBot) -> OfflineBanner:
    banner = OfflineBanner(status, StillClock(), patience_ms=50)
    qtbot.addWidget(banner)
    return banner


def words(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_before_the_first_answer_the_desk_is_connecting(view: StatusView) -> None:
    assert "Connecting…" in words(view)


def test_a_desk_on_line_says_so(view: StatusView, status: StatusSignal) -> None:
    status.take(ONLINE)
    assert words(view) == "Connected | To be sent: 0 | Latest changes 11:59"


def test_what_waits_to_be_sent_is_counted_and_its_age_told(view: StatusView, status: StatusSignal) -> None:
    status.take(OFFLINE)
    assert words(view) == "No link | To be sent: 5, the oldest 3 h | Synchronised 06:00"


def test_refused_acts_are_offered_until_read(view: StatusView, status: StatusSignal, qtbot: QtBot) -> None:
    status.take(SyncStatus(is_online=True, since=NOON, notices=2))
    [button] = [each for each in view.findChildren(QPushButton) if each.isVisible()]
    with qtbot.waitSignal(view.refused_asked):
        button.click()
    status.take(ONLINE)
    assert not button.isVisible()


def test_the_banner_says_since_when_and_what_happens_to_the_data(
    banner: OfflineBanner, status: StatusSignal, qtbot: QtBot
) -> None:
    status.take(OFFLINE)
    qtbot.waitUntil(lambda: not banner.isHidden())
    assert banner.accessibleName() == (
        "No link to the centre since 08:52. Tickets are kept on this computer and will be sent by themselves. "
        "Directory as of 23.11.2026 06:00."
    )


def test_the_banner_goes_when_the_link_is_back(banner: OfflineBanner, status: StatusSignal, qtbot: QtBot) -> None:
    status.take(OFFLINE)
    qtbot.waitUntil(lambda: not banner.isHidden())
    status.take(ONLINE)
    assert banner.isHidden()


def test_a_link_that_was_gone_for_a_moment_moves_nothing(
    banner: OfflineBanner, status: StatusSignal, qtbot: QtBot
) -> None:
    status.take(OFFLINE)
    status.take(ONLINE)
    qtbot.wait(100)
    assert banner.isHidden()


@pytest.mark.parametrize(
    ("trouble", "lead"),
    [
        (SyncTrouble.NOT_OUR_CENTRE, "Since 08:52 something other than the centre answers"),
        (SyncTrouble.REFUSED, "Since 08:52 the centre does not accept this desk"),
        (SyncTrouble.BUSY, "The centre is overloaded since 08:52."),
        (SyncTrouble.LOG_BROKEN, "What the centre sends does not fit"),
    ],
)
def test_every_trouble_has_its_own_sentence(
    banner: OfflineBanner, status: StatusSignal, qtbot: QtBot, trouble: SyncTrouble, lead: str
) -> None:
    status.take(SyncStatus(since=OFFLINE.since, trouble=trouble))
    qtbot.waitUntil(lambda: not banner.isHidden())
    assert banner.accessibleName().startswith(lead)


def test_a_link_lost_before_today_is_told_with_its_day(
    banner: OfflineBanner, status: StatusSignal, qtbot: QtBot
) -> None:
    status.take(SyncStatus(since=NOON - 3 * DAY, trouble=SyncTrouble.UNREACHABLE))
    qtbot.waitUntil(lambda: not banner.isHidden())
    assert "since 20.11 12:00" in banner.accessibleName()


def test_the_banner_offers_to_try_at_once(banner: OfflineBanner, status: StatusSignal, qtbot: QtBot) -> None:
    status.take(OFFLINE)
    qtbot.waitUntil(lambda: not banner.isHidden())
    [button] = banner.findChildren(QPushButton)
    with qtbot.waitSignal(banner.acted):
        button.click()
