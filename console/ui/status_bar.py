"""The bar below everything: the link to the centre, the printer, the main keys, who works here."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStatusBar, QToolButton, QWidget

from console.services.shift import SignedIn
from console.settings import Language, SchemeChoice
from console.ui.look.buttons import Button
from console.ui.look.icon_text import IconText
from console.ui.look.icons import Symbol, icon
from console.ui.look.looks import Look
from console.ui.look.palette import Tone
from console.ui.look.pill import Pill
from console.ui.sync.status_view import StatusView
from console.ui.words import Words

ChoiceT = TypeVar("ChoiceT", bound=StrEnum)

_SPACING = 18


class StatusBar(QStatusBar):
    """Shows how the desk stands, and has the menu of how the console looks."""

    history_asked = Signal()
    scheme_chosen = Signal(object)  # SchemeChoice
    language_chosen = Signal(object)  # Language

    def __init__(
        self,
        link: StatusView,
        person: SignedIn,
        words: Words,
        scheme: SchemeChoice,
        *,
        is_sample: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._name = person.name
        self._role = words.role(person.role)
        self._is_narrow = False
        self._printer = IconText(Symbol.PRINTER, is_elided=True)
        self._hints = IconText(Symbol.KEYBOARD, self.tr("F1 keys · F2 new · F3 queue · F4 history"), is_elided=True)
        self._history = Button(self.tr("History"), "F4", Symbol.HISTORY, look=Look.FLAT, bind=False)
        self._history.clicked.connect(self.history_asked)
        self._who = IconText(Symbol.USER, is_elided=True)
        self._content = QWidget()
        self._content.installEventFilter(self)
        layout = QHBoxLayout(self._content)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(_SPACING)
        layout.addWidget(link)
        layout.addWidget(self._printer)
        layout.addStretch(1)
        if is_sample:
            layout.addWidget(Pill(self.tr("sample data"), Tone.EMERGENCY))
        layout.addWidget(self._hints)
        layout.addWidget(self._history)
        layout.addWidget(self._who)
        layout.addWidget(self._menu_button(scheme, words.language))
        self.setSizeGripEnabled(False)
        self.addWidget(self._content, 1)
        self.set_narrow(False)

    def show_printer(self, name: str) -> None:
        """Say where slips go."""
        self._printer.show_text(self.tr("Printer: {name}").format(name=name) if name else self.tr("No printer chosen"))

    def show_scheme(self, scheme: SchemeChoice) -> None:
        """Tick another scheme in the menu."""
        self._schemes[scheme].setChecked(True)

    def set_narrow(self, is_narrow: bool) -> None:
        """Offer the history by mouse, as it is in its drawer then, and leave out what is told elsewhere."""
        self._is_narrow = is_narrow
        self._history.setVisible(is_narrow)
        self._link.show_last(not is_narrow)
        self._who.show_text(self._name if is_narrow else f"{self._name} · {self._role}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hints out where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look again whether there is room when what is said has changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        others = self._content.sizeHint().width()
        hints = self._hints.sizeHint().width() + _SPACING
        if self._hints.isVisible():
            others -= hints
        self._hints.setVisible(not self._is_narrow and others + hints <= self.width())

    def _menu_button(self, scheme: SchemeChoice, language: Language) -> QToolButton:
        schemes = {
            SchemeChoice.SYSTEM: self.tr("As the system"),
            SchemeChoice.LIGHT: self.tr("Light"),
            SchemeChoice.DARK: self.tr("Dark"),
        }
        languages = {Language.UKRAINIAN: "Українська", Language.ENGLISH: "English"}
        menu = QMenu(self)
        self._schemes = _add_choices(menu, schemes.items(), scheme, self.scheme_chosen)
        menu.addSection(self.tr("Language, from the next start"))
        _add_choices(menu, languages.items(), language, self.language_chosen)
        button = QToolButton()
        button.setIcon(icon(Symbol.SETTINGS))
        button.setAccessibleName(self.tr("Look and language"))
        button.setToolTip(button.accessibleName())
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(menu)
        return button


def _add_choices(
    menu: QMenu, choices: Iterable[tuple[ChoiceT, str]], present: ChoiceT, chosen: SignalInstance
) -> dict[ChoiceT, QAction]:
    group = QActionGroup(menu)
    actions: dict[ChoiceT, QAction] = {}
    for choice, text in choices:
        action = group.addAction(text)
        action.setCheckable(True)
        action.setChecked(choice == present)
        action.triggered.connect(lambda _checked=False, choice=choice: chosen.emit(choice))
        menu.addAction(action)
        actions[choice] = action
    return actions
