"""What the problem is: the category, found by what the caller says or picked from the tree."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.ui.intake.category_tree import CategoryTree
from console.ui.intake.draft import CategoryDraft
from console.ui.intake.editors import Editor
from console.ui.intake.suggestion_list import SuggestionList
from console.ui.itemmodels.suggestion_model import Suggestion
from console.ui.look.field import FormField
from console.ui.look.icons import Symbol, icon
from console.ui.look.palette import Tone
from console.ui.reference import Reference
from console.ui.words import Words
from protocol.records import Category
from protocol.vocabulary import Urgency


class CategorySection(QWidget):
    """Offers categories by the words typed; what is in the line counts only once it was picked."""

    edited = Signal()
    category_changed = Signal()
    picked = Signal()
    """A category was picked by hand: go on."""

    def __init__(self, reference: Reference, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reference = reference
        self._words = words
        self._category: Category | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("in the caller's words: the lamp is out"))
        self._field = FormField(self.tr("Cate&gory"), self.line)
        tree = self.line.addAction(icon(Symbol.CHEVRON_DOWN), QLineEdit.ActionPosition.TrailingPosition)
        tree.setText(self.tr("All categories"))
        tree.setToolTip(self.tr("All categories  ↓"))
        self._offers = SuggestionList(self.line)
        self._tree = CategoryTree(self.line, reference, words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._field)
        self.line.textEdited.connect(self._on_line_edited)
        self.line.editingFinished.connect(self._on_line_left)
        self.line.returnPressed.connect(self._on_return_pressed)
        self._offers.asked.connect(self._unfold_tree)
        self._offers.chosen.connect(self._pick)
        self._tree.chosen.connect(self._pick)
        tree.triggered.connect(self._unfold_tree)

    @property
    def editors(self) -> dict[str, Editor]:
        """The fields, by the names a draft knows them by."""
        return {"category": self.line}

    @property
    def category(self) -> Category | None:
        """The category picked, or None."""
        return self._category

    @property
    def draft(self) -> CategoryDraft:
        """What was typed."""
        return CategoryDraft(self.line.text(), self._category.id if self._category is not None else None)

    def restore(self, draft: CategoryDraft) -> None:
        """Show a draft."""
        self.line.setText(draft.typed)
        categories = self._reference.directory.categories
        self._show(categories.get(draft.category_id) if draft.category_id is not None else None)
        self._on_line_left()

    def show_error(self, error: str) -> None:
        """Say what keeps the category from being registered, and go there."""
        self._field.set_error(error)
        self.line.setFocus()

    def read_anew(self) -> None:
        """Take the category from a renewed directory."""
        if self._category is not None:
            self._show(self._reference.directory.categories.get(self._category.id))

    def _on_line_edited(self, text: str) -> None:
        self._field.set_error(None)
        if self._category is not None:
            self._show(None)
        matches = self._reference.directory.category_index.suggest(text)
        self._offers.offer([self._offer(match.category) for match in matches], is_first_marked=True)
        self.edited.emit()

    def _on_line_left(self) -> None:
        is_unpicked = self._category is None and bool(self.line.text().strip())
        self._field.set_error(
            self.tr("Pick a category from the list: Enter takes the marked one.") if is_unpicked else None
        )

    def _on_return_pressed(self) -> None:
        if self._category is not None:
            self.picked.emit()

    def _unfold_tree(self) -> None:
        self._tree.unfold(self._category)

    def _pick(self, category: Category) -> None:
        self.line.setText(self._words.label(category.name_uk, category.name_en))
        self._field.set_error(None)
        self._show(category)
        self.edited.emit()
        self.picked.emit()

    def _show(self, category: Category | None) -> None:
        self._category = category
        if category is not None:
            self.line.setCursorPosition(0)
        self.category_changed.emit()

    def _offer(self, category: Category) -> Suggestion:
        groups = self._reference.directory.ancestors(category)
        group = self._words.label(groups[0].name_uk, groups[0].name_en) if groups else ""
        name = self._words.label(category.name_uk, category.name_en)
        pressing = category.urgency in (Urgency.CRITICAL, Urgency.EMERGENCY)
        detail = f"{group} · {self._words.urgency(category.urgency)}" if pressing else group
        return Suggestion(name, category, detail, Tone(category.urgency.value))
