"""What can happen to a database while the bot goes on: a real PostgreSQL server, ended, cut off, held up, newer."""

import logging
import os
import signal
import sys
from traceback import format_exception

import psycopg
import pytest

from bot.discord.opening import open_servers
from bot.models.shards import EVERY_SERVER
from bot.servers import Servers, ServerSettings
from bot.servers.database import ServersDatabase
from bot.servers.errors import ServersError, UnreachableError
from bot.settings import Settings, SettingsError
from tests.bot.servers.places import DatabasePlace
from tests.bot.servers.postgres import PASSWORD, Server

HERE = 2**62 + 1
CHOSEN = ServerSettings(language="fr")
OURS = "FROM pg_stat_activity WHERE application_name = 'lineup'"


async def test_server_that_restarts_is_connected_to_again(database: DatabasePlace, stopped: Server):
    servers, other = database.servers(), database.servers()
    await servers.change(HERE, CHOSEN)
    servers.note(HERE, [("Twingo", "range")], "x")
    stopped.stop()
    for work in (servers.refresh(), servers.flush(), servers.change(HERE, ServerSettings()), servers.forget_gaps(HERE)):
        with pytest.raises(UnreachableError, match=r"^the database 'postgres' at .* cannot be used \([^\n]+$"):
            await work
    assert servers.settings(HERE) == CHOSEN
    stopped.start()
    assert [asked.count for asked in await servers.gaps(HERE, 9)] == [1]
    await servers.change(HERE, ServerSettings(language="en"))
    await other.refresh()
    assert other.settings(HERE) == ServerSettings(language="en")


async def test_cut_connection_is_made_anew(database: DatabasePlace):
    servers = database.servers()
    database.run(f"SELECT pg_terminate_backend(pid) {OURS}")
    await servers.change(HERE, CHOSEN)
    assert database.servers().settings(HERE) == CHOSEN


async def test_server_that_gives_no_answer_is_given_up(database: DatabasePlace, monkeypatch):
    servers = database.servers()
    monkeypatch.setattr(f"{ServersDatabase.__module__}.PATIENCE", 0.3)
    ((backend,),) = database.run(f"SELECT pid {OURS}")
    os.kill(backend, signal.SIGSTOP)
    try:
        await servers.change(HERE, CHOSEN)  # over another connection
    finally:
        os.kill(backend, signal.SIGCONT)
    assert database.servers().settings(HERE) == CHOSEN


async def test_change_that_waits_for_somebody_else_for_too_long_is_given_up(database: DatabasePlace, monkeypatch):
    servers = database.servers()
    monkeypatch.setattr(f"{ServersDatabase.__module__}.PATIENCE", 0.3)
    with psycopg.connect(database.server.url) as holding:
        holding.execute("LOCK TABLE lineup.settings")
        with pytest.raises(UnreachableError):
            await servers.change(HERE, CHOSEN)
    assert servers.settings(HERE) == ServerSettings()


async def test_start_without_the_database_answers_by_default_and_reads_it_later(
    database: DatabasePlace, stopped: Server
):
    await database.servers().change(HERE, CHOSEN)
    stopped.stop()
    servers = database.servers()
    assert servers.settings(HERE) == ServerSettings()
    stopped.start()
    await servers.refresh()
    assert servers.settings(HERE) == CHOSEN


async def test_what_could_not_be_counted_is_counted_once_the_database_is_back(database: DatabasePlace, stopped: Server):
    servers = database.servers()
    for _ in range(3):
        servers.note(HERE, [("Twingo", "range")], "x")
        stopped.stop()
        with pytest.raises(UnreachableError):
            await servers.flush()
    stopped.start()
    assert [asked.count for asked in await servers.gaps(HERE, 9)] == [3]


