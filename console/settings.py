"""The desk's settings: the machine's file as the administrator left it, then the user's own over it, both TOML.

centre_url = "https://centre.example.org"
centre_name = "Контакт-центр Чернігова"
phone_area_code = "0462"
phone_short_codes = ["101", "102", "103", "104", "112", "1505"]
"""

import json
import os
import sys
import tomllib
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import msgspec
import platformdirs

from console.errors import ConsoleError
from protocol.phones import PhoneSite

_APPLICATION = "contact-console"


class Language(StrEnum):
    """What the console is shown in."""

    UKRAINIAN = "uk"
    ENGLISH = "en"


class SchemeChoice(StrEnum):
    """Light, dark, or as the operating system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may be set for one desk; what no file says is as written here."""

    centre_url: str = ""  # offered when the desk is enrolled
    centre_name: str = "Контакт-центр"  # stands at the head of printed slips
    data_folder: str = ""  # empty: the user's own data folder
    language: Language = Language.UKRAINIAN
    scheme: SchemeChoice = SchemeChoice.SYSTEM
    printer: str = ""  # the queue's name; empty: chosen at the first printing
    ring_sound: bool = True
    phone_area_code: str = "462"  # put before city numbers
    phone_short_codes: frozenset[str] = frozenset()  # numbers that stay short; none: the country's own

    @property
    def folder(self) -> Path:
        """Where this desk keeps its data."""
        return Path(self.data_folder) if self.data_folder else platformdirs.user_data_path(_APPLICATION, False)

    @property
    def phone_site(self) -> PhoneSite:
        """How numbers are dialled here."""
        area_code = self.phone_area_code.removeprefix("0")
        if not self.phone_short_codes:
            return PhoneSite(area_code)
        return PhoneSite(area_code, short_codes=self.phone_short_codes)


class SettingsBroken(ConsoleError):
    """A settings file cannot be used; the message names the file and what is wrong in it."""

    def __init__(self, file: Path, fault: str) -> None:
        super().__init__(f"{file}: {fault}")


def machine_file() -> Path:
    """Return where the administrator sets a whole machine up."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / _APPLICATION / "machine.toml"
    return platformdirs.site_config_path(_APPLICATION, False) / "machine.toml"


def user_file() -> Path:
    """Return where the user's own choices are kept."""
    return platformdirs.user_config_path(_APPLICATION, False) / "user.toml"


def read(files: Iterable[Path]) -> Settings:
    """Return the settings of files that exist, the later over the earlier.

    Raises SettingsBroken when one cannot be read or holds what may not be set.
    """
    values: dict[str, object] = {}
    for file in files:
        own = _values_of(file)
        try:
            msgspec.convert(own, Settings)
        except msgspec.ValidationError as fault:
            raise SettingsBroken(file, str(fault)) from fault
        values |= own
    return msgspec.convert(values, Settings)


def keep(file: Path, **choices: str) -> None:
    """Write the user's choices into their file and leave the rest of it as it is, but for comments.

    Raises SettingsBroken when the file cannot be read or written.
    """
    values = _values_of(file) | choices
    # Every value is a text, a list of texts, true or false, for which TOML is written as JSON is.
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items()]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        written = file.with_suffix(".new")
        written.write_text("".join(lines), "utf-8")
        written.replace(file)
    except OSError as fault:
        raise SettingsBroken(file, str(fault)) from fault


def _values_of(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise SettingsBroken(file, str(fault)) from fault
