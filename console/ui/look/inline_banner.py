"""A banner inside a card."""

from PySide6.QtWidgets import QWidget

from console.ui.look.banner import Banner, BannerKind


class InlineBanner(Banner):
    """Says one thing that holds for a card, in the colours of a banner and with less room around it."""

    def __init__(self, kind: BannerKind, parent: QWidget | None = None) -> None:
        super().__init__(kind, parent=parent)
        if (layout := self.layout()) is not None:
            layout.setContentsMargins(10, 4, 10, 4)
        self.hide()
