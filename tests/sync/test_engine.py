"""The engine's decisions, one happening at a time."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from console.sync.engine import (
    HELLO_SECONDS,
    Action,
    BatchDone,
    BatchEmpty,
    CloseLive,
    EngineState,
    Failed,
    Happening,
    HelloDone,
    Live,
    LiveEnded,
    OpenLive,
    PageApplied,
    Phase,
    PullPage,
    PushBatch,
    SayHello,
    SetTimer,
    Started,
    TimerFired,
    Woken,
    next_actions,
)
from console.sync.status import SyncTrouble
from protocol.times import HOUR

GREETING = HelloDone(0, 100, 262_144, 0)
PUSH = PushBatch(100, 262_144)


def run(*happenings: Happening, state: EngineState | None = None, seed: int = 1) -> tuple[EngineState, list[Action]]:
    """Feed happenings to an engine and return where it stands and what the last one made it do."""
    state = state or EngineState()
    actions: tuple[Action, ...] = ()
    dice = Random(seed)
    for happening in happenings:
        state, actions = next_actions(state, happening, dice)
    return state, list(actions)


LIVE, _ = run(Started(0), GREETING, BatchEmpty(0), PageApplied(0, False))


def test_it_greets_pushes_pulls_and_then_listens() -> None:
    assert run(Started(0))[1] == [SayHello()]
    assert run(Started(0), GREETING)[1] == [PUSH]
    assert run(Started(0), GREETING, BatchDone(0, False))[1] == [PUSH]
    assert run(Started(0), GREETING, BatchEmpty(0))[1] == [PullPage()]
    assert run(Started(0), GREETING, BatchEmpty(0), PageApplied(0, True))[1] == [PullPage()]
    opened = run(Started(0), GREETING, BatchEmpty(0), PageApplied(0, False))[1]
    assert opened == [OpenLive(Live.STREAM), SetTimer(HELLO_SECONDS)]


def test_a_new_act_is_pushed_at_once_beside_the_live_channel() -> None:
    state, actions = run(Woken(0), state=LIVE)
    assert actions == [PUSH]
    assert run(BatchDone(0, False), BatchEmpty(0), state=state)[1] == [SetTimer(HELLO_SECONDS)]


def test_an_act_made_during_a_request_is_pushed_after_it() -> None:
    assert run(Started(0), GREETING, BatchEmpty(0), Woken(0), PageApplied(0, False))[1] == [PUSH]


def test_a_failure_closes_the_live_channel_and_waits() -> None:
    state, actions = run(Woken(0), Failed(5, SyncTrouble.UNREACHABLE), state=LIVE)
    assert actions[0] == CloseLive()
    assert isinstance(actions[1], SetTimer)
    assert not state.is_online
    assert state.since == 5


def test_waiting_ends_with_a_greeting() -> None:
    assert run(Started(0), Failed(0, SyncTrouble.UNREACHABLE), TimerFired(9))[1] == [SayHello()]


def test_the_operator_may_try_at_once() -> None:
    assert run(Started(0), Failed(0, SyncTrouble.UNREACHABLE), Started(1))[1] == [SayHello()]


def test_retry_after_is_obeyed_to_the_second() -> None:
    assert run(Started(0), Failed(0, SyncTrouble.BUSY, 17.0))[1] == [SetTimer(17.0)]


def test_a_batch_of_which_nothing_was_taken_waits_before_it_is_sent_again() -> None:
    state, actions = run(Started(0), GREETING, BatchDone(0, True))
    assert isinstance(actions[0], SetTimer)
    assert state.phase is Phase.WAITING


def test_a_batch_too_large_is_halved() -> None:
    state, actions = run(Started(0), GREETING, Failed(0, SyncTrouble.BUSY, is_too_large=True))
    assert actions == [PushBatch(50, 262_144)]
    assert state.max_ops == 50


def test_three_quick_closes_turn_to_long_polling_for_an_hour() -> None:
    quick = (LiveEnded(0, 1.0), PageApplied(0, False))
    assert run(*quick, *quick, *quick, state=LIVE)[1][0] == OpenLive(Live.LONG_POLL)
    later = (LiveEnded(HOUR + 1, 25.0), PageApplied(HOUR + 1, False))
    assert run(*quick, *quick, *quick, *later, state=LIVE)[1][0] == OpenLive(Live.STREAM)


def test_a_stream_that_ended_in_its_time_is_opened_again() -> None:
    assert run(LiveEnded(0, 700.0), PageApplied(0, False), state=LIVE)[1][0] == OpenLive(Live.STREAM)


def test_a_log_that_does_not_continue_ours_is_told_until_a_page_fits() -> None:
    broken, _ = run(LiveEnded(0, 700.0), Failed(0, SyncTrouble.LOG_BROKEN), state=LIVE)
    greeted, actions = run(TimerFired(0), GREETING, state=broken)
    assert actions == [PUSH]  # what this desk has to say still goes up
    assert greeted.trouble is SyncTrouble.LOG_BROKEN
    assert run(BatchEmpty(0), PageApplied(0, False), state=greeted)[0].trouble is None


def test_the_backoff_has_full_jitter_and_an_end() -> None:
    state, _ = run(Started(0))
    delays = []
    for failure in range(12):
        state, actions = run(Failed(0, SyncTrouble.UNREACHABLE), state=state, seed=failure)
        [timer] = [action for action in actions if isinstance(action, SetTimer)]
        delays.append(timer.seconds)
        assert 0 <= timer.seconds <= min(60.0, 2.0**failure)
        state, _ = run(TimerFired(0), state=state)
    assert max(delays) > 10


happenings: st.SearchStrategy[Happening] = st.builds(Woken, st.integers(0, 10)) | st.builds(Started, st.integers(0, 10))
live_ends: st.SearchStrategy[Happening] = st.builds(LiveEnded, st.integers(0, 10), st.floats(0, 1000))
ANSWERS: dict[type, st.SearchStrategy[Happening]] = {
    SayHello: st.one_of(st.just(GREETING), st.builds(Failed, st.integers(0, 10), st.sampled_from(SyncTrouble))),
    PushBatch: st.one_of(
        st.builds(BatchDone, st.integers(0, 10), st.booleans()),
        st.builds(BatchEmpty, st.integers(0, 10)),
        st.builds(Failed, st.integers(0, 10), st.sampled_from(SyncTrouble), st.none(), st.booleans()),
    ),
    PullPage: st.one_of(
        st.builds(PageApplied, st.integers(0, 10), st.booleans()),
        st.builds(Failed, st.integers(0, 10), st.sampled_from(SyncTrouble)),
    ),
}


@given(st.data())
def test_it_never_waits_for_ever_and_never_has_two_requests_in_flight(data: st.DataObject) -> None:
    state, dice = EngineState(), Random(1)
    request: type | None = None
    is_timed = is_live = False
    happening: Happening = Started(0)
    for _ in range(data.draw(st.integers(1, 40))):
        state, actions = next_actions(state, happening, dice)
        for action in actions:
            match action:
                case SayHello() | PushBatch() | PullPage():
                    assert request is None
                    request, is_timed = type(action), False
                case SetTimer():
                    is_timed = True
                case OpenLive():
                    assert not is_live
                    is_live = True
                case CloseLive():
                    is_live = False
        assert request is not None or is_timed
        assert (state.live is not None) == is_live
        choices = [happenings | live_ends if is_live else happenings]
        if request is not None:
            choices.append(ANSWERS[request])
        elif is_timed:
            choices.append(st.just(TimerFired(0)))
        happening = data.draw(st.one_of(choices))
        if isinstance(happening, LiveEnded):
            is_live = False
        if not isinstance(happening, Woken | LiveEnded | Started):
            request = None
