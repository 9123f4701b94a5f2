"""The command line of the centre: `contact-central`."""

import argparse
import getpass
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeAlias

from sqlalchemy.exc import OperationalError

from central.accounts import LoginTaken, LoginUnknown, add_account, disable_account, set_password
from central.database import Database
from central.desks import invite_device
from central.feed.head import read_head
from central.feed.writing import append
from central.importing import import_records
from central.reference import ReferenceInvalid, read
from central.sample import command as sample
from central.serving import serve
from central.settings import Settings, SettingsInvalid, load_settings
from central.upgrade import is_current, upgrade
from protocol.times import SystemClock
from protocol.vocabulary import Role

CLOCK = SystemClock()

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return the process's exit code."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    given = _parser().parse_args(arguments)
    try:
        settings = load_settings(
            given.settings,
            database=given.database,
            **{name: getattr(given, name, None) for name in ("host", "port", "workers")},
        )
        given.run(settings, given)
    except LoginTaken as error:
        return _fail(f"An account with the login {error} exists already.")
    except LoginUnknown as error:
        return _fail(f"No account has the login {error}.")
    except OperationalError as error:
        return _fail(f"The database cannot be used: {error.orig}")
    except (CommandFailed, ReferenceInvalid, SettingsInvalid) as error:
        return _fail(str(error))
    return 0


class CommandFailed(Exception):
    """A command cannot be done; the message says why."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="contact-central", description="The central server of a contact centre.")
    _add_common(parser, None)
    commands = parser.add_subparsers(required=True, metavar="command")

    command = _add(commands, "serve", _serve, "answer desks")
    command.add_argument("--host")
    command.add_argument("--port", type=int, help="0: any free one")
    command.add_argument("--workers", type=int, help="processes; more than one need PostgreSQL")
    command.add_argument("--announce", type=Path, metavar="FILE", help="write the port here once calls are answered")

    _add(commands, "migrate", _migrate, "bring the database to this version")

    command = _add(commands, "enrol", _enrol, "print a one-time code that makes a machine a desk's device")
    command.add_argument("--name", required=True, help="of the desk; it is made when there is none")
    command.add_argument("--extension", default="", help="of its telephone")

    _add_account_commands(commands.add_parser("account", help="people who sign in"))

    command = _add(commands, "import", _import, "bring reference data from a folder; what is the same stays untouched")
    command.add_argument("folder", type=Path)

    sample.add_arguments(_add(commands, "sample", _sample, "fill an empty centre with a made-up city"))
    return parser


def _add_account_commands(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(required=True, metavar="action")
    add = _add(commands, "add", _add_account, "make an account")
    add.add_argument("--name", required=True, help="surname first")
    add.add_argument("--role", required=True, type=Role, choices=list(Role))
    add.add_argument("--operator-code", default="", help="printed on slips instead of the name")
    password = _add(commands, "password", _set_password, "give an account another password")
    disable = _add(commands, "disable", _disable_account, "let an account sign in no more")
    for command in (add, password, disable):
        command.add_argument("--login", required=True)
    for command in (add, password):
        command.add_argument("--password-stdin", action="store_true", help="read the password from standard input")


def _add(
    commands: Commands, name: str, run: Callable[[Settings, argparse.Namespace], None], words: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words)
    _add_common(command, argparse.SUPPRESS)  # said after the command or before it
    command.set_defaults(run=run)
    return command


def _add_common(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument("--settings", type=Path, default=default, metavar="FILE", help="TOML file of settings")
    parser.add_argument(
        "--database",
        default=default,
        metavar="URL",
        help="postgresql://… or sqlite:///file; left out: a file of its own",
    )


def _serve(settings: Settings, given: argparse.Namespace) -> None:
    with _database(settings) as database:
        if settings.workers > 1 and database.is_sqlite:
            raise CommandFailed("SQLite is for one process; several need PostgreSQL.")
    serve(settings, given.announce)


def _migrate(settings: Settings, _given: argparse.Namespace) -> None:
    with closing(Database(settings.database_url)) as database:
        upgrade(database)


def _enrol(settings: Settings, given: argparse.Namespace) -> None:
    now = CLOCK.now()
    with _database(settings) as database:
        _say(database.transact(lambda connection: invite_device(connection, given.name, given.extension, now)))


def _add_account(settings: Settings, given: argparse.Namespace) -> None:
    password, now = _password(given), CLOCK.now()
    with _database(settings) as database:
        database.transact(
            lambda connection: add_account(
                connection, given.login, given.name, given.role, password, now, operator_code=given.operator_code
            )
        )


def _set_password(settings: Settings, given: argparse.Namespace) -> None:
    password = _password(given)
    with _database(settings) as database:
        database.transact(lambda connection: set_password(connection, given.login, password))


def _disable_account(settings: Settings, given: argparse.Namespace) -> None:
    now = CLOCK.now()
    with _database(settings) as database:
        database.transact(lambda connection: disable_account(connection, given.login, now))


def _import(settings: Settings, given: argparse.Namespace) -> None:
    records = read(given.folder)
    with _database(settings) as database:
        changed = import_records(database, records, CLOCK)
    _say(f"{len(records)} records read, {changed} new or changed.")


def _sample(settings: Settings, given: argparse.Namespace) -> None:
    with _database(settings) as database:
        with database.read() as connection:
            if read_head(connection).seq > 0:
                raise CommandFailed("A made-up city goes into an empty centre only.")
        events = sample.load(
            lambda drafts: database.transact(lambda connection: append(connection, drafts, CLOCK.now())),
            years=given.years,
            per_year=given.per_year,
            seed=given.seed,
            end=sample.end_of(given.until, CLOCK.now()),
            consultations=given.consultations,
        )
    _say(f"{events} events written.")


@contextmanager
def _database(settings: Settings) -> Iterator[Database]:
    """Yield the database; our own file is brought to this version, a PostgreSQL database is on purpose only."""
    with closing(Database(settings.database_url)) as database:
        if database.is_sqlite:
            upgrade(database)
        elif not is_current(database):
            raise CommandFailed("The database is not of this version; run `contact-central migrate` first.")
        yield database


def _password(given: argparse.Namespace) -> str:
    password = sys.stdin.readline().rstrip("\r\n") if given.password_stdin else getpass.getpass()
    if not password:
        raise CommandFailed("The password is empty.")
    return password


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _fail(text: str) -> int:
    sys.stderr.write(f"{text}\n")
    return 1
