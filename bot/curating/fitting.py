"""A review beside a newer version of its document: what the text does not hold any more goes, the rest stays."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from facts.errors import FactsError
from facts.models import Document
from facts.reading.files import read_document
from facts.review import FactReview, Review, Sidecar, StatementReview, read_sidecar, write_review
from facts.review.sidecar import verify_quotes


def fit_review(path: Path) -> int:
    """Drop from the review beside a document what does not fit its text; return how many decisions that were.

    Whatever cannot be read is left as it is, for a build to say what is wrong with it.
    """
    with suppress(FactsError):
        sidecar, document = read_sidecar(path), read_document(path, path.parent)
        facts = _fitting(sidecar, document, sidecar.review.fact)
        statements = _fitting(sidecar, document, sidecar.review.statement)
        dropped = len(sidecar.review.fact) + len(sidecar.review.statement) - len(facts) - len(statements)
        if dropped:
            kept = {"fact": facts, "statement": statements, "complete": False}
            write_review(sidecar.file, sidecar.review.model_copy(update=kept), document)
        return dropped
    return 0


def _fitting(
    sidecar: Sidecar, document: Document, rows: Sequence[FactReview | StatementReview]
) -> tuple[FactReview | StatementReview, ...]:
    return tuple(row for row in rows if not verify_quotes(replace(sidecar, review=_alone(row), lines={}), document))


def _alone(row: FactReview | StatementReview) -> Review:
    return Review(fact=(row,)) if isinstance(row, FactReview) else Review(statement=(row,))
