"""Where the problem is: one line as spoken, what was understood of it, and its small parts."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.services.intake import Place
from console.store.database import Database
from console.ui.intake.address_reading import AddressReader, ReadAddress, one_line, respell
from console.ui.intake.address_words import AddressWords
from console.ui.intake.draft import AddressDraft
from console.ui.intake.editors import Editor
from console.ui.intake.suggestion_list import SuggestionList
from console.ui.itemmodels.suggestion_model import Suggestion
from console.ui.look.announcing import announce
from console.ui.look.field import FormField
from console.ui.look.hint import Hint
from console.ui.look.icons import Symbol
from console.ui.reference import Reference
from protocol.addresses import AddressLine
from protocol.records import Street
from protocol.text import fold

_PARTS = ("entrance", "floor", "flat", "door_code", "landmark")


class AddressSection(QWidget):
    """Reads the address with every key; what is typed into a small field wins over the line."""

    edited = Signal()
    read_changed = Signal()
    """Another place is meant."""
    left = Signal()
    """Enter was pressed in the line: go on."""

    def __init__(self, database: Database, reference: Reference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reference = reference
        self._reader = AddressReader(database, reference)
        self._words = AddressWords(reference, self)
        self._read = ReadAddress(AddressLine())
        self._picked: Street | None = None
        self._picked_name = ""  # the street part of the line while the pick holds
        self._applicant_address = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("as spoken: Popova 47 flat 12"))
        self._field = FormField(self.tr("&Address"), self.line)
        self._understood = Hint()
        self._doubt = Hint()
        self._offers = SuggestionList(self.line)
        labels = (
            self.tr("&Entrance"),
            self.tr("&Floor"),
            self.tr("F&lat"),
            self.tr("&Door code"),
            self.tr("Land&mark"),
        )
        self.parts = {name: QLineEdit() for name in _PARTS}
        self._typed: set[str] = set()  # small fields the operator filled
        row = QHBoxLayout()
        row.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for part in (self._field, self._understood, self._doubt):
            layout.addWidget(part)
        layout.addSpacing(3)
        layout.addLayout(row)
        for name, label in zip(_PARTS, labels, strict=True):
            row.addWidget(FormField(label, self.parts[name]), 4 if name == "landmark" else 1)
            self.parts[name].textEdited.connect(partial(self._on_part_edited, name))
        self.line.textEdited.connect(self._on_line_edited)
        self.line.editingFinished.connect(self._on_line_left)
        self.line.returnPressed.connect(self.left)
        self._offers.asked.connect(self._offer)
        self._offers.chosen.connect(self._on_offer_chosen)

    @property
    def editors(self) -> dict[str, Editor]:
        """The fields, by the names a draft knows them by."""
        return {"address": self.line, **self.parts}

    @property
    def read(self) -> ReadAddress:
        """What is understood now."""
        return self._read

    @property
    def flat(self) -> str:
        """The flat, from its field."""
        return self.parts["flat"].text().strip()

    @property
    def street_words(self) -> str:
        """The street in a few words."""
        return self._words.street(self._read)

    @property
    def wrong_house(self) -> str:
        """Why the house number as typed is none; empty when all is well."""
        return self._words.wrong_house(self._read)

    @property
    def place(self) -> Place:
        """The address as it is registered."""
        read = self._read
        parts = {name: editor.text().strip() for name, editor in self.parts.items()}
        return Place(
            address=one_line(read, parts["entrance"], parts["flat"]) or self.line.text().strip(" ,"),
            street=read.street,
            house=read.house,
            house_id=read.record.id if read.record is not None else None,
            district=read.record.district if read.record is not None else "",
            **parts,
        )

    @property
    def draft(self) -> AddressDraft:
        """What was typed."""
        return AddressDraft(
            self.line.text(),
            self._picked.id if self._picked is not None else None,
            {name: self.parts[name].text() for name in _PARTS if name in self._typed},
        )

    def restore(self, draft: AddressDraft) -> None:
        """Show a draft."""
        self._reader.forget()
        self._typed = set(draft.parts)
        for name in _PARTS:
            self.parts[name].setText(draft.parts.get(name, ""))
        self._picked = None
        if draft.street_id is not None:
            self._picked = self._reference.directory.streets.get(draft.street_id)
        self.line.setText(draft.line)
        self._picked_name = ""
        self._understand(is_picked_now=True)
        self._judge()

    def show_error(self, error: str) -> None:
        """Say what keeps the address from being registered, and go there."""
        self._field.set_error(error)
        self.line.setFocus()

    def offer_address_of(self, address: str) -> None:
        """Have the address of the applicant at hand: Down in the empty line offers it."""
        self._applicant_address = address
        self._judge()

    def read_anew(self) -> None:
        """Read the line against a renewed directory."""
        self._reader.forget()
        if self._picked is not None:
            self._picked = self._reference.directory.streets.get(self._picked.id)
        self._understand()

    def _on_line_edited(self, text: str) -> None:
        self._field.set_error(None)
        self._doubt.warn("")
        if not text.strip():
            self._typed.clear()
        self._understand()
        self._offer()
        self.edited.emit()

    def _on_part_edited(self, name: str, _text: str) -> None:
        self._typed.add(name)
        self._show_understood()
        self.read_changed.emit()
        self.edited.emit()

    def _on_line_left(self) -> None:
        self.line.setText(self.line.text().rstrip(" ,"))  # what an offer left to be typed on
        self._judge()
        if self._understood.text:
            announce(self.line, self._understood.text)

    def _on_offer_chosen(self, value: object) -> None:
        line = self._read.line
        if isinstance(value, Street):
            self._picked = value
            self.line.setText(respell(line, value, line.house))
            self._understand(is_picked_now=True)
            self._offer()
        elif self._read.street is not None and line.street:
            self.line.setText(respell(line, self._read.street, str(value)))
            self._understand(is_picked_now=self._picked is not None)
        else:
            self.line.setText(f"{value}, ")
            self._understand()
        self._judge()
        self.edited.emit()

    def _understand(self, *, is_picked_now: bool = False) -> None:
        """Read the line; a street once picked holds while its name in the line stays."""
        text = self.line.text()
        read = self._reader.read(text, self._picked)
        said = fold(f"{read.line.street_kind} {read.line.street}")
        if is_picked_now:
            self._picked_name = said
        elif self._picked is not None and said != self._picked_name:
            self._picked = None
            read = self._reader.read(text)
        self._read = read
        line = read.line
        for name, value in zip(_PARTS, (line.entrance, line.floor, line.flat, line.door_code, line.rest), strict=True):
            if name not in self._typed and self.parts[name].text() != value:
                self.parts[name].setText(value)
        self._show_understood()
        self.read_changed.emit()

    def _show_understood(self) -> None:
        self._understood.say(self._words.understood(self._read, self.flat), Symbol.PIN, "accent")

    def _offer(self) -> None:
        text = self.line.text()
        if not text.strip():
            address = self._applicant_address
            offers = (Suggestion(address, address, self.tr("address of the applicant")),) if address else ()
            self._offers.offer(offers, is_first_marked=True)
        elif self.line.cursorPosition() == len(text):
            offered = self._reader.offers(text, self._read)
            self._offers.offer(offered.suggestions, is_first_marked=offered.is_first_marked)
        else:
            self._offers.offer((), is_first_marked=False)

    def _judge(self) -> None:
        """Say what is wrong or doubtful, once the line is left."""
        self._field.set_error(self.wrong_house or None)
        if self.line.text().strip():
            self._doubt.warn(self._words.doubt(self._read))
        elif self._applicant_address:
            offer = self.tr("Press ↓ for the applicant's address: {address}")
            self._doubt.say(offer.format(address=self._applicant_address), Symbol.HOUSE)
        else:
            self._doubt.say("")
