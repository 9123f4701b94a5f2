"""A ticket's card of a real desk, on the screen."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.jobs import Jobs
from console.services.tickets import TicketService
from console.ui.feed import Feed
from console.ui.look.buttons import Button
from console.ui.look.notices import Notices
from console.ui.look.theme import Theme
from console.ui.reference import Reference
from console.ui.ticket.card import TicketCard
from console.ui.words import Words
from protocol.records import Record
from tests.desk import DeskUnderTest


@dataclass
class Shown:
    """A card in its window."""

    card: TicketCard
    window: QWidget
    notices: Notices
    service: TicketService

    def button(self, words: str) -> Button | None:
        """Return the visible button whose text begins so."""
        found = (each for each in self.card.findChildren(Button) if each.isVisible() and each.text().startswith(words))
        return next(found, None)

    def texts(self) -> list[str]:
        """Return every text a label of the card shows."""
        labels = self.card.findChildren(QWidget)
        return [text() for each in labels if each.isVisible() and callable(text := getattr(each, "text", None))]

    def says(self, words: str) -> bool:
        """Tell whether a label of the card says these words."""
        return any(words in text for text in self.texts())


@pytest.fixture
def shown(
    theme: Theme, desk: DeskUnderTest, feed: Feed, reference: Reference, words: Words, jobs: Jobs, qtbot: QtBot
) -> Shown:
    """Show an empty card as large as it is in a window of 1366 × 768."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(655, 668)
    notices = Notices(window)
    service = TicketService(desk.database, desk.shift)
    card = TicketCard(
        database=desk.database,
        feed=feed,
        reference=reference,
        shift=desk.shift,
        words=words,
        clock=desk.clock,
        jobs=jobs,
        tickets=service,
        notices=notices,
        parent=window,
    )
    card.resize(655, 668)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return Shown(card, window, notices, service)


@pytest.fixture
def bring(shown: Shown, desk: DeskUnderTest, feed: Feed, qtbot: QtBot) -> Callable[..., None]:
    """Let records come from the centre and wait until the screens have heard of them."""

    def bring_now(*records: Record) -> None:
        desk.log.add(*records)
        with qtbot.waitSignal(feed.changed):
            desk.pull()

    return bring_now
