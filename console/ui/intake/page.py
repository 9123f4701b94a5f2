"""The card of an intake: its sections in the order of a call, and how they follow each other."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from console.errors import Refusal, Refused
from console.services.intake import Caller, Place, Problem
from console.store.database import Database
from console.store.history import HouseKey
from console.ui.intake.actions_bar import ActionsBar
from console.ui.intake.address_section import AddressSection
from console.ui.intake.caller_section import CallerSection
from console.ui.intake.category_section import CategorySection
from console.ui.intake.details_section import DetailsSection
from console.ui.intake.draft import IntakeDraft
from console.ui.intake.editors import cursor_in, put_cursor
from console.ui.intake.work_section import WorkSection
from console.ui.look.banner import BannerKind
from console.ui.look.card import Card
from console.ui.look.icons import Symbol, icon
from console.ui.look.inline_banner import InlineBanner
from console.ui.look.labels import ElidedLabel
from console.ui.look.looks import Look, dress
from console.ui.look.palette import Tone
from console.ui.look.pill import Pill
from console.ui.reference import Reference
from console.ui.words import Words
from protocol.phones import PhoneSite
from protocol.records import Category, House, Street
from protocol.times import Clock, Instant, local

_DETAILS_SHARE = 100
"""Parts of the free height that go to the description until it is full; one part stays below."""

_MARGIN = 30
"""Pixels kept in sight below the focused field: what is wrong with it stands there."""


class Request(NamedTuple):
    """What is to be registered."""

    caller: Caller
    place: Place
    problem: Problem


class Meant(NamedTuple):
    """The place that is meant now, for those who show what is known of it."""

    key: HouseKey | None = None
    flat: str = ""
    house: House | None = None
    street: Street | None = None


class IntakePage(Card):
    """Shows one draft; says of every edit that there was one. The focus it is given goes to the field typed last."""

    edited = Signal()
    meant_changed = Signal(object)
    """Meant."""
    category_changed = Signal(object)
    """Category or None."""
    close_asked = Signal()

    def __init__(
        self,
        *,
        database: Database,
        reference: Reference,
        words: Words,
        clock: Clock,
        phone_site: PhoneSite,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent=parent)
        self._words = words
        self._is_loading = False
        self._meant = Meant()
        self.caller = CallerSection(database, phone_site)
        self.address = AddressSection(database, reference)
        self.category = CategorySection(reference, words)
        self.details = DetailsSection()
        self.work = WorkSection(reference, words, clock)
        self.actions_bar = ActionsBar(words)
        sections = (self.caller, self.address, self.category, self.details, self.work)
        self._editors = {name: editor for section in sections for name, editor in section.editors.items()}
        self._urgency = Pill("", Tone.ROUTINE)
        self._saved = ElidedLabel()
        dress(self._saved, Look.MUTED)
        self._stop = InlineBanner(BannerKind.DANGER)
        self._lay_out()
        self.caller.person_changed.connect(self._on_person_changed)
        self.address.read_changed.connect(self._on_place_read)
        self.address.left.connect(self.category.line.setFocus)
        self.category.category_changed.connect(self._on_category_changed)
        self.category.picked.connect(self.details.text.setFocus)
        self.caller.name.returnPressed.connect(self.address.line.setFocus)
        for section in sections:
            section.edited.connect(self._on_edited)
        reference.changed.connect(self._on_reference_changed)
        self._show_category()

    @property
    def meant(self) -> Meant:
        """The place that is meant now."""
        return self._meant

    @property
    def title(self) -> str:
        """What tells this intake from others: the number, else the street."""
        return self.caller.phone.text().strip() or self.address.street_words

    @property
    def draft(self) -> IntakeDraft:
        """Everything typed, and where the cursor is."""
        return IntakeDraft(
            caller=self.caller.draft,
            address=self.address.draft,
            category=self.category.draft,
            executor=self.work.draft,
            details=self.details.draft,
            cursor=cursor_in(self._editors),
        )

    def restore(self, draft: IntakeDraft) -> None:
        """Show a draft as it was left; nothing of it counts as an edit."""
        self._is_loading = True
        try:
            self.caller.restore(draft.caller)
            self.address.restore(draft.address)
            self.category.restore(draft.category)
            self.work.restore(draft.executor)
            self.details.restore(draft.details)
        finally:
            self._is_loading = False
        self.actions_bar.quiet()
        self._saved.setText("")
        editor = self._editors.get(draft.cursor.field)
        if editor is None:  # where a call begins
            editor = self.address.line if self.caller.phone.text() else self.caller.phone
        self.setFocusProxy(editor)
        put_cursor(editor, draft.cursor.position)

    def show_saved(self, saved_at: Instant) -> None:
        """Say since when everything is on the disk."""
        self._saved.setText(self.tr("draft saved {time}").format(time=f"{local(saved_at):%H:%M:%S}"))

    def request(self) -> Request:
        """Return what is to be registered.

        Raises Refused when something is missing or the house number is none.
        """
        category, due = self.category.category, self.work.due()
        if self.address.wrong_house:
            raise Refused(Refusal.HOUSE_INVALID)
        if not self.address.line.text().strip():
            raise Refused(Refusal.ADDRESS_MISSING)
        if category is None or due is None:
            raise Refused(Refusal.CATEGORY_MISSING)
        details = self.details.draft
        if not details.text.strip():
            raise Refused(Refusal.TEXT_MISSING)
        if self.work.executor_id is None:
            raise Refused(Refusal.EXECUTOR_MISSING)
        if self.work.lacks_reason:
            raise Refused(Refusal.NOTE_MISSING)
        problem = Problem(
            category=category,
            text=details.text,
            due=due,
            executor_id=self.work.executor_id,
            reason=self.work.reason_words,
            hazard=details.hazard.strip(),
            access=details.access.strip(),
            promise=self.work.promise(due),
        )
        return Request(self.said_by, replace(self.address.place, place=details.place.strip()), problem)

    @property
    def said_by(self) -> Caller:
        """Who calls."""
        person = self.caller.person
        return Caller(
            phone=self.caller.number,
            applicant_id=person.id if person is not None else None,
            name=self.caller.name.text(),
            call_id=self.caller.call_id,
        )

    def show_refusal(self, refused: Refused) -> None:
        """Say what is refused at its field and go there; what belongs to no field stands above the buttons."""
        sentence = self._words.refusal(refused)
        match refused.refusal:
            case Refusal.HOUSE_INVALID:
                self.address.show_error(self.address.wrong_house or sentence)
            case Refusal.ADDRESS_MISSING:
                self.address.show_error(sentence)
            case Refusal.CATEGORY_MISSING:
                self.category.show_error(sentence)
            case Refusal.TEXT_MISSING:
                self.details.show_text_error(sentence)
            case Refusal.EXECUTOR_MISSING:
                self.work.show_executor_error(sentence)
            case Refusal.NOTE_MISSING:
                self.work.ask_reason()
            case _:
                self.actions_bar.tell(sentence)
        self._reveal()

    def _lay_out(self) -> None:
        self.set_title(self.tr("New intake"))
        self.add_beside_title(self._urgency)
        self.add_beside_title(self._saved)
        cancel = QToolButton()  # flatter than a push button: the title stays level with those of the cards beside
        cancel.setText("Esc")
        cancel.setIcon(icon(Symbol.CLOSE))
        cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        cancel.setToolTip(self.tr("Give this intake up"))
        cancel.setAccessibleName(cancel.toolTip())
        cancel.clicked.connect(self.close_asked)
        self.add_at_end(cancel)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for section in (self.caller, self.address, self.category):
            layout.addWidget(section)
        layout.addWidget(self.details, _DETAILS_SHARE)
        layout.addWidget(self.work)
        layout.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(column)
        self.body.addWidget(self._stop)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self.actions_bar)

    def _on_edited(self) -> None:
        if self._is_loading:
            return
        if (editor := self._editors.get(cursor_in(self._editors).field)) is not None:
            self.setFocusProxy(editor)
        self._reveal()
        self.edited.emit()

    def _reveal(self) -> None:
        """Scroll to where the focus is, once the layout has settled: fields may just have appeared."""
        QTimer.singleShot(0, self, self._scroll_to_focus)

    def _scroll_to_focus(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self._scroll.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, _MARGIN)

    def _on_person_changed(self) -> None:
        person = self.caller.person
        self.address.offer_address_of(person.address if person is not None else "")

    def _on_place_read(self) -> None:
        read = self.address.read
        meant = Meant(read.key, self.address.flat, read.record, read.street)
        if meant == self._meant:
            return
        if (meant.house, meant.street) != (self._meant.house, self._meant.street):
            self.work.follow(self.category.category, meant.house, meant.street)
        self._meant = meant
        self.meant_changed.emit(meant)

    def _on_category_changed(self) -> None:
        self._show_category()
        self.work.follow(self.category.category, self._meant.house, self._meant.street)
        self.category_changed.emit(self.category.category)

    def _on_reference_changed(self) -> None:
        self.address.read_anew()
        self.category.read_anew()

    def _show_category(self) -> None:
        category: Category | None = self.category.category
        self._urgency.setVisible(category is not None)
        notice = ""
        if category is not None:
            self._urgency.show_tone(self._words.urgency(category.urgency), Tone(category.urgency.value))
            notice = self._words.label(category.stop_notice_uk, category.stop_notice_en)
        if notice:
            self._stop.say(notice)
        self._stop.setVisible(bool(notice))
