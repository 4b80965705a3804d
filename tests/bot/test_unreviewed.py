"""What is shown of a document that nobody reviewed: the nearest passages, wherever a question is about it at all."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from bot.asking import Asker
from bot.models import Status
from facts.build import build
from facts.store.reader import FactStore

TEXT = """---
title: Night shift at Gliwice
publisher: Regional Desk
published: 2024-02-09
language: en
---
Opel's plant in Gliwice has begun to run at night for the first time in nine years. Baker Jolanta Wilk, who sells
breakfast rolls across the street, says her ovens now go on at three. The canteen has taken back two cooks.

The Vivaro and the Movano leave the line there. Crates of windscreens wait beside the railway siding because a thaw
washed gravel from under the sleepers. Repairs are due to end before Easter.

Opel sells the Vivaro with two batteries. Drivers of the smaller one get by on a household socket, the works council
noted, since few of them cover more than a hundred kilometres between breakfast and supper.
"""


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    folder = tmp_path_factory.mktemp("documents")
    (folder / "night.txt").write_text(TEXT, encoding="utf-8")
    store = tmp_path_factory.mktemp("store") / "facts.db"
    build([folder], store)
    with FactStore.open(store) as opened:
        yield Asker(opened)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("when do the baker's ovens go on?", "ovens now go on at three"),  # it names nothing that is known
        ("who sells the breakfast rolls across the street?", "Jolanta Wilk"),
        ("why are the windscreens waiting at the siding?", "thaw"),
        ("what platform does the Opel van use?", "Vivaro"),  # a tie none of whose choices has an answer
        ("how much heavier is the Movano than the Vivaro?", "Movano"),  # nothing to compare by facts
        ("how do drivers of the small-battery Vivaro charge?", "household socket"),
    ],
)
def test_the_nearest_passage_is_shown_in_its_paragraph(asker: Asker, question: str, held: str) -> None:
    answer = asker.ask(question, who=question)
    assert answer.status is Status.PASSAGE, answer.text
    assert any(held in " ".join(source.quote.split()) for source in answer.sources)
    assert all(len(source.quote) <= 600 for source in answer.sources)
    shown = sorted((source.start, source.end) for source in answer.sources)
    assert all(before[1] <= after[0] for before, after in pairwise(shown))


@pytest.mark.parametrize(
    "question",
    [
        "book me a table for two",
        "what's the weather like in Oslo",
        "sing me a lullaby",
        "how long do I boil an egg",
        "is my passport still valid",
    ],
)
def test_everyday_requests_are_shown_nothing(asker: Asker, question: str) -> None:
    assert asker.ask(question, who=question).status in (Status.CHATTER, Status.UNKNOWN)
