"""From folders of documents to a checked store: read, extract, lay the reviews over, write, swap in.

Whatever is wrong with a document, a review or the vocabulary stops the build with its file and line, and the store
that was there stays as it is.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import tee
from pathlib import Path

from facts.compiled import compiled_vocabulary
from facts.corpus import Corpus, Gathering, Piece, Tools, read_source
from facts.errors import ReviewError, StoreError
from facts.executing import Executor, executor_for, settled
from facts.extracting import Reading
from facts.fingerprint import fingerprint
from facts.lexicon.codec import dump_lexicon
from facts.models import Fact, Statement
from facts.packing import Packed, pack, unpack, unpack_statements
from facts.reporting import Before, BuildReport, Changes
from facts.reusing import Keys, found
from facts.review import read_sidecar
from facts.sources import Source, documents_in, strays_in
from facts.store.readings import KeptReadings, NewReadings
from facts.store.writer import Contents, write_store

Progress = Callable[[str, int, int], None]  # (what is being done, how many are done, of how many)

__all__ = ["BuildReport", "Changes", "build", "fingerprint"]


def build(
    folders: Sequence[Path],
    target: Path,
    progress: Progress | None = None,
    *,
    tools: Tools | None = None,
    earlier: Path | None = None,
    executor: Executor | None = None,
    vocabulary: Path | None = None,
    since: Path | None = None,
) -> BuildReport:
    """Build a store from folders of documents and swap it in at `target`; raises FactsError and changes nothing.

    `tools` are those of the vocabulary (default: the one that ships); whoever builds often makes them once. Readings of
    documents that have not changed are taken from the store at `target`, else from the one at `earlier`. What is new is
    told against the store at `since` (default: the one at `target`).
    """
    began = time.perf_counter()
    report = progress or _quietly
    made = tools or Tools.of(*compiled_vocabulary(vocabulary, None))
    sources = documents_in(folders)
    with NewReadings() as readings, settled():
        with KeptReadings.open(target if target.is_file() else earlier) as kept:
            shelf = _read(sources, kept, _Shelf(readings, Gathering.of(made)), report, executor)
        corpus = shelf.gathering.merged()
        for problem in corpus.merged.problems:
            raise _with_count(problem, len(corpus.merged.problems))
        before = Before.of(since or target, shelf.digests)
        report("writing the store", 0, 1)
        counts = write_store(target, _contents(shelf, corpus, fingerprint(folders, vocabulary)))
        report("writing the store", 1, 1)
    strays, documents = tuple(strays_in(folders)), before.compared(target)
    changes = before.changes(shelf.digests, counts["facts"])
    seconds = time.perf_counter() - began
    return BuildReport(target, counts, shelf.silent, changes, strays, seconds, shelf.reused, documents)


@dataclass(slots=True)
class _Shelf:
    """The packed readings of all documents, with what is wanted of them together."""

    packed: NewReadings
    gathering: Gathering
    digests: dict[str, str] = field(default_factory=dict)
    lemmas: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # by language, of all words
    reused: int = 0
    silent: int = 0  # passages that gave no fact, as far as facts were asked for

    def add(self, source: Source, key: str, packed: Packed, reading: Reading) -> None:
        """Put the reading of the next document on the shelf; raises ReviewError where its review cannot be read."""
        self.gathering.add(Piece(reading, read_sidecar(source.path)))
        self.packed.add(source.name, key, (packed.front, packed.back))
        self.digests[source.name] = reading.document.digest
        self.lemmas[reading.document.language].update(reading.lemmas)

    def readings(self) -> Iterator[Reading]:
        """Unpack one reading after another, without their statements."""
        return map(_opened, self.packed.fronts())

    def statements(self) -> Iterator[Sequence[Statement]]:
        """Unpack the statements of one document after another."""
        return (unpack_statements(back) or () for back in self.packed.backs())

    def facts(self, corpus: Corpus) -> Iterator[Fact]:
        """Yield the facts of one document after another, and count the passages that give none."""
        readings, again = tee(self.readings())
        for reading, facts in zip(readings, corpus.facts(reading.facts for reading in again), strict=True):
            told = [(fact.start, fact.end) for fact in facts]
            self.silent += sum(
                not any(start < p.end and p.start < end for start, end in told) for p in reading.passages
            )
            yield from facts


def _read(
    sources: Sequence[Source], kept: KeptReadings, shelf: _Shelf, report: Progress, executor: Executor | None
) -> _Shelf:
    """Read what has changed, and take the rest from an earlier store, in the order of the sources."""
    tools = shelf.gathering.tools
    keys = Keys.of(tools.lexicon)
    known = [keys.key(source) for source in sources]
    new = [source for source, key in zip(sources, known, strict=True) if key not in kept]
    read = (executor or executor_for(len(new), tools)).read(new)
    for done, (source, key) in enumerate(zip(sources, known, strict=True)):
        report("reading documents", done, len(sources))
        if (old := found(kept, key)) is not None:
            shelf.reused += 1
            shelf.add(source, key, *old)
            continue
        packed = pack(read_source(source, tools)) if key in kept else next(read)
        shelf.add(source, key, packed, _opened(packed.front))
    report("reading documents", len(sources), len(sources))
    return shelf


def _opened(front: bytes) -> Reading:
    reading = unpack(front)
    if reading is None:
        raise StoreError("a reading cannot be unpacked; please report this as a bug")
    return reading


def _contents(shelf: _Shelf, corpus: Corpus, made_from: str) -> Contents:
    """Return what goes into the store, most of which is unpacked as it is written."""
    return Contents(
        lexicon=dump_lexicon(corpus.tools.lexicon),
        fingerprint=made_from,
        documents=((one.document, one.passages, one.searchables) for one in shelf.readings()),
        entities=corpus.merged.entities,
        facts=shelf.facts(corpus),
        forms=corpus.tools.lemmas.forms(shelf.lemmas),
        ordinary=corpus.tools.lemmas.ordinary(),
        statements=corpus.statements(shelf.statements()),
        complete=shelf.gathering.complete(),
        readings=shelf.packed.rows(),
    )


def _with_count(problem: ReviewError, count: int) -> ReviewError:
    if count == 1:
        return problem
    remedy = f"{problem.remedy} ({count - 1} more: see `lineup check`)"
    return ReviewError(problem.file, problem.line, problem.message, remedy)


def _quietly(what: str, done: int, total: int) -> None:
    """Say nothing of the progress."""
