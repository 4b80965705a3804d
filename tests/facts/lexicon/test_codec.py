"""A lexicon survives its way through the store."""

import json
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from facts.lexicon import Lexicon
from facts.lexicon.codec import dump_lexicon, load_dumped
from facts.lexicon.loader import load_lexicon

ROUNDS = 9
MOST_PARSES = 60  # reading may cost as many times what parsing its JSON alone does: 5, and 20 where lines are counted


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_round_trip_changes_nothing(lexicon: Lexicon) -> None:
    assert load_dumped(dump_lexicon(lexicon)) == lexicon


def test_equal_lexicons_give_equal_text(lexicon: Lexicon) -> None:
    text = dump_lexicon(lexicon)
    assert dump_lexicon(load_dumped(text)) == text


def test_reading_costs_little_more_than_its_parsing(lexicon: Lexicon) -> None:
    """Both are taken at their best of several rounds of the same run, so that no busy machine decides."""
    text = dump_lexicon(lexicon)
    assert _least_seconds(load_dumped, text) < MOST_PARSES * _least_seconds(json.loads, text)


def _least_seconds(read: Callable[[str], object], text: str) -> float:
    spent = []
    for _ in range(ROUNDS):
        began = time.process_time()
        read(text)
        spent.append(time.process_time() - began)
    return min(spent)


def test_reading_needs_neither_pydantic_nor_simplemma() -> None:
    script = "import sys, facts.lexicon.codec; print({'pydantic', 'simplemma', 'babel', 'tomllib'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
