"""What happened to a ticket is told in words, whoever did it and wherever."""

from uuid import UUID, uuid4

import msgspec
import pytest

from console.services.slip_prints import SlipPrintService
from console.services.tickets import TicketService
from console.store import tickets
from console.store.directory import Directory
from console.store.tickets import Step, StepChange
from console.ui.itemmodels.field_words import FieldWords
from console.ui.itemmodels.timeline_model import TimelineEntry, TimelineKind
from console.ui.itemmodels.timeline_sentences import OwnDesk, TimelineSentences
from console.ui.words import Words
from protocol.ids import reference_id
from protocol.records import Conflict, Version
from protocol.times import MINUTE
from protocol.vocabulary import ConflictKind, ConflictState, NoteKind, PrintWay, Result, State
from tests.desk import DESK_ID, NOON, OPERATOR, TAKE, WATERWORKS, DeskUnderTest
from tests.store.acts import register

OWN = OwnDesk(reference_id("device", "own"), DESK_ID)
TICKET = uuid4()


@pytest.fixture
def sentences(words: Words) -> TimelineSentences:
    return TimelineSentences(words, FieldWords(words))


@pytest.fixture
def directory(desk: DeskUnderTest) -> Directory:
    with desk.database.read() as connection:
        return Directory(connection)


def step(kind: str, device: UUID | None = OWN.device_id, act: str = "x.y", /, **values: object) -> Step:
    """Return a confirmed step that set values of one record."""
    return Step(act, OPERATOR.account_id, device, NOON, (StepChange(kind, TICKET, values),), 1)


def told(desk: DeskUnderTest, sentences: TimelineSentences, ticket_id: UUID) -> list[TimelineEntry]:
    """Return the timeline of a ticket as this desk has it."""
    waiting = [each.decoded() for each in desk.database.outbox.unconfirmed()]
    with desk.database.read() as connection:
        steps = tickets.timeline(connection, ticket_id, waiting)
        return sentences.tell(steps, Directory(connection), OWN, desk.clock.now())


def confirm(desk: DeskUnderTest) -> None:
    """Let the centre confirm what this desk did."""
    for each in desk.database.outbox.unconfirmed():
        desk.log.apply(each.decoded())
    desk.pull()


def test_the_life_of_a_ticket_reads_newest_first(desk: DeskUnderTest, sentences: TimelineSentences) -> None:
    service = TicketService(desk.database, desk.shift)
    ticket_id = register(desk).ticket_id
    desk.clock.pass_time()
    service.move(ticket_id, TAKE)
    desk.clock.pass_time()
    service.assign(ticket_id, WATERWORKS.id, "Люк їхній")
    desk.clock.pass_time()
    service.add_note(ticket_id, "Заявниця дзвонила знову")
    entries = told(desk, sentences, ticket_id)
    assert [entry.headline for entry in entries] == [
        "Заявниця дзвонила знову",
        "Executor: КП «Міськсвітло» → КП «Чернігівводоканал»",
        "Прийнято в роботу",
        "Registered by telephone",
    ]
    assert entries[1].details == ("Why so: Люк їхній",)
    assert entries[3].details == ("Executor: КП «Міськсвітло»",)
    assert [entry.when for entry in entries] == ["today 12:03", "today 12:02", "today 12:01", "today 12:00"]
    assert {entry.who for entry in entries} == {"Їжакевич Олена"}
    assert {entry.where for entry in entries} == {""}


def test_confirmed_steps_keep_their_words_and_lose_their_mark(
    desk: DeskUnderTest, sentences: TimelineSentences
) -> None:
    ticket_id = register(desk).ticket_id
    TicketService(desk.database, desk.shift).move(ticket_id, TAKE)
    before = told(desk, sentences, ticket_id)
    confirm(desk)
    after = told(desk, sentences, ticket_id)
    assert all(entry.is_pending for entry in before)
    assert [(entry.key, entry.headline) for entry in after] == [(entry.key, entry.headline) for entry in before]
    assert not any(entry.is_pending for entry in after)


