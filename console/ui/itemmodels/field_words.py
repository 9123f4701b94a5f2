"""Names the fields of records and shows their values, wherever one field stands alone: in a timeline, in a conflict."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from console.store.directory import Directory
from console.ui import moments
from console.ui.words import Words
from protocol import phones
from protocol.records import KINDS, FieldValue, references

NOTHING = "—"


class FieldWords(QObject):
    """Says what a field is called and what stands in it; a field of a newer build is called as it is stored."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._names = {
            "number": self.tr("number"),
            "applicant_id": self.tr("applicant"),
            "phone": self.tr("phone"),
            "category_id": self.tr("category"),
            "text": self.tr("text"),
            "urgency": self.tr("urgency"),
            "legal_regime": self.tr("legal regime"),
            "state": self.tr("state"),
            "result": self.tr("result"),
            "resolution": self.tr("ground"),
            "received_at": self.tr("received"),
            "due_at": self.tr("due"),
            "attention_at": self.tr("attention from"),
            "closed_at": self.tr("closed at"),
            "executor_id": self.tr("executor"),
            "address": self.tr("address"),
            "street_id": self.tr("street"),
            "house": self.tr("house"),
            "entrance": self.tr("entrance"),
            "floor": self.tr("floor"),
            "flat": self.tr("flat"),
            "door_code": self.tr("door code"),
            "landmark": self.tr("landmark"),
            "place": self.tr("place"),
            "district": self.tr("district"),
            "hazard": self.tr("hazard"),
            "access": self.tr("access"),
            "rework_count": self.tr("times reworked"),
            "no_answer_count": self.tr("calls without answer"),
            "rating": self.tr("rating"),
            "reason": self.tr("reason"),
            "comment": self.tr("executor's answer"),
            "is_main": self.tr("main assignment"),
            "name": self.tr("name"),
            "caution": self.tr("caution"),
        }

    def name(self, field: str) -> str:
        """Return what a field is called."""
        return self._names.get(field, field)

    def value(self, directory: Directory, record: str, field: str, value: FieldValue) -> str:
        """Return a wire value of a record's field as people read it."""
        if value is None or value == "":
            return NOTHING
        match field:
            case "state":
                return self._words.state(value)
            case "result":
                return self._words.result(value)
            case "resolution":
                return self._words.resolution(value)
            case "urgency":
                return self._words.urgency(value)
            case "phone":
                return phones.show(str(value))
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        if field.endswith("_at") and isinstance(value, int):
            return moments.stamp(value)
        kind = (
            next((each.kind for each in references(KINDS[record]) if each.field == field), "")
            if record in KINDS
            else ""
        )
        return self._referred(directory, kind, value) if kind else str(value)

    def organisation(self, directory: Directory, organisation_id: UUID | str | None) -> str:
        """Return the short name of an organisation."""
        return NOTHING if organisation_id is None else self._referred(directory, "organisation", organisation_id)

    def account(self, directory: Directory, account_id: UUID | str | None) -> str:
        """Return the name of a person who works here; the centre itself for nobody."""
        return self.tr("Centre") if account_id is None else self._referred(directory, "account", account_id)

    def _referred(self, directory: Directory, kind: str, value: Any) -> str:
        """Return the name of a record that a field names; one this desk does not have is unknown."""
        record_id = value if isinstance(value, UUID) else UUID(str(value))
        match kind:
            case "organisation" if found := directory.organisations.get(record_id):
                return found.short_name or found.name
            case "account" if person := directory.accounts.get(record_id):
                return person.name
            case "category" if category := directory.categories.get(record_id):
                return self._words.label(category.name_uk, category.name_en)
            case "street" if street := directory.streets.get(record_id):
                return f"{street.kind} {street.name}"
            case _:
                return self.tr("unknown")
