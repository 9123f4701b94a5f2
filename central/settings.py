"""Settings of the centre: defaults, then a TOML file, then the environment, then the command line."""

import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import msgspec
from platformdirs import user_config_path, user_data_path

APPLICATION = "contact-central"
ENVIRONMENT = "CONTACT_CENTRAL_"


class SettingsInvalid(ValueError):
    """A setting is unknown or of a wrong type."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the centre keeps its data and listens."""

    database: str = ""  # a URL; empty: a SQLite file in the user's data folder
    host: str = "127.0.0.1"
    port: int = 8710  # 0: any free one
    workers: int = 1  # processes; more need PostgreSQL

    @property
    def database_url(self) -> str:
        """The database's URL."""
        if self.database:
            return self.database
        return f"sqlite:///{(user_data_path(APPLICATION, appauthor=False) / 'centre.db').as_posix()}"


def load_settings(file: Path | None = None, **given: str | int | None) -> Settings:
    """Return the settings; `given` holds those of the command line, None where nothing was said.

    Raises SettingsInvalid.
    """
    source = file or user_config_path(APPLICATION, appauthor=False) / "central.toml"
    settings = Settings()
    if file is not None or source.exists():
        settings = _with(settings, _read(source), str(source))
    names = [field.name for field in fields(Settings)]
    environment = {
        name: os.environ[ENVIRONMENT + name.upper()] for name in names if ENVIRONMENT + name.upper() in os.environ
    }
    settings = _with(settings, environment, "the environment")
    return _with(settings, {name: value for name, value in given.items() if value is not None}, "the command line")


def _read(source: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SettingsInvalid(f"{source}: {error}") from error


def _with(settings: Settings, values: dict[str, Any], source: str) -> Settings:
    unknown = values.keys() - {field.name for field in fields(Settings)}
    if unknown:
        raise SettingsInvalid(f"{source}: unknown setting {', '.join(sorted(unknown))}")
    known = {name: getattr(settings, name) for name in values}
    try:
        # Not strict: the environment's "8710" is a number too.
        valid = {name: msgspec.convert(value, type(known[name]), strict=False) for name, value in values.items()}
    except msgspec.ValidationError as error:
        raise SettingsInvalid(f"{source}: {error}") from error
    return replace(settings, **valid)
