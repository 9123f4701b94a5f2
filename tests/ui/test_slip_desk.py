"""A slip is previewed or printed at once, lands where it should, and every printing is recorded."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from console.jobs import Jobs
from console.models import Slip
from console.services.intake import Registered
from console.services.slip_prints import SlipPrintService
from console.store import tickets
from console.ui.look.notices import Notices
from console.ui.look.theme import Theme
from console.ui.reference import Reference
from console.ui.slip_desk import SlipDesk
from console.ui.slips.preview import SlipPreview
from console.ui.words import Words
from protocol.vocabulary import PrintWay
from tests.desk import OPERATOR, DeskUnderTest
from tests.store.acts import register


class Counter(QWidget):
    """A window with the slip desk behind it."""

    def __init__(
        self, desk: DeskUnderTest, reference: Reference, jobs: Jobs, words: Words, folder: Path, printer: str = ""
    ) -> None:
        super().__init__()
        self.notices = Notices(self)
        self.kept: list[str] = []
        self.slips = SlipDesk(
            self,
            database=desk.database,
            reference=reference,
            jobs=jobs,
            prints=SlipPrintService(desk.database, desk.shift),
            words=words,
            clock=desk.clock,
            notices=self.notices,
            centre_name="Контакт-центр",
            pdf_folder=folder,
            is_sample=False,
            printer_name=printer,
            keep_printer=self.kept.append,
        )

    @property
    def preview(self) -> SlipPreview:
        """The preview that is open."""
        [preview] = [each for each in self.findChildren(SlipPreview) if each.isVisible()]
        return preview

    def save_pdf(self) -> None:
        """Press the button that writes a file."""
        [button] = [each for each in self.preview.findChildren(QPushButton) if "PDF" in each.text()]
        button.click()


@pytest.fixture
def registered(desk: DeskUnderTest) -> Registered:
    return register(desk)


@pytest.fixture
def counter(
    desk: DeskUnderTest, reference: Reference, jobs: Jobs, words: Words, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> Counter:
    counter = Counter(desk, reference, jobs, words, tmp_path / "slips")
    qtbot.addWidget(counter)
    counter.show()
    return counter


def printings(desk: DeskUnderTest, registered: Registered) -> list[Slip]:
    """Return the print log of a ticket."""
    with desk.database.read() as connection:
        card = tickets.card(connection, registered.ticket_id)
    assert card is not None
    return list(card.slips)


def wait_until_printed(times: int, desk: DeskUnderTest, registered: Registered, qtbot: QtBot) -> None:
    """Wait until the print log of a ticket has that many entries."""
    qtbot.waitUntil(lambda: len(printings(desk, registered)) == times)


def test_a_slip_saved_from_the_preview_is_a_file_and_a_fact(
    counter: Counter, desk: DeskUnderTest, registered: Registered, tmp_path: Path, qtbot: QtBot
) -> None:
    counter.slips.preview(registered.ticket_id)
    counter.save_pdf()
    wait_until_printed(1, desk, registered, qtbot)
    [slip] = printings(desk, registered)
    file = tmp_path / "slips" / f"{registered.number}-1.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert (slip.copy, slip.way, slip.printer) == (1, PrintWay.PDF, file.name)
    assert slip.printed_by == OPERATOR.account_id
    qtbot.waitUntil(
        lambda: [notice.text for notice in counter.notices.shown] == [f"Slip {registered.number} was saved: {file}"]
    )


def test_the_second_printing_is_the_second_copy(
    counter: Counter, desk: DeskUnderTest, registered: Registered, qtbot: QtBot
) -> None:
    for copies in (1, 2):
        counter.slips.preview(registered.ticket_id)
        counter.save_pdf()
        wait_until_printed(copies, desk, registered, qtbot)
    assert sorted(slip.copy for slip in printings(desk, registered)) == [1, 2]


def test_a_file_that_cannot_be_written_is_told_in_the_preview_and_nothing_is_recorded(
    counter: Counter, desk: DeskUnderTest, registered: Registered, tmp_path: Path
) -> None:
    (tmp_path / "slips").write_text("a file where the folder should be")
    counter.slips.preview(registered.ticket_id)
    counter.save_pdf()
    assert "could not be written" in (counter.preview.printer_field.error or "")
    assert printings(desk, registered) == []


def test_without_a_printer_chosen_printing_at_once_asks_for_one(counter: Counter, registered: Registered) -> None:
    counter.slips.print_at_once(registered.ticket_id)
    assert counter.preview.printer_field.error is None


def test_a_printer_that_is_gone_opens_the_preview_which_says_so_and_offers_a_file(
    desk: DeskUnderTest,
    reference: Reference,
    jobs: Jobs,
    words: Words,
    theme: Theme,
    registered: Registered,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    counter = Counter(desk, reference, jobs, words, tmp_path / "slips", "SLIP-A5")
    qtbot.addWidget(counter)
    counter.show()
    counter.slips.print_at_once(registered.ticket_id)
    assert "There is no printer “SLIP-A5”" in (counter.preview.printer_field.error or "")
    assert printings(desk, registered) == []
    counter.save_pdf()
    wait_until_printed(1, desk, registered, qtbot)
    assert counter.kept == []


def test_a_ticket_this_desk_does_not_have_is_told_as_a_notice(counter: Counter) -> None:
    counter.slips.preview(uuid4())
    assert [notice.text for notice in counter.notices.shown] == ["This desk does not have that record."]
