"""What a plain Qt widget can be dressed as; the rules stand in `resources/style/desk.qss`."""

from enum import StrEnum

from PySide6.QtWidgets import QWidget


class Look(StrEnum):
    """One value of the property `look` that the style sheet knows."""

    PLAIN = "plain"
    """As every widget of its kind."""
    CARD = "card"
    """A framed panel."""
    INSET = "inset"
    """A quiet panel inside a card: a script, a list of offers."""
    BAR = "bar"
    """The dark strip of calls; labels and buttons in it turn light by themselves."""
    TITLE = "title"
    """The heading of a card."""
    SUBTITLE = "subtitle"
    """A heading inside a card."""
    MUTED = "muted"
    """Text that is there when looked for."""
    LABEL = "label"
    """The label above a field."""
    HINT = "hint"
    """What helps to fill a field."""
    ERROR = "error"
    """What is wrong with a field."""
    PRIMARY = "primary"
    """The one button that goes on."""
    DANGER = "danger"
    """A button that ends or destroys."""
    FLAT = "flat"
    """A button without an edge until it is pointed at."""
    NOTICE = "notice"
    """A message over the window."""


def dress(widget: QWidget, look: Look) -> None:
    """Give a widget a look, also while it is on the screen."""
    widget.setProperty("look", look.value)
    repolish(widget)


def repolish(widget: QWidget) -> None:
    """Read the style sheet anew for a widget whose properties have changed, which Qt does not do by itself."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
