"""All documents of an operator, read and merged with every review laid over: what a store is written from.

A piece depends on nothing but its file and the vocabulary, so pieces may be read in any order and in any process.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from facts.errors import ReviewError
from facts.extracting import DocumentReader, Reading
from facts.lemmas import BuildLemmas
from facts.lexicon import Lexicon
from facts.models import Document, Passage, Statement, Value, ValueKind
from facts.naming import merge_entities
from facts.reading import Glossaries
from facts.reading.files import read_document
from facts.reading.passages import passages_of
from facts.review import Merged, Sidecar, merge_reviews, read_sidecar
from facts.review.names import repoint, repoint_statements
from facts.review.statements import Reviewed, merge_statements
from facts.sources import Source


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading needs besides the file; made once."""

    lexicon: Lexicon
    lemmas: BuildLemmas
    glossaries: Glossaries
    readers: Mapping[str, DocumentReader]  # by language

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Tools":
        """Compile a vocabulary for reading."""
        lemmas = BuildLemmas(lexicon)
        readers = {language: DocumentReader(lexicon, language, lemmas) for language in lexicon.languages}
        return cls(lexicon, lemmas, Glossaries.of(lexicon), readers)


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
    """All pieces, and what they come to together."""

    tools: Tools
    pieces: tuple[Piece, ...]
    merged: Merged = field(repr=False)
    statements: tuple[Statement, ...] = field(default=(), repr=False)


def read_piece(source: Source, tools: Tools) -> Piece:
    """Read one document with its review; raises DocumentError or ReviewError."""
    document = read_document(source.path, source.root, tools.lexicon)
    sidecar = read_sidecar(source.path)
    passages = passages_of(document, tools.lexicon)
    return Piece(tools.readers[document.language].read(document, passages, tools.glossaries.reader(document)), sidecar)


def merge_pieces(pieces: Iterable[Piece], tools: Tools) -> Corpus:
    """Merge names across documents and lay the reviews over; problems of reviews are returned in `merged`."""
    together = tuple(pieces)
    entities, renamed = merge_entities([piece.reading.entities for piece in together], tools.lexicon)
    facts = [fact for piece, ids in zip(together, renamed, strict=True) for fact in repoint(piece.reading.facts, ids)]
    reviews = [(piece.document, piece.sidecar) for piece in together]
    merged = merge_reviews(entities, facts, reviews, tools.lexicon, partial(_parse, tools.glossaries))
    extracted = (
        statement
        for piece, ids in zip(together, renamed, strict=True)
        for statement in repoint_statements(repoint_statements(piece.reading.statements, ids), merged.renamed)
    )
    reviewed = [Reviewed(piece.document, piece.passages, piece.sidecar) for piece in together]
    statements, problems = merge_statements(extracted, reviewed, merged.entities, tools.lexicon)
    return Corpus(tools, together, replace(merged, problems=(*merged.problems, *problems)), statements)


def problems_of(piece: Piece, tools: Tools) -> tuple[ReviewError, ...]:
    """List what does not fit in the review of one document by itself."""
    return merge_pieces([piece], tools).merged.problems


def _parse(glossaries: Glossaries, document: Document, words: str, kind: ValueKind) -> Value | None:
    return glossaries.reader(document).parse(words, kind)
