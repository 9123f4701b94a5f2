"""An intake form on a real desk, shown and focused."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.jobs import Jobs
from console.services.drafts import DraftService
from console.services.intake import IntakeService
from console.ui.intake.tabs import IntakeTabs
from console.ui.look.notices import Notices
from console.ui.look.theme import Theme
from console.ui.reference import Reference
from console.ui.words import Words
from protocol.phones import PhoneSite
from tests.desk import DeskUnderTest, make_desk
from tests.ui.intake.city import CITY

SITE = PhoneSite(area_code="462")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskUnderTest]:
    """Open a desk with a small city."""
    desk = make_desk(tmp_path / "desk", CITY)
    yield desk
    desk.database.close()


@pytest.fixture
def notices(qtbot: QtBot) -> Notices:
    """Give the messages a window of their own."""
    window = QWidget()
    qtbot.addWidget(window)
    notices = Notices(window)
    notices.setProperty("window kept", window)
    return notices


@pytest.fixture
def drafts(desk: DeskUnderTest) -> DraftService:
    """Keep drafts on the desk."""
    return DraftService(desk.database, desk.clock)


@pytest.fixture
def open_tabs(
    qtbot: QtBot,
    desk: DeskUnderTest,
    jobs: Jobs,
    reference: Reference,
    words: Words,
    drafts: DraftService,
    notices: Notices,
    theme: Theme,
) -> Callable[[], IntakeTabs]:
    """Open the intakes of the desk as a start of the console does; may be called again."""

    def open_tabs() -> IntakeTabs:
        tabs = IntakeTabs(
            database=desk.database,
            reference=reference,
            shift=desk.shift,
            words=words,
            clock=desk.clock,
            jobs=jobs,
            intake=IntakeService(desk.database, desk.shift),
            drafts=drafts,
            phone_site=SITE,
            notices=notices,
        )
        qtbot.addWidget(tabs)
        tabs.resize(654, 670)
        with qtbot.waitExposed(tabs):
            tabs.show()
        tabs.activateWindow()
        tabs.setFocus()
        qtbot.waitUntil(lambda: tabs.isActiveWindow())
        return tabs

    return open_tabs


@pytest.fixture
def tabs(open_tabs: Callable[[], IntakeTabs]) -> IntakeTabs:
    """Open the intakes of a desk on which nothing was left."""
    return open_tabs()
