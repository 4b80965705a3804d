"""Nouns by which another car is told of; a verb of the same spelling tells of nothing else."""

import pytest

from facts.corpus import Tools
from facts.extracting.heirs import leads_to_another
from tests.facts.extracting.conftest import Claims


@pytest.mark.parametrize(("language", "heir"), [("en", "successor"), ("en", "replacement"), ("fr", "remplacant")])
def test_knows_the_nouns_of_a_language(tools: Tools, language: str, heir: str) -> None:
    heirs = tools.readers[language].predicates.heirs
    assert heir in heirs
    assert heirs.isdisjoint(tools.readers[language].grammar.verbs)
    assert leads_to_another(heirs, heir, "de" if language == "fr" else "of")
    assert not leads_to_another(heirs, heir, "beside")


@pytest.mark.parametrize(
    ("text", "language", "claim"),
    [
        ("The Skoda Epiq follows in 2026. It will cost 25,000 euros.", "en", "Skoda Epiq | price | 25,000 euros"),
        ("La Renault Twingo relève le défi. Elle coûte 20 000 euros.", "fr", "Renault Twingo | price | 20 000 euros"),
    ],
)
def test_a_verb_of_that_spelling_leaves_its_subject(claims: Claims, text: str, language: str, claim: str) -> None:
    assert claim in claims(text, language)
