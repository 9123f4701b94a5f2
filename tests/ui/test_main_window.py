"""The parts of the window hear of each other, and everything is reached by the keyboard."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from console.jobs import Jobs
from console.services.drafts import DraftService
from console.services.intake import IntakeService
from console.services.slip_prints import SlipPrintService
from console.services.tickets import TicketService
from console.settings import Language, SchemeChoice, Settings
from console.sync.status import SyncStatus, SyncTrouble
from console.ui.calls.strip import CallStrip
from console.ui.directory.house_card import HouseCard
from console.ui.feed import Feed
from console.ui.history.panel import HistoryPanel
from console.ui.intake.tabs import IntakeTabs
from console.ui.key_map import KeyMap
from console.ui.look.palette import DARK, LIGHT
from console.ui.look.theme import Theme, colours
from console.ui.main_window import MainWindow
from console.ui.queue.panel import QueuePanel
from console.ui.reference import Reference
from console.ui.shell import Shell
from console.ui.slips.preview import SlipPreview
from console.ui.status_bar import StatusBar
from console.ui.sync.offline_banner import OfflineBanner
from console.ui.sync.status_signal import StatusSignal
from console.ui.ticket.card import TicketCard
from console.ui.words import Words
from console.ui.workplace import Workplace
from tests.desk import NOON, DeskUnderTest
from tests.store.acts import register

PartT = TypeVar("PartT", bound=QWidget)


class Desk:
    """The window over a desk, and what it told its surroundings."""

    def __init__(
        self,
        desk: DeskUnderTest,
        feed: Feed,
        reference: Reference,
        jobs: Jobs,
        words: Words,
        theme: Theme,
        folder: Path,
    ) -> None:
        self.shell = Shell()
        self.status = StatusSignal()
        self.tries = 0
        self.kept: list[tuple[str, str]] = []
        self.geometry = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(
            Workplace(
                database=desk.database,
                feed=feed,
                reference=reference,
                shift=desk.shift,
                words=words,
                clock=desk.clock,
                jobs=jobs,
                intake=IntakeService(desk.database, desk.shift),
                drafts=DraftService(desk.database, desk.clock),
                tickets=TicketService(desk.database, desk.shift),
                slip_prints=SlipPrintService(desk.database, desk.shift),
                status=self.status,
                settings=Settings(),
                theme=theme,
                notices=self.shell.notices,
                geometry=self.geometry,
                pdf_folder=folder / "slips",
                is_sample=True,
                try_now=self._on_try,
                keep=lambda name, value: self.kept.append((name, value)),
            )
        )
        self.shell.show_page(self.window)

    def _on_try(self) -> None:
        self.tries += 1

    def show(self, width: int, height: int = 768) -> None:
        """Show the window at this size, larger than the screen if need be."""
        self.shell.show()
        self.shell.setFixedSize(width, height)
        self.window.begin()

    def part(self, kind: type[PartT]) -> PartT:
        """Return the one part of that class."""
        [part] = self.window.findChildren(kind)
        return part

    def sees(self, kind: type[QWidget]) -> bool:
        """Tell whether a part of that class is on the screen."""
        return any(part.isVisible() for part in self.window.findChildren(kind))

    def words(self) -> str:
        """Return every label on the screen."""
        return " | ".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def has_focus_in(self, kind: type[QWidget]) -> bool:
        """Tell whether the focus is in a part of that class."""
        focused = QApplication.focusWidget()
        return focused is not None and any(
            part is focused or part.isAncestorOf(focused) for part in self.window.findChildren(kind)
        )


@pytest.fixture
def work(
    desk: DeskUnderTest,
    feed: Feed,
    reference: Reference,
    jobs: Jobs,
    words: Words,
    theme: Theme,
    tmp_path: Path,
    qtbot: QtBot,
) -> Desk:
    work = Desk(desk, feed, reference, jobs, words, theme, tmp_path)
    qtbot.addWidget(work.shell)
    work.show(1366)
    work.shell.activateWindow()
    qtbot.waitUntil(work.shell.isActiveWindow)
    return work


def test_work_begins_in_an_intake(work: Desk) -> None:
    assert work.has_focus_in(IntakeTabs)


def test_a_ringing_call_leaves_the_focus_in_the_intake(work: Desk) -> None:
    before = work.shell.focusWidget()
    work.window.ring("0671234567")
    assert work.shell.focusWidget() is before
    assert "(067) 123-45-67" in work.words()


def test_an_answered_call_opens_an_intake_with_its_number(work: Desk) -> None:
    work.window.ring("0671234567", "7.1")
    work.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert work.part(CallStrip).is_talking
    assert work.part(IntakeTabs).front.page.draft.caller.call_id == "7.1"
    assert work.part(IntakeTabs).front.page.caller.number.e164 == "+380671234567"
    assert work.has_focus_in(IntakeTabs)


def test_a_second_call_leaves_what_is_being_typed(work: Desk) -> None:
    for number in ("0671111111", "0672222222"):
        work.window.ring(number)
        work.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert work.part(IntakeTabs).count() == 2


def test_f9_ends_the_call(work: Desk) -> None:
    work.window.ring("0671234567")
    work.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    work.press(Qt.Key.Key_F9)
    assert not work.part(CallStrip).is_talking


def test_a_ticket_opened_from_the_queue_is_left_with_escape(work: Desk, desk: DeskUnderTest, qtbot: QtBot) -> None:
    register(desk)
    work.press(Qt.Key.Key_F3)
    assert work.has_focus_in(QueuePanel)
    queue = work.part(QueuePanel)
    qtbot.waitUntil(lambda: queue.list.current_ticket is not None)
    work.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: work.sees(TicketCard))
    assert not work.sees(IntakeTabs)
    work.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: work.sees(IntakeTabs))


def test_ctrl_1_leads_from_a_ticket_back_to_where_one_typed(work: Desk, desk: DeskUnderTest) -> None:
    typed_in = work.shell.focusWidget()
    work.window.show_ticket(register(desk).ticket_id)
    assert not work.has_focus_in(IntakeTabs)
    work.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert work.shell.focusWidget() is typed_in


def test_f5_shows_the_slip_of_the_open_ticket(work: Desk, desk: DeskUnderTest) -> None:
    registered = register(desk)
    work.window.show_ticket(registered.ticket_id)
    work.press(Qt.Key.Key_F5)
    [preview] = work.window.findChildren(SlipPreview)
    assert registered.number in preview.windowTitle()
    preview.reject()


def test_f5_without_a_ticket_says_what_to_do(work: Desk) -> None:
    work.press(Qt.Key.Key_F5)
    assert [notice.text for notice in work.shell.notices.shown] == ["Open a ticket to print its slip."]


def test_below_1200_pixels_the_right_column_is_a_drawer(work: Desk) -> None:
    assert work.sees(HistoryPanel)
    work.show(1024, 600)
    assert not work.sees(HistoryPanel)
    work.press(Qt.Key.Key_F4)
    assert work.sees(HistoryPanel)
    assert work.sees(HouseCard)
    assert work.has_focus_in(HistoryPanel)
    work.press(Qt.Key.Key_Escape)
    assert not work.sees(HistoryPanel)
    assert work.has_focus_in(IntakeTabs)
    work.show(1366)
    assert work.sees(HistoryPanel)


def test_f4_goes_to_the_history_in_the_column(work: Desk) -> None:
    work.press(Qt.Key.Key_F4)
    assert work.has_focus_in(HistoryPanel)


def test_nothing_is_wider_than_the_smallest_window(work: Desk) -> None:
    work.show(1024, 600)
    assert work.window.minimumSizeHint().width() <= 1024
    assert work.window.minimumSizeHint().height() <= 600
    assert work.window.size() == work.shell.size()


def test_moved_columns_stand_where_they_were_left(work: Desk) -> None:
    [splitter] = work.window.findChildren(QSplitter)
    splitter.moveSplitter(450, 1)
    work.show(1024)
    work.show(1366)
    assert splitter.sizes()[0] == 450


def test_the_key_map_tells_the_keys_and_goes_at_escape(work: Desk) -> None:
    work.press(Qt.Key.Key_F1)
    key_map = work.part(KeyMap)
    assert key_map.isVisible()
    assert "Print the slip" in work.words()
    assert key_map.is_whole
    work.press(Qt.Key.Key_Escape)
    assert not key_map.isVisible()
    assert work.has_focus_in(IntakeTabs)


def test_light_turns_dark_while_the_program_runs(work: Desk) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    work.press(Qt.Key.Key_L, keys)
    assert colours() is DARK
    work.press(Qt.Key.Key_L, keys)
    assert colours() is LIGHT
    assert work.kept == [("scheme", SchemeChoice.DARK), ("scheme", SchemeChoice.LIGHT)]


def test_another_language_is_kept_for_the_next_start(work: Desk) -> None:
    work.part(StatusBar).language_chosen.emit(Language.ENGLISH)
    assert work.kept == [("language", Language.ENGLISH)]
    assert len(work.shell.notices.shown) == 1


def test_a_lost_link_is_told_in_the_bar_and_tried_again_on_demand(work: Desk, qtbot: QtBot) -> None:
    work.status.take(SyncStatus(since=NOON, pending=1, trouble=SyncTrouble.UNREACHABLE))
    assert "No link" in work.words()
    qtbot.waitUntil(lambda: "Tickets are kept on this computer" in work.words())
    [button] = work.part(OfflineBanner).findChildren(QPushButton)
    button.click()
    assert work.tries == 1


def test_sample_data_are_called_so(work: Desk) -> None:
    assert "sample data" in work.words()
