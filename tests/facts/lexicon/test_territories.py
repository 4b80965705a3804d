"""Countries come from Babel; the vocabulary adds aliases, adjectives and what Babel lacks."""

import pytest

from facts.lexicon import KnownName
from facts.lexicon.territories import NOT_COUNTRIES, countries, home_of

BOTH = ("en", "fr")


def by_name(*known: KnownName, languages: tuple[str, ...] = BOTH) -> dict[str, KnownName]:
    return {name.name: name for name in countries(languages, known)}


NAMES = [
    ("Germany", "Allemagne"),
    ("Spain", "Espagne"),
    ("Morocco", "Maroc"),
    ("Slovenia", "Slovénie"),
    ("South Korea", "Corée du Sud"),
    ("United Kingdom", "Royaume-Uni"),
    ("United States", "États-Unis"),
    ("Côte d\u2019Ivoire", None),
    ("France", None),
    ("Portugal", None),
]


@pytest.mark.parametrize(("english", "french"), NAMES)
def test_countries_are_named_in_both_languages(english: str, french: str | None) -> None:
    country = by_name()[english]
    assert country.kind == "country"
    assert country.aliases == ((french,) if french else ())


def test_first_language_names() -> None:
    found = by_name(languages=("fr", "en"))
    assert found["Allemagne"].aliases == ("Germany",)
    assert "Germany" not in found


def test_one_language_has_no_aliases() -> None:
    assert all(not country.aliases for country in by_name(languages=("en",)).values())


NOT_ONES = ["European Union", "Eurozone", "United Nations", "Antarctica", "world", "Europe", "Africa", "Unknown Region"]


@pytest.mark.parametrize("name", NOT_ONES)
def test_unions_and_regions_are_no_countries(name: str) -> None:
    assert name not in by_name()


def test_codes_left_out_are_two_capitals() -> None:
    assert all(len(code) == 2 and code.isupper() for code in NOT_COUNTRIES)


def test_vocabulary_adds_to_a_country() -> None:
    known = KnownName("Germany", "country", aliases=("Deutschland",), adjectives=("German", "allemand"), of="Europe")
    found = by_name(known)["Germany"]
    assert found.aliases == ("Allemagne", "Deutschland")
    assert found.adjectives == ("German", "allemand")
    assert found.of == "Europe"


@pytest.mark.parametrize("written", ["germany", "GERMANY", "Türkiye", "Turkiye", "Cote d'Ivoire"])
def test_country_is_found_whatever_its_case_and_accents(written: str) -> None:
    plain = by_name()
    found = by_name(KnownName(written, "country", adjectives=("Xish",)))
    assert found.keys() == plain.keys()
    assert [name.name for name in found.values() if name.adjectives] != []


def test_alias_is_named_once() -> None:
    known = KnownName("Spain", "country", aliases=("Espagne", "Spain", "España", "España"))
    assert by_name(known)["Spain"].aliases == ("Espagne", "España")


def test_place_that_babel_lacks_is_kept_as_it_is() -> None:
    known = KnownName("Velmontia", "country", aliases=("Velmontie",), adjectives=("Velmontian",))
    assert by_name(known)["Velmontia"] is known


def test_known_names_are_left_as_they_were() -> None:
    known = KnownName("Spain", "country", adjectives=("Spanish",))
    by_name(known)
    assert known == KnownName("Spain", "country", adjectives=("Spanish",))


def test_every_country_comes_once_in_the_same_order() -> None:
    names = [country.name for country in countries(BOTH, ())]
    assert len(names) == len(set(names))
    assert names == [country.name for country in countries(BOTH, ())]
    assert 190 < len(names) < 260


def test_no_country_is_its_own_alias() -> None:
    assert all(country.name not in country.aliases for country in by_name().values())


@pytest.mark.parametrize(("currency", "home"), [("GBP", "United Kingdom"), ("INR", "India"), ("EUR", None)])
def test_the_country_that_a_currency_is_named_after(currency: str, home: str | None) -> None:
    assert home_of(currency, "en") == home
