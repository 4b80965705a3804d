"""A lexicon survives its way through the store."""

import subprocess
import sys
import time

import pytest

from facts.lexicon import Lexicon
from facts.lexicon.codec import dump_lexicon, load_dumped
from facts.lexicon.loader import load_lexicon

MOST_SECONDS = 0.1  # of processor time; 0.012 on an idle machine, tests run on busy ones


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_round_trip_changes_nothing(lexicon: Lexicon) -> None:
    assert load_dumped(dump_lexicon(lexicon)) == lexicon


def test_equal_lexicons_give_equal_text(lexicon: Lexicon) -> None:
    text = dump_lexicon(lexicon)
    assert dump_lexicon(load_dumped(text)) == text


def test_reading_is_quick(lexicon: Lexicon) -> None:
    text = dump_lexicon(lexicon)
    assert min(_seconds_to_read(text) for _ in range(5)) < MOST_SECONDS


def _seconds_to_read(text: str) -> float:
    began = time.process_time()
    load_dumped(text)
    return time.process_time() - began


def test_reading_needs_neither_pydantic_nor_simplemma() -> None:
    script = "import sys, facts.lexicon.codec; print({'pydantic', 'simplemma', 'babel', 'tomllib'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
