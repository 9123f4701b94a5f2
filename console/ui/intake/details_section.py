"""What the caller says: the text, and what the crew should know."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from console.ui.intake.draft import DetailsDraft
from console.ui.intake.editors import Editor
from console.ui.look.field import FormField
from console.ui.look.icons import Symbol, icon

_TEXT_LEAST = 48
"""Pixels, as is the next."""
_FIELD_MOST = 240
"""A taller field only moves what stands below it out of sight."""
_SPACING = 4


class TextArea(QPlainTextEdit):
    """A text field that takes the room that is left rather than ask for its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(_TEXT_LEAST)

    def sizeHint(self) -> QSize:
        """Return the least size: a scroll area would otherwise scroll before it makes the field smaller."""
        return QSize(super().sizeHint().width(), _TEXT_LEAST)


class DetailsSection(QWidget):
    """Takes the description, and behind "more" the exact place, hazards and access."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextArea()
        self._text_field = FormField(self.tr("&Text in the caller's words"), self.text)
        self.more = QToolButton()
        self.more.setText(self.tr("M&ore: place, hazard, access"))
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setCheckable(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.place = QLineEdit()
        self.place.setPlaceholderText(self.tr("where exactly"))
        self.hazard = QLineEdit()
        self.hazard.setPlaceholderText(self.tr("wires, gas, a dog"))
        self.access = QLineEdit()
        self.access.setPlaceholderText(self.tr("who has the key, when someone is at home"))
        self._rest = QWidget()
        self._rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        rest = QGridLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setHorizontalSpacing(10)
        rest.addWidget(FormField(self.tr("&Yard, basement, pole"), self.place), 0, 0)
        rest.addWidget(FormField(self.tr("Ha&zard"), self.hazard), 0, 1)
        rest.addWidget(FormField(self.tr("Acce&ss"), self.access), 0, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        layout.addWidget(self._text_field, 1)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._rest)
        self.text.textChanged.connect(self._on_text_changed)
        for editor in (self.place, self.hazard, self.access):
            editor.textEdited.connect(self.edited)
        self.more.toggled.connect(self._on_more_toggled)
        self._on_more_toggled(is_open=False)

    @property
    def editors(self) -> dict[str, Editor]:
        """The fields, by the names a draft knows them by."""
        return {"text": self.text, "place": self.place, "hazard": self.hazard, "access": self.access}

    @property
    def draft(self) -> DetailsDraft:
        """What was typed."""
        return DetailsDraft(self.text.toPlainText(), self.place.text(), self.hazard.text(), self.access.text())

    def restore(self, draft: DetailsDraft) -> None:
        """Show a draft."""
        self.text.setPlainText(draft.text)
        self.place.setText(draft.place)
        self.hazard.setText(draft.hazard)
        self.access.setText(draft.access)
        self.more.setChecked(bool(draft.place or draft.hazard or draft.access))

    def show_text_error(self, error: str) -> None:
        """Say what is wrong with the text, and go there."""
        self._text_field.set_error(error)
        self.text.setFocus()

    def _on_text_changed(self) -> None:
        self._text_field.set_error(None)
        self.edited.emit()

    def _on_more_toggled(self, is_open: bool) -> None:
        self._rest.setVisible(is_open)
        rows = [self.more, self._rest] if is_open else [self.more]
        self.setMaximumHeight(_FIELD_MOST + sum(_SPACING + row.sizeHint().height() for row in rows))
        self.more.setIcon(icon(Symbol.CHEVRON_DOWN if is_open else Symbol.CHEVRON_RIGHT))
