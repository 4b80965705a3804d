"""Which patterns answer at once, and which wait for review."""

import tomllib
from importlib.resources import files

import pytest

from facts.extracting.precision import LEAST_JUDGED, LEAST_PRECISION, LEAST_WORTH, is_worth_showing, origin_of
from facts.models import Origin

MEASURED = tomllib.loads((files("facts.extracting") / "precision.toml").read_text(encoding="utf-8"))["pattern"]
OFTEN = {pattern: row for pattern, row in MEASURED.items() if row["judged"] >= LEAST_JUDGED}


@pytest.mark.parametrize("pattern", OFTEN)
def test_goes_by_the_measure_where_there_is_one(pattern: str) -> None:
    is_precise = OFTEN[pattern]["true"] >= LEAST_PRECISION * OFTEN[pattern]["judged"]
    assert (origin_of(pattern) is Origin.EXTRACTED) == is_precise


@pytest.mark.parametrize(
    "pattern", [name for name, row in MEASURED.items() if row["true"] < row["judged"] < LEAST_JUDGED]
)
def test_asks_for_review_of_what_was_wrong_while_rare(pattern: str) -> None:
    assert origin_of(pattern) is Origin.PROPOSED


@pytest.mark.parametrize("pattern", ["", "unheard.of/name", "nonsense"])
def test_vouches_for_no_unknown_family(pattern: str) -> None:
    assert origin_of(pattern) is Origin.PROPOSED


def test_never_vouches_for_a_pronoun_by_names() -> None:
    """Names vouch for "attached.at"; its pronouns were never judged."""
    assert origin_of("attached.at/name") is Origin.EXTRACTED
    assert origin_of("attached.at/pronoun") is Origin.PROPOSED


def test_never_vouches_for_a_subject_left_out_by_pronouns() -> None:
    """Possessives vouch for "noun.copula/its"; a sentence without any subject is another matter."""
    assert origin_of("noun.copula/its") is Origin.EXTRACTED
    assert origin_of("noun.copula/implicit") is Origin.PROPOSED


def test_proposes_what_was_wrong_too_often() -> None:
    """A pattern that was judged wrong too often waits for review, whatever its family says."""
    assert origin_of("noun.copula/topic") is Origin.PROPOSED


def test_counts_no_more_true_than_judged() -> None:
    assert all(0 <= row["true"] <= row["judged"] for row in MEASURED.values())


@pytest.mark.parametrize("pattern", OFTEN)
def test_shows_only_what_is_mostly_true(pattern: str) -> None:
    is_mostly_true = OFTEN[pattern]["true"] >= LEAST_WORTH * OFTEN[pattern]["judged"]
    assert is_worth_showing(pattern) == is_mostly_true


def test_shows_what_was_never_judged() -> None:
    assert is_worth_showing("unheard.of/name")
