"""What the closed classes of a language say of a token."""

from collections.abc import Callable

import pytest

from facts.corpus import Tools
from facts.parsing import Sentence
from facts.parsing.grammar import Grammar
from tests.facts.parsing.analysing import sentence_of

VERBS = [
    ("They plan to build the plant.", ["plan", "build"]),
    ("The build was good.", []),
    ("Its charge ended.", ["ended"]),
    ("It charges quickly.", ["charges"]),
    ("Cars cost more.", ["cost"]),
    ("They can tow it.", ["tow"]),
    ("A cost was named.", ["named"]),
]
FRENCH_VERBS = [
    ("Le montant monte.", ["monte"]),
    ("Elle mesure quatre mètres.", ["mesure"]),
    ("Une mesure suffit.", []),
]
LIGHT = [
    ("It is only slightly longer.", ["is", "only", "slightly"]),
    ("They will not fly.", ["will", "not"]),
    ("It is expected.", ["is", "expected"]),
    ("The new car runs.", []),
]
BREAKS = [
    ("It is small; it is cheap.", [";", "."]),
    ("It is small - and cheap.", ["-", "."]),
    ("It is an E-Tech.", ["."]),
    ("It has a car which flies.", ["which", "."]),
    ("It left because it rained.", ["because", "."]),
    ("Red, green and blue.", ["."]),
]


def texts(sentence: Sentence, holds: Callable[[Sentence, int], bool]) -> list[str]:
    """Return the tokens of which a predicate holds."""
    return [token.text for position, token in enumerate(sentence.tokens) if holds(sentence, position)]


@pytest.fixture
def english(tools: Tools) -> Grammar:
    return tools.readers["en"].grammar


@pytest.fixture
def french(tools: Tools) -> Grammar:
    return tools.readers["fr"].grammar


@pytest.mark.parametrize(("text", "verbs"), VERBS)
def test_english_verb_needs_its_place(tools: Tools, english: Grammar, text: str, verbs: list[str]) -> None:
    """A base form is a verb behind "to", a modal or a plural; behind an article or a possessive nothing is."""
    assert texts(sentence_of(tools, text), english.is_verb) == verbs


@pytest.mark.parametrize(("text", "verbs"), FRENCH_VERBS)
def test_french_verb_stands_behind_no_article(tools: Tools, french: Grammar, text: str, verbs: list[str]) -> None:
    assert texts(sentence_of(tools, text, "fr"), french.is_verb) == verbs


@pytest.mark.parametrize(("text", "light"), LIGHT)
def test_light_words_stand_before_a_verb(tools: Tools, english: Grammar, text: str, light: list[str]) -> None:
    assert texts(sentence_of(tools, text), english.is_light) == light


@pytest.mark.parametrize(("text", "breaks"), BREAKS)
def test_clause_ends_at_marks_and_relatives(tools: Tools, english: Grammar, text: str, breaks: list[str]) -> None:
    assert texts(sentence_of(tools, text), english.is_break) == breaks


def test_elided_preposition_is_one(tools: Tools, french: Grammar) -> None:
    assert texts(sentence_of(tools, "Il vient d'Oslo avec elle.", "fr"), french.is_preposition) == ["d'", "avec"]


def test_articles_are_definite_or_indefinite(english: Grammar, french: Grammar) -> None:
    assert "the" in english.definite
    assert {"a", "an"} <= english.indefinite
    assert not french.definite & french.indefinite


@pytest.mark.parametrize("language", ["en", "fr"])
def test_people_who_speak_are_never_spoken_of(tools: Tools, language: str) -> None:
    grammar = tools.readers[language].grammar
    pronouns = grammar.pronouns_thing | grammar.pronouns_person | grammar.pronouns_plural

    assert not pronouns & {"i", "me", "you", "we", "us", "je", "tu", "vous", "nous", "on"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_auxiliaries_are_no_verbs_of_their_own(tools: Tools, language: str) -> None:
    grammar = tools.readers[language].grammar

    assert not grammar.verbs & (grammar.auxiliaries | grammar.modals)


def test_verbs_of_frames_are_verbs(tools: Tools, english: Grammar) -> None:
    frames = tools.lexicon.attributes["factory"].wording["en"].frames
    lemmas = {lemma for frame in frames for lemma in frame.verb[0]} - english.auxiliaries - english.modals

    assert lemmas
    assert lemmas <= english.verbs
