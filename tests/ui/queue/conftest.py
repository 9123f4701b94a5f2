"""A queue panel of a real desk, on the screen."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from console.ui.feed import Feed
from console.ui.itemmodels.queue_model import QueueModel
from console.ui.look.theme import Theme
from console.ui.queue.panel import QueuePanel
from console.ui.reference import Reference
from console.ui.words import Words
from protocol.records import Ticket
from tests.desk import DeskUnderTest


@pytest.fixture
def panel(
    theme: Theme, desk: DeskUnderTest, feed: Feed, reference: Reference, words: Words, qtbot: QtBot
) -> QueuePanel:
    """Show the queue as wide as it is in a window of 1366 pixels."""
    panel = QueuePanel(
        database=desk.database, feed=feed, reference=reference, shift=desk.shift, words=words, clock=desk.clock
    )
    qtbot.addWidget(panel)
    panel.resize(379, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return panel


@pytest.fixture
def bring(panel: QueuePanel, desk: DeskUnderTest, qtbot: QtBot) -> Callable[..., None]:
    """Let tickets come from the centre and wait until the panel shows them."""
    model = panel.list.model()
    assert isinstance(model, QueueModel)

    def bring_now(*tickets: Ticket) -> None:
        desk.log.add(*tickets)
        with qtbot.waitSignal(model.renewed):
            desk.pull()

    return bring_now
