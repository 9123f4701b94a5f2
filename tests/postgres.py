"""A private PostgreSQL cluster for tests: made in a temporary folder, removed at the end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql
from sqlalchemy import URL

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST = "127.0.0.1"
OWNER = "postgres"  # the superuser of the cluster; also the account the server runs under when tests run as root
SETTINGS = """
listen_addresses = '{host}'
port = {port}
unix_socket_directories = ''
fsync = on
"""


class StopMode(StrEnum):
    """Tells how PostgreSQL goes down, as pg_ctl names it."""

    FAST = "fast"  # roll back, write everything out
    IMMEDIATE = "immediate"  # as in a power cut: the next start recovers from the log


class PostgresCluster:
    """Runs one PostgreSQL server of our own, trusting every connection from this machine."""

    def __init__(self, folder: Path) -> None:
        """Make the cluster in an empty folder that the server's account may enter, and start it."""
        self._programs = server_programs()
        self._account = server_account()
        self._folder = folder
        self._data = folder / "data"
        self._words = folder / "words.txt"
        if "user" in self._account:
            shutil.chown(folder, OWNER, OWNER)
        # ICU sorts and folds Ukrainian letters the same on every system; the system's own locales differ
        locale = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=uk", "--locale=C"]
        self._run("initdb", "-D", self._data, "-U", OWNER, "--auth=trust", "--no-sync", *locale)
        self.port = free_port()
        with (self._data / "postgresql.conf").open("a", encoding="utf-8") as configuration:
            configuration.write(SETTINGS.format(host=HOST, port=self.port))
        self.start()

    def database(self, name: str) -> URL:
        """Make an empty database, in place of one of that name, and return its address."""
        with psycopg.connect(host=HOST, port=self.port, user=OWNER, dbname="postgres", autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return URL.create("postgresql+psycopg", username=OWNER, host=HOST, port=self.port, database=name)

    def start(self) -> None:
        """Start the server and wait until it takes connections."""
        self._run("pg_ctl", "start", "-w", "-D", self._data, "-l", self._folder / "server.log")

    def stop(self, mode: StopMode = StopMode.FAST) -> None:
        """Stop the server and wait until it is gone."""
        self._run("pg_ctl", "stop", "-w", "-D", self._data, "-m", mode)

    def restart(self, mode: StopMode = StopMode.FAST) -> None:
        """Stop the server and start it on the same port."""
        self.stop(mode)
        self.start()

    def is_running(self) -> bool:
        """Tell whether the server is up."""
        return self._call("pg_ctl", "status", "-D", self._data) == 0

    def _run(self, name: str, *arguments: str | Path) -> None:
        """Run a program of the server that must succeed."""
        if self._call(name, *arguments) != 0:
            raise RuntimeError(f"{name} failed:\n{self._words.read_text(encoding='utf-8', errors='replace')}")

    def _call(self, name: str, *arguments: str | Path) -> int:
        """Run a program of the server; its words go to a file, as a server that stays would keep a pipe open."""
        with self._words.open("wb") as words:
            command = [self._programs / name, *arguments]
            done = subprocess.run(
                command, stdout=words, stderr=subprocess.STDOUT, cwd=self._folder, check=False, **self._account
            )
        return done.returncode


@contextmanager
def private_cluster() -> Iterator[PostgresCluster]:
    """Yield a running cluster in a new temporary folder; stop and remove it afterwards."""
    with tempfile.TemporaryDirectory(prefix="console-postgres-", ignore_cleanup_errors=True) as folder:
        cluster = PostgresCluster(Path(folder))
        try:
            yield cluster
        finally:
            if cluster.is_running():
                cluster.stop(StopMode.IMMEDIATE)


def server_programs() -> Path:
    """Return the folder of the newest PostgreSQL server's programs (15 or newer)."""
    if sys.platform == "win32":
        versions = Path(os.environ.get("PROGRAMFILES", "C:/Program Files"), "PostgreSQL")
    else:
        versions = Path("/usr/lib/postgresql")
    found = [folder for folder in versions.glob("*/bin") if folder.parent.name.isdigit()]
    if found:
        return max(found, key=lambda folder: int(folder.parent.name))
    on_path = shutil.which("initdb")
    if on_path is None:
        raise RuntimeError("There is no PostgreSQL server here; `python3 dev.py test` installs it or says how.")
    return Path(on_path).resolve().parent


def server_account() -> dict[str, Any]:
    """Return the options of subprocess that run the server under its own account: it refuses to run as root."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return {"user": OWNER, "group": OWNER, "extra_groups": []}
    return {}


def free_port() -> int:
    """Return a TCP port of this machine nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port
