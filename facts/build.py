"""From folders of documents to a checked store: read, extract, lay the reviews over, write, swap in.

Whatever is wrong with a document, a review or the vocabulary stops the build with its file and line, and the store
that was there stays as it is.
"""

import gc
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from facts.corpus import Corpus, Gathering, Piece, Tools
from facts.errors import ReviewError, StoreError
from facts.executing import Executor, executor_for
from facts.extracting import Reading
from facts.fingerprint import fingerprint
from facts.lemmas import BuildLemmas
from facts.lexicon.codec import dump_lexicon
from facts.lexicon.loader import load_lexicon
from facts.models import Document, Fact, Passage, Statement
from facts.packing import Packed, unpack, unpack_statements
from facts.reporting import Before, DocumentReport
from facts.reusing import Keys, found
from facts.review import read_sidecar
from facts.sources import Source, documents_in, strays_in
from facts.store.readings import KeptReadings
from facts.store.writer import Contents, write_store
from facts.terms import tokenize

Progress = Callable[[str, int, int], None]  # (what is being done, how many are done, of how many)

__all__ = ["BuildReport", "Changes", "build", "fingerprint"]


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
    reused: int = 0  # documents whose reading an earlier store had
    documents: tuple[DocumentReport, ...] = ()  # the new and edited ones, and others up to a number


def build(
    folders: Sequence[Path],
    target: Path,
    progress: Progress | None = None,
    *,
    tools: Tools | None = None,
    earlier: Path | None = None,
    executor: Executor | None = None,
    vocabulary: Path | None = None,
) -> BuildReport:
    """Build a store from folders of documents and swap it in at `target`; raises FactsError and changes nothing.

    `tools` are those of the vocabulary (default: the one that ships); whoever builds often makes them once. Readings of
    documents that have not changed are taken from the store at `target`, else from the one at `earlier`.
    """
    began = time.perf_counter()
    report = progress or _quietly
    made = tools or Tools.of(load_lexicon(vocabulary))
    sources = documents_in(folders)
    with KeptReadings.open(target if target.is_file() else earlier) as kept, _settled():
        shelf = _read(sources, made, kept, report, executor)
        corpus = shelf.gathering.merged()
    for problem in corpus.merged.problems:
        raise _with_count(problem, len(corpus.merged.problems))
    before = Before.of(target, shelf.digests)
    report("writing the store", 0, 1)
    silent: list[Passage] = []
    counts = write_store(target, _contents(shelf, corpus, fingerprint(folders, vocabulary), silent))
    report("writing the store", 1, 1)
    changes = _changes(before.digests, before.total, shelf.digests, counts) if before.digests is not None else None
    strays, documents = tuple(strays_in(folders)), before.compared(target)
    seconds = time.perf_counter() - began
    return BuildReport(target, counts, tuple(silent), changes, strays, seconds, shelf.reused, documents)


@dataclass(slots=True)
class _Shelf:
    """The packed readings of all documents, with what is wanted of them together."""

    gathering: Gathering
    names: list[str] = field(default_factory=list)
    packed: list[Packed] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # by language, folded
    reused: int = 0

    def add(self, source: Source, key: str, packed: Packed) -> None:
        """Put the reading of the next document on the shelf; raises ReviewError where its review cannot be read."""
        reading = _opened(packed)
        self.gathering.add(Piece(reading, read_sidecar(source.path)))
        self.names.append(source.name)
        self.packed.append(packed)
        self.keys.append(key)
        self.digests[source.name] = reading.document.digest
        folded = (token.folded for token in tokenize(reading.document.text) if token.kind == "word")
        self.words[reading.document.language].update(folded)

    def readings(self) -> Iterator[Reading]:
        """Unpack one reading after another, without their statements."""
        return map(_opened, self.packed)

    def statements(self) -> Iterator[Sequence[Statement]]:
        """Unpack the statements of one document after another."""
        return (unpack_statements(packed) or () for packed in self.packed)


def _read(
    sources: Sequence[Source], tools: Tools, kept: KeptReadings, report: Progress, executor: Executor | None
) -> _Shelf:
    """Read what has changed, and take the rest from an earlier store, in the order of the sources."""
    keys = Keys.of(tools.lexicon)
    shelf = _Shelf(Gathering(tools))
    known = [keys.key(source) for source in sources]
    old = {key: packed for key in known if (packed := found(kept, key)) is not None}
    new = [source for source, key in zip(sources, known, strict=True) if key not in old]
    read = (executor or executor_for(len(new), tools)).read(new)
    shelf.reused = len(sources) - len(new)
    for done, (source, key) in enumerate(zip(sources, known, strict=True)):
        report("reading documents", done, len(sources))
        shelf.add(source, key, old.pop(key) if key in old else next(read))
    report("reading documents", len(sources), len(sources))
    return shelf


def _opened(packed: Packed) -> Reading:
    reading = unpack(packed)
    if reading is None:
        raise StoreError("a reading cannot be unpacked; please report this as a bug")
    return reading


@contextmanager
def _settled() -> Iterator[None]:
    """Let no collection of garbage walk what stays anyhow: vocabulary and dictionaries, a fifth of the time."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _contents(shelf: _Shelf, corpus: Corpus, made_from: str, silent: list[Passage]) -> Contents:
    """Return what goes into the store; `silent` is filled with the passages that give no fact as they are written."""
    parts = ((packed.front, packed.back) for packed in shelf.packed)
    return Contents(
        lexicon=dump_lexicon(corpus.tools.lexicon),
        fingerprint=made_from,
        lemma=corpus.tools.lemmas.lemma,
        documents=_documents(shelf, corpus.merged.facts, silent),
        entities=corpus.merged.entities,
        facts=corpus.merged.facts,
        forms=_forms(shelf, corpus.tools.lemmas),
        ordinary=corpus.tools.lemmas.ordinary(),
        statements=corpus.statements(shelf.statements()),
        complete=shelf.gathering.complete(),
        readings=((name, key, *part) for name, key, part in zip(shelf.names, shelf.keys, parts, strict=True)),
    )


def _documents(
    shelf: _Shelf, facts: Iterable[Fact], silent: list[Passage]
) -> Iterator[tuple[Document, Sequence[Passage]]]:
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for fact in facts:
        spans[fact.document].append((fact.start, fact.end))
    for reading in shelf.readings():
        yield reading.document, reading.passages
        told = spans[reading.document.name]
        silent += [p for p in reading.passages if not any(start < p.end and p.start < end for start, end in told)]


def _forms(shelf: _Shelf, lemmas: BuildLemmas) -> Mapping[str, Mapping[str, str]]:
    """Collect the word forms that questions on these documents need."""
    return lemmas.forms(
        {language: {lemmas.lemma(word, language) for word in words} for language, words in shelf.words.items()}
    )


def _changes(old: Mapping[str, str], facts: int, new: Mapping[str, str], counts: Mapping[str, int]) -> Changes:
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
