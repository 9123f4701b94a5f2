"""Several intakes open at once: a second call never touches what is being typed for the first."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QToolButton, QWidget

from console.jobs import Jobs
from console.services.drafts import DraftService
from console.services.intake import IntakeService
from console.services.shift import Shift
from console.store.database import Database
from console.store.history import PersonRow
from console.ui.intake.draft import DraftUnreadable
from console.ui.intake.form import IntakeForm
from console.ui.look.icons import Symbol, icon
from console.ui.look.notices import NoticeKind, Notices
from console.ui.reference import Reference
from console.ui.words import Words
from protocol.phones import PhoneSite
from protocol.times import Clock

_CLOSE_SIZE = QSize(12, 12)


class IntakeTabs(QTabWidget):
    """Holds the forms; what it says is said of the front one. Saved drafts are open again from the start."""

    phone_changed = Signal(str)
    place_changed = Signal(object, str)
    house_changed = Signal(object, object)
    category_changed = Signal(object)
    person_changed = Signal(object)
    registered = Signal(object, bool)
    consulted = Signal(object)
    print_asked = Signal(object)
    dropped = Signal()

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
        self._drafts = drafts
        self._notices = notices
        self._make_form = partial(
            IntakeForm,
            database=database,
            reference=reference,
            shift=shift,
            words=words,
            clock=clock,
            jobs=jobs,
            intake=intake,
            drafts=drafts,
            phone_site=phone_site,
            notices=notices,
        )
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)
        self.tabBar().setDrawBase(False)
        self.tabBar().setAccessibleName(self.tr("Open intakes"))
        self._restore_saved()
        self.currentChanged.connect(self._on_current_changed)
        self.setFocusProxy(self.front)

    @property
    def front(self) -> IntakeForm:
        """The form that is seen."""
        form = self.currentWidget()
        assert isinstance(form, IntakeForm)  # noqa: S101 - nothing else is ever added, and one always stays
        return form

    def open_new(self) -> None:
        """Go to an empty intake: the front one when nothing stands in it, else one more."""
        self.begin()

    def begin(self, phone_text: str = "", call_id: str | None = None) -> None:
        """Begin an intake, of a call when a number or the exchange's id is given; what is being typed stays."""
        if not self.front.is_free:
            self._add(self._make_form())
        self.front.begin(phone_text, call_id)

    def set_person(self, person: PersonRow) -> None:
        """Take a known applicant as the caller of the front intake."""
        self.front.set_person(person)

    def event(self, event: QEvent) -> bool:
        """Take F2 before the window does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_new(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a new intake with F2; Ctrl+Tab goes round the open ones."""
        if _is_new(event):
            self.open_new()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell who listens what the front intake is about."""
        super().showEvent(event)
        self.front.tell_all()

    def _restore_saved(self) -> None:
        """Open every draft that a power cut or a closed window left, the newest in front."""
        for saved in self._drafts.saved():
            form = self._make_form()
            try:
                form.restore(saved)
            except DraftUnreadable:
                form.deleteLater()
                self._notices.tell(
                    self.tr("A draft of another version of the console cannot be shown. It stays on this computer."),
                    NoticeKind.WARNING,
                )
            else:
                self._add(form)
        if not self.count():
            form = self._make_form()
            form.begin()
            self._add(form)

    def _add(self, form: IntakeForm) -> None:
        self._pass_on(form, form.phone_changed, self.phone_changed)
        self._pass_on(form, form.place_changed, self.place_changed)
        self._pass_on(form, form.house_changed, self.house_changed)
        self._pass_on(form, form.category_changed, self.category_changed)
        self._pass_on(form, form.person_changed, self.person_changed)
        form.registered.connect(self.registered)
        form.consulted.connect(self.consulted)
        form.print_asked.connect(self.print_asked)
        form.dropped.connect(self.dropped)
        form.title_changed.connect(lambda: self.setTabText(self.indexOf(form), form.title))
        form.finished.connect(lambda: self._on_finished(form))
        index = self.addTab(form, form.title)
        self.tabBar().setTabButton(index, QTabBar.ButtonPosition.RightSide, self._close_button(form))
        self.setCurrentIndex(index)

    def _pass_on(self, form: IntakeForm, said: SignalInstance, passed: SignalInstance) -> None:
        """Say what a form says while it is in front."""

        def tell(*values: object) -> None:
            if form is self.currentWidget():
                passed.emit(*values)

        said.connect(tell)

    def _on_current_changed(self, index: int) -> None:
        if index >= 0:
            self.setFocusProxy(self.front)
            self.front.tell_all()

    def _close_button(self, form: IntakeForm) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(Symbol.CLOSE))
        button.setIconSize(_CLOSE_SIZE)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc does it from the keyboard
        button.setToolTip(self.tr("Give this intake up"))
        button.setAccessibleName(button.toolTip())
        button.clicked.connect(lambda: self._on_close_clicked(form))
        return button

    def _on_close_clicked(self, form: IntakeForm) -> None:
        self.setCurrentWidget(form)
        form.close_intake()

    def _on_finished(self, form: IntakeForm) -> None:
        if self.count() == 1:
            form.begin()
            return
        self.removeTab(self.indexOf(form))
        form.deleteLater()


def _is_new(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_F2 and not event.modifiers()
