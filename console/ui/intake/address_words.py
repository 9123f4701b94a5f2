"""Says what was understood of an address, and what is doubtful or wrong about it."""

from PySide6.QtCore import QObject

from console.ui.intake.address_reading import ReadAddress
from console.ui.reference import Reference
from protocol.addresses import format_address, short_kind
from protocol.houses import HouseProblem
from protocol.records import House


class AddressWords(QObject):
    """Puts a read address into the words that stand under its line."""

    def __init__(self, reference: Reference, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reference = reference
        self._problems = {
            HouseProblem.EMPTY: self.tr("The house number is missing."),
            HouseProblem.NO_DIGITS: self.tr("“{typed}” is no house number: it has no digit."),
            HouseProblem.TEXT_BEFORE: self.tr("“{typed}” is no house number: it begins with a digit."),
            HouseProblem.ZERO: self.tr("“{typed}” is no house number: no house has the number 0."),
            HouseProblem.TOO_LONG: self.tr("“{typed}” is no house number: it has at most four digits."),
            HouseProblem.DOUBLE_SLASH: self.tr(
                "“{typed}” is no house number: it has two slashes, as in 14/41 one is enough."
            ),
            HouseProblem.FRACTION_MISSING: self.tr(
                "“{typed}” is no house number: a number follows the slash, as in 14/41."
            ),
            HouseProblem.BLOCK_MISSING: self.tr("“{typed}” is no house number: the number of the block is missing."),
            HouseProblem.FOREIGN_LETTER: self.tr("“{typed}” is no house number: its letter is not Ukrainian."),
            HouseProblem.TEXT_AFTER: self.tr("“{typed}” is no house number: write it as 47, 51А, 14/41 or 2 корп. 1."),
        }

    def understood(self, read: ReadAddress, flat: str) -> str:
        """Return the address with former name, district and manager; empty without a street."""
        street = read.street
        if street is None:
            return ""
        place = format_address(street.kind, street.name, read.former_name, read.house, "", "", "", "", with_former=True)
        parts = [place, f"кв. {flat}" if flat else ""]
        if read.record is not None:
            parts.append(self.tr("{district} district").format(district=read.record.district))
            parts.append(self._manager(read.record))
        return " · ".join(part for part in parts if part)

    def doubt(self, read: ReadAddress) -> str:
        """Return what the operator should make sure of; empty when all is clear."""
        line = read.line
        if not line.street:
            return ""
        if not read.streets:
            return self.tr("The directory knows no street “{street}”. The address is kept as typed.").format(
                street=line.street
            )
        if len(read.streets) > 1:
            return self.tr("There are several such streets. Ask which one it is.")
        if read.is_strange:
            return self.tr("The register knows no house {house} on this street. Make sure of the number.").format(
                house=read.house
            )
        return ""

    def wrong_house(self, read: ReadAddress) -> str:
        """Return why the house as typed is no house number; empty when it is one or none was said."""
        if read.problem is None:
            return ""
        return self._problems[read.problem].format(typed=read.line.house)

    def street(self, read: ReadAddress) -> str:
        """Return the street for the title of a tab; as typed when nobody knows it."""
        if read.street is None:
            return read.line.street
        return f"{short_kind(read.street.kind)} {read.street.name}"

    def _manager(self, house: House) -> str:
        if house.manager_id is None:
            return ""
        manager = self._reference.directory.organisations.get(house.manager_id)
        return (manager.short_name or manager.name) if manager is not None else ""
