"""Who takes the ticket and why, by when, and what the caller is told of it."""

from uuid import UUID

from PySide6.QtCore import QCollator, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from console.ui import moments
from console.ui.intake.draft import ExecutorDraft
from console.ui.intake.editors import Editor
from console.ui.intake.expected_words import ExpectedWords
from console.ui.look.field import FormField
from console.ui.look.hint import Hint
from console.ui.look.icons import IconLabel, Symbol
from console.ui.look.looks import Look, dress
from console.ui.reference import Reference
from console.ui.words import Words
from protocol.due import Due, due_at
from protocol.records import Category, House, Organisation, Street
from protocol.routing import Route
from protocol.times import MINUTE, Clock, local
from protocol.vocabulary import LegalRegime


class WorkSection(QWidget):
    """Follows the category and the place; an executor chosen by hand stays, with its reason."""

    edited = Signal()

    def __init__(self, reference: Reference, words: Words, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reference = reference
        self._words = words
        self._clock = clock
        self._sentences = ExpectedWords(words, self)
        self._order = QCollator(QLocale(words.language.value))
        self._category: Category | None = None
        self._route: Route | None = None
        self._chosen: UUID | None = None  # by hand
        self._shown: list[Organisation] = []
        self.executor = QComboBox()
        self.executor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.executor.setMinimumContentsLength(12)
        self.executor.setPlaceholderText(self.tr("choose who takes it"))
        self._executor_field = FormField(self.tr("E&xecutor"), self.executor)
        self._why = Hint()
        self.reason = QLineEdit()
        self._reason_field = FormField(self.tr("&Why another executor"), self.reason)
        self._due = QLineEdit(readOnly=True)
        self._due.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._due_field = FormField(self.tr("Due"), self._due)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        dress(self._sentence, Look.SUBTITLE)
        self._told = QFrame()
        dress(self._told, Look.INSET)
        told = QHBoxLayout(self._told)
        told.setContentsMargins(10, 5, 10, 5)
        told.setSpacing(8)
        told.addWidget(IconLabel(Symbol.PHONE_TALK, "accent"), 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._sentence, 1)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(4)
        layout.addWidget(self._executor_field, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._due_field, 0, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._why, 1, 0, 1, 2)
        layout.addWidget(self._reason_field, 2, 0, 1, 2)
        layout.addWidget(self._told, 3, 0, 1, 2)
        layout.setColumnStretch(0, 3)
        layout.setColumnStretch(1, 2)
        self.executor.activated.connect(self._on_executor_activated)
        self.reason.textEdited.connect(self._on_reason_edited)
        self._timer = QTimer(self, interval=MINUTE // 2)
        self._timer.timeout.connect(self._show_due)
        self._timer.start()
        self.follow(None, None, None)

    @property
    def editors(self) -> dict[str, Editor]:
        """The fields, by the names a draft knows them by."""
        return {"reason": self.reason}

    @property
    def executor_id(self) -> UUID | None:
        """Who takes the ticket; None while nobody is chosen."""
        return self._chosen or (self._route.executor_id if self._route is not None else None)

    @property
    def reason_words(self) -> str:
        """Why this executor: the rule, or what the operator says."""
        if self._is_against_rule:
            return self.reason.text().strip()
        return self._route.reason_uk if self._route is not None else self.tr("chosen by the operator")

    @property
    def lacks_reason(self) -> bool:
        """Whether the operator chose against the rule and has not said why."""
        return self._is_against_rule and not self.reason.text().strip()

    @property
    def draft(self) -> ExecutorDraft:
        """What the operator chose."""
        return ExecutorDraft(self._chosen, self.reason.text())

    def restore(self, draft: ExecutorDraft) -> None:
        """Show a draft, over the category and the place that are followed now."""
        self._chosen = draft.executor_id
        self.reason.setText(draft.reason)
        self._show_executors()

    def follow(self, category: Category | None, house: House | None, street: Street | None) -> None:
        """Route and date a ticket of this category at this place."""
        if (category and category.id) != (self._category and self._category.id):
            self._chosen = None
            self.reason.clear()
        self._category = category
        self._route = None
        if category is not None:
            today = local(self._clock.now()).date()
            self._route = self._reference.directory.route(category, house, street, today)
        self._show_executors()
        self._show_due()

    def due(self) -> Due | None:
        """Return by when a ticket registered now is due; None without a category."""
        if self._category is None:
            return None
        directory = self._reference.directory
        return due_at(
            self._clock.now(),
            self._category,
            directory.ancestors(self._category),
            directory.limits,
            directory.calendar,
            LegalRegime.OPERATIONAL,
        )

    def promise(self, due: Due) -> str:
        """Return the sentence the caller is told about a due time."""
        return self._sentences.sentence(due, self._category, self._clock.now()) if self._category is not None else ""

    def show_executor_error(self, error: str) -> None:
        """Say that an executor is missing, and go there."""
        self._executor_field.set_error(error)
        self.executor.setFocus()

    def ask_reason(self) -> None:
        """Say that the reason is missing, and go there."""
        self._reason_field.set_error(self.tr("Say why another executor takes it."))
        self.reason.setFocus()

    @property
    def _is_against_rule(self) -> bool:
        return self._route is not None and self._chosen not in (None, self._route.executor_id)

    def _on_executor_activated(self, row: int) -> None:
        chosen: UUID = self.executor.itemData(row)
        is_by_rule = self._route is not None and chosen == self._route.executor_id
        self._chosen = None if is_by_rule else chosen
        self._show_reason()
        if self._is_against_rule:
            self.reason.setFocus()
        self.edited.emit()

    def _on_reason_edited(self) -> None:
        self._reason_field.set_error(None)
        self.edited.emit()

    def _show_executors(self) -> None:
        offered = self._offered()
        if self._chosen is not None and self._chosen not in {each.id for each in offered}:
            self._chosen = None
        if offered != self._shown:
            self._shown = offered
            self.executor.clear()
            for row, organisation in enumerate(offered):
                self.executor.addItem(organisation.short_name or organisation.name, organisation.id)
                self.executor.setItemData(row, organisation.name, Qt.ItemDataRole.ToolTipRole)
        ids = [organisation.id for organisation in offered]
        self.executor.setCurrentIndex(ids.index(self.executor_id) if self.executor_id in ids else -1)
        self.executor.setEnabled(bool(offered))
        self._show_reason()

    def _offered(self) -> list[Organisation]:
        """Return the organisations of the kind the category asks for, and the one the rules name."""
        if self._category is None:
            return []
        active = [each for each in self._reference.directory.organisations.values() if each.is_active]
        routed = self._route.executor_id if self._route is not None else None
        of_kind = [each for each in active if each.kind == self._category.executor_kind or each.id == routed]
        return sorted(of_kind or active, key=lambda each: self._order.sortKey(each.short_name or each.name))

    def _name_of(self, executor_id: UUID) -> str:
        executor = self._reference.directory.organisations[executor_id]
        return executor.short_name or executor.name

    def _show_reason(self) -> None:
        self._executor_field.set_error(None)
        if self._route is not None:
            why = self._words.label(self._route.reason_uk, self._route.reason_en)
            text = self.tr("Why so: {reason}")
            if self._is_against_rule:
                text = self.tr("By the rule {executor} takes it: {reason}")
            self._why.say(text.format(reason=why, executor=self._name_of(self._route.executor_id)))
        elif self._category is not None:
            self._why.warn(self.tr("No rule names an executor here: choose one."))
        else:
            self._why.say("")
        self._reason_field.setVisible(self._is_against_rule)
        self._reason_field.set_error(None)

    def _show_due(self) -> None:
        due = self.due()
        self._told.setVisible(due is not None)
        if due is None:
            self._due.clear()
            return
        now = self._clock.now()
        left = moments.time_left(due.due_at, now)
        self._due.setText(self.tr("{moment} ({left})").format(moment=moments.day_and_time(due.due_at, now), left=left))
        sentence = self.promise(due)
        if sentence != self._sentence.text():
            self._sentence.setText(sentence)
            self._told.setAccessibleName(self.tr("Tell the caller: {sentence}").format(sentence=sentence))