@pytest.mark.parametrize("given", ["wrong-horse", PASSWORD.replace("/", "%2F")])
async def test_password_stands_in_no_message(given, database: DatabasePlace, caplog):
    caplog.set_level(logging.DEBUG)
    settings = Settings.of({"LINEUP_SERVERS": database.server.url_with(given)})
    servers = open_servers(settings)
    if given == "wrong-horse":
        with pytest.raises(UnreachableError, match="password authentication failed for user"):
            await servers.refresh()
    else:
        await servers.change(HERE, CHOSEN)
    servers.close()
    with pytest.raises(UnreachableError) as fault:
        ServersDatabase(database.server.url_with(given).replace("127.0.0.1", "nowhere.invalid")).read(EVERY_SERVER)
    everything = f"{caplog.text} {settings!r} {''.join(format_exception(fault.value))}"
    assert given not in everything
    assert PASSWORD not in everything


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:secret@host:port:5432/x",
        "postgresql://me:secret@host/x?colour=red",
        "postgres://%zz:secret@h",
        "postgresql://me:12/secret@host/x",
        "postgresql://me:se/secret@host/x",
    ],
)
def test_address_that_is_none_is_told_without_it(url):
    with pytest.raises(ServersError, match="the address of the database in LINEUP_SERVERS cannot be read") as fault:
        open_servers(Settings.of({"LINEUP_SERVERS": url}))
    assert "secret" not in "".join(format_exception(fault.value))


def test_address_of_another_kind_is_refused_without_it():
    with pytest.raises(SettingsError, match=r"begins with postgresql://") as fault:
        Settings.of({"LINEUP_SERVERS": "mysql://me:secret@host/x"})
    assert "secret" not in str(fault.value)


def test_missing_driver_is_told_in_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "bot.servers.database", None)
    with pytest.raises(ServersError, match=r"^LINEUP_SERVERS .* not installed; add it with: pip install [^\n]+$"):
        open_servers(Settings.of({"LINEUP_SERVERS": "postgresql://host/x"}))


def test_database_of_a_newer_lineup_is_named(database: DatabasePlace):
    database.servers()
    database.run("INSERT INTO changes (name) VALUES ('later')")
    with pytest.raises(ServersError, match=r"was changed by a newer Lineup \(later\)"):
        database.servers()


def test_settings_that_make_no_sense_are_named(database: DatabasePlace):
    database.servers()
    database.run('INSERT INTO settings VALUES (1, \'{"channels": "all"}\', 0)')
    with pytest.raises(ServersError, match="holds settings that cannot be read"):
        database.servers()


def test_user_who_may_do_nothing_is_told_so(database: DatabasePlace):
    database.run("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN")
    database.run("REVOKE CREATE ON DATABASE postgres FROM guest")
    with pytest.raises(ServersError, match=r"permission denied .* check what this user may do there"):
        Servers(ServersDatabase(database.server.url.replace("lineup@", "guest@")))


async def test_user_who_may_make_no_schema_is_content_with_an_empty_one(database: DatabasePlace):
    database.run("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN; CREATE SCHEMA lineup AUTHORIZATION guest")
    servers = Servers(ServersDatabase(database.server.url.replace("lineup@", "guest@")))
    await servers.change(HERE, CHOSEN)
    servers.close()
    database.run("DROP SCHEMA lineup CASCADE; DROP ROLE guest")


async def test_only_what_changed_is_read_again(database: DatabasePlace):
    servers, other = database.servers(), database.servers()
    for server in range(1, 6):
        await other.change(server, CHOSEN)
    await servers.refresh()
    before = {server: servers.settings(server) for server in range(1, 6)}
    await other.change(3, ServerSettings(language="en"))
    await servers.refresh()
    assert servers.settings(3) == ServerSettings(language="en")
    assert all(servers.settings(server) is before[server] for server in (1, 2, 4, 5))
    await other.forget(6)
    await servers.refresh()
    assert servers.settings(5) is before[5]
    await other.forget(4)
    await servers.refresh()
    assert servers.settings(4) == ServerSettings()
    assert servers.settings(5) == CHOSEN
