"""A proposal fits into one message whatever its document holds, and the end of a review counts."""

from pathlib import Path

import pytest

from bot.curating.reviewing import Desk, Tally
from bot.discord.operator.proposals import show_end, show_proposal
from bot.discord.rendering import limits
from bot.discord.texts import LANGUAGES, texts_in
from facts.sources import Source
from facts.store.reader import FactStore
from tests.bot.discord.operator.archive import Builder

WILD = f"{'*_~`|>#-' * 200}\n\nThe {'_*' * 200} Renault Twingo costs 20,000 euros {'x' * 3_000}.\n\n{'[a](b)' * 300}\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proposal_fits_whatever_stands_around_it(language: str, builder: Builder, tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "wild.md").write_text(WILD, encoding="utf-8")
    builder.build(documents, tmp_path / "facts.db")
    with FactStore.open(tmp_path / "facts.db") as store:
        desk = Desk.of(store, Source(documents, documents / "wild.md"))
        shown = [show_proposal(desk, one, store.lexicon, texts_in(language)) for one in desk.waiting]

    assert shown
    assert all(len(embed) <= limits.EMBED for embed in shown)
    assert all(len(embed.description or "") <= limits.DESCRIPTION for embed in shown)


@pytest.mark.parametrize(
    ("tally", "expected"),
    [
        (Tally(0, 0, 0, is_complete=False), "0 facts are decided.\nNone is left.\nDoes it hold all"),
        (Tally(1, 0, 2, is_complete=False), "1 fact is decided.\n2 are left for the next time.\nDecisions count"),
        (Tally(2, 0, 0, is_complete=True), "2 facts are decided.\nNone is left.\nThe review is complete"),
        (
            Tally(0, 1, 3, is_complete=False),
            "0 facts are decided.\n1 clause is decided.\n3 are left for the next time.",
        ),
    ],
)
def test_the_end_counts(tally: Tally, expected: str) -> None:
    assert expected in (show_end("a.md", tally, texts_in("en")).description or "")
