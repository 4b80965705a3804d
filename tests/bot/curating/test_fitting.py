"""A review outlives an edit of its document but for what the text does not hold any more."""

from pathlib import Path

from bot.curating.fitting import fit_review
from facts.review import read_sidecar

CLAIM = 'subject = "Renault Twingo", attribute = "price"'
FACTS = [
    f'fact.a = {{ verdict = "confirmed", {CLAIM}, value = "20,000 euros", quote = "It costs 20,000 euros." }}',
    f'fact.b = {{ verdict = "rejected", {CLAIM}, value = "1 euro", quote = "It is not sold for 1 euro." }}',
    'statement.c = { verdict = "confirmed", predicate = "be", quote = "It is red." }',
]


def written(folder: Path, text: str) -> Path:
    (folder / "a.facts.toml").write_text("\n".join(["complete = true", *FACTS, ""]), encoding="utf-8")
    (folder / "a.md").write_text(text, encoding="utf-8")
    return folder / "a.md"


def test_what_the_text_holds_stays(tmp_path: Path) -> None:
    path = written(tmp_path, "It costs 20,000 euros. It is not sold for 1 euro. It is red.\n")
    before = path.with_name("a.facts.toml").read_text()

    assert fit_review(path) == 0
    assert path.with_name("a.facts.toml").read_text() == before


def test_what_the_text_does_not_hold_goes(tmp_path: Path) -> None:
    path = written(tmp_path, "It costs 21,000 euros. It is not sold for 1 euro.\n")

    assert fit_review(path) == 2
    review = read_sidecar(path).review
    assert [row.value for row in review.fact] == ["1 euro"]
    assert (review.statement, review.complete) == ((), False)


def test_what_cannot_be_read_is_left_for_a_build_to_tell(tmp_path: Path) -> None:
    path = written(tmp_path, "---\npublishd: 2026\n---\nIt costs 21,000 euros.\n")

    assert fit_review(path) == 0
    assert len(read_sidecar(path).review.fact) == 2


def test_a_document_without_a_review_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("It costs 21,000 euros.\n")

    assert fit_review(tmp_path / "a.md") == 0
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
