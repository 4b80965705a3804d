"""Catalogues are alike: the same phrases, the same slots."""

import re
from dataclasses import fields

import pytest

from bot.wording.catalogue import Catalogue
from bot.wording.english import ENGLISH
from bot.wording.french import FRENCH
from facts.models import Bound, Certainty

OFFERED = ("lowest", "highest", "earliest", "latest", "no_fact")  # slots of which each language uses its own
SLOT = re.compile(r"\{\w*\}")


@pytest.mark.parametrize("name", [field.name for field in fields(Catalogue)])
def test_phrases_have_the_same_slots(name: str) -> None:
    english, french = getattr(ENGLISH, name), getattr(FRENCH, name)
    if isinstance(english, dict):
        assert set(english) == set(french)
    if isinstance(english, str) and name not in OFFERED:
        assert sorted(SLOT.findall(english)) == sorted(SLOT.findall(french))


@pytest.mark.parametrize("words", [ENGLISH, FRENCH])
def test_every_bound_and_hedge_has_words(words: Catalogue) -> None:
    assert set(words.bounds) == {bound.value for bound in Bound}
    assert set(words.hedges) == {degree.value for degree in Certainty} - {"stated"}
