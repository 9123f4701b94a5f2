"""The command line: what an administrator types."""

import io
from pathlib import Path

import msgspec
import pytest
import requests
from sqlalchemy import select

import resources
from central.commands import main
from central.database import Database
from central.schema import account_secret, record
from central.settings import Settings, SettingsInvalid, load_settings
from protocol.wire import EnrolReply, EnrolRequest, SignInRequest
from tests.central.centre import RunningCentre
from tests.central.conftest import MakeUrl


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    monkeypatch.setattr("central.settings.user_config_path", lambda *_, **__: folder)
    for name in ("DATABASE", "HOST", "PORT", "WORKERS"):
        monkeypatch.delenv(f"CONTACT_CENTRAL_{name}", raising=False)


@pytest.fixture
def database(new_database: MakeUrl) -> str:
    """Return the URL of a migrated database."""
    url = new_database()
    text = url if isinstance(url, str) else url.render_as_string(hide_password=False)
    assert main(["migrate", "--database", text]) == 0
    return text


def test_a_new_centre_is_set_up_by_commands(
    database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("шість-слів\n"))
    add = ["account", "add", "--login", "koval", "--name", "Коваль Олена", "--role", "operator", "--password-stdin"]
    assert main([*add, "--database", database]) == 0
    assert main(["--database", database, "enrol", "--name", "Місце 7", "--extension", "107"]) == 0
    code = capsys.readouterr().out.strip()
    with RunningCentre(database) as centre:
        body = msgspec.json.encode(EnrolRequest(code=code, fingerprint="test"))
        response = requests.post(f"{centre.url}/sync/v1/enrol", data=body, timeout=10)
        device = msgspec.json.decode(response.content, type=EnrolReply)
        header = {"Authorization": f"Desk {device.device_id}:{device.token}"}
        body = msgspec.json.encode(SignInRequest(login="koval", password="шість-слів"))
        response = requests.post(f"{centre.url}/sync/v1/sign-in", data=body, headers=header, timeout=10)
        assert response.json()["account"]["name"] == "Коваль Олена"
        with centre.database.read() as connection:
            desk = connection.execute(select(record.c.doc).where(record.c.id == device.desk_id)).scalar_one()
    assert desk == {"name": "Місце 7", "extension": "107", "devices": [str(device.device_id)]}


def test_an_account_is_disabled_and_its_password_changed(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("перший\nдругий\n"))
    common = ["--login", "koval", "--database", database]
    assert main(["account", "add", "--name", "К", "--role", "operator", "--password-stdin", *common]) == 0
    before = _secret(database)
    assert main(["account", "password", "--password-stdin", *common]) == 0
    assert main(["account", "disable", *common]) == 0
    after = _secret(database)
    assert before[0] != after[0]
    assert (before[1], after[1]) == (True, False)


def test_what_cannot_be_done_is_said_in_a_sentence(
    database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("слово\nслово\n\n"))
    common = ["--login", "koval", "--database", database]
    add = ["account", "add", "--name", "К", "--role", "operator", "--password-stdin", *common]
    assert main(add) == 0
    assert main(add) == 1
    assert "koval exists already" in capsys.readouterr().err
    assert main(["account", "disable", "--login", "nobody", "--database", database]) == 1
    assert "nobody" in capsys.readouterr().err
    assert main(["account", "password", "--password-stdin", *common]) == 1
    assert "empty" in capsys.readouterr().err


def test_reference_data_is_brought_from_a_folder_and_only_once(
    database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(resources.path("sample_city"))
    assert main(["import", folder, "--database", database]) == 0
    first = capsys.readouterr().out
    assert main(["import", folder, "--database", database]) == 0
    read = int(first.split()[0])
    assert first == f"{read} records read, {read} new or changed.\n"
    assert capsys.readouterr().out == f"{read} records read, 0 new or changed.\n"


def test_a_folder_that_is_no_reference_data_is_refused(
    database: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "streets.csv").write_text("colour\nred\n", encoding="utf-8")
    assert main(["import", str(folder), "--database", database]) == 1
    assert "streets.csv" in capsys.readouterr().err


def test_a_made_up_city_goes_into_an_empty_centre_only(
    database: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    small = ["sample", "--per-year", "30", "--database", database]
    assert main(small) == 0
    assert "events written" in capsys.readouterr().out
    assert main(small) == 1
    assert "empty centre" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", io.StringIO("слово\n"))
    assert main(["account", "password", "--login", "operator1", "--password-stdin", "--database", database]) == 0
    assert _secret(database)[1] is True


@pytest.mark.postgres
def test_postgresql_is_migrated_on_purpose_only(new_database: MakeUrl, capsys: pytest.CaptureFixture[str]) -> None:
    url = new_database()
    if isinstance(url, str):
        pytest.skip("SQLite is migrated by whoever opens it.")
    assert main(["serve", "--database", url.render_as_string(hide_password=False)]) == 1
    assert "contact-central migrate" in capsys.readouterr().err


def test_sqlite_is_for_one_process(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{(folder / 'centre.db').as_posix()}"
    assert main(["serve", "--database", url, "--workers", "2"]) == 1
    assert "PostgreSQL" in capsys.readouterr().err


def test_a_database_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["enrol", "--name", "Місце", "--database", "postgresql://127.0.0.1:1/nothing"]) == 1
    assert "cannot be used" in capsys.readouterr().err


def test_the_command_line_goes_before_environment_and_file(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    (folder / "central.toml").write_text('host = "0.0.0.0"\nport = 1\nworkers = 2\n', encoding="utf-8")
    monkeypatch.setenv("CONTACT_CENTRAL_PORT", "2")
    monkeypatch.setenv("CONTACT_CENTRAL_WORKERS", "3")
    assert load_settings(workers=4) == Settings(host="0.0.0.0", port=2, workers=4)  # noqa: S104 - only compared


def test_without_settings_the_centre_keeps_a_file_of_its_own() -> None:
    assert load_settings().database_url.endswith("contact-central/centre.db")


@pytest.mark.parametrize("text", ["colour = 1", 'port = "many"', "port ="])
def test_a_setting_that_is_none_is_refused(folder: Path, text: str) -> None:
    file = folder / "central.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsInvalid, match=r"central\.toml"):
        load_settings(file)


def _secret(url: str) -> tuple[str, bool]:
    database = Database(url)
    with database.read() as connection:
        row = connection.execute(select(account_secret.c.password_hash, account_secret.c.is_active)).one()
    database.close()
    return row.password_hash, row.is_active
