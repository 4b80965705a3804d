"""What a new operator does wrong, each with the line and the way out that a check names; and all of it in one run."""

import re
import shutil
from pathlib import Path

import pytest

from facts.check import check
from facts.corpus import Tools
from facts.fingerprint import shipped_documents
from facts.lexicon.checking import vocabulary_problems

HEAD = "---\ntitle: Twingo\npublished: 2025-01-01\n---\n"
ARTICLE = f"{HEAD}The Renault Twingo costs 20,000 euros. It is built in Novo Mesto.\n"
FACT = (
    '[[fact]]\nverdict = "added"\nsubject = "Renault Twingo"\nattribute = "price"\nvalue = "20,000 euros"\n'
    'quote = "The Renault Twingo costs 20,000 euros."\n'
)
NEW = '[[entity]]\nname = "Zonda"\nkind = "model"\n'
CLAUSE = (
    '[[statement]]\nverdict = "added"\npredicate = "build"\nparts = { object = "It" }\n'
    'quote = "It is built in Novo Mesto."\n'
)
FRONT = "---\ntitle: X\npublished: 2025-01-02\n---\nThe Dacia Spring is built in China.\n"
VOCABULARY = shipped_documents().parent / "vocabulary"

REVIEWS = [
    (FACT + "value = \n", 7, "not TOML", "mend"),
    (FACT.replace('"price"', '"prise"'), 1, "unknown attribute 'prise'", "use price"),
    (FACT.replace("added", "ok"), 2, "verdict", "correct"),
    (FACT.replace('"Renault Twingo"', '"Zonda"'), 1, "no entity is called 'Zonda'", "add an"),
    (NEW.replace("model", "motorcar"), 1, "unknown kind 'motorcar'", "use one of"),
    (NEW + 'brand = "Pagani"\n', 1, "no brand is called 'Pagani'", "add an"),
    (FACT.replace('"20,000 euros"', '"20 apples"'), 1, "is not a money", "write number and unit"),
    (FACT.replace("costs 20,000", "costs 21,000"), 1, "does not hold the quote", "line 5 now says"),
    (FACT.replace("quote =", 'words = "30"\nquote ='), 1, "does not hold the words '30'", "copy them"),
    (FACT.replace("quote", "qoute"), 6, "fact.qoute: there is no such key", "spelling"),
    (FACT.replace("quote", "qoute"), 1, "fact.quote: is missing", "add it"),
    (FACT + 'certainty = "sure"\n', 7, "certainty", "correct"),
    (FACT.replace("[[fact]]", "[[facts]]"), 1, "facts: there is no such key", "spelling"),
    (FACT + FACT.replace("added", "rejected"), 7, "is rejected here and added in line 1", "keep one"),
    (CLAUSE.replace('"It" }', '"the Clio" }'), 1, "does not hold the words 'the Clio'", "copy them"),
    ("<<<<<<< HEAD\n" + FACT, 1, "not TOML", "mend"),
]
FILES = [
    ("b.facts.toml", FACT, None, "a review of no document", "rename"),
    ("b.meta.toml", 'title = "x"\n', None, "metadata of no document", "rename"),
    ("b.txt", ARTICLE, 1, "word for word what a.txt says", "remove one"),
    ("b.txt", FRONT.replace("2025-01-02", "3rd of May"), 3, "is not a date", "write it as"),
    ("b.txt", FRONT.replace("title", "titel"), 2, "unknown key 'titel'", "use title"),
    ("b.txt", FRONT.replace("---\nThe", "\nThe"), 5, "is not `key: value`", "close the front matter"),
    ("b.txt", FRONT.replace("title: X", "language: de"), 2, "'de' is not read", "use en or fr"),
    ("b.txt", "", 1, "holds no text", "add its text"),
    ("b.html", "<html><body><nav>Home</nav><script>1</script></body></html>", 1, "holds no text", "add its text"),
    ("b.csv", "\n", 1, "holds no text", "add its text"),
]
BYTES = [("b.txt", "Citroën\n".encode("latin-1"), "not UTF-8"), ("b.txt", b"PK\x03\0\0", "binary")]
WORDS = [
    ("attributes/money.toml", "[price]", "[price", 3, "no TOML"),
    ("attributes/money.toml", 'of = ["model", "option"]', 'of = ["modle"]', 5, "there is no kind 'modle'"),
    ("attributes/money.toml", 'value = "money"', 'value = "cash"', 4, "price.value"),
    ("attributes/money.toml", "nouns =", "nuons =", 11, "price.en.nuons: there is no such key"),
    ("attributes/money.toml", '"S cost V"', '"S cost X"', 21, "there is no slot 'X'"),
    ("attributes/money.toml", '"S cost V"', '"S cost"', 21, "needs a verb"),
    ("attributes/money.toml", "[price.fr]", "[price.de]", 40, "there is no language or key 'de'"),
    ("attributes/energy.toml", 'dimension = "energy"', 'dimension = "enregy"', 8, "no dimension 'enregy'"),
    ("kinds.toml", 'label = ["car", "cars"]', 'label = "car"', 6, "is no list"),
    ("kinds.toml", 'parent = "place"', 'parent = "plaice"', 99, "there is no kind 'plaice'"),
    ("units.toml", "factor = ", "factor = -", 6, "greater than 0"),
    ("names/brands.toml", "[brand]", "[brnad]", 3, "there is no kind 'brnad'"),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE)
    return tmp_path


