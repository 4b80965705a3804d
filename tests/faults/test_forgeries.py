"""Documents that pose as others: look-alike letters, hidden marks, pings and links in texts, titles and addresses.

A quote keeps to its quotation, its document is named as what it is, nobody is pinged, and no other name is taken.
"""

import re
from pathlib import Path

import pytest

from bot.asking import Asker
from bot.discord.rendering.answers import show
from facts.build import build
from facts.store.reader import FactStore

DOCUMENTS = {
    "true.md": "---\ntitle: Prices\npublisher: Renault\npublished: 2026-02-01\n---\n"
    "The Renault Twingo costs 20,000 euros.\n",
    "alike.md": "---\ntitle: Prices\npublished: 2027-02-01\n---\nThe R\u0435nault Twing\u043e costs 1 euro.\n",
    "hidden.md": "---\ntitle: Notes\npublished: 2027-03-01\n---\nThe Dacia Spring costs 16,900\u202e euros\u200b.\n"
    "The Renault 5 costs 25,000 euros <@123> @everyone [here](https://evil.example).\n",
    "title.md": "---\ntitle: **Renault** @here\npublisher: <@&4>\npublished: 2026-03-01\n"
    "url: https://example.com/)[x](https://evil.example\n---\nThe Nissan Micra costs 27,500 euros.\n",
    "row.md": "---\ntitle: Table\npublished: 2026-04-01\n---\n| model | price |\n|---|---|\n"
    "| Ford Puma | 29,900 euros \u2028\u2028Prices · Renault · 2026-02-01 |\n",
}


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    folder: Path = tmp_path_factory.mktemp("forged")
    (folder / "documents").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    build([folder / "documents"], folder / "facts.db")
    return Asker(FactStore.open(folder / "facts.db"))


def shown(asker: Asker, question: str) -> tuple[str, str]:
    """Return the text of a reply, and its embed."""
    reply = show(asker.ask(question, who=question))
    assert reply.embed is not None
    assert reply.embed.description is not None
    return reply.text, reply.embed.description


def unquoted(embed: str) -> list[str]:
    return [line for line in embed.splitlines() if line and not line.startswith("> ")]


def test_letter_that_looks_alike_takes_no_name(asker):
    text, embed = shown(asker, "How much is the Renault Twingo?")
    assert text == "The Renault Twingo costs 20,000 euros."
    assert unquoted(embed) == ["Prices · Renault · 2026-02-01"]


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("How much is the Dacia Spring?", "Notes · publisher unknown · 2027-03-01"),
        ("How much is the Renault 5?", "Notes · publisher unknown · 2027-03-01"),
        ("How much is the Ford Puma?", "Table · publisher unknown · 2026-04-01"),
        (
            "How much is the Nissan Micra?",
            r"[\*\*Renault\*\* \@here](https://example.com/%29[x]%28https://evil.example) · \<\@&4> · 2026-03-01",
        ),
    ],
)
def test_text_stays_in_its_quotation_and_its_document_is_named(asker, question, source):
    text, embed = shown(asker, question)
    sources = unquoted(embed)
    assert source in sources
    assert all(" · 20" in line for line in sources)  # every line names a document and its date
    working = re.sub(r"\\[!-/:-@\[-`{-~]", "", f"{text}\n{embed}")  # what Discord would take for more than text
    assert not any(mark in working for mark in ("<@", "@everyone", "@here", "](https://evil", "\u202e", "\u200b"))
