"""Settings come from the machine's file, then the user's, and a bad file is named with its fault."""

from pathlib import Path

import pytest

from console import settings
from console.settings import Language, SchemeChoice, Settings, SettingsBroken


def write(file: Path, text: str) -> Path:
    file.write_text(text, "utf-8")
    return file


def test_files_that_are_not_there_leave_the_defaults(tmp_path: Path) -> None:
    assert settings.read((tmp_path / "machine.toml", tmp_path / "user.toml")) == Settings()


def test_the_users_choices_stand_over_the_machines(tmp_path: Path) -> None:
    machine = write(tmp_path / "machine.toml", 'centre_url = "https://centre.example.org"\nscheme = "dark"\n')
    user = write(tmp_path / "user.toml", 'scheme = "light"\n')
    read = settings.read((machine, user))
    assert (read.centre_url, read.scheme) == ("https://centre.example.org", SchemeChoice.LIGHT)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('language = "de"', "language"),
        ("printer = 5", "printer"),
        ('centre_name = "x\n', "line 1"),
        ('color = "red"', "color"),
    ],
)
def test_a_bad_file_is_named_with_what_is_wrong_in_it(tmp_path: Path, text: str, fault: str) -> None:
    file = write(tmp_path / "user.toml", text)
    with pytest.raises(SettingsBroken) as caught:
        settings.read((tmp_path / "machine.toml", file))
    assert str(file) in caught.value.message
    assert fault in caught.value.message


def test_a_file_that_is_no_text_is_bad_rather_than_a_crash(tmp_path: Path) -> None:
    file = tmp_path / "user.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsBroken):
        settings.read((file,))


def test_a_file_written_by_notepad_is_read(tmp_path: Path) -> None:
    file = tmp_path / "user.toml"
    file.write_text('printer = "Наряд А5"\r\n', "utf-8-sig")
    assert settings.read((file,)).printer == "Наряд А5"


@pytest.mark.parametrize("value", ["Наряд «А5»", 'HP "Office" \\\\server\\p1', "a\nb\tc", ""])
def test_a_kept_choice_is_read_back_as_it_was(tmp_path: Path, value: str) -> None:
    file = tmp_path / "deep" / "user.toml"
    settings.keep(file, printer=value)
    assert settings.read((file,)).printer == value


def test_keeping_a_choice_leaves_the_others(tmp_path: Path) -> None:
    file = write(tmp_path / "user.toml", 'phone_short_codes = ["104", "112"]\nlanguage = "en"\n')
    settings.keep(file, scheme="dark")
    read = settings.read((file,))
    assert (read.scheme, read.language) == (SchemeChoice.DARK, Language.ENGLISH)
    assert read.phone_site.short_codes == frozenset({"104", "112"})


def test_an_area_code_may_be_written_with_its_leading_zero(tmp_path: Path) -> None:
    assert Settings(phone_area_code="0462").phone_site == Settings(phone_area_code="462").phone_site


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    write(tmp_path / "file", "")
    with pytest.raises(SettingsBroken):
        settings.keep(tmp_path / "file" / "user.toml", scheme="dark")
