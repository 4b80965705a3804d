"""Pages of a fact store that a disk has spoilt: an answer is the one that a whole store gives, or one plain sentence.

Never another answer, never a quote that its document does not hold, never an error of the database itself.
"""

import random
import sqlite3
from pathlib import Path

import pytest

from bot.asking import Asker
from facts.errors import StoreError
from facts.store.reader import FactStore

COPIES = 12
SEED = 11  # of the pages that are spoilt
QUESTIONS = (
    "How much is the Twingo?",
    "What is the cheapest car?",
    "why is the Spring replaced?",
    "what do you know?",
)


def page_size(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        size: int = connection.execute("PRAGMA page_size").fetchone()[0]
    return size


def replies(path: Path) -> list[str]:
    """Return what is said to each question; a store that says it is damaged answers with that."""
    try:
        with FactStore.open(path) as store:
            asker = Asker(store)
            return [reply(asker, question) for question in QUESTIONS]
    except StoreError as fault:
        return [str(fault)] * len(QUESTIONS)


def reply(asker: Asker, question: str) -> str:
    try:
        answer = asker.ask(question, who=question)
    except StoreError as fault:
        return str(fault)
    return f"{answer.text} {[source.quote for source in answer.sources]}"


@pytest.fixture(scope="module")
def whole(shipped_store):
    return replies(shipped_store)


@pytest.mark.parametrize("spoil", [bytes, random.Random(SEED).randbytes], ids=["zeros", "noise"])  # noqa: S311  # bytes, no secrets
def test_damaged_page_never_gives_another_answer(shipped_store, whole, tmp_path, spoil):
    size, data = page_size(shipped_store), shipped_store.read_bytes()
    moments = random.Random(SEED)  # noqa: S311  # pages, no secrets
    copy, refused = tmp_path / "facts.db", 0
    for _ in range(COPIES // 2):
        at = moments.randrange(len(data) // size) * size
        copy.write_bytes(data[:at] + spoil(size) + data[at + size :])
        for said, wanted in zip(replies(copy), whole, strict=True):
            if said != wanted:
                assert said.startswith(f"{copy} "), (at // size, said, wanted)
                assert said.endswith("build it again with `lineup build`")
                refused += 1
    assert refused  # the pages were read at all


def test_changed_letter_of_a_text_is_never_quoted(shipped_store, tmp_path):
    data, quote = shipped_store.read_bytes(), b"the Twingo at 20,000 euros"
    assert quote in data
    copy = tmp_path / "facts.db"
    copy.write_bytes(data.replace(quote, b"the Twingo at 90,000 euros"))
    with FactStore.open(copy) as store, pytest.raises(StoreError, match=r"the text of .* is damaged\); build it again"):
        Asker(store).ask("How much is the Twingo?")
