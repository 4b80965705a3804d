"""What tests of extracting share: readers of the shipped vocabulary, and claims "subject | attribute | value"."""

from collections.abc import Callable, Iterator

import pytest

from facts.corpus import Tools
from facts.extracting import Reading
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.models import Certainty, Document, Fact, Origin
from facts.naming.entities import NameBook
from facts.parsing.sentence import analyse
from facts.reading.passages import passages_of

ReadText = Callable[..., Reading]
Claims = Callable[..., set[str]]
MakeClause = Callable[..., Clause]


@pytest.fixture(scope="session")
def read(tools: Tools) -> ReadText:
    """Read a text as a document of its own."""

    def reading(text: str, language: str = "en", name: str = "note.txt", title: str | None = None) -> Reading:
        document = Document(name, text, 0, language, "", title=title)
        values = tools.glossaries.reader(document)
        return tools.readers[language].read(document, passages_of(document, tools.lexicon), values)

    return reading


@pytest.fixture(scope="session")
def claims(read: ReadText) -> Claims:
    """Read a text and write down what it says, guesses that wait for review left out; "!" before what it denies."""

    def written(text: str, language: str = "en", name: str = "note.txt", title: str | None = None) -> set[str]:
        reading = read(text, language, name, title)
        return {line for line, fact in _written(reading) if not _is_guess(fact)}

    return written


@pytest.fixture(scope="session")
def proposals(read: ReadText) -> Claims:
    """Read a text and write down what is guessed of it and waits for review."""

    def written(text: str, language: str = "en", name: str = "note.txt", title: str | None = None) -> set[str]:
        reading = read(text, language, name, title)
        return {line for line, fact in _written(reading) if fact.origin is Origin.PROPOSED}

    return written


def _written(reading: Reading) -> Iterator[tuple[str, Fact]]:
    names = {entity.id: entity.name for entity in reading.entities}
    for fact in reading.facts:
        denied = "!" * (fact.certainty is Certainty.DENIED)
        yield f"{denied}{names[fact.subject]} | {fact.attribute} | {fact.value.text}", fact


def _is_guess(fact: Fact) -> bool:
    family, link = fact.pattern.split(".")[0], fact.pattern.split("/")[-1]
    is_guess = family in ("bridge", "tied", "open", "doubtful", "counted") or link in ("topic", "document")
    return fact.origin is Origin.PROPOSED and is_guess


@pytest.fixture(scope="session")
def clause(tools: Tools) -> MakeClause:
    """Take the first sentence of a text apart, up to the point where patterns look at it."""

    def made(text: str, language: str = "en") -> Clause:
        document, reader = Document("note.txt", text, 0, language, ""), tools.readers[language]
        passages = passages_of(document, tools.lexicon)
        values = tools.glossaries.reader(document)
        sentences = [analyse(document, passage, values, tools.lemmas, reader.seasons) for passage in passages]
        names = NameBook(reader.words, tools.lemmas).read(sentences)
        phrases = reader.phrases.find(sentences[0], names.mentions[0], names)
        discourse = Discourse(tools.lexicon, names, reader.predicates)
        return Clause(reader.grammar, sentences[0], discourse.resolve(0, sentences[0], phrases))

    return made


def place_of(clause: Clause, word: str) -> int:
    """Return the position of the first token that is this word."""
    return [token.text for token in clause.sentence.tokens].index(word)


def words_of(clause: Clause, argument: object) -> str | None:
    """Return the words of an argument."""
    first, last = getattr(argument, "first", None), getattr(argument, "last", None)
    return clause.sentence.words(first, last) if isinstance(first, int) and isinstance(last, int) else None
