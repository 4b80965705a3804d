"""Passages that name an attribute and its subject where no fact does."""

from bot.answering import Answering
from bot.models.finding import Missing, Passages
from bot.models.query import Intent
from tests.bot.answering.asking import query


def test_a_passage_with_name_and_noun_is_shown(answering: Answering) -> None:
    found = answering.find(query(Intent.LOOKUP, "corso", attributes=("seats",)))
    assert isinstance(found, Passages)
    assert [source.quote for source in found.passages] == ["The seats of the Corso are filled with cork."]


def test_the_noun_alone_is_not_enough(answering: Answering) -> None:
    assert isinstance(answering.find(query(Intent.LOOKUP, "brio", attributes=("seats",))), Missing)


def test_a_noun_that_a_fact_about_another_explains_does_not_count(answering: Answering) -> None:
    """Corso and platform stand in one sentence, but so do the facts that explain them."""
    assert isinstance(answering.find(query(Intent.LOOKUP, "tosca", attributes=("platform",))), Missing)
