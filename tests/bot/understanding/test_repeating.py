"""The last question once more: of another subject or value, with a choice made, in another language, counted."""

from dataclasses import replace

import pytest

from bot.models import Answer, Choice, Intent, Match, Mention, Status
from bot.understanding import Understanding
from bot.understanding.conversations import Turn
from tests.bot.understanding.world import written


def turn_of(understanding: Understanding, question: str, *answered: str) -> Turn:
    query = understanding.read(question)
    return Turn(query, Answer(Status.UNKNOWN, "", query.language, entities=answered))


def offering(understanding: Understanding) -> Turn:
    """Return a turn whose question fitted two cars, both of which were offered."""
    query = understanding.read("What does the Brio cost?")
    several = Mention(14, 18, "Brio", ("brio", "corso"), Match.AMBIGUOUS)
    choices = (Choice("brio", "Alda Brio", "?"), Choice("corso", "Alda Corso", "?"))
    return Turn(replace(query, subjects=(several,)), Answer(Status.AMBIGUOUS, "?", "en", choices=choices))


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("What does the Brio cost?", "not that one, the Nido", "lookup nido price"),
        ("What does the Brio cost?", "no, I meant the Nido", "lookup nido price"),
        ("What does the Brio cost?", "no the Nido", "lookup nido price"),
        ("Quel est le prix de la Brio ?", "non, je parlais de la Nido", "lookup nido price"),
        ("Is the Brio cheaper than the Nido?", "and than the Corso?", "check ? price (price below nido)"),
        (
            "Is the Brio built in Portugal?",
            "and in Slovenia?",
            "check brio built_in_country (built_in_country is slovenia)",
        ),
        ("Is the Brio cheaper than the Nido?", "and than the Tosca?", "check brio price (price below tosca)"),
        ("What does the Nido cost?", "and the old one?", "lookup tosca price"),
        ("What does the Tosca cost?", "and the new one?", "lookup nido price"),
    ],
)  # fmt: skip
def test_only_what_differs_is_said(understanding: Understanding, first: str, then: str, expected: str) -> None:
    assert written(understanding.read(then, turn_of(understanding, first))) == expected


@pytest.mark.parametrize(("then", "language"), [("and in French?", "fr"), ("en anglais stp", "en")])
def test_the_answer_may_be_wanted_in_another_language(understanding: Understanding, then: str, language: str) -> None:
    query = understanding.read(then, turn_of(understanding, "What does the Brio cost?"))
    assert (written(query), query.language) == ("lookup brio price", language)


@pytest.mark.parametrize("then", ["how many is that?", "how many are there?", "il y en a combien ?", "how many?"])
def test_a_set_can_be_counted_afterwards(understanding: Understanding, then: str) -> None:
    turn = turn_of(understanding, "Which cars are built in Lomnica?", "brio", "nido")
    assert understanding.read(then, turn).intent is Intent.COUNT


@pytest.mark.parametrize(
    "then", ["the second", "2", "corso", "the Corso", "the second one", "le deuxième", "corso please"]
)
def test_a_choice_settles_what_was_ambiguous(understanding: Understanding, then: str) -> None:
    assert written(understanding.read(then, offering(understanding))) == "lookup corso price"


@pytest.mark.parametrize("then", ["the third", "alda", "yes", "7"])
def test_what_fits_no_choice_chooses_none(understanding: Understanding, then: str) -> None:
    assert understanding.read(then, offering(understanding)).subjects[:1] not in (("brio",), ("corso",))


def test_another_question_is_no_choice(understanding: Understanding) -> None:
    query = understanding.read("What is the range of the Nido?", offering(understanding))
    assert written(query) == "lookup nido range"
