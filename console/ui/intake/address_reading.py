"""What a spoken address means at this desk: the street, the house and what the register knows of them."""

from dataclasses import dataclass
from uuid import UUID

from console.store import directory
from console.store.database import Database
from console.store.history import HouseKey
from console.ui.itemmodels.suggestion_model import Suggestion
from console.ui.reference import Reference
from protocol.addresses import AddressLine, format_address, parse_line, short_kind
from protocol.gazetteer import MatchRank
from protocol.houses import HouseInvalid, HouseNumber, HouseProblem
from protocol.records import House, Street
from protocol.text import fold, skeleton

_LAST_PLACE = 10_000  # house numbers have at most four digits


@dataclass(frozen=True, slots=True)
class ReadAddress:
    """An address line as understood; several streets are namesakes of which a person must choose."""

    line: AddressLine
    streets: tuple[Street, ...] = ()
    house: str = ""  # normal form; empty when none was said or it is no house number
    problem: HouseProblem | None = None
    record: House | None = None  # the house as the register has it
    is_strange: bool = False  # the register knows houses of this street, and this is none of them

    @property
    def street(self) -> Street | None:
        """The street, once there is no doubt."""
        return self.streets[0] if len(self.streets) == 1 else None

    @property
    def key(self) -> HouseKey | None:
        """The house by street and number, once both are certain."""
        return HouseKey(self.street.id, self.house) if self.street is not None and self.house else None

    @property
    def former_name(self) -> str:
        """The name the caller knows the street by, else the last one it had; empty when it never had another."""
        if self.street is None or not self.street.former:
            return ""
        said = fold(self.line.street)
        names = [former.name for former in self.street.former]
        return next((name for name in names if fold(name) == said), names[-1])


@dataclass(frozen=True, slots=True)
class AddressOffers:
    """What a line may go on with; the first is marked when it is no mere guess."""

    suggestions: tuple[Suggestion, ...] = ()
    is_first_marked: bool = False


class AddressReader:
    """Reads address lines against the directory; quick enough for every key."""

    def __init__(self, database: Database, reference: Reference) -> None:
        self._database = database
        self._reference = reference
        self._numbers: tuple[UUID, list[str]] | None = None  # of the street read last

    def read(self, text: str, picked: Street | None = None) -> ReadAddress:
        """Return what a line means; a street that was picked needs no finding."""
        line = parse_line(text)
        if picked is not None:
            streets: tuple[Street, ...] = (picked,)
        else:
            streets = tuple(self._streets(line))
        if not line.house:
            return ReadAddress(line, streets)
        try:
            house = str(HouseNumber.parse(line.house))
        except HouseInvalid as invalid:
            return ReadAddress(line, streets, problem=invalid.problem)
        if len(streets) != 1:
            return ReadAddress(line, streets, house)
        known = self.numbers_on(streets[0])
        if house not in known:
            return ReadAddress(line, streets, house, is_strange=bool(known))
        with self._database.read() as connection:
            record = directory.house_at(connection, streets[0].id, house)
        return ReadAddress(line, streets, house, record=record)

    def offers(self, text: str, read: ReadAddress) -> AddressOffers:
        """Return how a line that is being typed may go on: with a street, then with a house number."""
        is_street_done = bool(read.line.house) or text.endswith((" ", ","))
        if read.street is not None and is_street_done:
            return self._house_offers(text, read.street, read.line.house)
        if len(read.streets) > 1:
            return AddressOffers(tuple(map(offer_street, read.streets)))
        typed = f"{read.line.street_kind} {read.line.street}".strip()
        matches = self._reference.directory.gazetteer.suggest(typed)
        suggestions = tuple(
            offer_street(match.street, match.matched_name if match.is_former else "") for match in matches
        )
        return AddressOffers(suggestions, bool(matches) and matches[0].rank is not MatchRank.FUZZY)

    def numbers_on(self, street: Street) -> list[str]:
        """Return the house numbers the register knows on a street, in their natural order."""
        if self._numbers is None or self._numbers[0] != street.id:
            with self._database.read() as connection:
                numbers = directory.numbers_on(connection, street.id)
            self._numbers = street.id, sorted(numbers, key=_order)
        return self._numbers[1]

    def forget(self) -> None:
        """Read the register anew from now on."""
        self._numbers = None

    def _streets(self, line: AddressLine) -> list[Street]:
        """Return the streets of this name, else those with all its words in theirs: few callers say the first name.

        Those of the kind that was said put the others aside.
        """
        if not line.street:
            return []
        gazetteer = self._reference.directory.gazetteer
        found = gazetteer.exact(line.street, line.street_kind)
        if not found:
            said = set(skeleton(line.street).split())
            matches = gazetteer.suggest(line.street)
            found = [match.street for match in matches if said <= set(skeleton(match.matched_name).split())]
        of_kind = [street for street in found if line.street_kind in _kinds(street)] if line.street_kind else []
        return of_kind or found

    def _house_offers(self, text: str, street: Street, typed: str) -> AddressOffers:
        if not text.rstrip().endswith(typed):
            return AddressOffers()  # the house is behind: a flat or a landmark is being typed
        numbers = [number for number in self.numbers_on(street) if _plain(number).startswith(_plain(typed))]
        if [_plain(number) for number in numbers] == [_plain(typed)]:
            return AddressOffers()
        return AddressOffers(tuple(Suggestion(number, number) for number in numbers))


def offer_street(street: Street, said: str = "") -> Suggestion:
    """Return a street as an offer, with the former name it was asked for by, else the last one it had."""
    former = said or (street.former[-1].name if street.former else "")
    return Suggestion(f"{short_kind(street.kind)} {street.name}", street, f"кол. {former}" if former else "")


def respell(line: AddressLine, street: Street, house: str) -> str:
    """Return a line with its street and house as the register spells them, ready to be typed on."""
    parts = format_address(
        street.kind, street.name, None, house, line.entrance, line.floor, line.flat, "", with_former=False
    )
    code = f"код {line.door_code}" if line.door_code else ""
    return "".join(f"{part}, " for part in (parts, code, line.rest) if part)


def one_line(read: ReadAddress, entrance: str, flat: str) -> str:
    """Return an address as it is shown and printed, with the street as typed when nobody knows it."""
    line, street = read.line, read.street
    kind, name = (street.kind, street.name) if street is not None else (line.street_kind, line.street)
    house = read.house or line.house
    return format_address(kind, name, None, house, entrance, "", flat, "", with_former=False) or line.rest


def _kinds(street: Street) -> set[str]:
    return {street.kind, *(former.kind for former in street.former)}


def _plain(number: str) -> str:
    return fold(number, keep="/").replace(" ", "")


def _order(number: str) -> tuple[tuple[int, int], ...]:
    try:
        return HouseNumber.parse(number).sort_key
    except HouseInvalid:  # a number the register spells in its own way stands last
        return ((_LAST_PLACE, 0),)
