"""Group `desk`: what the operator waits for, from the key or the event to the painted picture."""

import asyncio
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTableView

from benchmarks import filled_desk, raw, starting
from benchmarks.filled_desk import CLOCK, KEY, REPLICA
from benchmarks.open_console import let_sign_in, open_console, part
from benchmarks.row import Measured, at_most, timed
from benchmarks.run import Run
from benchmarks.sampling import Pair, milliseconds
from benchmarks.screen import PaintWatch, play, show, type_letter
from benchmarks.streets import add_streets
from console.composition import Console
from console.store.database import Database
from console.ui.intake.tabs import IntakeTabs
from console.ui.look.chip import Chip
from console.ui.queue.panel import QueuePanel

_PAUSE_SECONDS = 0.03  # between two keys: what one started is done before the next
_SEED = 1
_STREETS = 12  # typed letter by letter
_REFRESHES = 60
_POPS = 100
_PROBLEMS = ("не горить ліхтар", "прорвало трубу", "немає опалення", "яма на дорозі", "ліфт не працює")
_WORDS = (
    "Добрий день, у нас на подвір'ї третій вечір не світить жоден ліхтар, діти ходять зі школи потемки, "
    "а біля другого під'їзду ще й відкритий люк, огорожі немає, просимо прислати бригаду сьогодні."
)
_CALLERS = "SELECT DISTINCT phone FROM ticket WHERE phone IS NOT NULL"


def measure(run: Run) -> Iterator[Measured]:
    """Measure the start in processes of its own, then the real window beside bare widgets in their own windows."""
    with filled_desk.copied(run, "desk") as folder:
        let_sign_in(folder)
        yield from starting.measure(run, folder)
        database = Database(folder, KEY, CLOCK)
        streets = add_streets(database, CLOCK.now())
        database.close()
        yield from play(_at_work(run, folder, streets))


async def _at_work(run: Run, folder: Path, streets: Sequence[str]) -> list[Measured]:
    async with open_console(folder) as console:
        keys = await _keys(run, console, streets)
        return [*keys, await _queue(run, console), await _pop(run, console)]


async def _keys(run: Run, console: Console, streets: Sequence[str]) -> list[Measured]:
    """Measure keys of an intake: the very first, those that bring offers of 10 000 streets, those of plain text."""
    page = part(console, IntakeTabs).front.page
    bare = QLineEdit()
    await show(bare)
    window, bare_window = PaintWatch(console.shell), PaintWatch(bare)

    async def typed(field: QLineEdit | QPlainTextEdit, words: Sequence[str]) -> Pair:
        pair = Pair()
        field.setFocus()
        for word in run.progress.through(words):
            field.clear()
            bare.clear()
            for letter in word:
                pair.product.append(await window.milliseconds(partial(type_letter, field, letter)))
                await asyncio.sleep(_PAUSE_SECONDS)
                pair.raw.append(await bare_window.milliseconds(partial(type_letter, bare, letter)))
                await asyncio.sleep(_PAUSE_SECONDS)
        return pair

    run.progress.begin("desk.suggest_p95_ms")
    first = await typed(page.address.line, [streets[0][0]])
    offers = await typed(page.address.line, Random(_SEED).sample(streets, run.samples(_STREETS)))
    offers += await typed(page.category.line, _PROBLEMS[: run.samples(len(_PROBLEMS))])
    run.progress.begin("desk.typing_p95_ms")
    plain = await typed(page.details.text, [_WORDS[: run.samples(len(_WORDS))]])
    bare.close()
    return [
        timed("desk.first_key_ms", first, at_most(50, "ms")),
        timed("desk.suggest_p95_ms", offers, at_most(50, "ms"), percent=95),
        timed("desk.typing_p95_ms", plain, at_most(16, "ms"), percent=95),
    ]


async def _queue(run: Run, console: Console) -> Measured:
    """Measure choosing another chip of the queue beside a bare table that is given another model."""
    run.progress.begin("desk.queue")
    panel = part(console, QueuePanel)
    chips = panel.findChildren(Chip)
    models = [_copy(panel.list.model()) for _ in range(2)]
    bare = QTableView()
    bare.setModel(models[0])
    bare.resize(panel.list.size())
    await show(bare)
    window, bare_window = PaintWatch(console.shell), PaintWatch(bare)
    pair = Pair()
    for turn in run.progress.through(range(1, run.samples(_REFRESHES) + 1)):
        pair.product.append(await window.milliseconds(chips[turn % len(chips)].click))
        await asyncio.sleep(_PAUSE_SECONDS)
        pair.raw.append(await bare_window.milliseconds(partial(bare.setModel, models[turn % 2])))
        await asyncio.sleep(_PAUSE_SECONDS)
    bare.close()
    return timed("desk.queue", pair, at_most(33, "ms"))


def _copy(model: QAbstractItemModel) -> QStandardItemModel:
    """Return a model of Qt's own with the same texts."""
    copy = QStandardItemModel()
    for row in range(model.rowCount()):
        texts = (str(model.index(row, column).data()) for column in range(model.columnCount()))
        copy.appendRow([QStandardItem(text) for text in texts])
    return copy


async def _pop(run: Run, console: Console) -> Measured:
    """Measure beginning the intake of a known caller, history beside it, beside the same statements sent raw."""
    run.progress.begin("desk.pop_p95_ms")
    bare = raw.connect(console.database.folder / REPLICA, KEY)
    callers = [phone for (phone,) in bare.execute(_CALLERS)]
    form, window, pair = part(console, IntakeTabs).front, PaintWatch(console.shell), Pair()
    for phone in run.progress.through(Random(_SEED).sample(callers, run.samples(_POPS))):
        with raw.recorded() as statements:
            pair.product.append(await window.milliseconds(partial(form.begin, phone)))
        await asyncio.sleep(_PAUSE_SECONDS)
        pair.raw.append(milliseconds(raw.fetch, bare, statements))
    bare.close()
    return timed("desk.pop_p95_ms", pair, at_most(50, "ms"), percent=95)
