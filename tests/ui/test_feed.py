"""The feed brings commits of the writer thread to the screens."""

from concurrent.futures import ThreadPoolExecutor
from threading import current_thread, main_thread
from uuid import uuid4

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.store.feed import ChangeFeed, ChangeSet, Touched
from console.ui.feed import Feed


def test_a_commit_on_another_thread_is_told_on_the_gui_thread(qtbot: QtBot, qapp: QApplication) -> None:
    source = ChangeFeed()
    feed = Feed(source)
    heard: list[tuple[ChangeSet, object]] = []
    feed.changed.connect(lambda changes: heard.append((changes, current_thread())))
    changes = ChangeSet(frozenset({Touched("ticket", uuid4())}), is_outbox_changed=True)
    with ThreadPoolExecutor(1) as writer:
        writer.submit(source.publish, changes).result()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(changes, main_thread())]


def test_commits_made_while_the_screens_were_busy_arrive_as_one(qtbot: QtBot, qapp: QApplication) -> None:
    source = ChangeFeed()
    feed = Feed(source)
    heard: list[ChangeSet] = []
    feed.changed.connect(heard.append)
    ticket, note = Touched("ticket", uuid4()), Touched("note", uuid4())
    for changes in (ChangeSet(frozenset({ticket})), ChangeSet(frozenset({note})), ChangeSet(is_outbox_changed=True)):
        source.publish(changes)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [ChangeSet(frozenset({ticket, note}), is_outbox_changed=True)]
