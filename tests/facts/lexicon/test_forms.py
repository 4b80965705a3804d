"""Dictionary forms: the hand table first, simplemma's dictionary second, a light stem last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.lexicon import Language
from facts.lexicon.forms import KEEPS_ITS_S, UNKNOWN_PLURAL_FROM, LanguageForms, dictionary_of, light_stem
from facts.terms import fold

WORDS = st.text("abelmnorstu", min_size=1, max_size=10)


@pytest.fixture(scope="module")
def forms() -> LanguageForms:
    english = Language("en", {}, {"irregular": {"wed": "marry", "sanderos": "sandero car", "cars": "motor"}})
    french = Language("fr", {}, {"irregular": {"cheres": "cher"}})
    return LanguageForms({"en": english, "fr": french})


STEMS = [
    ("velmonts", "velmont"),
    ("duster", "duster"),
    ("gas", "gas"),
    ("cees", "cees"),
    ("yaris", "yaris"),
    ("prius", "prius"),
    ("compass", "compass"),
    ("atlas", "atlas"),
    ("kallos", "kallos"),
    ("s", "s"),
    ("", ""),
]


@pytest.mark.parametrize(("word", "stem"), STEMS)
def test_unknown_plurals_lose_their_s(word: str, stem: str) -> None:
    assert light_stem(word) == stem


@given(WORDS)
def test_stem_is_the_word_or_one_letter_less(word: str) -> None:
    stem = light_stem(word)
    assert stem == word or (stem + "s" == word and len(word) >= UNKNOWN_PLURAL_FROM)


@given(WORDS.filter(lambda word: not word.endswith("s") and not (word + "s").endswith(KEEPS_ITS_S)))
def test_plural_and_singular_of_unknown_words_meet(word: str) -> None:
    if len(word) >= UNKNOWN_PLURAL_FROM:
        assert light_stem(word + "s") == light_stem(word)


LEMMAS = [
    ("en", "batteries", "battery"),
    ("en", "sold", "sell"),
    ("en", "cheaper", "cheap"),
    ("en", "wheels", "wheel"),
    ("en", "velmonts", "velmont"),
    ("en", "yaris", "yaris"),
    ("fr", "voitures", "voiture"),
    ("fr", "batteries", "batterie"),
    ("fr", "coutent", "couter"),
    ("fr", "usines", "usine"),
    ("fr", "velmonts", "velmont"),
]


@pytest.mark.parametrize(("language", "word", "lemma"), LEMMAS)
def test_words_have_their_lemma(forms: LanguageForms, language: str, word: str, lemma: str) -> None:
    assert forms.lemma(word, language) == lemma


HAND = [("en", "wed", "marry"), ("en", "cars", "motor"), ("fr", "cheres", "cher"), ("fr", "wed", "wed")]


@pytest.mark.parametrize(("language", "word", "lemma"), HAND)
def test_hand_table_goes_first_in_its_language(forms: LanguageForms, language: str, word: str, lemma: str) -> None:
    assert forms.lemma(word, language) == lemma


def test_language_without_tables_has_its_dictionary() -> None:
    assert LanguageForms({}).lemma("batteries", "en") == "battery"


def test_unknown_language_is_stemmed(forms: LanguageForms) -> None:
    assert dictionary_of("tlh") == {}
    assert forms.lemma("batteries", "tlh") == "batterie"


def test_forms_lead_back_to_their_lemma(forms: LanguageForms) -> None:
    found = forms.forms_of({"sell", "marry", "sandero car"}, "en")
    assert found["sold"] == "sell"
    assert found["wed"] == "marry"
    assert found["sanderos"] == "sandero car"
    assert set(found.values()) <= {"sell", "marry", "sandero car"}


def test_forms_agree_with_lemmas(forms: LanguageForms) -> None:
    found = forms.forms_of({"voiture", "couter", "batterie", "cher"}, "fr")
    assert {form: forms.lemma(form, "fr") for form in found} == found


def test_forms_leave_out_what_the_stem_gets_right(forms: LanguageForms) -> None:
    found = forms.forms_of({"wheel", "sell"}, "en")
    assert "wheels" not in found
    assert all(light_stem(form) != lemma for form, lemma in found.items())


def test_no_lemmas_no_forms(forms: LanguageForms) -> None:
    assert forms.forms_of(set(), "en") == {}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_dictionary_is_folded_both_ways(language: str) -> None:
    some = list(dictionary_of(language).items())[::997]
    assert some
    assert all(word == fold(word) for entry in some for word in entry)


@pytest.mark.parametrize(("language", "name"), [("en", "Paris"), ("fr", "France"), ("en", "London")])
def test_capitalised_entries_stay_out(language: str, name: str) -> None:
    assert name not in dictionary_of(language)


def test_form_without_accents_wins_its_fold() -> None:
    assert dictionary_of("fr")["base"] == "base"


def test_dictionary_is_loaded_once() -> None:
    assert dictionary_of("fr") is dictionary_of("fr")


@given(word=st.text(max_size=20).map(fold), language=st.sampled_from(["en", "fr", "tlh"]))
def test_any_word_has_a_lemma(forms: LanguageForms, word: str, language: str) -> None:
    assert bool(forms.lemma(word, language)) is bool(word)
