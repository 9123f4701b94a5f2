"""Desks against the real centre: what one writes the other sees, whatever happens to the line between them."""

import asyncio
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from sqlalchemy import func, select

from central.importing import import_records
from central.schema import log
from console.errors import Offline
from console.services.intake import Registered
from console.store import tickets
from console.sync.status import SyncTrouble
from protocol.vocabulary import ConflictKind, State
from protocol.wire import OpsReply, OpsRequest
from tests.central.centre import RunningCentre, sqlite_url
from tests.desk import CANCEL, DONE, REFERENCE, TAKE
from tests.store.acts import register_with
from tests.sync.synced_desk import SyncedDesk, until


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[RunningCentre]:
    with RunningCentre(sqlite_url(tmp_path)) as running:
        running.add_account("operator")
        import_records(running.database, REFERENCE, running.clock)
        yield running


def desk(centre: RunningCentre, folder: Path, name: str) -> SyncedDesk:
    return SyncedDesk(folder / name, centre.url, centre.invite(name))


async def register(at: SyncedDesk, text: str = "Не світить ліхтар") -> Registered:
    return await at.jobs.write(register_with, at.intake, at.clock.now(), text)


async def both_settled(first: SyncedDesk, second: SyncedDesk) -> None:
    def agree() -> bool:
        return first.is_settled() and second.is_settled() and first.records() == second.records()

    await until(agree, "both desks agree")


def events_of_operations(centre: RunningCentre) -> list[int]:
    """Return how many events each operation made."""
    counted = select(func.count()).where(log.c.kind != "system").group_by(log.c.op_id)
    with centre.database.read() as connection:
        return list(connection.scalars(counted))


def test_a_ticket_of_one_desk_appears_at_the_other(centre: RunningCentre, tmp_path: Path) -> None:
    async def play() -> None:
        async with desk(centre, tmp_path, "a") as a, desk(centre, tmp_path, "b") as b:
            await until(lambda: a.driver.status.is_online and b.driver.status.is_online, "online")
            await both_settled(a, b)
            registered = await register(a)
            await until(lambda: b.has(registered.ticket_id), "the ticket at the other desk")
            assert b.ticket(registered.ticket_id).number == registered.number
            await both_settled(a, b)

    asyncio.run(play())


def test_a_ticket_registered_offline_keeps_its_number_after_sync(centre: RunningCentre, tmp_path: Path) -> None:
    async def play() -> None:
        async with desk(centre, tmp_path, "a") as a, desk(centre, tmp_path, "b") as b:
            await both_settled(a, b)
            centre.stop()
            made = [await register(each, f"заявка {number}") for number in range(10) for each in (a, b)]
            await until(lambda: not a.driver.status.is_online and not b.driver.status.is_online, "offline seen")
            assert a.driver.status.pending == 10
            assert a.driver.status.trouble is SyncTrouble.UNREACHABLE
            centre.start()
            a.driver.try_now()
            b.driver.try_now()
            await both_settled(a, b)
            assert len({each.number for each in made}) == 20
            assert all(a.ticket(each.ticket_id).number == each.number for each in made)
            assert set(events_of_operations(centre)) == {1}

    asyncio.run(play())


def test_a_reply_lost_after_the_commit_doubles_nothing(
    centre: RunningCentre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play() -> None:
        async with desk(centre, tmp_path, "a") as a:
            await until(a.is_settled, "settled")
            push, lost = a.client.push, 0

            def lose_the_reply(request: OpsRequest) -> OpsReply:
                nonlocal lost
                reply = push(request)
                lost += 1
                if lost <= 2:
                    raise Offline("the reply was lost")
                return reply

            monkeypatch.setattr(a.client, "push", lose_the_reply)
            registered = await register(a)
            await until(lambda: lost >= 2 and a.is_settled(), "sent again and read back")
            assert events_of_operations(centre) == [1]
            assert a.ticket(registered.ticket_id).rev > 0

    asyncio.run(play())


def test_two_moves_that_exclude_each_other_end_in_a_visible_conflict(centre: RunningCentre, tmp_path: Path) -> None:
    async def play() -> None:
        async with desk(centre, tmp_path, "a") as a, desk(centre, tmp_path, "b") as b:
            await both_settled(a, b)
            registered = await register(a)
            await both_settled(a, b)
            centre.stop()
            await until(lambda: not a.driver.status.is_online, "offline")
            await a.jobs.write(a.tickets.move, registered.ticket_id, CANCEL, "помилкова")
            await b.jobs.write(b.tickets.move, registered.ticket_id, TAKE)
            await b.jobs.write(b.tickets.move, registered.ticket_id, DONE)
            centre.start()
            a.driver.try_now()
            await until(a.is_settled, "the first desk's move arrived")
            b.driver.try_now()
            await both_settled(a, b)
            with b.database.read() as connection:
                card = tickets.card(connection, registered.ticket_id)
            assert card is not None
            assert card.ticket.state is State.CLOSED
            assert {conflict.kind for conflict in card.conflicts} == {ConflictKind.TRANSITION}

    asyncio.run(play())


def test_a_desk_that_comes_back_after_days_catches_up_page_by_page(centre: RunningCentre, tmp_path: Path) -> None:
    async def play() -> None:
        async with desk(centre, tmp_path, "a") as a:
            await until(a.is_settled, "settled")
            registered = await register(a)
            for number in range(620):
                await a.jobs.write(a.tickets.add_note, registered.ticket_id, f"примітка {number}")
            await until(a.is_settled, "all notes sent")
            async with desk(centre, tmp_path, "b") as b:
                await both_settled(a, b)

    asyncio.run(play())


def test_without_a_stream_new_tickets_come_by_long_poll(
    centre: RunningCentre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play() -> None:
        async with desk(centre, tmp_path, "a") as a, desk(centre, tmp_path, "b") as b:
            await both_settled(a, b)
            monkeypatch.setattr(b.client, "stream", lambda after, is_wanted: iter(()))  # a proxy closes it at once
            b.client.interrupt()
            await until(lambda: b.driver.is_polling, "three quick closes")
            registered = await register(a)
            await until(lambda: b.has(registered.ticket_id), "the ticket by long-poll")

    asyncio.run(play())


class _Portal(BaseHTTPRequestHandler):
    """Answers everything with a page of its own, as a captive portal does."""

    def do_POST(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write("<html>Увійдіть до мережі</html>".encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_a_captive_portal_is_not_taken_for_the_centre(centre: RunningCentre, tmp_path: Path) -> None:
    async def play() -> None:
        async with desk(centre, tmp_path, "a") as a:
            await until(a.is_settled, "settled")
            with HTTPServer(("127.0.0.1", 0), _Portal) as portal:
                threading.Thread(target=portal.serve_forever, daemon=True).start()
                a.client.url = f"http://127.0.0.1:{portal.server_port}"
                registered = await register(a)
                await until(lambda: a.driver.status.trouble is SyncTrouble.NOT_OUR_CENTRE, "the portal is noticed")
                a.client.url = centre.url
                a.driver.try_now()
                await until(a.is_settled, "sent to the real centre")
                assert a.ticket(registered.ticket_id).rev > 0
                portal.shutdown()

    asyncio.run(play())
