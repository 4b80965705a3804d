"""Every problem of documents, reviews and vocabulary at once: what a build stops at, and what it reads a part of.

Notes are what a build would take as it is, though a person may well not have meant it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from facts.corpus import Corpus, Piece, Tools, merge_pieces, read_piece
from facts.errors import DocumentError, LocatedError, ReviewError, VocabularyError
from facts.lexicon.checking import indistinct_cues, vocabulary_problems
from facts.lexicon.loader import load_lexicon
from facts.lexicon.sources import Folder
from facts.models import Document
from facts.reading.alphabets import mixed_words
from facts.reading.files import META, REVIEW
from facts.reading.omissions import line_of, omissions
from facts.review import read_sidecar
from facts.sources import Source, find_sources, strays_in

SIDECARS = {META: "metadata", REVIEW: "a review"}


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found, in the order of the files."""

    documents: int
    problems: tuple[LocatedError, ...]
    strays: tuple[Path, ...]
    notes: tuple[LocatedError, ...] = ()


def check(folders: Sequence[Path], tools: Tools | None = None, vocabulary: Folder | None = None) -> CheckReport:
    """Read everything as a build would, and collect what would stop it, or what is lost on it."""
    problems: list[LocatedError] = [*vocabulary_problems(vocabulary)] if tools is None else []
    sources, doubtful = find_sources(folders)
    strays = tuple(strays_in(folders)) if sources else ()
    found = [*problems, *doubtful, *_orphans(strays)]
    if problems:  # without a vocabulary no document can be read, but its review can
        found += [problem for source in sources for problem in _of_review(source)]
        return CheckReport(0, tuple(found), _unread(strays))
    made = tools or Tools.of(load_lexicon(vocabulary))
    pieces: list[Piece] = []
    for source in sources:
        try:
            pieces.append(piece := read_piece(source, made))
            found += omissions(piece.document, piece.passages)
        except LocatedError as problem:
            found += [_placed(one, source) for one in _flat(problem)]
            found += _of_review(source) if isinstance(problem, DocumentError) else ()
    corpus = merge_pieces(pieces, made)
    found += [*corpus.merged.problems, *_copies(pieces)]
    notes = _notes(corpus, vocabulary)
    by_name = {source.name: source for source in sources}
    placed = [[_placed(one, by_name.get(str(one.file))) for one in several] for several in (found, notes)]
    return CheckReport(len(sources), tuple(placed[0]), _unread(strays), tuple(placed[1]))


def _of_review(source: Source) -> list[LocatedError]:
    try:
        read_sidecar(source.path)
    except ReviewError as problem:
        return _flat(problem)
    return []


def _flat(problem: LocatedError) -> list[LocatedError]:
    return [problem, *problem.others]


def _placed(problem: LocatedError, source: Source | None) -> LocatedError:
    """Name a file by where it is, not by what its document is called in answers."""
    if source is None or problem.file.is_absolute() or not (source.root / problem.file).is_file():
        return problem
    return type(problem)(source.root / problem.file, problem.line, problem.message, problem.remedy)


def _orphans(strays: Sequence[Path]) -> Iterator[LocatedError]:
    """Yield sidecars that stand beside no document: what they say is lost."""
    for path in strays:
        for ending, what in SIDECARS.items():
            if path.name.endswith(ending):
                stem = path.name.removesuffix(ending)
                message = f"{what} of no document: there is no {stem}.txt, {stem}.md, {stem}.html or the like beside it"
                yield DocumentError(path, None, message, "rename it after its document, or remove it")


def _unread(strays: Sequence[Path]) -> tuple[Path, ...]:
    return tuple(path for path in strays if not path.name.endswith(tuple(SIDECARS)))


def _copies(pieces: Sequence[Piece]) -> Iterator[LocatedError]:
    """Yield documents whose text is that of another: each would say everything twice."""
    by_text: dict[str, list[str]] = defaultdict(list)
    for piece in pieces:
        by_text[" ".join(piece.document.text[piece.document.body :].split())].append(piece.document.name)
    for first, *others in by_text.values():
        for name in others:
            yield DocumentError(name, 1, f"says word for word what {first} says", "remove one of the two")


def _notes(corpus: Corpus, vocabulary: Folder | None) -> Iterator[LocatedError]:
    for piece in corpus.pieces:
        document = piece.document
        if document.published is None:
            remedy = "add published: to its front matter" if document.name.endswith((".txt", ".md")) else "give it one"
            yield DocumentError(
                document.name, 1, "has no date, so nobody can tell whether it is newer than another", remedy
            )
        if not piece.reading.facts and not any(one.predicate for one in piece.reading.statements):
            message = "nothing in it was understood, so it serves as passages only"
            yield DocumentError(document.name, 1, message, "look at it with `lineup text`, or review it")
        yield from _forged(document)
    for message in indistinct_cues(corpus.tools.lexicon) if vocabulary is not None else ():
        where = Path(str(vocabulary)) / "attributes"
        yield VocabularyError(where, None, message, "take it from one of them, or add what vetoes it there")


def _forged(document: Document) -> Iterator[LocatedError]:
    """Yield words that look like a name and are another one."""
    for word in mixed_words(document.text):
        message = f"{word.text!r} has {word.other} letters ({word.strangers}) among {word.alphabet} ones, "
        message += "so it is no longer the name that it looks like"
        remedy = f"write it with {word.alphabet} letters only"
        yield DocumentError(document.name, line_of(document, word.start), message, remedy)