def test_each_printing_is_told_with_its_copy(desk: DeskUnderTest, sentences: TimelineSentences) -> None:
    ticket_id = register(desk).ticket_id
    prints = SlipPrintService(desk.database, desk.shift)
    for copy, way in ((1, PrintWay.PRINTER), (2, PrintWay.PRINTER), (3, PrintWay.PDF)):
        desk.clock.pass_time()
        prints.printed(ticket_id, uuid4(), copy, way, "SLIP-A5")
    headlines = [entry.headline for entry in told(desk, sentences, ticket_id)[:3]]
    assert headlines == ["Slip saved as PDF, copy 3", "Slip printed, copy 2", "Slip printed"]


def test_a_state_without_a_move_in_the_table_is_told_by_itself(
    sentences: TimelineSentences, directory: Directory
) -> None:
    first = step("ticket", number="26", state=State.IN_WORK.value, result=Result.AWAITING.value)
    second = step("ticket", state=State.REWORK.value)
    assert sentences.tell([first, second], directory, OWN, NOON)[0].headline == "State: in work → rework"


def test_an_edit_names_the_field_and_both_values(sentences: TimelineSentences, directory: Directory) -> None:
    steps = [step("ticket", number="26", phone=None, due_at=NOON), step("ticket", phone="+380671234567", due_at=NOON)]
    entry = sentences.tell(steps, directory, OWN, NOON)[0]
    assert entry.headline == "Phone: — → (067) 123-45-67"
    assert entry.kind is TimelineKind.CHANGED


def test_a_field_whose_past_is_not_known_is_told_by_its_value(
    sentences: TimelineSentences, directory: Directory
) -> None:
    entry = sentences.tell([step("ticket", executor_id=str(WATERWORKS.id))], directory, OWN, NOON)[0]
    assert entry.headline == "Executor: КП «Чернігівводоканал»"


def test_what_the_centre_adds_is_told_as_the_centre_s(sentences: TimelineSentences, directory: Directory) -> None:
    note = step("note", kind=NoteKind.SYSTEM.value, text="Зміну стану не застосовано")
    entry = sentences.tell([by(note, actor=None)], directory, OWN, NOON)[0]
    assert (entry.kind, entry.who, entry.headline) == (TimelineKind.SYSTEM, "Centre", "Зміну стану не застосовано")


def test_a_conflict_and_its_decision_are_told(sentences: TimelineSentences, directory: Directory) -> None:
    version = Version(None, uuid4(), None, None, NOON)
    conflict = Conflict(
        id=TICKET,
        kind=ConflictKind.FIELD,
        record="ticket",
        record_id=TICKET,
        field="executor_id",
        winner=version,
        loser=version,
        found_at=NOON,
    )
    found = step("conflict", **msgspec.to_builtins(conflict))
    kept = step("conflict", state=ConflictState.KEPT.value)
    headlines = [entry.headline for entry in sentences.tell([found, kept], directory, OWN, NOON)]
    assert headlines == ["The version that stood was kept", "Two versions of “executor”"]


def test_a_step_of_a_newer_build_is_told_by_its_type(sentences: TimelineSentences, directory: Directory) -> None:
    entry = sentences.tell([step("drone", None, "drone.fly", height=12)], directory, OWN, NOON)[0]
    assert entry.headline == "Act “drone.fly”"
    unknown_field = sentences.tell([step("ticket", mood="сумний")], directory, OWN, NOON)[0]
    assert unknown_field.headline == "Mood: сумний"


@pytest.mark.parametrize(
    ("device", "values", "where"),
    [
        (OWN.device_id, {}, ""),
        (uuid4(), {}, "another desk"),
        (uuid4(), {"desk_id": str(DESK_ID)}, ""),
        (None, {"desk_id": str(uuid4())}, "another desk"),
        (None, {}, ""),
    ],
)
def test_a_step_of_another_desk_says_so(
    sentences: TimelineSentences, directory: Directory, device: UUID | None, values: dict[str, str], where: str
) -> None:
    entry = sentences.tell([step("slip", device, copy=1, **values)], directory, OWN, NOON + MINUTE)[0]
    assert entry.where == where


def test_two_steps_of_one_instant_stay_apart(sentences: TimelineSentences, directory: Directory) -> None:
    entries = sentences.tell([step("note", text="раз"), step("note", text="два")], directory, OWN, NOON)
    assert len({entry.key for entry in entries}) == 2


def by(told_step: Step, actor: UUID | None) -> Step:
    """Return the same step as done by somebody else."""
    return Step(told_step.type, actor, None, told_step.occurred_ms, told_step.changes, told_step.seq)
