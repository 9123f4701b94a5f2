"""Who serves a house: the utility that matters now with its duty phones, then every other, and on whose word."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.ui.look import fonts
from console.ui.look.card import Card
from console.ui.look.icons import IconLabel, Symbol
from console.ui.look.labels import ElidedLabel
from console.ui.look.looks import Look, dress
from console.ui.reference import Reference
from console.ui.words import Words
from protocol.addresses import short_kind
from protocol.records import Category, House, Organisation, Street
from protocol.vocabulary import Holder

_SYMBOLS = {
    Holder.MANAGER: Symbol.BUILDING,
    Holder.HEAT: Symbol.HEAT,
    Holder.WATER: Symbol.WATER,
    Holder.POWER: Symbol.POWER,
    Holder.GAS: Symbol.GAS,
}
_NO_BREAK = "\N{NO-BREAK SPACE}"
_PHONE_SIZE = 14.25
"""Points: 19 px at 96 dpi."""


class HouseCard(Card):
    """Shows what the directory says of the house of an intake, and since when."""

    def __init__(self, *, reference: Reference, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("", Symbol.HOUSE, parent)
        self.set_title(self.tr("House"))
        self._reference = reference
        self._words = words
        self._shown: tuple[House | None, Street | None, Category | None] = (None, None, None)
        self._district = ElidedLabel()
        self.add_at_end(self._district)
        self._serving = _Serving()
        self._sentence = _wrapped(Look.MUTED)
        self._facts = _wrapped(Look.MUTED)
        self._source = _wrapped(Look.HINT)
        names = {
            Holder.MANAGER: self.tr("Manager"),
            Holder.HEAT: self.tr("Heat"),
            Holder.WATER: self.tr("Water"),
            Holder.POWER: self.tr("Power"),
            Holder.GAS: self.tr("Gas"),
        }
        self._holders = {holder: _HolderRow(name) for holder, name in names.items()}
        width = max(row.role.sizeHint().width() for row in self._holders.values())
        for row in self._holders.values():
            row.role.setFixedWidth(width)
        for part in (self._serving, self._sentence, *self._holders.values(), self._facts, self._source):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.setSpacing(3)
        dress(self._district, Look.MUTED)
        reference.changed.connect(self._show)
        self._show()

    @property
    def serving(self) -> str:
        """The organisation on top and its phones; empty when none stands out."""
        return self._serving.accessibleName() if not self._serving.isHidden() else ""

    @property
    def sentence(self) -> str:
        """What is said where there is no house to show."""
        return self._sentence.text()

    def holder_line(self, holder: Holder) -> str:
        """Return what is said of one holder: its role, name and phone."""
        row = self._holders[holder]
        return ", ".join(label.text() for label in (row.role, row.name, row.phone) if label.text())

    @property
    def facts(self) -> str:
        """Size and nodes of the house, and whose word that is."""
        return "\n".join(label.text() for label in (self._facts, self._source) if label.text())

    def show_house(self, house: House | None, street: Street | None, category: Category | None = None) -> None:
        """Show a house, or of an unknown one what is known of its street; the category puts its utility on top."""
        self._shown = (house, street, category)
        self._show()

    def _show(self) -> None:
        house, street, category = self._shown
        on_top = self._show_serving(house, category)
        self._sentence.setText(self._unknown(street) if house is None else "")
        self._sentence.setVisible(house is None)
        self._district.setText(self.tr("{district} district").format(district=house.district) if house else "")
        for holder, row in self._holders.items():
            row.show_organisation(self._holder(house, holder), self.tr("unknown"))
            row.setVisible(house is not None and holder is not on_top)
        self._facts.setText(self._size(house) if house is not None else "")
        self._source.setText(self._word(house) if house is not None else "")
        for label in (self._facts, self._source):
            label.setVisible(bool(label.text()))

    def _show_serving(self, house: House | None, category: Category | None) -> Holder | None:
        """Put on top who takes such a problem, and return what they hold of the house, if anything."""
        kind = category.executor_kind if category is not None else ""
        organisations = self._reference.directory.organisations.values()
        of_kind = [each for each in organisations if kind and each.kind == kind and each.is_active]
        held = {holder: self._holder(house, holder) for holder in Holder}
        for holder, organisation in held.items():
            if organisation in of_kind:
                self._serving.show_organisation(organisation, _SYMBOLS[holder])
                return holder
        # A city-wide service holds no house; of several nobody can say which it is.
        self._serving.show_organisation(of_kind[0] if len(of_kind) == 1 else None, Symbol.BUILDING)
        return None

    def _holder(self, house: House | None, holder: Holder) -> Organisation | None:
        if house is None:
            return None
        organisation_id = {
            Holder.MANAGER: house.manager_id,
            Holder.HEAT: house.heat_id,
            Holder.WATER: house.water_id,
            Holder.POWER: house.power_id,
            Holder.GAS: house.gas_id,
        }[holder]
        return self._reference.directory.organisations.get(organisation_id) if organisation_id is not None else None

    def _unknown(self, street: Street | None) -> str:
        if street is None:
            return self.tr("Who serves the house appears here as soon as the address is known.")
        text = self.tr("The register does not know this house. {street}: {place_class}.")
        name = f"{short_kind(street.kind)} {street.name}"
        return text.format(street=name, place_class=self._words.place_class(street.place_class))

    def _size(self, house: House) -> str:
        parts = [self._words.house_kind(house.kind)]
        if house.floors:
            parts.append(self.tr("%n floor(s)", "", house.floors))
        if house.entrances:
            parts.append(self.tr("%n entrance(s)", "", house.entrances))
        if house.flats:
            parts.append(self.tr("%n flat(s)", "", house.flats))
        if house.heat_point:
            parts.append(self.tr("heat point {name}").format(name=house.heat_point))
        if house.substation:
            parts.append(self.tr("substation {name}").format(name=house.substation))
        return " · ".join(parts)

    def _word(self, house: House) -> str:
        parts = [house.source]
        if house.as_of:
            as_of = date.fromisoformat(house.as_of)
            parts.insert(0, self.tr("as of {day}").format(day=f"{as_of:%d.%m.%Y}"))
        return " · ".join(part for part in parts if part)


class _Serving(QWidget):
    """The organisation that matters now, its phones readable from afar."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel(Symbol.BUILDING, "accent", 28)
        self._name = ElidedLabel()
        dress(self._name, Look.SUBTITLE)
        self._phone = QLabel()
        self._phone.setFont(fonts.text(_PHONE_SIZE, QFont.Weight.DemiBold))
        self._phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._others = _wrapped(Look.MUTED)
        words = QVBoxLayout()
        words.setSpacing(1)
        for label in (self._name, self._phone, self._others):
            words.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(10)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def show_organisation(self, organisation: Organisation | None, symbol: Symbol) -> None:
        self.setVisible(organisation is not None)
        if organisation is None:
            return
        first, *others = organisation.phones or ("",)
        self._icon.show_symbol(symbol, "accent")
        self._name.setText(organisation.name)
        _show_words(self._phone, first)
        _show_words(self._others, " · ".join(phone.replace(" ", _NO_BREAK) for phone in others))
        self.setAccessibleName(", ".join((organisation.name, *organisation.phones)))


class _HolderRow(QWidget):
    """One responsibility: what it is, who has it, where to ring."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.role = QLabel(role)
        self.name = ElidedLabel()
        self.phone = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.role)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.phone)
        self.phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        dress(self.role, Look.MUTED)

    def show_organisation(self, organisation: Organisation | None, unknown: str) -> None:
        phones: tuple[str, ...] = ()
        name = unknown
        if organisation is not None:
            name, phones = organisation.short_name or organisation.name, organisation.phones
        self.name.setText(name)
        self.phone.setText(phones[0] if phones else "")
        self.phone.setToolTip("\n".join(phones))
        dress(self.name, Look.MUTED if organisation is None else Look.PLAIN)


def _wrapped(look: Look) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    dress(label, look)
    return label


def _show_words(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
