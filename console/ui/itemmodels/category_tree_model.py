"""The tree of categories as a view reads it."""

from collections import defaultdict
from collections.abc import Iterable
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QCollator, QLocale, QModelIndex, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from console.ui.words import Words
from protocol.records import Category


class CategoryRole(IntEnum):
    """What a view may ask besides the name."""

    CATEGORY = Qt.ItemDataRole.UserRole + 1


class CategoryTreeModel(QStandardItemModel):
    """Shows active categories under their groups, in the order of the alphabet; only leaves can be picked."""

    def __init__(self, categories: Iterable[Category], words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._order = QCollator(QLocale(words.language.value))
        self._items: dict[UUID, QStandardItem] = {}
        children: defaultdict[UUID | None, list[Category]] = defaultdict(list)
        for category in categories:
            if category.is_active:
                children[category.parent_id].append(category)
        self._add(self.invisibleRootItem(), None, children)

    def category_at(self, index: QModelIndex) -> Category | None:
        """Return the category of a leaf; None for a group and for no index."""
        category: Category | None = index.data(CategoryRole.CATEGORY) if index.isValid() else None
        return None if category is None or self.hasChildren(index) else category

    def index_of(self, category_id: UUID) -> QModelIndex:
        """Return where a category stands; invalid when it is not in the tree."""
        item = self._items.get(category_id)
        return item.index() if item is not None else QModelIndex()

    def _add(self, above: QStandardItem, group: UUID | None, children: dict[UUID | None, list[Category]]) -> None:
        for category in sorted(children[group], key=lambda each: self._order.sortKey(self._name(each))):
            item = QStandardItem(self._name(category))
            item.setData(category, CategoryRole.CATEGORY)
            item.setEditable(False)
            self._items[category.id] = item
            above.appendRow(item)
            if children[category.id]:
                self._add(item, category.id, children)

    def _name(self, category: Category) -> str:
        return self._words.label(category.name_uk, category.name_en)
