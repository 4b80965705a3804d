"""Review files: what is wrong has a line, what is written reads back the same."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.errors import ReviewError
from facts.fingerprint import shipped_documents
from facts.models import Document
from facts.reading.files import read_document
from facts.review import EntityReview, FactReview, Review, Verdict, Was, read_sidecar, sidecar_path, write_review

FACT = (
    '[[fact]]\nverdict = "added"\nsubject = "Élan"\nattribute = "price"\nvalue = "1 euro"\nquote = "It costs 1 euro."\n'
)
ROW = {"verdict": "added", "subject": "É", "attribute": "a", "value": "v", "quote": "q"}


def test_a_document_without_review_has_an_empty_one(folder: Path) -> None:
    assert read_sidecar(folder / "a.txt").review == Review()


@pytest.mark.parametrize("name", ["a.facts.toml", "a.txt.facts.toml"])
def test_review_stands_beside_its_document(folder: Path, name: str) -> None:
    (folder / name).write_text(FACT)

    sidecar = read_sidecar(folder / "a.txt")

    assert (sidecar.file.name, len(sidecar.review.fact)) == (name, 1)
    assert sidecar_path(folder / "a.txt") == folder / name


def test_tables_know_their_lines(folder: Path) -> None:
    (folder / "a.facts.toml").write_text(f'# head\n[[entity]]\nname = "Élan"\nkind = "model"\n\n{FACT}\n{FACT}')

    sidecar = read_sidecar(folder / "a.txt")

    assert [line for line, _ in sidecar.facts()] == [6, 13]
    assert [line for line, _ in sidecar.entities()] == [2]


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (FACT + FACT.replace("added", "perhaps"), 8, "verdict"),
        (FACT + 'colour = "red"\n', 7, "colour"),
        (FACT.replace('subject = "Élan"\n', ""), 1, "subject"),
        (FACT.replace('"Élan"', '""'), 3, "subject"),
        ('[[facts]]\nverdict = "added"\n', 1, "facts"),
        (FACT + "value = \n", 7, "not TOML"),
        ("fact = 3\n", 1, "fact"),
    ],
)
def test_what_is_wrong_has_its_line(folder: Path, content: str, line: int, message: str) -> None:
    (folder / "a.facts.toml").write_text(content)

    with pytest.raises(ReviewError) as caught:
        read_sidecar(folder / "a.txt")

    assert (caught.value.file, caught.value.line) == (folder / "a.facts.toml", line)
    assert message in caught.value.message


def test_bytes_that_are_not_utf8_are_refused(folder: Path) -> None:
    (folder / "a.facts.toml").write_bytes(b'[[fact]]\nsubject = "\xff"\n')

    with pytest.raises(ReviewError, match="UTF-8"):
        read_sidecar(folder / "a.txt")


def test_what_was_written_reads_back(folder: Path, document: Document) -> None:
    built = FactReview(
        verdict=Verdict.CORRECTED,
        subject="Élan",
        attribute="factory",
        value="Bree",
        qualifiers={"market": "France", "a b": "c"},
        was=Was(subject="Miro", attribute="factory", value="Bree"),
        quote="It is built in Bree.",
    )
    price = built.model_copy(update={"was": None, "attribute": "price", "quote": "The Élan costs about 20,000 euros."})
    review = Review(entity=(EntityReview(name="Élan", kind="model", traits=("small",)),), fact=(built, price))

    write_review(folder / "a.facts.toml", review, document)

    again = read_sidecar(folder / "a.txt").review
    assert again.entity == review.entity
    assert again.fact == (price, built)  # by where the quotes stand


def test_writing_what_was_read_changes_nothing(folder: Path, document: Document) -> None:
    path = folder / "a.facts.toml"
    write_review(path, Review.model_validate({"fact": [ROW]}))
    before = path.read_bytes()

    write_review(path, read_sidecar(folder / "a.txt").review, document)

    assert path.read_bytes() == before


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_survives_the_round_trip(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    row = FactReview(
        verdict=Verdict.ADDED, subject=text, attribute="a", value=text, qualifiers={text: text}, quote=text
    )

    write_review(folder / "a.facts.toml", Review(fact=(row,)))

    assert read_sidecar(folder / "a.txt").review.fact == (row,)


def test_the_shipped_reviews_are_written_as_the_command_writes_them(tmp_path: Path) -> None:
    for path in shipped_documents().glob("*.facts.toml"):
        article = path.with_name(path.name.replace(".facts.toml", ".txt"))
        document = read_document(article, article.parent)

        write_review(tmp_path / path.name, read_sidecar(article).review, document)

        assert (tmp_path / path.name).read_text() == path.read_text()
