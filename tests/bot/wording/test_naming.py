"""Names inside sentences, in both languages."""

import pytest

from bot.wording.english import ENGLISH
from bot.wording.french import FRENCH
from bot.wording.naming import Naming
from facts.lexicon.loader import load_lexicon
from facts.models import Entity

EN, FR = Naming(load_lexicon(), ENGLISH), Naming(load_lexicon(), FRENCH)


def country(name: str) -> Entity:
    return Entity(name, name, "country")


@pytest.mark.parametrize(
    ("name", "english", "french"),
    [
        ("Germany", "in Germany", "en Allemagne"),
        ("Hongrie", "in Hungary", "en Hongrie"),
        ("United States", "in the United States", "aux États-Unis"),
        ("Netherlands", "in the Netherlands", "aux Pays-Bas"),
        ("Japan", "in Japan", "au Japon"),
        ("Mexico", "in Mexico", "au Mexique"),
        ("Morocco", "in Morocco", "au Maroc"),
        ("Irak", "in Iraq", "en Irak"),
        ("Malta", "in Malta", "à Malte"),
    ],
)
def test_countries_bring_their_preposition(name: str, english: str, french: str) -> None:
    assert (EN.located(country(name)), FR.located(country(name))) == (english, french)


@pytest.mark.parametrize(
    ("entity", "english", "french"),
    [
        (Entity("a", "Opel Astra", "model"), "the Opel Astra", "l'Opel Astra"),
        (Entity("a", "Seat Ibiza", "model"), "the Seat Ibiza", "la Seat Ibiza"),
        (Entity("a", "Mara Veld", "person"), "Mara Veld", "Mara Veld"),
        (Entity("a", "Portugal", "country"), "Portugal", "le Portugal"),
        (Entity("a", "Spain", "country"), "Spain", "l'Espagne"),
        (Entity("a", "Alda city car", "model", ("Alda city car", "Citadine Alda"), described=True),
         "the Alda city car", "la citadine Alda"),
        (Entity("a", "local partners", "organisation", described=True), "the local partners", "« local partners »"),
    ],
)  # fmt: skip
def test_names_take_their_article(entity: Entity, english: str, french: str) -> None:
    assert (EN.inside(entity), FR.inside(entity)) == (english, french)


def test_what_belongs_to_a_name_is_elided() -> None:
    assert (FR.of("Alda"), FR.of("la Brio"), EN.of("Alda")) == ("d'Alda", "de la Brio", "of Alda")


def test_a_market_is_named_as_a_country() -> None:
    assert (EN.market("United States"), FR.market("United States"), FR.market("Paris")) == (
        "the United States",
        "les États-Unis",
        "Paris",
    )
