"""Every problem of documents, reviews and vocabulary at once: what a build stops at, and what it reads a part of."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from facts.corpus import Piece, Tools, merge_pieces, read_piece
from facts.errors import LocatedError
from facts.lexicon.loader import load_lexicon
from facts.reading.omissions import omissions
from facts.sources import documents_in, strays_in


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found, in the order of the files."""

    documents: int
    problems: tuple[LocatedError, ...]
    strays: tuple[Path, ...]


def check(folders: Sequence[Path], tools: Tools | None = None) -> CheckReport:
    """Read everything as a build would, and collect what would stop it."""
    try:
        made = tools or Tools.of(load_lexicon())
        sources = documents_in(folders)
    except LocatedError as problem:
        return CheckReport(0, (problem,), ())
    problems: list[LocatedError] = []
    pieces: list[Piece] = []
    for source in sources:
        try:
            pieces.append(piece := read_piece(source, made))
            problems += omissions(piece.document, piece.passages)
        except LocatedError as problem:
            problems.append(problem)
    problems += merge_pieces(pieces, made).merged.problems
    return CheckReport(len(sources), tuple(problems), tuple(strays_in(folders)))
