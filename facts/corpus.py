"""All documents of an operator, read and merged with every review laid over: what a store is written from.

A piece depends on nothing but its file and the vocabulary, so pieces may be read in any order and in any process.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from facts.errors import ReviewError
from facts.extracting import DocumentReader, Reading
from facts.lemmas import BuildLemmas
from facts.lexicon import Lexicon
from facts.models import Document, Entity, Fact, Passage, Statement, Value, ValueKind
from facts.naming import merge_entities
from facts.reading import Glossaries
from facts.reading.files import read_document
from facts.reading.passages import passages_of
from facts.reading.sentences import SentenceRules, sentence_rules
from facts.review import Merged, Sidecar, merge_reviews, read_sidecar
from facts.review.names import repoint, repoint_statements
from facts.review.statements import Reviewed, laid_over
from facts.sources import Source


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading needs besides the file; made once."""

    lexicon: Lexicon
    lemmas: BuildLemmas
    glossaries: Glossaries
    readers: Mapping[str, DocumentReader]  # by language
    rules: Mapping[str, SentenceRules]  # by language

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Tools":
        """Compile a vocabulary for reading."""
        lemmas = BuildLemmas(lexicon)
        readers = {language: DocumentReader(lexicon, language, lemmas) for language in lexicon.languages}
        rules = {language: sentence_rules(lexicon, language) for language in lexicon.languages}
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
    merged: Merged = field(repr=False)
    pieces: tuple[Piece, ...] = ()  # none where the pieces were not kept
    renamed: Sequence[Mapping[str, str]] = field(
        default=(), repr=False
    )  # by piece: its id of an entity -> that of all pieces
    reviewed: Mapping[int, Reviewed] = field(default_factory=dict, repr=False)  # pieces whose statements were judged

    def statements(self, of_pieces: Iterable[Iterable[Statement]]) -> Iterator[Statement]:
        """Yield the statements of the pieces, which come in their order, with the entities of all pieces."""
        for number, (statements, ids) in enumerate(zip(of_pieces, self.renamed, strict=True)):
            own = repoint_statements(repoint_statements(statements, ids), self.merged.renamed)
            judged = self.reviewed.get(number)
            yield from laid_over(own, judged, self.merged.entities, self.tools.lexicon) if judged else own

    def kept_statements(self) -> tuple[Statement, ...]:
        """Return the statements of the pieces that were kept."""
        return tuple(self.statements(piece.reading.statements for piece in self.pieces))


@dataclass(slots=True)
class Gathering:
    """Collects of pieces, one by one, what merging needs of them: everything else may go."""

    tools: Tools
    _entities: list[Sequence[Entity]] = field(default_factory=list)
    _facts: list[Sequence[Fact]] = field(default_factory=list)
    _reviews: list[tuple[Document, Sidecar]] = field(default_factory=list)
    _reviewed: dict[int, Reviewed] = field(default_factory=dict)

    def add(self, piece: Piece) -> None:
        """Take in one piece."""
        self._entities.append(piece.reading.entities)
        self._facts.append(piece.reading.facts)
        if not piece.sidecar.is_empty:
            self._reviews.append((piece.document, piece.sidecar))
        if piece.sidecar.review.statement:
            self._reviewed[len(self._facts) - 1] = Reviewed(piece.document, piece.passages, piece.sidecar)

    def complete(self) -> list[str]:
        """List the documents whose review is complete."""
        return [document.name for document, sidecar in self._reviews if sidecar.review.complete]

    def merged(self) -> Corpus:
        """Merge names across documents and lay the reviews over; problems of reviews are returned in `merged`."""
        entities, renamed = merge_entities(self._entities, self.tools.lexicon)
        facts = [fact for own, ids in zip(self._facts, renamed, strict=True) for fact in repoint(own, ids)]
        parse = partial(_parse, self.tools.glossaries)
        merged = merge_reviews(entities, facts, self._reviews, self.tools.lexicon, parse)
        return Corpus(self.tools, merged, renamed=renamed, reviewed=self._reviewed)


def read_piece(source: Source, tools: Tools) -> Piece:
    """Read one document with its review; raises DocumentError or ReviewError."""
    return Piece(read_source(source, tools), read_sidecar(source.path))


def read_source(source: Source, tools: Tools) -> Reading:
    """Read one document without its review; raises DocumentError."""
    document = read_document(source.path, source.root, tools.lexicon)
    passages = passages_of(document, tools.lexicon, tools.rules[document.language])
    return tools.readers[document.language].read(document, passages, tools.glossaries.reader(document))


def merge_pieces(pieces: Iterable[Piece], tools: Tools) -> Corpus:
    """Merge names across documents and lay the reviews over; problems of reviews are returned in `merged`."""
    gathering, together = Gathering(tools), tuple(pieces)
    for piece in together:
        gathering.add(piece)
    return replace(gathering.merged(), pieces=together)


def problems_of(piece: Piece, tools: Tools) -> tuple[ReviewError, ...]:
    """List what does not fit in the review of one document by itself."""
    return merge_pieces([piece], tools).merged.problems


def _parse(glossaries: Glossaries, document: Document, words: str, kind: ValueKind) -> Value | None:
    return glossaries.reader(document).parse(words, kind)
