"""What may be done with an intake: register it, count it as a consultation, or give it up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.intake.question_bar import Answer, QuestionBar
from console.ui.look.banner import BannerKind
from console.ui.look.buttons import Button, PrimaryButton
from console.ui.look.icons import Symbol
from console.ui.look.inline_banner import InlineBanner
from console.ui.look.looks import Look
from console.ui.words import Words
from protocol.vocabulary import ConsultationKind


class ActionsBar(QWidget):
    """Stands below the form; what it asks and what went wrong appear above its buttons."""

    register_asked = Signal(bool)
    """Register; true: and print the slip."""
    consultation_asked = Signal(object)
    """Count a talk of this ConsultationKind."""
    drop_agreed = Signal()
    """The operator gives up what was typed."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trouble = InlineBanner(BannerKind.WARNING)
        kinds = [Answer(words.consultation(kind), kind) for kind in ConsultationKind]
        self._kinds = QuestionBar(self.tr("What was the talk about? No ticket is made."), kinds)
        self._farewell = QuestionBar(
            self.tr("Give up what was typed?"),
            (Answer(self.tr("Give up"), True, Look.DANGER), Answer(self.tr("Keep typing"), False)),
            marked=1,
        )
        self.register = PrimaryButton(self.tr("Register"), "Ctrl+Enter", Symbol.REGISTER)
        self.register_and_print = Button(self.tr("And slip"), "Ctrl+Shift+Enter", Symbol.PRINTER)
        self.register_and_print.setToolTip(self.tr("Register and print the slip"))
        self.register_and_print.setAccessibleName(self.register_and_print.toolTip())
        self.consultation = Button(self.tr("Consultation"), "Ctrl+0")
        self.consultation.setToolTip(self.tr("Count a talk that made no ticket"))
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.register, self.register_and_print, self.consultation):
            button.setAutoDefault(True)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self._trouble, self._kinds, self._farewell):
            layout.addWidget(part)
        layout.addLayout(row)
        self.register.clicked.connect(lambda: self.register_asked.emit(False))
        self.register_and_print.clicked.connect(lambda: self.register_asked.emit(True))
        self.consultation.clicked.connect(self.ask_kind)
        self._kinds.answered.connect(self.consultation_asked)
        self._farewell.answered.connect(self._on_farewell_answered)

    @property
    def trouble(self) -> str:
        """What went wrong, as it stands there now."""
        return self._trouble.accessibleName() if not self._trouble.isHidden() else ""

    def tell(self, sentence: str) -> None:
        """Say what went wrong."""
        self._trouble.say(sentence)
        self._trouble.show()

    def quiet(self) -> None:
        """Take back what was said and asked."""
        self._trouble.hide()
        self._kinds.hide()
        self._farewell.hide()

    def ask_kind(self) -> None:
        """Ask what a talk without a ticket was about."""
        self._farewell.take_back()
        self._kinds.ask()

    def ask_farewell(self) -> None:
        """Ask whether what was typed may be given up."""
        self._kinds.take_back()
        self._farewell.ask()

    def _on_farewell_answered(self, is_agreed: bool) -> None:
        if is_agreed:
            self.drop_agreed.emit()
