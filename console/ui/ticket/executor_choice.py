"""Choosing an executor by typing any part of its name."""

from uuid import UUID

from PySide6.QtCore import QCollator, QLocale, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from console.ui.reference import Reference
from console.ui.words import Words


class ExecutorChoice(QComboBox):
    """Offers every organisation at work, in the order of the alphabet; nothing is chosen at first."""

    def __init__(self, reference: Reference, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reference = reference
        self._order = QCollator(QLocale(words.language.value))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)

    @property
    def executor_id(self) -> UUID | None:
        """Whose name stands in the field; None while it is nobody's."""
        row = self.findText(self.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        return None if row < 0 else self.itemData(row)

    def offer(self) -> None:
        """Offer the executors of the directory as it is now, none of them chosen."""
        active = [each for each in self._reference.directory.organisations.values() if each.is_active]
        self.clear()
        for organisation in sorted(active, key=lambda each: self._order.sortKey(each.name)):
            self.addItem(organisation.name, organisation.id)
        self.setCurrentIndex(-1)
        self.clearEditText()
