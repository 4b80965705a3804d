"""How many articles are read in a second on one core, beside the least that reading them could take.

Nothing here can fail for being slow: the figures are for people, and the floor of the same run says how busy the
machine was. Plain text and web pages apart; a build over an earlier store apart from one from nothing.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from pathlib import Path
from time import perf_counter, process_time

import pytest

from facts.build import build
from facts.corpus import Tools, read_source
from facts.executing import Alone, Executor, Helped, settled, usable_cores
from facts.fingerprint import shipped_documents
from facts.lexicon.loader import load_lexicon
from facts.packing import pack
from facts.sources import Source, documents_in
from tests.benchmarks.conftest import Report

pytestmark = pytest.mark.benchmark

AIM = "aim: 80 a second and core"
WORDS = 500  # of the article that is counted in
COPIES = 12  # of the shipped article; readers keep nothing of a text, so that each is as new
ROUNDS = 5  # each copy counts with its quickest one
MANY = 150  # documents of a build
FLOOR = re.compile(r"\w+|[^\w\s]")


@pytest.fixture(scope="module")
def tools() -> Iterator[Tools]:
    made = Tools.of(load_lexicon())
    made.lemmas.is_ordinary("")  # loads the dictionaries
    with settled():  # as a build does
        yield made


def article() -> str:
    (source,) = documents_in([shipped_documents()])
    return source.path.read_text(encoding="utf-8")


def page(text: str) -> str:
    """Return the article as a web page among navigation, banners and scripts."""
    paragraphs = "\n".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    links = "".join(f'<li><a href="/{number}">Section {number}</a></li>' for number in range(40))
    head = "<head><title>On small cars</title><script>track()</script><style>p { margin: 0 }</style></head>"
    return f"<html>{head}<body><nav><ul>{links}</ul></nav><article>{paragraphs}</article></body></html>"


def written(folder: Path, text: str, ending: str, count: int = COPIES) -> list[Source]:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number:03}{ending}").write_text(text, encoding="utf-8")
    return documents_in([folder])


def quickest(actions: list[Callable[[], object]]) -> float:
    """Return the processor time of all actions together, each in its quickest round."""
    least = [float("inf")] * len(actions)
    for _ in range(ROUNDS):
        for number, action in enumerate(actions):
            began = process_time()
            action()
            least[number] = min(least[number], process_time() - began)
    return sum(least)


@pytest.mark.parametrize("ending", [".txt", ".html"])
def test_reading_on_one_core(ending: str, tmp_path: Path, tools: Tools, report: Report) -> None:
    text = article()
    sources = written(tmp_path / "docs", text if ending == ".txt" else page(text), ending)
    articles = COPIES * len(text.split()) / WORDS

    spent = quickest([partial(read_source, source, tools) for source in sources])
    floor = quickest([partial(FLOOR.findall, text) for _ in sources])

    readings = [read_source(source, tools) for source in sources]
    packed = [pack(reading) for reading in readings]
    report(
        f"articles of {WORDS} words, {ending}",
        f"{articles / spent:.1f} a second and core, {1e3 * spent / articles:.1f} ms each ({AIM})",
    )
    report("  floor: cut into words by one pattern", f"reading is {spent / floor:,.0f} of them")
    report("  packed", f"{sum(len(one.front) + len(one.back) for one in packed) / COPIES / 1e3:.1f} kB each")
    assert all(reading.facts and reading.statements for reading in readings)


def test_building_on_all_cores_and_again(tmp_path: Path, tools: Tools, report: Report) -> None:
    sources = written(tmp_path / "docs", article(), ".txt", MANY)
    target = tmp_path / "facts.db"

    def built(store: Path, executor: Executor | None = None) -> tuple[float, int]:
        began = perf_counter()
        made = build([tmp_path / "docs"], store, tools=tools, executor=executor)
        return perf_counter() - began, made.reused

    alone, _ = built(tmp_path / "alone.db", Alone(tools))
    helpers = usable_cores() - 1
    helped, _ = built(target, Helped(tools, helpers))
    again, kept = built(target)
    (tmp_path / "docs" / "000.txt").write_text("The Renault Twingo costs 20,000 euros.\n")
    changed, others = built(target)

    report(f"build of {len(sources)} articles, on one core", f"{alone:.1f} s")
    report(f"  on {helpers + 1} cores", f"{helped:.1f} s")
    report("  again, nothing or one changed", f"{again:.1f} s, {changed:.1f} s")
    assert (kept, others) == (MANY, MANY - 1)
