"""Nouns that a name stands beside mean what it means; what is told apart by more words means nothing else."""

import pytest

from tests.facts.extracting.conftest import Claims

BESIDE = [
    ("Its cheapest van, the Fiat Doblo, costs 24,000 euros.", "en", "Fiat Doblo | price | 24,000 euros"),
    (
        "The estate will be called the Audi A5 Avant. It is built in Ingolstadt.",
        "en",
        "Audi A5 Avant | factory | Ingolstadt",
    ),
    ("Le SUV de la marque, le Seat Ateca, pèse 1 400 kg.", "fr", "Seat Ateca | weight | 1 400 kg"),
    ("Elle s'appelle Renault 4. La Renault 4 repose sur la plateforme CMF-B.", "fr", "Renault 4 | platform | CMF-B"),
]
TOLD_APART = [
    ("The Mazda 3 is old. The car that replaces the Mazda 6 costs 40,000 euros.", "Mazda 3 | price | 40,000 euros"),
    ("The Mazda 3 is old. The successor to the Mazda 6 will be built in Hofu.", "Mazda 3 | factory | Hofu"),
]


@pytest.mark.parametrize(("text", "language", "claim"), BESIDE)
def test_a_noun_means_the_name_beside_it(claims: Claims, text: str, language: str, claim: str) -> None:
    assert claim in claims(text, language)


@pytest.mark.parametrize(("text", "claim"), TOLD_APART)
def test_what_is_told_apart_is_nothing_that_was_spoken_of(claims: Claims, text: str, claim: str) -> None:
    assert claim not in claims(text)
