"""Runs the engine's decisions: requests on the network lane, pages on the writer thread, timers on the loop."""

import asyncio
import random
import shutil
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeAlias
from uuid import uuid4

import msgspec

from console.errors import ConsoleError, NotOurCentre, Offline, ServerRefused
from console.jobs import Jobs
from console.store.database import Database
from console.store.feed import ChangeSet
from console.store.replica import PageBroken
from console.store.steps import REPLICA_LAYOUT
from console.sync import engine
from console.sync.client import CentreClient
from console.sync.engine import EngineState, Happening, Live
from console.sync.status import SyncStatus, SyncTrouble
from protocol.cursor import Cursor
from protocol.problems import ProblemType
from protocol.times import Clock
from protocol.wire import ChangesPage, HelloRequest, JournalState, OperationStatus, OpsRequest, VersionRange

StatusListener: TypeAlias = Callable[[SyncStatus], None]


class SyncDriver:
    """Keeps one enrolled desk in step with its centre for as long as `run` runs."""

    def __init__(
        self, database: Database, jobs: Jobs, client: CentreClient, clock: Clock, app_version: str, fingerprint: str
    ) -> None:
        self._database = database
        self._jobs = jobs
        self._client = client
        self._clock = clock
        self._app_version = app_version
        self._fingerprint = fingerprint
        self._dice = random.Random()  # noqa: S311 - jitter, not a secret
        self._state = EngineState()
        self._status = SyncStatus()
        self._listeners: list[StatusListener] = []
        self._happenings: asyncio.Queue[Happening] = asyncio.Queue()
        self._timer: asyncio.TimerHandle | None = None
        self._live_number = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        database.feed.subscribe(self._on_commit)

    @property
    def status(self) -> SyncStatus:
        """The link and the outbox as last known."""
        return self._status

    @property
    def is_polling(self) -> bool:
        """Whether new events come by long-poll, for want of a stream."""
        return self._state.live is Live.LONG_POLL

    def subscribe(self, listener: StatusListener) -> None:
        """Call `listener` on the loop's thread whenever the status changes."""
        self._listeners.append(listener)

    async def run(self) -> None:
        """Sync until cancelled."""
        self._loop = asyncio.get_running_loop()
        self._happenings.put_nowait(engine.Started(self._clock.now()))
        try:
            while True:
                happening = await self._happenings.get()
                self._state, actions = engine.next_actions(self._state, happening, self._dice)
                for action in actions:
                    self._perform(action)
                await self._tell()
        finally:
            self._loop = None
            self._live_number += 1
            self._client.close()
            if self._timer is not None:
                self._timer.cancel()

    def try_now(self) -> None:
        """Try at once: the operator asked."""
        self._happenings.put_nowait(engine.Started(self._clock.now()))

    def _perform(self, action: engine.Action) -> None:
        match action:
            case engine.SayHello():
                self._jobs.spawn(self._request(self._say_hello), "sync hello")
            case engine.PushBatch():
                self._jobs.spawn(self._request(partial(self._push, action)), "sync push")
            case engine.PullPage():
                self._jobs.spawn(self._request(self._pull), "sync pull")
            case engine.OpenLive():
                self._live_number += 1
                self._jobs.spawn(self._live(action.mode, self._live_number), "sync live")
            case engine.CloseLive():
                self._live_number += 1
                self._client.interrupt()
            case engine.SetTimer():
                self._set_timer(action.seconds)

    async def _request(self, request: Callable[[], Awaitable[Happening]]) -> None:
        try:
            happening = await request()
        except ConsoleError as failure:
            happening = self._failed(failure)
        self._happenings.put_nowait(happening)

    async def _say_hello(self) -> Happening:
        asked = await self._jobs.read(self._hello_request)
        sent = self._clock.now()
        reply = await self._jobs.network(self._client.hello, asked)
        clock_off_ms = reply.server_time_ms - (sent + self._clock.now()) // 2
        await self._jobs.write(self._database.keep_hello, reply, clock_off_ms)
        return engine.HelloDone(self._clock.now(), reply.limits.max_ops, reply.limits.max_bytes, reply.spread_s)

    async def _push(self, action: engine.PushBatch) -> Happening:
        batch = await self._jobs.read(self._database.outbox.to_send, action.max_ops, action.max_bytes)
        if not batch:
            return engine.BatchEmpty(self._clock.now())
        device_id = self._database.journal.identity().device_id
        assert device_id is not None  # noqa: S101 - an unenrolled desk has no operations
        await self._jobs.write(self._database.outbox.mark_sent, [each.n for each in batch])
        request = OpsRequest(device_id=device_id, batch=uuid4(), ops=tuple(msgspec.Raw(each.body) for each in batch))
        reply = await self._jobs.network(self._client.push, request)
        await self._jobs.write(self._database.keep_reply, reply)
        is_stuck = all(result.status is OperationStatus.RETRY for result in reply.results)
        return engine.BatchDone(self._clock.now(), is_stuck)

    async def _pull(self) -> Happening:
        cursor, _ = self._database.replica.place()
        page = await self._jobs.network(self._client.pull, cursor)
        await self._jobs.write(self._database.apply, page)
        return engine.PageApplied(self._clock.now(), page.more)

    async def _live(self, mode: Live, number: int) -> None:
        """Hear of new events until the channel ends; pages are applied one after the other."""
        opened = self._clock.now()
        cursor, _ = self._database.replica.place()
        try:
            if mode is Live.STREAM:
                await self._jobs.network(self._follow, cursor, number)
            else:
                while self._live_number == number:
                    page = await self._jobs.network(self._client.wait, cursor)
                    cursor = await self._apply_live(page)
        except ConsoleError:
            pass  # the pull that follows finds out what is wrong
        if self._live_number == number:
            now = self._clock.now()
            self._happenings.put_nowait(engine.LiveEnded(now, (now - opened) / 1000))

    def _follow(self, cursor: Cursor, number: int) -> None:
        """Read the stream on the network thread, handing each page over before the next is read."""
        for page in self._client.stream(cursor, lambda: self._live_number == number):
            loop = self._loop
            if loop is None or self._live_number != number:
                return
            asyncio.run_coroutine_threadsafe(self._apply_live(page), loop).result()

    async def _apply_live(self, page: ChangesPage) -> Cursor:
        if page.events:
            await self._jobs.write(self._database.apply, page)
            await self._tell()
        return Cursor.parse(page.next)

    def _hello_request(self) -> HelloRequest:
        identity = self._database.journal.identity()
        outbox = self._database.outbox.state()
        cursor, _ = self._database.replica.place()
        assert identity.device_id is not None  # noqa: S101 - the driver runs on enrolled desks only
        return HelloRequest(
            protocol=VersionRange(),
            app=self._app_version,
            schema=REPLICA_LAYOUT,
            device_id=identity.device_id,
            nonce=uuid4(),
            fingerprint=self._fingerprint,
            series=self._database.journal.series(),
            cursor=str(cursor),
            journal=JournalState(
                pending=outbox.pending,
                oldest_ms=outbox.oldest_ms,
                parked=outbox.parked,
                rejected=outbox.notices,
                free_mb=shutil.disk_usage(self._database.folder).free // 2**20,
            ),
            wall_ms=self._clock.now(),
        )

    def _failed(self, failure: ConsoleError) -> engine.Failed:
        now = self._clock.now()
        match failure:
            case Offline():
                return engine.Failed(now, SyncTrouble.UNREACHABLE)
            case NotOurCentre():
                return engine.Failed(now, SyncTrouble.NOT_OUR_CENTRE)
            case PageBroken() | ServerRefused(problem=ProblemType.CURSOR_UNKNOWN):
                return engine.Failed(now, SyncTrouble.LOG_BROKEN)
            case ServerRefused(status=401 | 403 | 409):
                return engine.Failed(now, SyncTrouble.REFUSED)
            case ServerRefused(status=413):
                return engine.Failed(now, SyncTrouble.BUSY, is_too_large=True)
            case ServerRefused():
                return engine.Failed(now, SyncTrouble.BUSY, failure.retry_after)
            case _:
                raise failure

    def _on_commit(self, changes: ChangeSet) -> None:
        """Wake the engine; called on the writer thread."""
        loop = self._loop
        if changes.is_outbox_changed and loop is not None:
            loop.call_soon_threadsafe(self._happenings.put_nowait, engine.Woken(self._clock.now()))

    def _set_timer(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._on_timer)

    def _on_timer(self) -> None:
        self._happenings.put_nowait(engine.TimerFired(self._clock.now()))

    async def _tell(self) -> None:
        outbox = await self._jobs.read(self._database.outbox.state)
        _, applied_at = self._database.replica.place()
        status = SyncStatus(
            is_online=self._state.is_online,
            since=self._state.since,
            pending=outbox.pending,
            oldest_ms=outbox.oldest_ms,
            parked=outbox.parked,
            notices=outbox.notices,
            last_sync=applied_at,
            trouble=self._state.trouble,
        )
        if status != self._status:
            self._status = status
            for listener in self._listeners:
                listener(status)
