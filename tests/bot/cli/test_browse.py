"""`lineup browse`: a store as a site, over real HTTP; what a document holds is shown and never run."""

import html
import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from importlib.util import find_spec
from os import environ
from pathlib import Path
from sqlite3 import connect
from urllib.parse import quote
from urllib.request import ProxyHandler, build_opener

import pytest

from bot.cli import browse
from facts.lexicon.codec import dump_lexicon
from facts.models import Entity
from facts.store.indexing import filed
from facts.store.writer import Contents, write_store
from tests.benchmarks.invented_lineups import euros
from tests.benchmarks.invented_pages import Page
from tests.bot.cli.conftest import Lineup
from tests.bot.discord.shelf import shipped_lexicon

LONGEST_END = 5  # seconds before SIGKILL
SCRIPT = "<script>alert(1)</script>"
IMAGE = "<img src=x onerror=alert(2)>"
LINK = "javascript:alert(3)"
CAR = Entity("car", f"Wolf{IMAGE}", "model", ("Wolf",))
SENTENCE = "The {name} costs {price}."
SHADOWS = ("passage_words_", "sqlite_")  # tables of SQLite's own
OPENER = build_opener(ProxyHandler({}))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store in which every text is one that would do harm as HTML."""
    page = Page(f"{IMAGE}.md", SCRIPT, "2026", is_reviewed=True)
    page.say(SENTENCE, CAR, {"price": euros(20_000)})
    lexicon = shipped_lexicon()
    store = tmp_path_factory.mktemp("hostile") / "facts.db"
    write_store(
        store,
        Contents(
            lexicon=dump_lexicon(lexicon),
            fingerprint="hostile",
            documents=[filed(replace(page.document, url=LINK, publisher=SCRIPT), page.passages, lambda word, _: word)],
            entities=[CAR],
            facts=page.facts,
            forms={},
            ordinary=frozenset(),
        ),
    )
    return store


@pytest.fixture(scope="module")
def site(hostile: Path) -> Iterator[str]:
    if find_spec("datasette") is None and "LINEUP_CI" not in environ:
        pytest.skip("needs the extra `browse`")
    command = (sys.executable, "-m", "bot", "browse", "--facts", str(hostile), "--no-open")
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stderr is not None
    try:
        yield child.stdout.readline().strip()
    finally:
        child.send_signal(signal.SIGINT)
        try:
            child.wait(LONGEST_END)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        complaint = child.stderr.read()
        child.stdout.close()
        child.stderr.close()
    assert (child.returncode, complaint) == (0, "")


def get(address: str) -> str:
    with OPENER.open(address, timeout=30) as response:
        content: bytes = response.read()
    return content.decode()


PAGES = (
    "", "facts", "facts/facts", "facts/facts/1", "facts/entities", "facts/entities/car", "facts/aliases",
    "facts/documents", "facts/documents/1", "facts/passages", "facts/documents?_facet=title&_facet=url",
    f"facts/facts_of?name={quote(CAR.name)}", "facts/ranked?attribute=price", "facts/to_review", "facts/by_document",
    f"facts/entities?name={quote(IMAGE)}&_search={quote(SCRIPT)}",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_nothing_in_a_store_is_run(site: str, page: str) -> None:
    shown = get(site + page)

    assert SCRIPT not in shown
    assert "<img src=x" not in shown
    assert not re.search(rf"""(?:href|src)\s*=\s*["']?{LINK}""", shown)


def test_the_site_stands_on_this_machine_and_says_what_tables_mean(site: str) -> None:
    assert site.startswith("http://127.0.0.1:")
    assert "Lineup: what is known" in get(site)
    assert html.escape(IMAGE, quote=False) in get(f"{site}facts/facts"), "a fact names its subject"
    assert "the thing that is spoken of" in get(f"{site}facts/facts")
    listed = get(f"{site}facts")
    assert "Facts of a thing, with quotes" in listed


def test_facts_of_a_thing_come_with_their_quotes(site: str) -> None:
    (row,) = json.loads(get(f"{site}facts/facts_of.json?_shape=objects&name=wolf"))["rows"]

    assert (row["attribute"], row["value"], row["document"]) == ("price", "20,000 euros", f"{IMAGE}.md")
    assert row["quote"] == f"The Wolf{IMAGE} costs 20,000 euros."


def test_every_table_and_column_is_one_of_the_store(hostile: Path, site: str) -> None:
    with closing(connect(hostile)) as store:
        rows = store.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        names = {name for (name,) in rows if not name.startswith(SHADOWS)}
        columns = {name: {row[1] for row in store.execute(f"PRAGMA table_info({name})")} for name in names}

    tables = json.loads(get(f"{site}-/metadata.json"))["databases"]["facts"]["tables"]

    assert tables.keys() == names
    for name, told in tables.items():
        assert set(told.get("columns", {})) | set(told.get("facets", ())) <= columns[name]


def test_without_its_extra_the_site_is_one_sentence(
    lineup: Lineup, hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "bot.browsing.site", raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn", None)  # which Python takes for a module that is missing

    result = lineup("browse", "--facts", str(hostile))

    assert (result.exit_code, result.stderr) == (1, f"lineup: {browse.WITHOUT_EXTRA}\n")
