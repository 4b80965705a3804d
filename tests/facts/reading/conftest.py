"""What tests of reading share: the shipped lexicon, compiled once, and documents made of a text."""

from collections.abc import Callable

import pytest

from facts.lexicon import Lexicon
from facts.lexicon.loader import load_lexicon
from facts.models import Document
from facts.reading import Glossaries

MakeDocument = Callable[..., Document]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def glossaries(lexicon: Lexicon) -> Glossaries:
    return Glossaries.of(lexicon)


@pytest.fixture(scope="session")
def document() -> MakeDocument:
    def make(text: str, name: str = "note.txt", language: str = "en", published: str | None = None) -> Document:
        return Document(name, text, 0, language, "", published=published)

    return make
