"""A small store with everything in it, and the contents it is made of."""

from dataclasses import replace
from pathlib import Path

import pytest

from facts.lexicon import Attribute, Kind, Lexicon
from facts.lexicon.codec import dump_lexicon
from facts.models import Certainty, Document, Entity, Fact, Origin, Passage, Value, ValueKind
from facts.store.indexing import filed
from facts.store.reader import FactStore
from facts.store.writer import Contents, write_store

TEXT = "Prices\nThe Élan costs 20,000 euros.\nIt is built in Bree, says Ann Lee. The Miro may cost 30,000 euros."


def passage(number: int, start: int, end: int, **keys: int) -> Passage:
    kind = "heading" if number == 0 else "sentence"
    kinds, topics = ("money",) if number in (1, 3) else (), ("Élan",) if number == 2 else ()
    return Passage("a.txt", number, start, end, kind, min(number, 1), **keys, kinds=kinds, topics=topics)


def price(subject: str, text: str, amount: float, origin: Origin = Origin.EXTRACTED) -> Fact:
    at = TEXT.index(text)
    value = Value(text, ValueKind.MONEY, amount, unit="EUR")
    start = TEXT.rindex(".", 0, at) + 2 if "." in TEXT[:at] else 7
    return Fact(
        subject, "price", value, "a.txt", start, TEXT.index(".", at) + 1, (at, at + len(text)), "p", origin=origin
    )


@pytest.fixture
def contents() -> Contents:
    """Return what a store is made of: one document, four passages, three entities, four facts, one of them proposed."""
    document = Document("a.txt", TEXT, 0, "en", "digest", title="On prices", published="2026-02")
    passages = [passage(0, 0, 6), *(passage(n, *span, heading=0) for n, span in SPANS)]
    factory = TEXT.index("Bree")
    built = Fact(
        "elan",
        "factory",
        Value("Bree", ValueKind.ENTITY, entity="bree"),
        "a.txt",
        36,
        70,
        (factory, factory + 4),
        "p",
        Certainty.EXPECTED,
        Origin.REVIEWED,
        "Ann Lee",
        {"market": "France"},
    )
    return Contents(
        lexicon=dump_lexicon(
            Lexicon(
                {"price": Attribute("price", ValueKind.MONEY, ("model",))},
                {"model": Kind("model"), "version": Kind("version", "model"), "plant": Kind("plant")},
                (),
                {},
                (),
            )
        ),
        fingerprint="made-from",
        documents=[filed(document, passages, lambda word, _: {"costs": "cost"}.get(word, word))],
        entities=[
            Entity("miro", "Miro", "version", ("Miro", "Míro GT"), traits=("small",)),
            Entity("elan", "Élan", "model", ("Élan",), described=True),
            Entity("bree", "Bree", "plant", ("Bree",)),
        ],
        facts=[
            price("elan", "20,000 euros", 20_000.0),
            built,
            price("miro", "30,000 euros", 30_000.0),
            replace(price("miro", "30,000 euros", 30_000.0, Origin.PROPOSED), attribute="budget"),
        ],
        forms={"en": {"costs": "cost"}},
        ordinary=frozenset({"spring"}),
    )


SPANS = [(1, (7, 35)), (2, (36, 70)), (3, (71, len(TEXT)))]


@pytest.fixture
def path(contents: Contents, tmp_path: Path) -> Path:
    target = tmp_path / "facts.db"
    write_store(target, contents)
    return target


@pytest.fixture
def store(path: Path) -> FactStore:
    return FactStore.open(path)
