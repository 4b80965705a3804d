"""Hostile documents cost little, are named with file, line and remedy, and take no other document with them."""

import time
import tracemalloc
from pathlib import Path

import pytest

from facts.build import build
from facts.check import check
from facts.corpus import Tools
from facts.models import Document, Passage
from facts.reading.files import read_document
from facts.reading.limits import LONGEST_ROW, MOST_PASSAGES, MOST_READ
from facts.reading.omissions import omissions
from facts.reading.passages import passages_of
from facts.reading.sentences import LONGEST
from facts.store.reader import FactStore
from tests.facts.hostile import DEEP, LONG, SMALL, UNREADABLE, Maker

LARGE, DEEPEST = 1_000_000, 10_000  # characters, and levels, items or columns
SAMPLE, FEW = 3_000, 150  # what the whole pipeline reads in a test
SECONDS = 4  # of processor time; most take a tenth


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def split(path: Path, tools: Tools) -> tuple[Document, list[Passage]]:
    document = read_document(path, path.parent, tools.lexicon)
    return document, passages_of(document, tools.lexicon)


@pytest.mark.parametrize(
    ("name", "maker", "size"),
    [
        *((name, maker, LARGE) for name, maker in LONG.items()),
        *((name, maker, DEEPEST) for name, maker in DEEP.items()),
    ],
)
def test_large_documents_are_read_up_to_a_limit(
    tmp_path: Path, tools: Tools, name: str, maker: Maker, size: int
) -> None:
    path = written(tmp_path, name, maker(size))
    began = time.process_time()
    document, passages = split(path, tools)

    assert time.process_time() - began < SECONDS
    assert len(document.text) <= MOST_READ
    assert 0 < len(passages) <= MOST_PASSAGES
    assert all(passage.end - passage.start <= max(LONGEST, LONGEST_ROW) for passage in passages)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *((name, maker(SAMPLE)) for name, maker in LONG.items()),
        *((name, maker(FEW)) for name, maker in DEEP.items()),
        *SMALL.items(),
    ],
)
def test_the_whole_of_reading_stands_them(tmp_path: Path, tools: Tools, name: str, content: str | bytes) -> None:
    written(tmp_path, name, content)
    began = time.process_time()
    report = check([tmp_path], tools)

    assert time.process_time() - began < SECONDS
    assert [problem.file.name for problem in report.problems] in ([], [name])
    assert all(problem.line and problem.remedy for problem in report.problems)


def test_ten_megabytes_on_one_line_need_little_memory(tmp_path: Path, tools: Tools) -> None:
    path = written(tmp_path, "line.txt", LONG["line.txt"](10_000_000))
    tracemalloc.start()
    split(path, tools)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 50_000_000


CUT = [
    ("line.txt", LONG["line.txt"](300_000), 1, "too long"),
    ("items.md", DEEP["items.md"](12_000), 9_630, "too long"),
    ("short.md", "- x\n" * 20_000, 10_000, "too many passages"),
    ("wide.csv", DEEP["wide.csv"](1_000), 1, "a row of more than 4,000 characters"),
    ("wide.html", DEEP["wide.html"](1_000), 1, "a row of more than 4,000 characters"),
    ("unclosed.csv", LONG["unclosed.csv"](100), 2, "a quotation mark is not closed"),
]


@pytest.mark.parametrize(("name", "content", "line", "message"), CUT)
def test_what_is_left_out_is_named_and_the_rest_is_read(
    tmp_path: Path, tools: Tools, name: str, content: str, line: int, message: str
) -> None:
    path = written(tmp_path, name, content)
    document, passages = split(path, tools)
    reports = omissions(document, passages)

    assert [(str(one.file), one.line) for one in reports] == [(name, line)]
    assert message in reports[0].message
    assert reports[0].remedy


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_named(tmp_path: Path, tools: Tools, name: str) -> None:
    content, line, message = UNREADABLE[name]
    written(tmp_path, name, content)
    (problem,) = check([tmp_path], tools).problems

    assert (problem.file.name, problem.line) == (name, line)
    assert message in problem.message
    assert problem.remedy


def test_a_cut_document_takes_no_other_with_it(tmp_path: Path, tools: Tools) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    written(folder, "good.txt", "The Renault Twingo costs 20,000 euros.")
    for name in ("wide.csv", "nested-lists.html", "wide.md"):
        written(folder, name, DEEP[name](600))

    report = build([folder], tmp_path / "facts.db", tools=tools)

    assert report.counts["documents"] == 4
    with FactStore.open(report.target) as store:
        assert [fact.attribute for fact in store.facts("good.txt")] == ["price"]