@pytest.mark.parametrize(("review", "line", "message", "remedy"), REVIEWS)
def test_mistakes_in_reviews(folder: Path, tools: Tools, review: str, line: int, message: str, remedy: str) -> None:
    (folder / "a.facts.toml").write_text(review)

    found = [one for one in check([folder], tools).problems if message in one.message]

    assert [(one.file, one.line) for one in found] == [(folder / "a.facts.toml", line)]
    assert remedy in found[0].remedy


@pytest.mark.parametrize(("name", "content", "line", "message", "remedy"), FILES)
def test_mistakes_in_documents(
    folder: Path, tools: Tools, name: str, content: str, line: int | None, message: str, remedy: str
) -> None:
    (folder / name).write_text(content)

    (problem,) = check([folder], tools).problems

    assert (problem.file, problem.line) == (folder / name, line)
    assert message in problem.message
    assert remedy in problem.remedy


@pytest.mark.parametrize(("name", "content", "message"), BYTES)
def test_bytes_that_are_no_text(folder: Path, tools: Tools, name: str, content: bytes, message: str) -> None:
    (folder / name).write_bytes(content)

    (problem,) = check([folder], tools).problems

    assert message in problem.message


@pytest.mark.parametrize(("name", "right", "wrong", "line", "message"), WORDS)
def test_mistakes_in_the_vocabulary(tmp_path: Path, name: str, right: str, wrong: str, line: int, message: str) -> None:
    shutil.copytree(VOCABULARY, tmp_path / "vocabulary")
    path = tmp_path / "vocabulary" / name
    text = path.read_text()
    assert right in text
    path.write_text(text.replace(right, wrong, 1))

    (problem,) = vocabulary_problems(tmp_path / "vocabulary")

    assert problem.file == path
    assert problem.line is not None
    assert abs(problem.line - line) <= 30  # the vocabulary grows above it
    assert re.search(re.escape(message), problem.message)
    assert problem.remedy


def test_all_of_it_comes_in_one_run(folder: Path, tools: Tools) -> None:
    (folder / "a.facts.toml").write_text(FACT.replace('"price"', '"prise"') + FACT.replace("verdict", "verdikt"))
    (folder / "b.txt").write_text("")
    (folder / "c.facts.toml").write_text("fact = 1\n")
    (folder / "d.txt").write_text(FRONT.replace("title", "titel"))

    problems = check([folder], tools).problems

    assert sorted({one.file.name for one in problems}) == ["a.facts.toml", "b.txt", "c.facts.toml", "d.txt"]


def test_a_broken_vocabulary_is_told_with_the_reviews(folder: Path) -> None:
    shutil.copytree(VOCABULARY, folder.parent / "words")
    for name in ("kinds.toml", "units.toml"):
        path = folder.parent / "words" / name
        path.write_text(path.read_text() + "\n[oops\n")
    (folder / "a.facts.toml").write_text("fact = [\n")

    problems = check([folder], vocabulary=folder.parent / "words").problems

    assert [one.file.name for one in problems] == ["kinds.toml", "units.toml", "a.facts.toml"]


def test_what_was_hardly_meant_is_a_note(folder: Path, tools: Tools) -> None:
    (folder / "b.txt").write_text("Hello there.\n")

    report = check([folder], tools)

    assert report.problems == ()
    assert {one.file.name for one in report.notes} == {"b.txt"}
    assert any("no date" in one.message for one in report.notes)
