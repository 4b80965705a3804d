"""A document, a small vocabulary and what an extractor might have made of them."""

from pathlib import Path

import pytest

from facts.lexicon import Attribute, Kind, Lexicon
from facts.models import Bound, Certainty, Document, Entity, Fact, Origin, Value, ValueKind

TEXT = "The Élan costs about 20,000 euros. It is built in Bree. The Miro, not the Élan, costs 30,000 euros."


@pytest.fixture
def document() -> Document:
    return Document("a.txt", TEXT, 0, "en", "digest")


@pytest.fixture
def lexicon() -> Lexicon:
    return Lexicon(
        attributes={
            "price": Attribute("price", ValueKind.MONEY, ("model",)),
            "factory": Attribute("factory", ValueKind.ENTITY, ("model",), ("plant",)),
            "said": Attribute("said", ValueKind.TEXT, ("person",)),
        },
        kinds={
            "model": Kind("model"),
            "version": Kind("version", "model"),
            "organisation": Kind("organisation"),
            "brand": Kind("brand", "organisation"),
            "place": Kind("place"),
            "plant": Kind("plant", "place"),
            "city": Kind("city", "place"),
        },
        units=(),
        languages={},
        names=(),
    )


@pytest.fixture
def entities() -> list[Entity]:
    return [
        Entity("bree", "Bree", "city", ("Bree",)),
        Entity("elan", "Élan", "model", ("Élan", "the new Élan")),
        Entity("miro", "Miro", "version", ("Miro",), parent="elan"),
    ]


@pytest.fixture
def facts() -> list[Fact]:
    return [
        made("elan", "price", "20,000 euros"),
        made("elan", "factory", "Bree", "bree"),
        made("elan", "price", "30,000 euros"),
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path


def made(subject: str, attribute: str, words: str, entity: str | None = None) -> Fact:
    at = TEXT.index(words)
    start = TEXT.rfind(". ", 0, at) + 2 if ". " in TEXT[:at] else 0
    kind = ValueKind.ENTITY if entity else ValueKind.MONEY
    value = Value(words, kind, None if entity else 20_000.0, entity=entity)
    says = (Certainty.STATED, Origin.EXTRACTED)
    return Fact(subject, attribute, value, "a.txt", start, TEXT.index(".", at) + 1, (at, at + len(words)), "p", *says)


def parse(_document: Document, words: str, kind: ValueKind) -> Value | None:
    """Understand what these tests write: "about 20,000 euros"."""
    if not words.endswith(" euros") or kind is not ValueKind.MONEY:
        return None
    number = words.removeprefix("about ").removesuffix(" euros").replace(",", "")
    if not number.isdigit():
        return None
    bound = Bound.ABOUT if words.startswith("about") else None
    return Value(words, kind, float(number), unit="EUR", bound=bound)
