"""Puts the closed word lists of the trade and everything that may go wrong into the words of the operator."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QObject

from console.errors import ConsoleError, NotFound, NotOurCentre, Offline, Refusal, Refused, ServerRefused, StoreBroken
from console.settings import Language, SettingsBroken
from console.slips.failures import PrintFailed, PrintFailure
from protocol.problems import ProblemType
from protocol.vocabulary import (
    Channel,
    ConsultationKind,
    HouseKind,
    PlaceClass,
    Resolution,
    Result,
    Role,
    State,
    Urgency,
)

WordT = TypeVar("WordT", bound=StrEnum)


class Words(QObject):
    """Says each word of the trade in the language of the screens; a word of a newer build is said as it is stored."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self._states = {
            State.REGISTERED: self.tr("registered"),
            State.IN_WORK: self.tr("in work"),
            State.ON_CHECK: self.tr("on check"),
            State.REWORK: self.tr("rework"),
            State.CLOSED: self.tr("closed"),
        }
        self._results = {
            Result.AWAITING: self.tr("awaiting"),
            Result.DONE: self.tr("done"),
            Result.EXPLAINED: self.tr("explained"),
            Result.NOT_IN_COMPETENCE: self.tr("not in competence"),
            Result.DEFERRED_TO_PLAN: self.tr("deferred to plan"),
            Result.SELF_RESOLVED: self.tr("resolved by itself"),
            Result.RETURNED: self.tr("returned"),
            Result.CANCELLED: self.tr("cancelled"),
            Result.ACTUALLY: self.tr("actually"),
        }
        self._resolutions = {
            Resolution.CONFIRMED_BY_APPLICANT: self.tr("confirmed by the applicant"),
            Resolution.CONFIRMED_BY_PHOTO: self.tr("confirmed by photo"),
            Resolution.NOT_CONFIRMED: self.tr("not confirmed"),
            Resolution.FIXED_BY_APPLICANT: self.tr("fixed by the applicant"),
            Resolution.PASSED_ON: self.tr("passed on"),
            Resolution.NEEDS_FUNDING: self.tr("needs funding"),
            Resolution.SUPERVISOR_DECIDED: self.tr("decided by the supervisor"),
        }
        self._urgencies = {
            Urgency.CRITICAL: self.tr("Critical"),
            Urgency.EMERGENCY: self.tr("Emergency"),
            Urgency.ROUTINE: self.tr("Routine"),
            Urgency.INFO: self.tr("Information"),
            Urgency.LOW: self.tr("Planned"),
        }
        self._roles = {
            Role.OPERATOR: self.tr("operator"),
            Role.SUPERVISOR: self.tr("shift supervisor"),
            Role.HEAD: self.tr("head"),
            Role.ADMINISTRATOR: self.tr("administrator"),
            Role.EXECUTOR: self.tr("executor's dispatcher"),
        }
        self._channels = {
            Channel.PHONE: self.tr("telephone"),
            Channel.WEB: self.tr("web page"),
            Channel.APP: self.tr("mobile application"),
            Channel.MESSENGER: self.tr("messenger"),
            Channel.IN_PERSON: self.tr("in person"),
            Channel.LETTER: self.tr("letter"),
            Channel.HOTLINE_1545: self.tr("government hotline 1545"),
        }
        self._consultations = {
            ConsultationKind.KNOWLEDGE: self.tr("question answered"),
            ConsultationKind.TICKET: self.tr("about an existing ticket"),
            ConsultationKind.INCIDENT: self.tr("about a known incident"),
            ConsultationKind.TRANSFER: self.tr("wrong number or transfer"),
        }
        self._place_classes = {
            PlaceClass.CENTRAL: self.tr("central street"),
            PlaceClass.TRANSIT: self.tr("transit street"),
            PlaceClass.LOCAL: self.tr("local street"),
            PlaceClass.PRIVATE: self.tr("street of private houses"),
        }
        self._house_kinds = {
            HouseKind.APARTMENTS: self.tr("block of flats"),
            HouseKind.PRIVATE: self.tr("private house"),
            HouseKind.PUBLIC: self.tr("public building"),
        }
        self._refusals = self._refusal_sentences()
        self._server_refusals = self._server_refusal_sentences()

    def state(self, state: State) -> str:
        """Return where a ticket stands."""
        return _said(self._states, state)

    def result(self, result: Result) -> str:
        """Return what came of a ticket."""
        return _said(self._results, result)

    def resolution(self, resolution: Resolution) -> str:
        """Return on what ground a result stands."""
        return _said(self._resolutions, resolution)

    def urgency(self, urgency: Urgency) -> str:
        """Return how pressing a ticket is."""
        return _said(self._urgencies, urgency)

    def role(self, role: Role) -> str:
        """Return what a person is here."""
        return _said(self._roles, role)

    def channel(self, channel: Channel) -> str:
        """Return how a contact reached the centre."""
        return _said(self._channels, channel)

    def consultation(self, kind: ConsultationKind) -> str:
        """Return what a talk without a ticket was about."""
        return _said(self._consultations, kind)

    def place_class(self, place_class: PlaceClass) -> str:
        """Return what kind of street a place lies on."""
        return _said(self._place_classes, place_class)

    def house_kind(self, kind: HouseKind) -> str:
        """Return what a building is."""
        return _said(self._house_kinds, kind)

    def label(self, ukrainian: str, english: str) -> str:
        """Return the one of two texts that is in the language of the screens, or the only one there is."""
        if self.language is Language.ENGLISH:
            return english or ukrainian
        return ukrainian or english

    def refusal(self, error: ConsoleError) -> str:
        """Return what went wrong and what to do about it, as one clear sentence or two."""
        match error:
            case Refused():
                return _said(self._refusals, error.refusal)
            case Offline():
                return self.tr("There is no link to the centre now. Try again when it is back.")
            case NotOurCentre():
                return self.tr("What answers at this address is not the centre. Check the address and the network.")
            case ServerRefused():
                unknown = self.tr("The centre refused this ({reason}).").format(reason=error.problem)
                return self._server_refusals.get(error.problem, unknown)
            case PrintFailed():
                return self._print_failure(error)
            case NotFound():
                return self.tr("This desk does not have that record.")
            case StoreBroken():
                return self.tr("The database of this desk cannot be read or written. Call the administrator.")
            case SettingsBroken():
                return self.tr("A settings file cannot be used: {fault}").format(fault=error.message)
            case _:
                return error.message

    def no_password_store(self) -> str:
        """Return why a desk without a store for its secrets cannot be opened."""
        return self.tr("The password store of this computer cannot be used, and the desk's data is locked with it.")

    def folder_taken(self) -> str:
        """Return why a second console does not open over the same data."""
        return self.tr("A console over the same data runs already and does not answer. End it, then start again.")

    def _refusal_sentences(self) -> dict[Refusal, str]:
        return {
            Refusal.NOT_ENROLLED: self.tr("This desk is not connected to a centre yet."),
            Refusal.NOT_SIGNED_IN: self.tr("Nobody has signed in at this desk."),
            Refusal.SERIES_EXHAUSTED: self.tr(
                "This desk has no ticket numbers left. It gets new ones as soon as the link to the centre is back."
            ),
            Refusal.MOVE_NOT_ALLOWED: self.tr("The ticket is no longer where this step begins. Look at it again."),
            Refusal.NOTE_MISSING: self.tr("Say why: the text is empty."),
            Refusal.EXECUTOR_MISSING: self.tr("Choose the executor."),
            Refusal.TEXT_MISSING: self.tr("Write down what the caller said."),
            Refusal.ADDRESS_MISSING: self.tr("Enter the address."),
            Refusal.CATEGORY_MISSING: self.tr("Choose the category."),
            Refusal.PHONE_INVALID: self.tr("This is no telephone number."),
            Refusal.HOUSE_INVALID: self.tr("This is no house number."),
            Refusal.PASSWORD_WRONG: self.tr("The login or the password is wrong."),
            Refusal.SIGN_IN_UNKNOWN_OFFLINE: self.tr(
                "There is no link to the centre, and this desk does not know this person from the last days. "
                "Someone who signed in here lately can."
            ),
            Refusal.CODE_INVALID: self.tr("This is not a code of the centre. Check its letters and digits."),
        }

    def _server_refusal_sentences(self) -> Mapping[str, str]:
        busy = self.tr("The centre is busy. Try again in a minute.")
        unaccepted = self.tr("The centre does not accept this desk. Call the administrator.")
        return {
            ProblemType.CREDENTIALS_INVALID: self.tr("The login or the password is wrong."),
            ProblemType.CODE_INVALID: self.tr("The code is wrong, used already or too old. Ask for a new one."),
            ProblemType.UNAUTHORIZED: unaccepted,
            ProblemType.DEVICE_FORKED: unaccepted,
            ProblemType.FORBIDDEN: self.tr("The centre does not allow you to do this."),
            ProblemType.OP_FORBIDDEN: self.tr("The centre does not allow you to do this."),
            ProblemType.OVERLOADED: busy,
            ProblemType.INTERNAL: busy,
        }

    def _print_failure(self, failure: PrintFailed) -> str:
        match failure.reason:
            case PrintFailure.PRINTER_MISSING:
                text = self.tr("There is no printer “{target}”. Choose another one or save the slip as PDF.")
            case PrintFailure.PRINTER_NOT_ACCEPTING:
                text = self.tr("The printer “{target}” takes no work. Choose another one or save the slip as PDF.")
            case PrintFailure.FILE_NOT_WRITTEN:
                text = self.tr("The file “{target}” could not be written. Choose another folder.")
        return text.format(target=failure.target)


def _said(words: Mapping[WordT, str], word: WordT) -> str:
    return words.get(word, str(word))
