"""All documents of an operator, read and merged with every review laid over: what a store is written from.

A piece depends on nothing but its file and the vocabulary, so pieces may be read in any order and in any process.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import TypeVar

from facts.errors import ReviewError
from facts.extracting import DocumentReader, Reading
from facts.lemmas import BuildLemmas
from facts.lexicon import Lexicon
from facts.lexicon.forms import Dictionaries, dictionary_of
from facts.models import Document, Fact, Passage, Statement, Value, ValueKind
from facts.naming import Joining
from facts.reading import Glossaries
from facts.reading.files import Original, document_of
from facts.reading.passages import passages_of
from facts.reading.sentences import SentenceRules, sentence_rules
from facts.review import Merged, Sidecar, merge_reviews, read_sidecar
from facts.review.names import repoint, repoint_statements
from facts.review.statements import Reviewed, laid_over
from facts.sources import Source
from facts.store.indexing import lemmas_of, searchables

Made = TypeVar("Made")


class ByLanguage(dict[str, Made]):
    """What is compiled of a language when the first document in it is read: most operators have one language."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        self._make = make

    def __missing__(self, language: str) -> Made:
        made = self[language] = self._make(language)
        return made


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading needs besides the file; made once."""

    lexicon: Lexicon
    lemmas: BuildLemmas
    glossaries: Glossaries
    readers: Mapping[str, DocumentReader]  # by language
    rules: Mapping[str, SentenceRules]  # by language

    @classmethod
    def of(cls, lexicon: Lexicon, dictionaries: Dictionaries = dictionary_of) -> "Tools":
        """Compile a vocabulary for reading."""
        lemmas = BuildLemmas(lexicon, dictionaries)
        readers = ByLanguage(lambda language: DocumentReader(lexicon, language, lemmas))
        rules = ByLanguage(lambda language: sentence_rules(lexicon, language))
        return cls(lexicon, lemmas, Glossaries.of(lexicon), readers, rules)


@dataclass(frozen=True, slots=True)
class Piece:
    """One document by itself."""

    reading: Reading
    sidecar: Sidecar

    @property
    def document(self) -> Document:
        """The document that was read."""
        return self.reading.document

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Its passages in reading order."""
        return self.reading.passages


@dataclass(frozen=True, slots=True)
class Corpus:
    """What all pieces come to together."""

    tools: Tools
    merged: Merged = field(repr=False)  # its facts are those of reviewed pieces
    pieces: tuple[Piece, ...] = ()  # none where the pieces were not kept
    renamed: Sequence[Mapping[str, str]] = field(default=(), repr=False)  # by piece: an entity's id -> that of all
    reviewed: Mapping[int, Piece] = field(default_factory=dict, repr=False)  # by their place among the pieces

    def facts(self, of_pieces: Iterable[Iterable[Fact]]) -> Iterator[Sequence[Fact]]:
        """Yield by piece the facts of the pieces, which come in their order, with the entities of all pieces."""
        decided: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.merged.facts:
            decided[fact.document].append(fact)
        for number, (facts, ids) in enumerate(zip(of_pieces, self.renamed, strict=True)):
            if (piece := self.reviewed.get(number)) is not None:
                yield decided[piece.document.name]
            else:
                yield sorted(repoint(repoint(facts, ids), self.merged.renamed), key=lambda fact: fact.turn)

    def statements(self, of_pieces: Iterable[Iterable[Statement]]) -> Iterator[Statement]:
        """Yield the statements of the pieces, which come in their order, with the entities of all pieces."""
        for number, (statements, ids) in enumerate(zip(of_pieces, self.renamed, strict=True)):
            own = repoint_statements(repoint_statements(statements, ids), self.merged.renamed)
            piece = self.reviewed.get(number)
            if piece is not None and piece.sidecar.review.statement:
                judged = Reviewed(piece.document, piece.passages, piece.sidecar)
                own = iter(laid_over(own, judged, self.merged.entities, self.tools.lexicon))
            yield from own

    def kept_facts(self) -> tuple[Fact, ...]:
        """Return the facts of the pieces that were kept."""
        return tuple(chain.from_iterable(self.facts(piece.reading.facts for piece in self.pieces)))

    def kept_statements(self) -> tuple[Statement, ...]:
        """Return the statements of the pieces that were kept."""
        return tuple(self.statements(piece.reading.statements for piece in self.pieces))


@dataclass(slots=True)
class Gathering:
    """Collects of pieces, one by one, what merging needs of them: everything else may go."""

    tools: Tools
    _joining: Joining
    _count: int = 0
    _reviewed: dict[int, Piece] = field(default_factory=dict)

    @classmethod
    def of(cls, tools: Tools) -> "Gathering":
        """Begin with no piece."""
        return cls(tools, Joining(tools.lexicon))

    def add(self, piece: Piece) -> None:
        """Take in one piece."""
        self._joining.add(piece.reading.entities)
        if not piece.sidecar.is_empty:
            self._reviewed[self._count] = piece
        self._count += 1

    def complete(self) -> list[str]:
        """List the documents whose review is complete."""
        return [piece.document.name for piece in self._reviewed.values() if piece.sidecar.review.complete]

    def merged(self) -> Corpus:
        """Merge names across documents and lay the reviews over; problems of reviews are returned in `merged`."""
        entities, renamed = self._joining.joined()
        reviews = [(piece.document, piece.sidecar) for piece in self._reviewed.values()]
        facts = [fact for at, piece in self._reviewed.items() for fact in repoint(piece.reading.facts, renamed[at])]
        parse = partial(_parse, self.tools.glossaries)
        merged = merge_reviews(entities, facts, reviews, self.tools.lexicon, parse)
        return Corpus(self.tools, merged, renamed=renamed, reviewed=self._reviewed)


def read_piece(source: Source, tools: Tools) -> Piece:
    """Read one document with its review; raises DocumentError or ReviewError."""
    return Piece(read_source(source, tools), read_sidecar(source.path))


def read_source(source: Source, tools: Tools) -> Reading:
    """Read one document without its review; raises DocumentError."""
    return read_original(Original.of(source.path, source.root), tools)


def read_original(original: Original, tools: Tools) -> Reading:
    """Read what was fetched of a document, in whatever place; raises DocumentError."""
    document = document_of(original, tools.lexicon)
    passages = passages_of(document, tools.lexicon, tools.rules[document.language])
    reading = tools.readers[document.language].read(document, passages, tools.glossaries.reader(document))
    lemma = tools.lemmas.lemma
    found_by = tuple(searchables(document, reading.passages, lemma))
    return replace(reading, searchables=found_by, lemmas=tuple(sorted(lemmas_of(document, lemma))))


def merge_pieces(pieces: Iterable[Piece], tools: Tools) -> Corpus:
    """Merge names across documents and lay the reviews over; problems of reviews are returned in `merged`."""
    gathering, together = Gathering.of(tools), tuple(pieces)
    for piece in together:
        gathering.add(piece)
    return replace(gathering.merged(), pieces=together)


def problems_of(piece: Piece, tools: Tools) -> tuple[ReviewError, ...]:
    """List what does not fit in the review of one document by itself."""
    return merge_pieces([piece], tools).merged.problems


def _parse(glossaries: Glossaries, document: Document, words: str, kind: ValueKind) -> Value | None:
    return glossaries.reader(document).parse(words, kind)
