"""The environment is read in one place, and the store stands where the contract says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.models.shards import EVERY_SERVER, Shards
from bot.settings import Database, Settings, SettingsError, without_secrets, writable_folder
from facts.fingerprint import shipped_documents
from facts.store.schema import SCHEMA_VERSION

ROOT = Path(__file__).parents[2]


def test_nothing_set_means_the_shipped_documents() -> None:
    settings = Settings.of({})

    assert settings.folders == (shipped_documents(),)
    assert (settings.token, settings.facts, settings.channels, settings.home_servers) == (
        None,
        None,
        frozenset(),
        frozenset(),
    )


def test_everything_set_is_read() -> None:
    settings = Settings.of(
        {
            "DISCORD_TOKEN": " secret\n",
            "LINEUP_DOCUMENTS": os.pathsep.join(["/one", " /two ", ""]),
            "LINEUP_FACTS": "/facts.db",
            "LINEUP_SCHEDULER": " tcp://10.0.0.1:8786 ",
            "LINEUP_CHANNELS": "1, 2;3",
            "LINEUP_HOME_SERVERS": "4 5",
        }
    )

    assert settings.token == "secret"
    assert settings.folders == (Path("/one"), Path("/two"))
    assert settings.facts == Path("/facts.db")
    assert settings.scheduler == "tcp://10.0.0.1:8786"
    assert (settings.channels, settings.home_servers) == ({1, 2, 3}, {4, 5})


@pytest.mark.parametrize("name", ["LINEUP_CHANNELS", "LINEUP_HOME_SERVERS"])
def test_an_id_that_is_none_is_named(name: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} holds '#general'"):
        Settings.of({name: "1,#general"})


def test_a_blank_token_is_none() -> None:
    assert Settings.of({"DISCORD_TOKEN": "  "}).token is None


def test_the_token_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("secret\n")
    given = {"DISCORD_TOKEN_FILE": str(tmp_path / "token")}

    assert Settings.of(given).read_token() == "secret"
    assert Settings.of(given | {"DISCORD_TOKEN": "nearer"}).read_token() == "nearer"
    assert Settings.of({}).read_token() is None


def test_a_file_of_the_token_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"DISCORD_TOKEN_FILE .*No such file.*/token"):
        Settings.of({"DISCORD_TOKEN_FILE": str(tmp_path / "token")}).read_token()


@pytest.mark.parametrize("token", ["some one", "some\none", "someoné", "some\x00one", "some\u200bone"])
def test_a_token_that_cannot_be_one_is_refused_without_showing_it(token: str, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(token, encoding="utf-8")
    for given in ({"DISCORD_TOKEN": token}, {"DISCORD_TOKEN_FILE": str(tmp_path / "token")}):
        with pytest.raises(SettingsError) as refusal:
            Settings.of(given).read_token()
        assert "some" not in str(refusal.value)


def test_settings_show_no_secret() -> None:
    given = {
        "DISCORD_TOKEN": "secret",
        "LINEUP_SERVERS": "postgresql://lineup:secret@db/lineup",
        "LINEUP_FACTS_URL": "s3://key:secret@bucket/facts",
    }

    assert "secret" not in repr(Settings.of(given))


def test_children_get_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    secret = {
        "DISCORD_TOKEN": "x",
        "DISCORD_TOKEN_FILE": "/run/secrets/token",
        "LINEUP_SERVERS": "postgresql://lineup:x@db/lineup",
        "AWS_SECRET_ACCESS_KEY": "x",
        "AWS_SESSION_TOKEN": "x",
        "PGPASSWORD": "x",
    }
    for name, value in (secret | {"LINEUP_DOCUMENTS": "/documents", "LANG": "fr_FR.UTF-8"}).items():
        monkeypatch.setenv(name, value)

    kept = without_secrets()

    assert not secret.keys() & kept.keys()
    assert (kept["LINEUP_DOCUMENTS"], kept["LANG"], kept["PATH"]) == ("/documents", "fr_FR.UTF-8", os.environ["PATH"])


def test_an_unknown_form_of_the_log_is_refused() -> None:
    assert [Settings.of({"LINEUP_LOG": form}).log for form in ("", "JSON", "text")] == [None, "json", "text"]
    with pytest.raises(SettingsError, match="LINEUP_LOG is 'xml'"):
        Settings.of({"LINEUP_LOG": "xml"})


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("", None),
        ("9100", ("127.0.0.1", 9100)),
        ("0.0.0.0:9100", ("0.0.0.0", 9100)),  # noqa: S104  # where others are let in on purpose
        ("[::1]:9100", ("::1", 9100)),
        ("bot.internal:80", ("bot.internal", 80)),
    ],
)
def test_a_place_for_counts_is_a_port_or_a_host_with_one(said: str, place: tuple[str, int] | None) -> None:
    assert Settings.of({"LINEUP_METRICS": said}).metrics == place


@pytest.mark.parametrize("said", ["0", "70000", "on", "127.0.0.1", "::1:9100", "http://127.0.0.1:9100", "٩١٠٠"])
def test_what_is_no_place_for_counts_is_refused(said: str) -> None:
    with pytest.raises(SettingsError, match="LINEUP_METRICS is "):
        Settings.of({"LINEUP_METRICS": said})


def test_options_beat_the_environment() -> None:
    settings = Settings.of({"LINEUP_DOCUMENTS": "/one", "LINEUP_FACTS": "/facts.db"})

    assert settings.with_options() == settings
    changed = settings.with_options(documents=(Path("/two"),), facts=Path("/other.db"))
    assert (changed.folders, changed.facts) == ((Path("/two"),), Path("/other.db"))


def test_facts_come_from_one_place() -> None:
    published = Settings.of({"LINEUP_FACTS_URL": " s3://bucket/facts ", "LINEUP_DOCUMENTS": "/one"})

    assert published.facts_url == "s3://bucket/facts"
    assert published.with_options().facts_url == "s3://bucket/facts"
    assert published.with_options(facts=Path("/other.db")).facts_url is None
    assert published.with_options(documents=(Path("/two"),)).facts_url is None
    with pytest.raises(SettingsError, match="LINEUP_FACTS and LINEUP_FACTS_URL are both set"):
        Settings.of({"LINEUP_FACTS_URL": "s3://bucket/facts", "LINEUP_FACTS": "/facts.db"})


def test_store_is_named_after_schema_and_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    settings = Settings.of({"LINEUP_DOCUMENTS": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / ".cache")})

    before = settings.store()
    (tmp_path / "a.txt").write_text("two")

    assert before.name.startswith(f"facts-{SCHEMA_VERSION}-")
    assert settings.store().name != before.name
    assert settings.store().parent == before.parent


@pytest.mark.skipif(os.name != "posix", reason="the custom of Linux")
def test_cache_folder_follows_xdg_then_home(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path)}

    assert Settings.of({"XDG_CACHE_HOME": str(tmp_path / "c"), **home}).cache == tmp_path / "c" / "lineup"
    assert Settings.of({"XDG_CACHE_HOME": "relative", **home}).cache == tmp_path / ".cache" / "lineup"
    assert Settings.of({}).cache is None


@pytest.mark.parametrize("wanted", [None, Path("/dev/null/lineup")])
def test_where_nothing_is_writable_a_temporary_folder_serves_and_is_said_once(
    wanted: Path | None, capsys: pytest.CaptureFixture[str]
) -> None:
    writable_folder.cache_clear()

    folder = writable_folder(wanted)

    assert folder == writable_folder(wanted)
    assert folder.is_dir()
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert str(folder) in said
    writable_folder.cache_clear()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the custom of other platforms")
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"HOME": "/home/me"}, Path("/home/me/.local/share/lineup/servers.db")),
        ({"HOME": "/home/me", "XDG_DATA_HOME": "/data"}, Path("/data/lineup/servers.db")),
        ({"HOME": "/home/me", "XDG_DATA_HOME": "relative"}, Path("/home/me/.local/share/lineup/servers.db")),
        ({"HOME": "/home/me", "LINEUP_SERVERS": " /own.db "}, Path("/own.db")),
        ({"LINEUP_SERVERS": "postgres://me:secret@host/x"}, Database("postgres://me:secret@host/x")),
        ({}, None),
    ],
)
def test_choices_of_servers_are_kept_among_the_data_of_the_user(
    given: dict[str, str], expected: Path | Database | None
) -> None:
    assert Settings.of(given).servers == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", None),
        ("0/1", EVERY_SERVER),
        ("0-3/16", Shards((0, 1, 2, 3), 16)),
        (" 15 , 8-9 / 16 ", Shards((8, 9, 15), 16)),
        ("999/1000", Shards((999,), 1000)),
    ],
)
def test_shards_of_this_process_are_read(said: str, expected: Shards | None) -> None:
    assert Settings.of({"LINEUP_SHARDS": said}).shards == expected


@pytest.mark.parametrize(
    "said", ["16", "/16", "0-3", "16/16", "3-1/16", "1,1/4", "0-2,2/4", "-1/4", "a/4", "0/0", "0-3/4/5", "²/4"]
)
def test_shards_that_are_none_are_named(said: str) -> None:
    with pytest.raises(SettingsError, match=r"^LINEUP_SHARDS is .* which names no shards; write .* such as 0-3/16"):
        Settings.of({"LINEUP_SHARDS": said})


def test_shards_are_written_as_they_are_read() -> None:
    assert Settings.of({"LINEUP_SHARDS": str(Shards((0, 1, 9), 16))}).shards == Shards((0, 1, 9), 16)


def test_password_of_a_database_is_not_shown() -> None:
    assert "secret" not in repr(Settings.of({"LINEUP_SERVERS": "postgresql://me:secret@host/x"}))


def test_ten_processes_of_the_page_run_every_shard_once() -> None:
    page = (ROOT / "bot" / "deploying" / "README.md").read_text(encoding="utf-8")
    (loop,) = re.findall(r"^\$ (for .*)$", page, re.MULTILINE)
    script = loop.replace("lineup run &", "env | sed -n 's/^LINEUP_SHARDS=//p';")
    said = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)  # noqa: S607  # where PATH says
    shards = [Settings.of({"LINEUP_SHARDS": line}).shards for line in said.stdout.splitlines()]
    assert sorted(one for own in shards for one in own.ids) == list(range(40))
    assert {own.count for own in shards} == {40}
