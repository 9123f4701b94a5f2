"""Group `desk`: what the operator waits for, from the key or the event to the painted picture."""

from collections.abc import Iterator, Sequence
from random import Random

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPlainTextEdit, QTableView, QWidget

from benchmarks import filled_desk, raw, starting
from benchmarks.filled_desk import CLOCK, KEY
from benchmarks.open_console import let_sign_in, open_console, part
from benchmarks.row import Measured, at_most, timed
from benchmarks.run import Run
from benchmarks.sampling import Pair, milliseconds
from benchmarks.screen import PaintWatch, rest, type_letter
from benchmarks.streets import add_streets
from console.composition import Console
from console.store.database import Database
from console.ui.history.panel import HistoryPanel
from console.ui.intake.form import IntakeForm
from console.ui.intake.tabs import IntakeTabs
from console.ui.itemmodels.queue_model import QueueColumn
from console.ui.look.chip import Chip
from console.ui.queue.panel import QueuePanel

_PAUSE_SECONDS = 0.03  # between two keys: what a key started is done
_SEED = 1
_CALLERS = 100
_REFRESHES = 60
_STREETS = 12  # typed letter by letter
_SENTENCE = (
    "Добрий день, у нас на подвір'ї третій вечір не світить жоден ліхтар, діти ходять зі школи потемки, "
    "а біля другого під'їзду ще й відкритий люк, огорожі немає, просимо прислати бригаду сьогодні. "
)
_PROBLEMS = ("не горить ліхтар", "прорвало трубу", "немає опалення", "яма на дорозі", "ліфт не працює")


def measure(run: Run) -> Iterator[Measured]:
    """Measure the start in processes of its own, then the real window beside bare widgets in windows of their own."""
    with filled_desk.copied(run, "desk") as folder:
        let_sign_in(folder)
        yield from starting.measure(run, folder)
        database = Database(folder, KEY, CLOCK)
        streets = add_streets(database, CLOCK.now())
        database.close()
        with open_console(folder) as console:
            yield from _keys(run, console, streets)
            yield _queue(run, console)
            yield _pop(run, console)


def _keys(run: Run, console: Console, streets: Sequence[str]) -> Iterator[Measured]:
    """Measure keys in the intake: the first that needs an index, those that bring offers, those of plain text."""
    form = part(console, IntakeTabs).front
    bare = _show(QLineEdit())
    window = PaintWatch(console.shell)
    bare_window = PaintWatch(bare)

    def typed(field: QLineEdit | QPlainTextEdit, words: Sequence[str]) -> Pair:
        pair = Pair()
        field.setFocus()
        for word in run.progress.through(words):
            field.clear()
            bare.clear()
            for letter in word:
                pair.product.append(window.milliseconds(lambda letter=letter: type_letter(field, letter)))
                rest(_PAUSE_SECONDS)
                pair.raw.append(bare_window.milliseconds(lambda letter=letter: type_letter(bare, letter)))
                rest(_PAUSE_SECONDS)
        return pair

    run.progress.begin("desk.suggest_p95_ms")
    address, category = form.page.address.line, form.page.category.line
    first = typed(address, [streets[0][0]])
    yield timed("desk.first_key_ms", first, at_most(50, "ms"))
    offers = typed(address, Random(_SEED).sample(streets, run.samples(_STREETS)))
    of_categories = typed(category, _PROBLEMS)
    offers.product.extend(of_categories.product)
    offers.raw.extend(of_categories.raw)
    yield timed("desk.suggest_p95_ms", offers, at_most(50, "ms"), percent=95)
    run.progress.begin("desk.typing_p95_ms")
    yield timed("desk.typing_p95_ms", typed(form.page.details.text, [_SENTENCE]), at_most(16, "ms"), percent=95)
    bare.close()


def _queue(run: Run, console: Console) -> Measured:
    """Measure choosing another chip of the queue beside a bare table that is given another model."""
    run.progress.begin("desk.queue")
    panel = part(console, QueuePanel)
    chips = panel.findChildren(Chip)
    bare = QTableView()
    models = [_model_like(panel.list.model(), first) for first in (0, 1)]
    bare.setModel(models[0])
    bare.resize(panel.list.size())
    _show(bare)
    window, bare_window = PaintWatch(console.shell), PaintWatch(bare)
    pair = Pair()
    for turn in run.progress.through(range(run.samples(_REFRESHES))):
        pair.product.append(window.milliseconds(chips[(turn + 1) % len(chips)].click))
        rest(_PAUSE_SECONDS)
        pair.raw.append(bare_window.milliseconds(lambda turn=turn: bare.setModel(models[turn % 2])))
        rest(_PAUSE_SECONDS)
    chips[0].click()
    bare.close()
    return timed("desk.queue", pair, at_most(33, "ms"))
