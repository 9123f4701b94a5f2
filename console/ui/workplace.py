"""Everything the working part of the window is given."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

from console.jobs import Jobs
from console.services.drafts import DraftService
from console.services.intake import IntakeService
from console.services.shift import Shift
from console.services.slip_prints import SlipPrintService
from console.services.tickets import TicketService
from console.settings import Settings
from console.store.database import Database
from console.ui.feed import Feed
from console.ui.look.notices import Notices
from console.ui.look.theme import Theme
from console.ui.reference import Reference
from console.ui.sync.status_signal import StatusSignal
from console.ui.words import Words
from protocol.times import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """One desk's parts, put together once and shared by its panels."""

    database: Database
    feed: Feed
    reference: Reference
    shift: Shift
    words: Words
    clock: Clock
    jobs: Jobs
    intake: IntakeService
    drafts: DraftService
    tickets: TicketService
    slip_prints: SlipPrintService
    status: StatusSignal
    settings: Settings
    theme: Theme
    notices: Notices
    geometry: QSettings  # places of splitters, nothing else
    pdf_folder: Path
    is_sample: bool
    try_now: Callable[[], None]  # asks the engine to try the centre at once
    keep: Callable[[str, str], None]  # keeps a choice of the user: a setting's name and value
