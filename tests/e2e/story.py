"""The product's main job, played through real windows by keyboard: from a ring to a slip, with and without the centre.

A number rings at a desk, its history and the house appear, a ticket is registered with a final number, its slip is
printed, another desk sees it; the centre dies, both desks work on; the centre returns, nothing is lost or doubled.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from console.composition import Console, Start, Surroundings
from console.models import Ticket
from console.secrets import SampleSecrets
from console.settings import Settings
from console.store import tickets
from console.store.outbox import QueuedOperation
from console.sync.engine import Phase
from console.ui.collector import Collector
from console.ui.intake.form import IntakeForm
from console.ui.look.theme import Scheme, Theme
from console.ui.main_window import MainWindow
from console.ui.shell import Shell
from console.ui.slips.preview import SlipPreview
from protocol.times import SystemClock
from tests.e2e.city import LOGIN, PASSWORD, SampleCity
from tests.e2e.keyboard import CTRL, Key, Keyboard

PATIENCE = 30.0
PAUSE = 0.02
SIZES = ((1366, 768), (1920, 1080))


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the story is played, and who hears of it."""

    application: QApplication
    theme: Theme
    city: SampleCity
    folder: Path
    tell: Callable[[str], None]
    pictures: Path | None = None  # a folder for them; None: none are taken


@dataclass(slots=True)
class Outcome:
    """What came of it."""

    numbers: list[str] = field(default_factory=list)  # every number shown to an operator, in order
    slips: list[Path] = field(default_factory=list)


class Player:
    """One operator at one desk."""

    def __init__(self, stage: Stage, name: str, code: str) -> None:
        folder = stage.folder / name
        self.folder = folder
        self.shell = Shell()
        self.shell.show()
        self.faults: list[BaseException] = []
        surroundings = Surroundings(
            shell=self.shell,
            theme=stage.theme,
            settings=Settings(centre_url=stage.city.url, centre_name="Контакт-центр · зразкові дані"),
            folder=folder,
            slips_folder=folder / "slips",
            secrets=SampleSecrets(folder),
            clock=SystemClock(),
            version="demo",
            is_sample=True,
            report=self.faults.append,
            keep=lambda name, value: None,
        )
        self.console = Console(surroundings, Start(enrolment_code=code, login=LOGIN, password=PASSWORD))
        self.keyboard = Keyboard(self.shell)

    @property
    def window(self) -> MainWindow:
        """The working window; somebody is signed in."""
        assert self.console.main_window is not None
        return self.console.main_window

    @property
    def is_online(self) -> bool:
        """Whether the desk takes the centre for reachable."""
        driver = self.console._driver
        return driver is not None and driver.status.is_online

    @property
    def is_level(self) -> bool:
        """Whether the desk has applied the whole log and listens for more."""
        driver = self.console._driver
        return driver is not None and driver._state.phase is Phase.IDLE

    @property
    def form(self) -> IntakeForm:
        """The intake in front."""
        return self.window._intake.front

    async def come_to_front(self) -> None:
        """Be the one whose window hears the keys."""
        self.shell.activateWindow()
        await until(self.shell.isActiveWindow, "the window is in front")

    async def leave(self) -> None:
        """Close the window and the desk behind it."""
        self.shell.close()
        await self.console.close()
        self.shell.deleteLater()
        await asyncio.sleep(PAUSE)

    def queued(self) -> list[QueuedOperation]:
        """Return what the centre has not confirmed."""
        return self.console.database.outbox.unconfirmed()

    def busiest_caller(self) -> str:
        """Return the phone with the most tickets: a caller with a history."""
        often = select(Ticket.phone).where(Ticket.phone.is_not(None)).group_by(Ticket.phone)
        with self.console.database.read() as connection:
            return connection.scalars(often.order_by(func.count().desc(), Ticket.phone)).first() or ""

    def has(self, number: str) -> bool:
        """Tell whether this desk knows a ticket of that number."""
        with self.console.database.read() as connection:
            return tickets.find_by_number(connection, number) is not None

    def ticket_ids(self) -> set[UUID]:
        """Return every ticket here."""
        with self.console.database.read() as connection:
            return set(connection.scalars(select(Ticket.id)))

    async def take_call(self, number: str, address: str, category: str, text: str) -> None:
        """Answer a ringing call and type what the caller says."""
        self.window.ring(number)
        await until(lambda: bool(self.window._strip.ringing), "the call rings")
        await self.keyboard.press(Key.Key_F9, CTRL)
        await until(lambda: self.window._strip.is_talking, "the call is answered")
        await until(self.form.page.address.line.hasFocus, "the address is asked first")
        self.keyboard.type(address)
        await self.keyboard.press(Key.Key_Return)
        await self.keyboard.press(Key.Key_Tab)
        page = self.form.page
        while not page.category.line.hasFocus():
            await self.keyboard.press(Key.Key_Tab)
        self.keyboard.type(category)
        await self.keyboard.press(Key.Key_Return)
        await until(page.details.text.hasFocus, "the words are asked next")
        self.keyboard.type(text)

    async def register(self) -> str:
        """Register what was typed and return the number that is shown."""
        await self.keyboard.press(Key.Key_Return, CTRL)
        await until(lambda: self.form.is_finished, "the number is shown")
        return self.form.number_page.number

    async def open_first_of_queue(self) -> None:
        """Open the most pressing ticket's card."""
        await self.keyboard.press(Key.Key_F3)
        await self.keyboard.press(Key.Key_Home)
        await self.keyboard.press(Key.Key_Return)
        await until(lambda: self.window._card.ticket is not None, "the ticket's card")

    async def print_as_pdf(self) -> Path:
        """Print the slip of the ticket just registered to a file, and return it."""
        before = set(self.folder.glob("slips/*.pdf"))
        await self.keyboard.press(Key.Key_F5)
        await until(lambda: self._preview() is not None, "the preview opens")
        preview = self._preview()
        assert preview is not None
        await Keyboard(preview).press(Key.Key_S, CTRL)
        await until(lambda: bool(set(self.folder.glob("slips/*.pdf")) - before), "the slip is written")
        [slip] = set(self.folder.glob("slips/*.pdf")) - before
        return slip

    def _preview(self) -> SlipPreview | None:
        shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, SlipPreview) and each.isVisible())
        return next(shown, None)


