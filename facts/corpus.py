"""All documents of an operator, read and merged with every review laid over: what a store is written from.

A piece depends on nothing but its file and the vocabulary, so pieces may be read in any order and in any process.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from facts.lemmas import BuildLemmas
from facts.lexicon import Lexicon
from facts.models import Document, Entity, Fact, Passage, Value, ValueKind
from facts.reading import Glossaries, passages_of, read_document
from facts.review import Merged, Sidecar, merge_reviews, read_sidecar
from facts.sources import Source


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading needs besides the file; made once."""

    lexicon: Lexicon
    lemmas: BuildLemmas
    glossaries: Glossaries

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Tools":
        """Compile a vocabulary for reading."""
        return cls(lexicon, BuildLemmas(lexicon), Glossaries(lexicon))


@dataclass(frozen=True, slots=True)
class Piece:
    """One document by itself."""

    document: Document
    passages: tuple[Passage, ...]
    sidecar: Sidecar


@dataclass(frozen=True, slots=True)
class Corpus:
    """All pieces, and what they come to together."""

    tools: Tools
    pieces: tuple[Piece, ...]
    merged: Merged = field(repr=False)


def read_piece(source: Source, tools: Tools) -> Piece:
    """Read one document with its review; raises DocumentError or ReviewError."""
    document = read_document(source.path, source.root, tools.lexicon)
    sidecar = read_sidecar(source.path)
    return Piece(document, tuple(passages_of(document, tools.lexicon)), sidecar)


def merge_pieces(pieces: Iterable[Piece], tools: Tools) -> Corpus:
    """Merge names across documents and lay the reviews over; problems of reviews are returned in `merged`."""
    together = tuple(pieces)
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    reviews: Sequence[tuple[Document, Sidecar]] = [(piece.document, piece.sidecar) for piece in together]
    merged = merge_reviews(entities, facts, reviews, tools.lexicon, partial(_parse, tools.glossaries))
    return Corpus(tools, together, merged)


def _parse(glossaries: Glossaries, document: Document, words: str, kind: ValueKind) -> Value | None:
    return glossaries.reader(document).parse(words, kind)
