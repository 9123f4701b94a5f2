"""What two people said of one field without knowing of each other, until a person decides."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.models import Conflict
from console.store.directory import Directory
from console.ui import moments
from console.ui.itemmodels.field_words import FieldWords
from console.ui.look.banner import Banner, BannerKind
from protocol.records import Version
from protocol.times import Instant
from protocol.vocabulary import ConflictKind


class ConflictStrips(QWidget):
    """Shows both versions of each field, with their authors; without a conflict it takes no room."""

    def __init__(self, fields: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self._strips: list[Banner] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.hide()

    def show_conflicts(self, conflicts: Sequence[Conflict], directory: Directory, now: Instant) -> None:
        """Show these conflicts instead."""
        while len(self._strips) < len(conflicts):
            strip = Banner(BannerKind.WARNING)
            self._strips.append(strip)
            self._layout.addWidget(strip)
        while len(self._strips) > len(conflicts):
            strip = self._strips.pop()
            self._layout.removeWidget(strip)
            strip.deleteLater()
        for strip, conflict in zip(self._strips, conflicts, strict=True):
            strip.say(self._lead(conflict), self._versions(conflict, directory, now))
        self.setVisible(bool(conflicts))

    def _lead(self, conflict: Conflict) -> str:
        match conflict.kind:
            case ConflictKind.TRANSITION:
                return self.tr("A step could not be made.")
            case ConflictKind.NUMBER:
                return self.tr("The number was given twice.")
            case ConflictKind.DOUBLE_ASSIGN:
                return self.tr("Two executors were chosen.")
            case ConflictKind.ACTOR_DISABLED:
                return self.tr("Done by somebody whose account was switched off.")
            case _:
                return self.tr("Two versions of “{field}”.").format(field=self._fields.name(conflict.field))

    def _versions(self, conflict: Conflict, directory: Directory, now: Instant) -> str:
        if conflict.kind is ConflictKind.ACTOR_DISABLED:  # its two values are about the account, not the ticket
            who = self._fields.account(directory, conflict.loser.actor)
            return f"{who}, {moments.day_and_time(conflict.loser.occurred_ms, now)}"
        winner = self._version(conflict, conflict.winner, directory, now)
        loser = self._version(conflict, conflict.loser, directory, now)
        return self.tr("Stands: {winner}. Also said: {loser}.").format(winner=winner, loser=loser)

    def _version(self, conflict: Conflict, version: Version, directory: Directory, now: Instant) -> str:
        return self.tr("{value} ({who}, {when})").format(
            value=self._fields.value(directory, conflict.record, conflict.field, version.value),
            who=self._fields.account(directory, version.actor),
            when=moments.day_and_time(version.occurred_ms, now),
        )
