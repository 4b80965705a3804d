"""What tests of naming share: the names of a text, at each stage of finding them."""

from collections.abc import Callable

import pytest

from facts.corpus import Tools
from facts.models import Entity
from facts.naming import NameBook, Names
from facts.naming.spans import NameSpan, SpanFinder
from facts.parsing import Sentence
from tests.facts.parsing.analysing import sentences_of

Found = tuple[list[Sentence], list[NameSpan]]
FindSpans = Callable[..., Found]
ReadNames = Callable[..., Names]
ReadEntities = Callable[..., dict[str, Entity]]


@pytest.fixture(scope="session")
def find_spans(tools: Tools) -> FindSpans:
    """Return the sentences of a text and the spans of names in them."""

    def find(text: str, language: str = "en") -> Found:
        sentences = sentences_of(tools, text, language)
        return sentences, SpanFinder(tools.readers[language].words, tools.lemmas).find(sentences)

    return find


@pytest.fixture(scope="session")
def read_names(tools: Tools) -> ReadNames:
    """Return the entities and mentions of a text."""

    def read(text: str, language: str = "en") -> Names:
        return NameBook(tools.readers[language].words, tools.lemmas).read(sentences_of(tools, text, language))

    return read


@pytest.fixture(scope="session")
def read_entities(read_names: ReadNames) -> ReadEntities:
    """Return the entities of a text by id."""

    def read(text: str, language: str = "en") -> dict[str, Entity]:
        return read_names(text, language).entities

    return read
