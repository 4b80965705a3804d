"""Dictionary forms of words, at build time and from what a store kept."""

import pytest

from facts.lemmas import BuildLemmas, StoredLemmas
from facts.lexicon.forms import light_stem
from facts.lexicon.loader import load_lexicon
from facts.terms import fold


@pytest.fixture(scope="module")
def lemmas() -> BuildLemmas:
    return BuildLemmas(load_lexicon())


@pytest.fixture(scope="module")
def stored(lemmas: BuildLemmas) -> StoredLemmas:
    return StoredLemmas(lemmas.forms({"en": {"mussel"}, "fr": {"moule"}}), lemmas.ordinary())


@pytest.mark.parametrize(
    ("word", "language", "lemma"),
    [
        ("built", "en", "build"),
        ("prices", "en", "price"),
        ("cheapest", "en", "cheap"),
        ("developed", "en", "develop"),
        ("founded", "en", "found"),
        ("found", "en", "find"),
        ("launching", "en", "launch"),
        ("vendue", "fr", "vendre"),
        ("Dévoilée", "fr", "devoiler"),
        ("coûtera", "fr", "couter"),
        ("usines", "fr", "usine"),
        ("du", "fr", "de"),
        ("l’", "fr", "l'"),
        ("marché", "fr", "marche"),
        ("basée", "fr", "baser"),
        ("basé", "fr", "baser"),
        ("velmonts", "en", "velmont"),
        ("yaris", "en", "yaris"),
        ("word", "de", "word"),
    ],
)
def test_words_have_their_lemma(lemmas: BuildLemmas, word: str, language: str, lemma: str) -> None:
    assert lemmas.lemma(fold(word), language) == lemma


@pytest.mark.parametrize(
    ("word", "ordinary"), [("spring", True), ("voiture", True), ("electrique", True), ("twingo", False)]
)
def test_everyday_words_are_known(lemmas: BuildLemmas, word: str, ordinary: bool) -> None:
    assert lemmas.is_ordinary(word) is ordinary


@pytest.mark.parametrize("word", ["built", "costs", "priced", "mussels", "launched", "cheapest", "velmonts"])
def test_stored_lemmas_agree_in_english(lemmas: BuildLemmas, stored: StoredLemmas, word: str) -> None:
    assert stored.lemma(word, "en") == lemmas.lemma(word, "en")


@pytest.mark.parametrize("word", ["vendue", "coutera", "moules", "fabriquees", "d'", "au", "prix", "moins"])
def test_stored_lemmas_agree_in_french(lemmas: BuildLemmas, stored: StoredLemmas, word: str) -> None:
    assert stored.lemma(word, "fr") == lemmas.lemma(word, "fr")


def test_stored_lemmas_know_everyday_words(stored: StoredLemmas) -> None:
    assert stored.is_ordinary("spring")
    assert not stored.is_ordinary("twingo")


@pytest.mark.parametrize(
    ("word", "stem"), [("velmonts", "velmont"), ("lexus", "lexus"), ("bus", "bus"), ("kias", "kias")]
)
def test_light_stem_strips_unknown_plurals(word: str, stem: str) -> None:
    assert light_stem(word) == stem
