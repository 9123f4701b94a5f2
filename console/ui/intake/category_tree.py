"""The whole tree of categories, unfolded under the category line when words do not help."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QTreeView, QWidget

from console.ui.itemmodels.category_tree_model import CategoryTreeModel
from console.ui.reference import Reference
from console.ui.words import Words
from protocol.records import Category

_HEIGHT = 340
_MARGIN = 4


class CategoryTree(QTreeView):
    """Lies over the window while it has the focus: arrows walk and unfold, Enter picks a leaf, Esc closes."""

    chosen = Signal(object)
    """The category picked."""

    def __init__(self, anchor: QWidget, reference: Reference, words: Words) -> None:
        super().__init__(anchor)
        self._anchor = anchor
        self._reference = reference
        self._words = words
        self._tree = CategoryTreeModel((), words)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("All categories"))
        self.clicked.connect(self._on_clicked)
        anchor.destroyed.connect(self.deleteLater)  # the tree lies in the window, not in the form
        self.hide()

    def unfold(self, current: Category | None) -> None:
        """Show the tree with a category's group open, and take the focus."""
        self._tree = CategoryTreeModel(self._reference.directory.categories.values(), self._words, self)
        self.setModel(self._tree)
        index = self._tree.index_of(current.id) if current is not None else self._tree.index(0, 0)
        self.setCurrentIndex(index)
        window = self._anchor.window()
        if self.parent() is not window:
            self.setParent(window)
        top_left = self._anchor.mapTo(window, QPoint(0, self._anchor.height()))
        height = min(_HEIGHT, window.height() - 2 * _MARGIN)
        y = min(top_left.y(), window.height() - height - _MARGIN)
        self.setGeometry(top_left.x(), y, self._anchor.width(), height)
        self.show()
        self.raise_()
        self.setFocus()
        self.scrollTo(index, QTreeView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick with Enter, unfold a group with it, close with Esc."""
        match event.key():
            case Qt.Key.Key_Escape:
                self._close()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._on_clicked(self.currentIndex())
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close with the focus."""
        super().focusOutEvent(event)
        self.hide()

    def _on_clicked(self, index: QModelIndex) -> None:
        category = self._tree.category_at(index)
        if category is None:
            self.setExpanded(index, not self.isExpanded(index))
            return
        self._close()
        self.chosen.emit(category)

    def _close(self) -> None:
        self.hide()
        self._anchor.setFocus()
