"""Puts the steps of a ticket into words: who did what, when and where."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias
from uuid import UUID

from PySide6.QtCore import QObject

from console.store.directory import Directory
from console.store.tickets import Step, StepChange
from console.ui import moments
from console.ui.itemmodels.field_words import FieldWords
from console.ui.itemmodels.timeline_model import TimelineEntry, TimelineKey, TimelineKind
from console.ui.words import Words
from protocol.moves import leads_to
from protocol.times import Instant
from protocol.vocabulary import ConflictState, NoteKind, PrintWay

_MOVED = ("state", "result", "resolution")
_CONSEQUENT = ("closed_at", "rework_count", "attention_at")
"""Fields that only follow from what is told already."""

Values: TypeAlias = Mapping[str, Any]


class OwnDesk(NamedTuple):
    """By which ids this desk knows its own acts."""

    device_id: UUID | None
    desk_id: UUID


class _Line(NamedTuple):
    """One thing a step did."""

    kind: TimelineKind
    text: str


class TimelineSentences(QObject):
    """Tells each step by what it set; a step of a newer build is told by the fields it changed, or by its type."""

    def __init__(self, words: Words, fields: FieldWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._fields = fields

    def tell(self, steps: Sequence[Step], directory: Directory, own: OwnDesk, now: Instant) -> list[TimelineEntry]:
        """Return the entries of steps that come oldest first; the newest stands first."""
        known: dict[tuple[str, UUID], dict[str, Any]] = {}
        alike: Counter[tuple[Instant, str]] = Counter()
        entries: list[TimelineEntry] = []
        for step in steps:
            lines = sorted(self._lines(step, directory, known), key=lambda line: line.kind)
            for change in step.changes:
                known.setdefault((change.record, change.id), {}).update(change.values)
            head, *rest = lines or [_Line(TimelineKind.OTHER, self.tr("Act “{type}”").format(type=step.type))]
            entries.append(
                TimelineEntry(
                    key=TimelineKey(step.occurred_ms, step.type, alike[step.occurred_ms, step.type]),
                    kind=head.kind,
                    when=moments.day_and_time(step.occurred_ms, now),
                    who=self._fields.account(directory, step.actor),
                    where=self._where(step, directory, own),
                    headline=head.text,
                    details=tuple(line.text for line in rest),
                    is_pending=step.seq is None,
                )
            )
            alike[step.occurred_ms, step.type] += 1
        entries.reverse()
        return entries

    def _lines(self, step: Step, directory: Directory, known: Mapping[tuple[str, UUID], Values]) -> Iterator[_Line]:
        notes = {change.values.get("text") for change in step.changes if change.record == "note"}
        for change in step.changes:
            before = known.get((change.record, change.id))
            match change.record:
                case "ticket" if "number" in change.values and before is None:
                    yield from self._birth(step, change.values, directory)
                case "ticket":
                    yield from self._ticket(change.values, before or {}, directory)
                case "assignment":
                    yield from self._assignment(change, notes)
                case "note":
                    is_system = change.values.get("kind") == NoteKind.SYSTEM
                    kind = TimelineKind.SYSTEM if is_system else TimelineKind.NOTED
                    yield _Line(kind, str(change.values.get("text", "")))
                case "slip":
                    yield _Line(TimelineKind.PRINTED, self._slip(change.values))
                case "promise":
                    told = self.tr("The applicant was told: “{text}”")
                    yield _Line(TimelineKind.PROMISED, told.format(text=change.values.get("text", "")))
                case "consultation":
                    yield from self._consultation(change.values)
                case "conflict":
                    yield _Line(TimelineKind.CONFLICT, self._conflict(change.values))

    def _birth(self, step: Step, values: Values, directory: Directory) -> Iterator[_Line]:
        channels = (change.values.get("channel") for change in step.changes if change.record == "contact")
        channel = next(channels, None)
        if channel is None:
            yield _Line(TimelineKind.REGISTERED, self.tr("Registered"))
        else:
            text = self.tr("Registered by {channel}").format(channel=self._words.channel(channel))
            yield _Line(TimelineKind.REGISTERED, text)
        executor = self._fields.organisation(directory, values.get("executor_id"))
        yield _Line(TimelineKind.ASSIGNED, self.tr("Executor: {after}").format(after=executor))

    def _ticket(self, values: Values, before: Values, directory: Directory) -> Iterator[_Line]:
        if any(field in values for field in _MOVED):
            yield _Line(TimelineKind.MOVED, self._move(values, before, directory))
        if "executor_id" in values:
            after = self._fields.organisation(directory, values["executor_id"])
            text = self.tr("Executor: {after}").format(after=after)
            if before.get("executor_id") is not None:
                old = self._fields.organisation(directory, before["executor_id"])
                text = self.tr("Executor: {before} → {after}").format(before=old, after=after)
            yield _Line(TimelineKind.ASSIGNED, text)
        for field, value in values.items():
            if field not in (*_MOVED, *_CONSEQUENT, "executor_id"):
                yield _Line(TimelineKind.CHANGED, self._changed(field, value, before, directory))

    def _move(self, values: Values, before: Values, directory: Directory) -> str:
        """Return the label of the move that leads there, or the states themselves when the table has none."""
        state, result, resolution = ({**before, **values}.get(field) for field in _MOVED)
        for move in sorted(directory.moves, key=lambda move: move.position):
            is_from_here = before.get("state") in (None, move.from_state)
            if state is not None and result is not None and is_from_here and leads_to(move, state, result, resolution):
                return self._words.label(move.label_uk, move.label_en)
        field = next(field for field in _MOVED if field in values)
        return self._changed(field, values[field], before, directory)

    def _changed(self, field: str, value: Any, before: Values, directory: Directory) -> str:
        name = self._fields.name(field)
        name = name[:1].upper() + name[1:]
        after = self._fields.value(directory, "ticket", field, value)
        if field not in before:
            return self.tr("{field}: {after}").format(field=name, after=after)
        old = self._fields.value(directory, "ticket", field, before[field])
        return self.tr("{field}: {before} → {after}").format(field=name, before=old, after=after)

    def _assignment(self, change: StepChange, notes: set[Any]) -> Iterator[_Line]:
        if comment := change.values.get("comment"):
            yield _Line(TimelineKind.CHANGED, self.tr("The executor answers: {comment}").format(comment=comment))
        reason = change.values.get("reason")
        if reason and reason not in notes:  # a move says it in its note too
            yield _Line(TimelineKind.OTHER, self.tr("Why so: {reason}").format(reason=reason))

    def _slip(self, values: Values) -> str:
        is_pdf = values.get("way") == PrintWay.PDF
        copy = values.get("copy", 1)
        if copy == 1:
            return self.tr("Slip saved as PDF") if is_pdf else self.tr("Slip printed")
        text = self.tr("Slip saved as PDF, copy {copy}") if is_pdf else self.tr("Slip printed, copy {copy}")
        return text.format(copy=copy)

    def _consultation(self, values: Values) -> Iterator[_Line]:
        yield _Line(TimelineKind.CALLED, self.tr("Somebody asked about the ticket"))
        if values.get("text"):
            yield _Line(TimelineKind.NOTED, str(values["text"]))

    def _conflict(self, values: Values) -> str:
        match values.get("state"):
            case ConflictState.KEPT:
                return self.tr("The version that stood was kept")
            case ConflictState.SWAPPED:
                return self.tr("The other version was taken")
        name = self._fields.name(str(values.get("field", "")))
        return self.tr("Two versions of “{field}”").format(field=name)

    def _where(self, step: Step, directory: Directory, own: OwnDesk) -> str:
        """Return which other desk did it; a step whose desk is not known says nothing."""
        if step.seq is None or (step.device is not None and step.device == own.device_id):
            return ""
        desks = {UUID(change.values["desk_id"]) for change in step.changes if change.values.get("desk_id")}
        if own.desk_id in desks or (step.device is None and not desks):
            return ""
        desk = directory.desk_of(step.device) if step.device is not None else None
        for desk_id in desks:
            desk = desk or directory.desks.get(desk_id)
        return desk.name if desk is not None else self.tr("another desk")
