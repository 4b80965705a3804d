"""Text that means harm: what our own patterns take, repeated without end, and lines of a batch that are no questions.

Bounded and reproducible: hypothesis draws the same examples in every run.
"""

import io
import json
import re
import sys
import time
from types import ModuleType

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import facts.lexicon.loader
from bot.asking import Asker
from bot.browsing import Browser
from bot.cli.ask import replies
from facts.lexicon import Lexicon
from facts.models import Document
from facts.reading.passages import passages_of
from facts.store.reader import FactStore

DRAWN = settings(
    deadline=None, derandomize=True, max_examples=40, suppress_health_check=list(HealthCheck), database=None
)
DOCUMENT, QUESTION = 20_000, 10_000  # characters
MOST_SUGGESTED = 25
SECONDS = 2.0  # of processor time; an ordinary text of that length takes a twentieth
SENTENCE = "The Renault Twingo costs 20,000 euros.\n"


def patterns_of(module: ModuleType) -> list[re.Pattern[str]]:
    found = [one for one in vars(module).values() if isinstance(one, re.Pattern)]
    return [one for one in found if isinstance(one.pattern, str)]


def patterns(package: str) -> list[re.Pattern[str]]:
    """List what the modules of a package look for, as far as they are loaded."""
    loaded = [module for name, module in sorted(sys.modules.items()) if name.startswith(f"{package}.")]
    unique = {(one.pattern, one.flags): one for module in loaded for one in patterns_of(module)}
    return list(unique.values())


def repeated(package: str) -> st.SearchStrategy[str]:
    """Draw what one of our patterns takes, and what almost is so."""
    unit = st.sampled_from(patterns(package)).flatmap(st.from_regex)
    return st.tuples(unit, st.sampled_from(["", " ", "\x00", "x"])).map("".join)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return facts.lexicon.loader.load_lexicon()


@DRAWN
@given(data=st.data(), ending=st.sampled_from(["", "~", "\n", "x"]))
def test_what_a_pattern_takes_without_end_is_read_in_no_time(lexicon, data, ending):
    unit = data.draw(repeated("facts"))
    text = SENTENCE + (unit * DOCUMENT)[:DOCUMENT] + ending
    began = time.process_time()
    passages = passages_of(Document("a.md", text, 0, "en", ""), lexicon)
    assert time.process_time() - began < SECONDS
    assert all(text[one.start : one.end].strip() for one in passages)


@DRAWN
@given(data=st.data())
def test_what_a_pattern_takes_without_end_is_answered_in_no_time(asker, data):
    unit = data.draw(repeated("bot") | repeated("facts"))
    began = time.process_time()
    asker.ask("Twingo " + (unit * QUESTION)[:QUESTION])
    assert time.process_time() - began < SECONDS


@pytest.fixture(scope="module")
def asker(shipped_facts: FactStore) -> Asker:
    return Asker(shipped_facts)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
LINES = (
    st.text(max_size=60)
    | JSON.map(json.dumps)
    | st.builds(lambda key, turns: json.dumps({"id": key, "turns": turns}), JSON, JSON | st.lists(st.text(max_size=40)))
)


class Batch(io.StringIO):
    name = "batch"


def answered(asker: Asker, lines: str) -> tuple[list[object], str]:
    """Return the ids of the lines that were answered, and what is said of the first that is none."""
    found: list[object] = []
    try:
        found += (json.loads(reply)["id"] for reply in replies(asker, Batch(lines), None))
    except click.UsageError as fault:
        return found, fault.message
    return found, ""


@DRAWN
@given(lines=st.lists(LINES.map(lambda line: line.replace("\n", " ").replace("\r", " ")), max_size=4))
def test_line_of_a_batch_is_answered_or_named(asker, lines):
    ids, said = answered(asker, "\n".join(lines))
    assert len(ids) <= len(lines)
    assert not said or re.match(r"batch:\d+: not \{", said)


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("[" * 100_000, []),
        ('{"id": 1, "turns": ' + "9" * 5_000 + "}", []),
        ('{"id": 1, "turns": ["\\ud800 Twingo?"]}', [1]),
        ('{"id": null, "turns": []}', [None]),
        ("\x00", []),
        ("\ufeff{}", []),
    ],
)
def test_odd_line_of_a_batch_is_answered_or_named(asker, line, ids):
    found, said = answered(asker, line)
    assert found == ids
    assert bool(said) is not bool(ids)


@pytest.mark.parametrize("typed", ["\ud800", "Twingo \udfff", "a\x00b"])
def test_half_a_character_names_nothing(shipped_facts, typed):
    browser = Browser(shipped_facts)
    assert browser.named(typed, "en") is None
    assert browser.sheet(typed, "en") is None
    assert len(browser.called(typed, "en")) <= 1  # what it holds besides may be a name
    assert browser.listings(typed, "en", 0, 5) == ([], False)
    assert len(browser.names(typed, "en")) <= MOST_SUGGESTED
    assert len(browser.questions(typed, "en")) <= MOST_SUGGESTED
