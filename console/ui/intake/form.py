"""The intake form: from the first word of a call to a number, with every edit kept on the disk."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from uuid import UUID

import msgspec
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from console.errors import ConsoleError, Refused
from console.jobs import Jobs
from console.services.drafts import DraftService
from console.services.intake import IntakeService
from console.services.shift import Shift
from console.store.database import Database
from console.store.drafts import SavedDraft
from console.store.history import PersonRow
from console.ui.busy import busy
from console.ui.intake import draft as drafting
from console.ui.intake.draft import CallerDraft, Cursor, IntakeDraft
from console.ui.intake.draft_keeper import DraftKeeper
from console.ui.intake.number_page import NumberPage
from console.ui.intake.page import IntakePage, Meant
from console.ui.look.notices import NoticeKind, Notices
from console.ui.reference import Reference
from console.ui.telling import telling
from console.ui.words import Words
from protocol.phones import PhoneSite
from protocol.times import Clock
from protocol.vocabulary import ConsultationKind

_PEOPLE_KEYS = range(1, 6)


class IntakeForm(QWidget):
    """One intake after another: typed, kept, registered, its number shown."""

    phone_changed = Signal(str)
    """E.164, or nothing."""
    place_changed = Signal(object, str)
    """HouseKey or None, and the flat."""
    house_changed = Signal(object, object)
    """House and Street of the directory, each or None."""
    category_changed = Signal(object)
    """Category or None."""
    person_changed = Signal(object)
    """Id of the known applicant who calls, or None."""
    registered = Signal(object, bool)
    """Registered, and whether its slip is to be printed too."""
    consulted = Signal(object)
    """ConsultationKind of a talk that was counted."""
    print_asked = Signal(object)
    """Id of the registered ticket whose slip is wanted."""
    dropped = Signal()
    """What was typed was given up."""
    finished = Signal()
    """This intake is over: registered and read out, counted, or given up."""
    title_changed = Signal()

    def __init__(
        self,
        *,
        database: Database,
        reference: Reference,
        shift: Shift,
        words: Words,
        clock: Clock,
        jobs: Jobs,
        intake: IntakeService,
        drafts: DraftService,
        phone_site: PhoneSite,
        notices: Notices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shift = shift
        self._words = words
        self._jobs = jobs
        self._intake = intake
        self._drafts = drafts
        self._notices = notices
        self._ending: asyncio.Task[None] | None = None
        self._begun = IntakeDraft()  # as the form stood before anything was typed
        self._keeper = DraftKeeper(jobs, drafts, words, notices)
        self.page = IntakePage(database=database, reference=reference, words=words, clock=clock, phone_site=phone_site)
        self.number_page = NumberPage()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.page)
        self._pages.addWidget(self.number_page)
        self._connect()

    @property
    def title(self) -> str:
        """The number once there is one, else the phone or the street, else that it is new."""
        if self.is_finished:
            return self.number_page.number
        return self.page.title or self.tr("New intake")

    @property
    def is_finished(self) -> bool:
        """Whether the ticket is registered and only its number stands here."""
        return self._pages.currentWidget() is self.number_page

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed that is not registered."""
        return not self.is_finished and _typed(self.page.draft) != _typed(self._begun)

    @property
    def is_free(self) -> bool:
        """Whether a call may begin here: nothing typed, and no call before it."""
        return self.is_finished or _typed(self.page.draft) == IntakeDraft()

    def begin(self, phone_text: str = "", call_id: str | None = None) -> None:
        """Start a new intake, of a call when a number or the exchange's id is given."""
        self._keeper.follow()
        self._show(IntakeDraft(caller=CallerDraft(phone=phone_text, call_id=call_id)))
        if phone_text or call_id:
            self._keep()

    def restore(self, saved: SavedDraft) -> None:
        """Show a saved draft just as it was left.

        Raises DraftUnreadable when another build wrote it.
        """
        draft = drafting.read(saved.body)
        self._keeper.follow(saved.id)
        self._show(draft)
        self._begun = IntakeDraft()
        self.page.show_saved(saved.saved_at)

    def set_person(self, person: PersonRow) -> None:
        """Take a known applicant as the caller."""
        if not self.is_finished:
            self.page.caller.choose(person)

    def tell_all(self) -> None:
        """Say again what is meant here, for screens that showed another intake."""
        self.phone_changed.emit(self.page.caller.number.e164 or "")
        self._on_person_changed()
        self._on_meant_changed(self.page.meant)
        self.category_changed.emit(self.page.category.category)

    def close_intake(self) -> None:
        """Give the intake up; ask first when something was typed."""
        if self.is_finished:
            self.finished.emit()
        elif self.is_touched:
            self.page.actions_bar.ask_farewell()
        else:
            self._drop()

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if _is_escape(event):
            self.close_intake()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        page, actions = self.page, self.page.actions_bar
        page.edited.connect(self._on_edited)
        page.caller.phone_changed.connect(self.phone_changed)
        page.meant_changed.connect(self._on_meant_changed)
        page.category_changed.connect(self.category_changed)
        page.caller.person_changed.connect(self._on_person_changed)
        actions.register_asked.connect(self._on_register_asked)
        actions.consultation_asked.connect(self._on_consultation_asked)
        page.close_asked.connect(self.close_intake)
        actions.drop_agreed.connect(self._drop)
        self.number_page.print_asked.connect(self.print_asked)
        self.number_page.next_asked.connect(lambda: self.begin())
        self._keeper.saved.connect(page.show_saved)
        for key in _PEOPLE_KEYS:
            shortcut = QShortcut(
                QKeySequence(f"Alt+{key}"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(lambda place=key: page.caller.choose_known(place))
            if key == _PEOPLE_KEYS.start:
                shortcut.setWhatsThis(self.tr("Take the first person known under the number; Alt+2…5 the next"))

    def _show(self, draft: IntakeDraft) -> None:
        self._pages.setCurrentWidget(self.page)
        self.setFocusProxy(self.page)
        self.page.restore(draft)
        self._begun = self.page.draft
        self.title_changed.emit()
        self.tell_all()

    def _keep(self) -> None:
        self._keeper.keep(drafting.written(self.page.draft))

    def _on_edited(self) -> None:
        self.page.actions_bar.quiet()
        self._keep()
        self.title_changed.emit()

    def _on_meant_changed(self, meant: Meant) -> None:
        self.place_changed.emit(meant.key, meant.flat)
        self.house_changed.emit(meant.house, meant.street)

    def _on_person_changed(self) -> None:
        person = self.page.caller.person
        self.person_changed.emit(person.id if person is not None else None)

    def _on_register_asked(self, is_print_wanted: bool) -> None:
        self._start(self._register(is_print_wanted), "register an intake")

    def _on_consultation_asked(self, kind: ConsultationKind) -> None:
        self._start(self._consult(kind), "count a consultation")

    def _drop(self) -> None:
        self._start(self._forget(), "drop a draft")

    def _start(self, work: Coroutine[None, None, None], name: str) -> None:
        """Let one act at a time end this intake: a key pressed twice must not register twice."""
        if self._ending is not None and not self._ending.done():
            work.close()
            return
        self.page.actions_bar.quiet()
        self._ending = self._jobs.spawn(work, name)

    async def _register(self, is_print_wanted: bool) -> None:
        with telling(self.page.actions_bar.tell, self._words):
            try:
                _ = self._shift.person  # without one nothing can be registered: said before anything is held up
                request = self.page.request()
                with self._ended_draft() as draft_id:
                    registered = await self._jobs.write(self._intake.register, *request, draft_id)
            except Refused as refused:
                self.page.show_refusal(refused)
                return
            self._pages.setCurrentWidget(self.number_page)
            self.setFocusProxy(self.number_page)
            self.number_page.show_registered(registered, request.problem.promise, request.place.address)
            self.title_changed.emit()
            self.registered.emit(registered, is_print_wanted)

    async def _consult(self, kind: ConsultationKind) -> None:
        with telling(self.page.actions_bar.tell, self._words):
            text = self.page.details.text.toPlainText()
            with self._ended_draft() as draft_id:
                await self._jobs.write(self._intake.consult, self.page.said_by, kind, text, draft_id=draft_id)
            counted = self.tr("Consultation counted: {kind}.").format(kind=self._words.consultation(kind))
            self._notices.tell(counted, NoticeKind.DONE)
            self.consulted.emit(kind)
            self.finished.emit()

    async def _forget(self) -> None:
        with telling(self.page.actions_bar.tell, self._words):
            with self._ended_draft() as draft_id:
                await self._jobs.write(self._drafts.drop, draft_id)
            self.dropped.emit()
            self.finished.emit()

    @contextmanager
    def _ended_draft(self) -> Iterator[UUID]:
        """Let nothing be typed or saved while the draft is being ended; where that fails it is kept again."""
        self._keeper.hold()
        try:
            with busy(self.page):
                yield self._keeper.draft_id
        except ConsoleError:
            self._keep()
            raise


def _typed(draft: IntakeDraft) -> IntakeDraft:
    return msgspec.structs.replace(draft, cursor=Cursor())


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape and not event.modifiers()
