"""Verdicts on clauses: confirmed ones are a person's word, rejected ones go, and either survives an edited document."""

from pathlib import Path

import pytest

from facts.corpus import Corpus, Tools, merge_pieces, read_piece
from facts.models import Certainty, Origin, Side, Statement
from facts.review import Review, StatementReview, Verdict, write_review
from facts.sources import Source

ARTICLE = "The prefect praised the mechanics of Flins on Monday. The union thanked Élodie Marchal.\n"
PRAISE = StatementReview(
    verdict=Verdict.CONFIRMED,
    predicate="praise",
    parts={"subject": "The prefect", "object": "the mechanics of Flins", "on": "Monday"},
    quote="The prefect praised the mechanics of Flins on Monday.",
)


def read(tools: Tools, folder: Path, *rows: StatementReview, article: str = ARTICLE) -> Corpus:
    (folder / "a.txt").write_text(article)
    write_review(folder / "a.facts.toml", Review(statement=rows))
    return merge_pieces([read_piece(Source(folder, folder / "a.txt"), tools)], tools)


def with_predicate(corpus: Corpus, predicate: str) -> list[Statement]:
    return [statement for statement in corpus.kept_statements() if statement.predicate == predicate]


def test_a_rejected_clause_is_gone(tools: Tools, tmp_path: Path) -> None:
    (told,) = with_predicate(read(tools, tmp_path), "praise")
    words = {part.side: ARTICLE[part.start : part.full] for part in told.parts}

    row = PRAISE.model_copy(update={"verdict": Verdict.REJECTED, "parts": words})
    corpus = read(tools, tmp_path, row)

    assert with_predicate(corpus, "praise") == []
    assert len(with_predicate(corpus, "thank")) == 1


def test_a_confirmed_clause_stands_without_extraction(tools: Tools, tmp_path: Path) -> None:
    row = PRAISE.model_copy(update={"predicate": "laud", "certainty": Certainty.RUMOURED, "verdict": Verdict.ADDED})

    (made,) = with_predicate(read(tools, tmp_path, row), "laud")

    assert (made.origin, made.certainty) == (Origin.REVIEWED, Certainty.RUMOURED)
    subject = made.on(Side.SUBJECT)
    assert subject is not None
    assert ARTICLE[subject.start : subject.end] == "The prefect"


def test_names_in_it_are_linked(tools: Tools, tmp_path: Path) -> None:
    row = StatementReview(
        verdict=Verdict.ADDED,
        predicate="laud",
        parts={"subject": "The union", "object": "Élodie Marchal"},
        quote="The union thanked Élodie Marchal.",
    )

    (made,) = with_predicate(read(tools, tmp_path, row), "laud")

    told = made.on(Side.OBJECT)
    assert told is not None
    assert told.entities == ("elodie-marchal",)


def test_it_survives_an_edited_document(tools: Tools, tmp_path: Path) -> None:
    moved = (
        "A new opening.\n\nThe union thanked Élodie Marchal. The prefect praised the\nmechanics of Flins on Monday.\n"
    )
    row = PRAISE.model_copy(update={"predicate": "laud"})

    corpus = read(tools, tmp_path, row, article=moved)

    assert corpus.merged.problems == ()
    assert with_predicate(corpus, "laud")[0].origin is Origin.REVIEWED


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"quote": "The prefect praised the mechanics of Douai on Monday."}, "does not hold the quote"),
        ({"predicate": "laud", "parts": {"subject": "The mayor"}}, "does not hold the words 'The mayor'"),
    ],
)
def test_what_does_not_stand_there_is_a_problem(
    tools: Tools, tmp_path: Path, change: dict[str, object], message: str
) -> None:
    (problem,) = read(tools, tmp_path, PRAISE.model_copy(update=change)).merged.problems

    assert message in problem.message
    assert problem.line is not None
