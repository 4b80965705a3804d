"""The lexicon as number and date readers see it, in each language, and what an empty vocabulary leaves of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.lexicon import Lexicon
from facts.lexicon.model import KnownName, Language, Unit
from facts.models import Bound
from facts.reading import Glossaries
from facts.reading.glossary import Glossary

KILOMETRE = Unit("km", "distance", 1.0, ("km", "kilometre"))
METRE = Unit("m", "length", 1000.0, ("m",))
EURO = Unit("EUR", "money", 1.0, ("€", "euro", "euros"))


def small(
    *, classes: dict[str, frozenset[str]] | None = None, tables: dict[str, dict[str, str]] | None = None
) -> Glossary:
    """Compile a vocabulary of three units, one name, and the words that a test hands in."""
    language = Language("en", classes or {}, tables or {})
    names = (KnownName("Panda 4x4", "model"), KnownName("Traveller 12", "model", aliases=("T 12",), of="Orvane"))
    return Glossary(Lexicon({}, {}, (KILOMETRE, METRE, EURO), {"en": language}, names), "en")


WORDS = [
    ("en", "numbers", "five", 5),
    ("en", "multipliers", "million", 1_000_000),
    ("en", "months", "october", 10),
    ("en", "weekdays", "monday", 1),
    ("en", "seasons", "autumn", "autumn"),
    ("en", "shifts", "next", 1),
    ("fr", "numbers", "cinq", 5),
    ("fr", "numbers", "dizaine", 10),
    ("fr", "multipliers", "milliard", 1_000_000_000),
    ("fr", "months", "fevrier", 2),
    ("fr", "seasons", "ete", "summer"),
    ("fr", "shifts", "derniere", -1),
]


@pytest.mark.parametrize(("language", "table", "word", "expected"), WORDS)
def test_words_are_folded_and_amount_to_numbers(
    glossaries: Glossaries, language: str, table: str, word: str, expected: float | str
) -> None:
    assert getattr(glossaries.by_language[language], table)[word] == expected


BOUNDS = [
    ("en", ("up", "to"), Bound.UP_TO),
    ("en", ("less", "than"), Bound.BELOW),
    ("en", ("about",), Bound.ABOUT),
    ("fr", ("jusqu'", "a"), Bound.UP_TO),
    ("fr", ("a", "partir", "de"), Bound.FROM),
    ("fr", ("plus", "d'"), Bound.ABOVE),
]


@pytest.mark.parametrize(("language", "run", "bound"), BOUNDS)
def test_bounds_are_runs_of_folded_tokens(
    glossaries: Glossaries, language: str, run: tuple[str, ...], bound: Bound
) -> None:
    glossary = glossaries.by_language[language]
    assert glossary.bounds[run] is bound
    assert glossary.longest_bound >= len(run)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("role", ["between", "join", "and", "of", "per", "against", "ratio", "back"])
def test_roles_come_longest_first(glossaries: Glossaries, language: str, role: str) -> None:
    lengths = [len(run) for run in glossaries.by_language[language].roles(role)]
    assert lengths
    assert lengths == sorted(lengths, reverse=True)


def test_unknown_role_has_no_phrases(glossaries: Glossaries) -> None:
    assert list(glossaries.by_language["en"].roles("conducting")) == []


@pytest.mark.parametrize(
    ("word", "unit"), [("kWh", "kWh"), ("KWH", "kWh"), ("km", "km"), ("m", "mm"), ("€", "EUR"), ("EUR", "EUR")]
)
def test_units_by_what_is_written(glossaries: Glossaries, word: str, unit: str) -> None:
    for glossary in glossaries.by_language.values():
        found = {
            one.id if one.dimension == "money" else glossary.bases[one.dimension] for _, one in glossary.units(word)
        }
        assert unit in found


def test_short_units_are_told_apart_by_their_case() -> None:
    glossary = small()
    assert [unit.id for _, unit in glossary.units("m")] == ["m"]
    assert list(glossary.units("M")) == []
    assert [unit.id for _, unit in glossary.units("KM")] == ["km"]
    assert [unit.id for _, unit in glossary.units("Kilometre")] == ["km"]


@pytest.mark.parametrize("word", ["", "Panda", "kilo-watt", "²"])
def test_other_words_are_no_units(glossaries: Glossaries, word: str) -> None:
    assert not glossaries.by_language["en"].is_unit(word)


def test_stop_word_is_hardly_a_unit() -> None:
    assert small().is_unit("km")
    assert not small(classes={"stopwords": frozenset({"km"})}).is_unit("km")
    assert not small(tables={"irregular": {"km": "kilometre"}}).is_unit("km")


@pytest.mark.parametrize(
    ("word", "expected"),
    [("dès", True), ("Dès", True), ("des", False), ("à", True), ("a", False), ("été", True), ("sous", True)],
)
def test_accents_tell_words_apart_in_french(glossaries: Glossaries, word: str, expected: bool) -> None:
    assert glossaries.by_language["fr"].is_accented(word) is expected


def test_english_needs_no_accents(glossaries: Glossaries) -> None:
    assert all(glossaries.by_language["en"].is_accented(word) for word in ("from", "a", "des"))


STARTS = [
    ("en", "five", "doors", True),
    ("en", "october", "", True),
    ("en", "between", "five", True),
    ("en", "the", "panda", False),
    ("en", "the", "first", True),
    ("en", "panda", "five", False),
    ("fr", "cinq", "portes", True),
    ("fr", "une", "voiture", True),
    ("fr", "la", "panda", False),
    ("fr", "le", "troisieme", True),
    ("fr", "entre", "cinq", True),
    ("fr", "", "", False),
]


@pytest.mark.parametrize(("language", "word", "following", "expected"), STARTS)
def test_words_that_a_value_can_start_with(
    glossaries: Glossaries, language: str, word: str, following: str, expected: bool
) -> None:
    assert glossaries.by_language[language].can_start(word, following) is expected


def test_names_that_end_in_a_number_are_known(glossaries: Glossaries) -> None:
    for glossary in glossaries.by_language.values():
        assert {("peugeot", "2008"), ("arrizo", "8")} <= glossary.numbered_names
    assert small().numbered_names == {("traveller", "12"), ("t", "12")}


def test_language_without_a_vocabulary_is_read_as_english(lexicon: Lexicon) -> None:
    assert Glossary(lexicon, "de").language == "en"


def test_empty_vocabulary_reads_nothing_and_breaks_nothing() -> None:
    glossary = small()
    assert (glossary.numbers, glossary.months, glossary.bounds, glossary.longest_bound) == ({}, {}, {}, 0)
    assert glossary.starters == {"€", "euro", "euros"}
    assert not glossary.can_start("five", "doors")


def test_elision_at_the_end_of_a_phrase_is_one_token() -> None:
    phrases = frozenset({"moins d'", "moins d’", "moins de"})
    assert set(small(classes={"bounds_below": phrases}).bounds) == {("moins", "d'"), ("moins", "de")}


def test_per_cent_is_the_hundredth_of_the_fractions_longest_first() -> None:
    fractions = {"%": "0.01", "per cent": "0.01", "half": "0.5"}
    assert small(tables={"fractions": fractions}).percent == [("per", "cent"), ("%",)]


@pytest.mark.parametrize("language", ["en", "fr"])
@given(word=st.text(max_size=12), following=st.text(max_size=12))
def test_any_word_can_be_asked_about(glossaries: Glossaries, language: str, word: str, following: str) -> None:
    glossary = glossaries.by_language[language]
    assert glossary.is_accented(word) in (True, False)
    assert glossary.can_start(word, following) in (True, False)
    assert not glossary.is_unit(word) or glossary.units(word)
