"""How far sentences commit themselves."""

import pytest

from facts.models import Certainty
from tests.facts.extracting.conftest import ReadText

CERTAINTIES = [
    ("The Leaf is built in Sunderland.", Certainty.STATED, "en"),
    ("The Leaf is expected to be built in Sunderland.", Certainty.EXPECTED, "en"),
    ("The Leaf probably costs 30,000 euros.", Certainty.EXPECTED, "en"),
    ("The Leaf could reportedly be built in Sunderland.", Certainty.RUMOURED, "en"),
    ("According to rumours, the Audi A2 could cost 30,000 euros.", Certainty.RUMOURED, "en"),
    ("The BMW i3 costs about 39,000 euros.", Certainty.APPROXIMATE, "en"),
    ("The Leaf does not use the CMF-EV platform.", Certainty.DENIED, "en"),
    ("The Leaf uses neither the CMF-EV platform nor another.", Certainty.DENIED, "en"),
    ("The Leaf has never been built in Spain.", Certainty.DENIED, "en"),
    ("The Leaf isn't produced in Japan.", Certainty.DENIED, "en"),
    ("Volvo denied that the EX30 would cost 30,000 euros.", Certainty.DENIED, "en"),
    ("Kia has refuted reports that the EV2 is built in Mexico.", Certainty.DENIED, "en"),
    ("Opel dément que la Corsa soit produite en Pologne.", Certainty.DENIED, "fr"),
    ("La Dacia Spring n'est pas produite en France.", Certainty.DENIED, "fr"),
    ("La Spring serait produite à Novo Mesto.", Certainty.RUMOURED, "fr"),
]


@pytest.mark.parametrize(("text", "certainty", "language"), CERTAINTIES)
def test_reads_hedges_and_negation(read: ReadText, text: str, certainty: Certainty, language: str) -> None:
    assert {fact.certainty for fact in read(text, language).facts} == {certainty}


def test_keeps_a_hedge_to_its_clause(read: ReadText) -> None:
    """What is expected of one car is not expected of the next."""
    facts = read("The Clio is expected to cost 20,000 euros; the Leaf costs 30,000 euros.").facts
    assert {fact.value.text: fact.certainty for fact in facts} == {
        "20,000 euros": Certainty.EXPECTED,
        "30,000 euros": Certainty.STATED,
    }


def test_keeps_a_denial_to_its_clause(read: ReadText) -> None:
    facts = read("The Inster is not built in Germany; the EV4 is built in Slovakia.").facts
    assert {fact.value.text: fact.certainty for fact in facts} == {
        "Germany": Certainty.DENIED,
        "Slovakia": Certainty.STATED,
    }


def test_what_is_denied_is_not_what_was_said(read: ReadText) -> None:
    facts = read("Volvo denied that the EX30 would be built in Belgium.").facts
    assert "said" not in {fact.attribute for fact in facts}


def test_who_denies_one_thing_may_state_another(read: ReadText) -> None:
    facts = read("Volvo denied the rumour. The EX30 costs 36,000 euros.").facts
    assert {fact.certainty for fact in facts} == {Certainty.STATED}
