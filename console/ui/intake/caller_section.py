"""Who calls: the number as typed or sent by the exchange, and the applicant's name."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from console.store import history
from console.store.database import Database
from console.store.history import PersonRow
from console.ui.intake.draft import CallerDraft
from console.ui.intake.editors import Editor
from console.ui.intake.suggestion_list import SuggestionList
from console.ui.itemmodels.suggestion_model import Suggestion
from console.ui.look.banner import BannerKind
from console.ui.look.field import FormField
from console.ui.look.hint import Hint
from console.ui.look.icons import Symbol
from console.ui.look.inline_banner import InlineBanner
from protocol.phones import PhoneNumber, PhoneSite, normalise, show
from protocol.text import fold

_MOST_PEOPLE = 5  # one key each, Alt+1 to Alt+5


@dataclass(frozen=True, slots=True)
class ChosenPerson:
    """A known applicant the operator said it is."""

    id: UUID
    name: str
    address: str
    caution: str


class CallerSection(QWidget):
    """Takes the phone and the name; people known under the number are offered, never filled in by themselves."""

    edited = Signal()
    phone_changed = Signal(str)
    """E.164, or nothing when the number cannot be called back."""
    person_changed = Signal()
    """Another known applicant is the caller, or none any more."""

    def __init__(self, database: Database, phone_site: PhoneSite, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._site = phone_site
        self._call_id: str | None = None
        self._number: PhoneNumber = normalise("", phone_site)
        self._people: list[PersonRow] = []
        self._person: ChosenPerson | None = None
        self.phone = QLineEdit()
        self.name = QLineEdit()
        self._phone_field = FormField(self.tr("&Phone"), self.phone)
        self._name_field = FormField(self.tr("Applica&nt"), self.name)
        self.name.setPlaceholderText(self.tr("anonymous"))
        self._known = Hint()
        self._caution = InlineBanner(BannerKind.WARNING)
        self._offers = SuggestionList(self.name)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(3)
        layout.addWidget(self._phone_field, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._name_field, 0, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._known, 1, 0, 1, 2)
        layout.addWidget(self._caution, 2, 0, 1, 2)
        layout.setColumnStretch(0, 2)
        layout.setColumnStretch(1, 3)
        self.phone.textEdited.connect(self._on_phone_edited)
        self.phone.editingFinished.connect(self._on_phone_left)
        self.phone.returnPressed.connect(self.name.setFocus)
        self.name.textEdited.connect(self._on_name_edited)
        self._offers.asked.connect(self._offer_people)
        self._offers.chosen.connect(self.choose)

    @property
    def editors(self) -> dict[str, Editor]:
        """The fields, by the names a draft knows them by."""
        return {"phone": self.phone, "name": self.name}

    @property
    def number(self) -> PhoneNumber:
        """What is known of the number."""
        return self._number

    @property
    def person(self) -> ChosenPerson | None:
        """The known applicant, while the name is still theirs."""
        return self._person

    @property
    def call_id(self) -> str | None:
        """The exchange's id of the call this intake began with."""
        return self._call_id

    @property
    def draft(self) -> CallerDraft:
        """What was typed."""
        draft = CallerDraft(phone=self.phone.text(), call_id=self._call_id, name=self.name.text())
        if self._person is None:
            return draft
        person = self._person
        return CallerDraft(
            draft.phone, draft.call_id, draft.name, person.id, person.name, person.address, person.caution
        )

    def restore(self, draft: CallerDraft) -> None:
        """Show a draft."""
        self._call_id = draft.call_id
        person = None
        if draft.applicant_id is not None:
            person = ChosenPerson(draft.applicant_id, draft.applicant_name, draft.applicant_address, draft.caution)
        self.name.setText(draft.name)
        self.phone.setText(draft.phone)
        self._read_phone()
        self._on_phone_left()
        self._take(person)

    def choose(self, person: PersonRow) -> None:
        """Take a known applicant as the caller."""
        self.name.setText(person.name)
        self._take(ChosenPerson(person.id, person.name, person.address, person.caution))
        self.edited.emit()

    def choose_known(self, place: int) -> bool:
        """Take the person known under the number who is offered at that place, 1 to 5; tell whether there is one."""
        if not 0 < place <= min(len(self._people), _MOST_PEOPLE):
            return False
        self.choose(self._people[place - 1])
        return True

    def _on_phone_edited(self) -> None:
        self._phone_field.set_error(None)
        self._read_phone()
        self.edited.emit()

    def _on_phone_left(self) -> None:
        """Show a valid number as people read it; say of another that it is kept but leads nowhere."""
        number = self._number
        if number.is_withheld:
            said = self.phone.text().strip()
            self._phone_field.set_hint(self.tr("The caller withholds the number.") if said else None)
        elif not number.is_valid:
            self._phone_field.set_error(self.tr("This is no telephone number. It is kept as typed."))
        elif number.e164 is not None:
            self.phone.setText(show(number.e164))

    def _read_phone(self) -> None:
        before = self._number.e164
        self._number = normalise(self.phone.text(), self._site)
        self._phone_field.set_error(None)
        self._phone_field.set_hint(None)
        if self._number.e164 != before:
            self._people = self._known_under(self._number.e164)
            self.phone_changed.emit(self._number.e164 or "")
        self._show_known()

    def _known_under(self, number: str | None) -> list[PersonRow]:
        if number is None:
            return []
        with self._database.read() as connection:
            return history.people(connection, number)

    def _on_name_edited(self, text: str) -> None:
        if self._person is not None and fold(text) != fold(self._person.name):
            self._take(None)
        self._offer_people()
        self.edited.emit()

    def _take(self, person: ChosenPerson | None) -> None:
        self._person = person
        self._show_known()
        self.person_changed.emit()

    def _offer_people(self) -> None:
        typed = fold(self.name.text())
        people = [person for person in self._people if typed in fold(person.name)] if self._person is None else []
        self._offers.offer(
            [Suggestion(person.name, person, person.address) for person in people], is_first_marked=False
        )

    def _show_known(self) -> None:
        caution = self._person.caution if self._person is not None else ""
        self._caution.setVisible(bool(caution))
        if caution:
            self._caution.say(caution)
        offered = self._people[:_MOST_PEOPLE] if self._person is None else []
        names = (self.tr("Alt+{key} {name}").format(key=key, name=person.name) for key, person in enumerate(offered, 1))
        known = " · ".join(names)
        self._known.say(
            self.tr("Known under this number: {people}").format(people=known) if known else "", Symbol.PEOPLE
        )
