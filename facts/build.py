"""From folders of documents to a checked store: read, extract, lay the reviews over, write, swap in.

Whatever is wrong with a document, a review or the vocabulary stops the build with its file and line, and the store
that was there stays as it is.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from facts.corpus import Corpus, Piece, Tools, merge_pieces, read_piece
from facts.errors import ReviewError, StoreError
from facts.fingerprint import fingerprint
from facts.lexicon.codec import dump_lexicon
from facts.lexicon.loader import load_lexicon
from facts.models import Fact, Passage
from facts.reporting import DocumentReport, report_documents
from facts.sources import Source, documents_in, strays_in
from facts.store.reader import FactStore
from facts.store.writer import Contents, write_store
from facts.terms import tokenize

Progress = Callable[[str, int, int], None]  # (what is being done, how many are done, of how many)

__all__ = ["BuildReport", "Changes", "build", "fingerprint", "read_corpus"]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a new store holds that the old one did not, and the other way round. Documents by name."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    facts: int = 0  # more facts than before


@dataclass(frozen=True, slots=True)
class BuildReport:
    """How a build went."""

    target: Path
    counts: Mapping[str, int]
    silent: tuple[Passage, ...]  # passages that gave no fact
    changes: Changes | None  # None where there was no store to compare with
    strays: tuple[Path, ...]  # files that nobody reads
    seconds: float
    documents: tuple[DocumentReport, ...] = ()


def build(
    folders: Sequence[Path],
    target: Path,
    progress: Progress | None = None,
    *,
    tools: Tools | None = None,
    vocabulary: Path | None = None,
) -> BuildReport:
    """Build a store from folders of documents and swap it in at `target`; raises FactsError and changes nothing.

    `tools` are those of the vocabulary (default: the one that ships); whoever builds often makes them once.
    """
    began = time.perf_counter()
    report = progress or _quietly
    corpus = read_corpus(documents_in(folders), report, tools or Tools.of(load_lexicon(vocabulary)))
    for problem in corpus.merged.problems:
        raise _with_count(problem, len(corpus.merged.problems))
    before, documents = _digests(target), report_documents(corpus, target)
    report("writing the store", 0, 1)
    counts = write_store(target, _contents(corpus, fingerprint(folders, vocabulary)))
    report("writing the store", 1, 1)
    changes = _changes(before, corpus, counts) if before else None
    silent = _silent(corpus.pieces, corpus.merged.facts)
    seconds = time.perf_counter() - began
    return BuildReport(target, counts, silent, changes, tuple(strays_in(folders)), seconds, documents)


def read_corpus(sources: Sequence[Source], progress: Progress | None = None, tools: Tools | None = None) -> Corpus:
    """Read, extract and merge; raises FactsError for documents and vocabulary, and returns the problems of reviews."""
    report = progress or _quietly
    made = tools or Tools.of(load_lexicon())
    pieces = []
    for done, source in enumerate(sources):
        report("reading documents", done, len(sources))
        pieces.append(read_piece(source, made))
    report("reading documents", len(sources), len(sources))
    return merge_pieces(pieces, made)


def _contents(corpus: Corpus, made_from: str) -> Contents:
    return Contents(
        lexicon=dump_lexicon(corpus.tools.lexicon),
        fingerprint=made_from,
        lemma=corpus.tools.lemmas.lemma,
        documents=((piece.document, piece.passages) for piece in corpus.pieces),
        entities=corpus.merged.entities,
        facts=corpus.merged.facts,
        forms=_forms(corpus),
        ordinary=corpus.tools.lemmas.ordinary(),
        statements=corpus.statements,
        complete=[piece.document.name for piece in corpus.pieces if piece.sidecar.review.complete],
    )


def _forms(corpus: Corpus) -> Mapping[str, Mapping[str, str]]:
    """Collect the word forms that questions on these documents need."""
    lemmas = corpus.tools.lemmas
    words: dict[str, set[str]] = defaultdict(set)
    for piece in corpus.pieces:
        language = piece.document.language
        folded = {token.folded for token in tokenize(piece.document.text) if token.kind == "word"}
        words[language].update(lemmas.lemma(word, language) for word in folded)
    return lemmas.forms(words)


def _silent(pieces: Iterable[Piece], facts: Iterable[Fact]) -> tuple[Passage, ...]:
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for fact in facts:
        spans[fact.document].append((fact.start, fact.end))
    return tuple(
        passage
        for piece in pieces
        for passage in piece.passages
        if not any(start < passage.end and passage.start < end for start, end in spans[piece.document.name])
    )


def _digests(target: Path) -> tuple[dict[str, str], int] | None:
    """Return the documents and the number of facts of the store that is there; None where none can be read."""
    try:
        with FactStore.open(target) as store:
            return {document.name: document.digest for document in store.documents()}, store.counts()["facts"]
    except StoreError:
        return None


def _changes(before: tuple[dict[str, str], int], corpus: Corpus, counts: Mapping[str, int]) -> Changes:
    old, facts = before
    new = {piece.document.name: piece.document.digest for piece in corpus.pieces}
    return Changes(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(name for name in new.keys() & old.keys() if new[name] != old[name])),
        removed=tuple(sorted(old.keys() - new.keys())),
        facts=counts["facts"] - facts,
    )


def _with_count(problem: ReviewError, count: int) -> ReviewError:
    if count == 1:
        return problem
    remedy = f"{problem.remedy} ({count - 1} more: see `lineup check`)"
    return ReviewError(problem.file, problem.line, problem.message, remedy)


def _quietly(what: str, done: int, total: int) -> None:
    """Say nothing of the progress."""
