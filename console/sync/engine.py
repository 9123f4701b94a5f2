"""The engine's decisions, without any I/O: what to do next, given what just happened.

hello → push until empty → pull to the head → live channel. One request is in flight at a time, beside it the live
channel. Every state has a request, a live channel or a timer, so nothing waits for ever (protocol, Engine on the desk).
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random
from typing import NamedTuple, TypeAlias

from console.sync.status import SyncTrouble
from protocol.times import HOUR, Instant
from protocol.wire import MAX_BATCH_BYTES, MAX_BATCH_OPERATIONS

HELLO_SECONDS = 600.0
LONGEST_BACKOFF = 60.0
QUICK_CLOSE_SECONDS = 5.0
QUICK_CLOSES_BEFORE_POLLING = 3


class Live(StrEnum):
    """By what the desk hears of new events at once."""

    STREAM = "stream"
    LONG_POLL = "long_poll"


# What happened.


class Started(NamedTuple):
    """The program runs, or the operator asked to try now."""

    now: Instant


class Woken(NamedTuple):
    """The journal has something to send."""

    now: Instant


class TimerFired(NamedTuple):
    """The time asked for has passed."""

    now: Instant


class HelloDone(NamedTuple):
    """The centre greeted back; wait a random part of `spread_s` before pushing."""

    now: Instant
    max_ops: int
    max_bytes: int
    spread_s: float


class BatchDone(NamedTuple):
    """The centre answered a batch; `is_stuck` when it made no event of any of it."""

    now: Instant
    is_stuck: bool


class BatchEmpty(NamedTuple):
    """There was nothing to send."""

    now: Instant


class PageApplied(NamedTuple):
    """A pulled page is in the replica."""

    now: Instant
    is_more: bool


class LiveEnded(NamedTuple):
    """The live channel closed after so many seconds."""

    now: Instant
    lasted_s: float


class Failed(NamedTuple):
    """The request in flight failed; `retry_after` in seconds when the centre named it."""

    now: Instant
    trouble: SyncTrouble
    retry_after: float | None = None
    is_too_large: bool = False


Happening: TypeAlias = (
    Started | Woken | TimerFired | HelloDone | BatchDone | BatchEmpty | PageApplied | LiveEnded | Failed
)

# What to do.


class SayHello(NamedTuple):
    """Greet the centre."""


class PushBatch(NamedTuple):
    """Send the oldest unsent operations, at most so many and so many bytes."""

    max_ops: int
    max_bytes: int


class PullPage(NamedTuple):
    """Fetch and apply the next page."""


class OpenLive(NamedTuple):
    """Open the live channel."""

    mode: Live


class CloseLive(NamedTuple):
    """Close the live channel."""


class SetTimer(NamedTuple):
    """Wake the engine after so many seconds; replaces the timer set before."""

    seconds: float


Action: TypeAlias = SayHello | PushBatch | PullPage | OpenLive | CloseLive | SetTimer


class Phase(StrEnum):
    """What the one request in flight is for."""

    WAITING = "waiting"  # none: the timer runs
    HELLO = "hello"
    PUSH = "push"
    PULL = "pull"
    IDLE = "idle"  # none: all is sent and applied, the live channel is open


@dataclass(frozen=True, slots=True)
class EngineState:
    """Where the engine stands."""

    phase: Phase = Phase.WAITING
    live: Live | None = None
    failures: int = 0
    quick_closes: int = 0
    polls_until: Instant = 0  # the stream is not tried before
    max_ops: int = MAX_BATCH_OPERATIONS
    max_bytes: int = MAX_BATCH_BYTES
    is_woken: bool = False  # something came into the journal while a request was in flight
    trouble: SyncTrouble | None = SyncTrouble.UNREACHABLE
    since: Instant | None = None  # of the present state of the link

    @property
    def is_online(self) -> bool:
        """Whether the centre answers."""
        return self.trouble in (None, SyncTrouble.LOG_BROKEN)


class Step(NamedTuple):
    """The next state and what to do."""

    state: EngineState
    actions: tuple[Action, ...]


def next_actions(state: EngineState, happening: Happening, dice: Random) -> Step:
    """Return what follows from a happening."""
    match happening:
        case Started() | TimerFired():
            return _begin(state, happening)
        case Woken():
            return _on_woken(state)
        case HelloDone():
            return _on_hello(state, happening, dice)
        case BatchDone(is_stuck=True):
            return _wait(state, dice, None)
        case BatchDone():
            return _push(replace(state, failures=0))
        case BatchEmpty():
            return _after_push(state, happening)
        case PageApplied():
            return _on_page(state, happening)
        case LiveEnded():
            return _on_live_ended(state, happening)
        case Failed():
            return _on_failed(state, happening, dice)


def _begin(state: EngineState, happening: Started | TimerFired) -> Step:
    if state.phase not in (Phase.WAITING, Phase.IDLE):
        return Step(state, ())
    failures = 0 if isinstance(happening, Started) else state.failures
    since = happening.now if state.since is None else state.since
    return Step(replace(state, phase=Phase.HELLO, failures=failures, since=since), (SayHello(),))


def _on_woken(state: EngineState) -> Step:
    if state.phase is Phase.IDLE:
        return _push(state)
    return Step(replace(state, is_woken=True), ())


def _on_hello(state: EngineState, happening: HelloDone, dice: Random) -> Step:
    since = state.since if state.is_online else happening.now
    trouble = SyncTrouble.LOG_BROKEN if state.trouble is SyncTrouble.LOG_BROKEN else None  # only a page heals it
    greeted = replace(
        state, failures=0, trouble=trouble, since=since, max_ops=happening.max_ops, max_bytes=happening.max_bytes
    )
    if happening.spread_s > 0 and not state.is_online:
        return Step(replace(greeted, phase=Phase.WAITING), (SetTimer(dice.uniform(0, happening.spread_s)),))
    return _push(greeted)


def _push(state: EngineState) -> Step:
    return Step(replace(state, phase=Phase.PUSH, is_woken=False), (PushBatch(state.max_ops, state.max_bytes),))


def _after_push(state: EngineState, happening: BatchEmpty) -> Step:
    if state.is_woken:
        return _push(state)
    if state.live is None:
        return Step(replace(state, phase=Phase.PULL), (PullPage(),))
    return _idle(state, happening.now)


def _on_page(state: EngineState, happening: PageApplied) -> Step:
    if happening.is_more:
        return Step(state, (PullPage(),))
    current = replace(state, failures=0, trouble=None)
    return _push(current) if current.is_woken else _idle(current, happening.now)


def _idle(state: EngineState, now: Instant) -> Step:
    if state.live is not None:
        return Step(replace(state, phase=Phase.IDLE), (SetTimer(HELLO_SECONDS),))
    mode = Live.LONG_POLL if now < state.polls_until else Live.STREAM
    return Step(replace(state, phase=Phase.IDLE, live=mode), (OpenLive(mode), SetTimer(HELLO_SECONDS)))


def _on_live_ended(state: EngineState, happening: LiveEnded) -> Step:
    closes = state.quick_closes + 1 if happening.lasted_s < QUICK_CLOSE_SECONDS else 0
    ended = replace(state, live=None, quick_closes=closes)
    if closes >= QUICK_CLOSES_BEFORE_POLLING:
        ended = replace(ended, quick_closes=0, polls_until=happening.now + HOUR)
    if ended.phase is Phase.IDLE:
        return Step(replace(ended, phase=Phase.PULL), (PullPage(),))
    return Step(ended, ())


def _on_failed(state: EngineState, happening: Failed, dice: Random) -> Step:
    if happening.is_too_large and state.max_ops > 1:
        return _push(replace(state, max_ops=state.max_ops // 2))
    was_online = state.is_online
    failed = replace(state, trouble=happening.trouble)
    if failed.is_online != was_online or failed.since is None:
        failed = replace(failed, since=happening.now)
    return _wait(failed, dice, happening.retry_after)


def _wait(state: EngineState, dice: Random, retry_after: float | None) -> Step:
    """Wait with full jitter, or as long as the centre asked, and then begin anew."""
    seconds = dice.uniform(0, min(LONGEST_BACKOFF, 2.0**state.failures)) if retry_after is None else retry_after
    waiting = replace(state, phase=Phase.WAITING, failures=state.failures + 1, live=None)
    closing = (CloseLive(),) if state.live is not None else ()
    return Step(waiting, (*closing, SetTimer(seconds)))
