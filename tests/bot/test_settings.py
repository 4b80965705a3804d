"""The environment is read in one place, and the store stands where the contract says."""

import os
import sys
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, writable_folder
from facts.fingerprint import shipped_documents
from facts.store.schema import SCHEMA_VERSION


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
            "LINEUP_CHANNELS": "1, 2;3",
            "LINEUP_HOME_SERVERS": "4 5",
        }
    )

    assert settings.token == "secret"
    assert settings.folders == (Path("/one"), Path("/two"))
    assert settings.facts == Path("/facts.db")
    assert (settings.channels, settings.home_servers) == ({1, 2, 3}, {4, 5})


@pytest.mark.parametrize("name", ["LINEUP_CHANNELS", "LINEUP_HOME_SERVERS"])
def test_an_id_that_is_none_is_named(name: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} holds '#general'"):
        Settings.of({name: "1,#general"})


def test_a_blank_token_is_none() -> None:
    assert Settings.of({"DISCORD_TOKEN": "  "}).token is None


def test_options_beat_the_environment() -> None:
    settings = Settings.of({"LINEUP_DOCUMENTS": "/one", "LINEUP_FACTS": "/facts.db"})

    assert settings.with_options() == settings
    changed = settings.with_options(documents=(Path("/two"),), facts=Path("/other.db"))
    assert (changed.folders, changed.facts) == ((Path("/two"),), Path("/other.db"))


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
        ({}, None),
    ],
)
def test_choices_of_servers_are_kept_among_the_data_of_the_user(given: dict[str, str], expected: Path | None) -> None:
    assert Settings.of(given).servers == expected