async def play(stage: Stage) -> Outcome:
    """Play the whole story and return what came of it; raises AssertionError where it went another way."""
    outcome = Outcome()
    collector = Collector()
    first = Player(stage, "desk-1", stage.city.enrol("Місце 1"))
    second = Player(stage, "desk-2", stage.city.enrol("Місце 2"))
    try:
        await _together(stage, first, second)
        await _a_call(stage, first, second, outcome)
        await _without_the_centre(stage, first, second, outcome)
        await _the_centre_returns(stage, first, second, outcome)
        assert first.faults == second.faults == []
    finally:
        for player in (first, second):
            await player.leave()
        collector.stop()
    return outcome


async def _together(stage: Stage, *players: Player) -> None:
    began = time.perf_counter()
    await until(lambda: all(player.console.main_window is not None for player in players), "signed in")
    await until(lambda: all(player.is_level for player in players), "the whole city is here")
    assert players[0].ticket_ids() == players[1].ticket_ids()
    known = len(players[0].ticket_ids())
    stage.tell(f"two desks enrolled and signed in, {known} tickets each, {_seconds(began)}")


async def _a_call(stage: Stage, first: Player, second: Player, outcome: Outcome) -> None:
    began = time.perf_counter()
    await first.come_to_front()
    await first.take_call(
        first.busiest_caller(), "Попова 47 кв 12", "не горить ліхтар", "Не світить ліхтар біля третього під'їзду"
    )
    await _photograph(stage, first, "1-call")
    number = await first.register()
    outcome.numbers.append(number)
    stage.tell(f"a call was taken and registered as {number}, {_seconds(began)}, {first.keyboard.count} keys")
    await _photograph(stage, first, "2-registered")
    outcome.slips.append(await first.print_as_pdf())
    stage.tell(f"its slip is {outcome.slips[-1].name}")
    seen = time.perf_counter()
    await until(lambda: second.has(number), "the other desk has it")
    stage.tell(f"the other desk has it, {_seconds(seen)} later")
    await second.come_to_front()
    await second.open_first_of_queue()
    await _photograph(stage, second, "3-ticket")


async def _without_the_centre(stage: Stage, first: Player, second: Player, outcome: Outcome) -> None:
    stage.city.kill()
    stage.tell("the centre was killed")
    for player, words in ((first, "Прорвало трубу на дорозі"), (second, "Тече вода по вулиці вже годину")):
        await player.come_to_front()
        await player.keyboard.press(Key.Key_F2)
        await player.take_call("0462 67-67-87", "Миру 17", "прорвало трубу", words)
        number = await player.register()
        outcome.numbers.append(number)
        stage.tell(f"{player.folder.name} registered {number} without the centre")
    await until(lambda: bool(first.queued()) and bool(second.queued()), "both wait for the centre")
    await until(lambda: not first.is_online, "the desk knows that the centre is away")
    outcome.slips.append(await second.print_as_pdf())
    stage.tell(f"a slip printed without the centre: {outcome.slips[-1].name}")
    await until(first.window._banner.isVisible, "the banner says what happens to the data")
    await _photograph(stage, first, "4-offline")


async def _the_centre_returns(stage: Stage, first: Player, second: Player, outcome: Outcome) -> None:
    stage.city.start()
    began = time.perf_counter()
    for player in (first, second):
        player.window._workplace.try_now()
    await until(lambda: not first.queued() and not second.queued(), "everything is sent and read back")
    await until(lambda: first.ticket_ids() == second.ticket_ids(), "both desks agree")
    assert all(first.has(number) and second.has(number) for number in outcome.numbers)
    assert len(set(outcome.numbers)) == len(outcome.numbers)
    stage.tell(f"the centre is back; all {len(outcome.numbers)} numbers at both desks, {_seconds(began)}")
    await _photograph(stage, first, "5-together")


async def _photograph(stage: Stage, player: Player, name: str) -> None:
    """Take the window's picture in both sizes and both schemes."""
    if stage.pictures is None:
        return
    usual = player.shell.size()
    for width, height in SIZES:
        player.shell.resize(width, height)
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            stage.theme.use(scheme)
            await asyncio.sleep(0.2)
            player.shell.grab().save(str(stage.pictures / f"{name}-{width}-{scheme}.png"))
    stage.theme.use(Scheme.LIGHT)
    player.shell.resize(usual)


async def until(condition: Callable[[], bool], what: str) -> None:
    """Wait for a condition."""
    for _ in range(int(PATIENCE / PAUSE)):
        if condition():
            return
        await asyncio.sleep(PAUSE)
    raise AssertionError(f"waited in vain: {what}")


def _seconds(since: float) -> str:
    return f"{time.perf_counter() - since:.2f} s"
