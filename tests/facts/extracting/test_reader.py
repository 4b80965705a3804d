"""Whole documents: order, provenance, and what must hold for any text."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facts.extracting import Reading
from facts.models import ValueKind
from facts.terms import fold
from tests.facts.extracting.conftest import Claims, ReadText

SENTENCES = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))
CASES, GAPS = SENTENCES["case"], SENTENCES["gap"]
# A dozen words each of what rules look at, so that random texts run into them.
VOCABULARY = """
Kia Renault Nissan EV4 Clio Leaf Žilina Sunderland France the a its it this these both and or , . ; : ( ) " “ ” « » - –
is be was built builds costs uses based derived said announced that which who where not neither never of in for by from
at with on to will could platform car cars range battery price more 20,000 52 5 euros kWh km cm € £ 2026 June # |
la le une coûte produite à de est que l' d' qu' 's
"""
WORDS = [*VOCABULARY.split(), "\n", "\n\n"]
TYPED = {ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.DATE, ValueKind.DURATION, ValueKind.SHARE, ValueKind.COUNT}
ELSEWHERE = ("same/", "table.")  # "at the same price" stands for an amount; a cell is read with its header


def check(reading: Reading) -> None:
    """Hold facts to their sources: spans inside the text, typed values as written there."""
    text, ids = reading.document.text, {entity.id for entity in reading.entities}
    for fact in reading.facts:
        assert 0 <= fact.start < fact.end <= len(text)
        assert 0 <= fact.at[0] < fact.at[1] <= len(text)
        assert fact.subject in ids
        assert fact.value.entity is None or fact.value.entity in ids
        if fact.value.kind in TYPED and not fact.pattern.startswith(ELSEWHERE):
            assert fold(fact.value.text) in " ".join(fold(text[slice(*fact.at)]).split())


@pytest.mark.parametrize("language", ["en", "fr"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
def test_keeps_to_the_text_whatever_is_said(read: ReadText, language: str, words: list[str]) -> None:
    check(read(" ".join(words), language))


@pytest.mark.parametrize("language", ["en", "fr"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120))
def test_reads_any_text(read: ReadText, language: str, text: str) -> None:
    check(read(text, language))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_reads_the_sentences(claims: Claims, case: dict[str, Any]) -> None:
    """The table of `sentences.toml`: what a careful reader takes from a text, and what nobody may."""
    found = claims(case["text"], case.get("language", "en"))
    assert set(case["facts"]) <= found
    assert not set(case.get("not", ())) & found


@pytest.mark.xfail(reason="listed in sentences.toml as not read yet, or read wrongly")
@pytest.mark.parametrize("gap", GAPS, ids=[gap["text"][:40] for gap in GAPS])
def test_will_read_the_gaps(claims: Claims, gap: dict[str, Any]) -> None:
    found = claims(gap["text"], gap.get("language", "en"))
    assert set(gap.get("facts", ())) <= found
    assert not set(gap.get("not", ())) & found


def test_reads_twice_alike(read: ReadText) -> None:
    """A reader keeps nothing of a document for the next."""
    text = "The Nissan Leaf is built in Sunderland. It costs 30,000 euros."
    first = read(text)
    read("The Kia EV4 is built in Žilina. It costs 37,000 euros.")
    assert read(text) == first


def test_takes_no_question_for_a_claim(claims: Claims) -> None:
    assert claims("Is the Leaf built in Sunderland? Does it cost 30,000 euros?") == set()


def test_names_the_speaker_of_words_only(read: ReadText) -> None:
    facts = read('"We will build the Epiq in Pamplona," said Klaus Zellmer, chief executive of Skoda.').facts
    assert {fact.attribute: fact.speaker for fact in facts if fact.speaker} == {"said": "Klaus Zellmer"}


def test_states_each_claim_once_a_place(read: ReadText) -> None:
    facts = read("Founded in 1953, Subaru is headquartered in Tokyo.").facts
    assert len({(fact.subject, fact.attribute, fact.value.text, fact.at) for fact in facts}) == len(facts)


def test_brings_the_brand_of_a_model(read: ReadText) -> None:
    """A brand that the text never names alone is an entity all the same."""
    names = {entity.name: entity for entity in read("The Kia EV4 costs 37,000 euros.").entities}
    assert names["Kia EV4"].brand in {entity.id for entity in names.values()}
