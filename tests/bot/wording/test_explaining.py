"""Why a question got its reply, in words."""

from dataclasses import fields

import pytest

from bot.answering import Answering
from bot.models import Query
from bot.models.finding import Reason
from bot.models.query import Claim, Condition, Intent, Match, Operator, Ordering
from bot.wording.explaining import Labels, explanation
from bot.wording.phrases import ENGLISH, FRENCH, PHRASES, Phrases
from facts.store.reader import FactStore
from tests.bot.answering.asking import mention, query
from tests.bot.world import money

CHEAPEST = Ordering("price", descending=False)
UNDER_25K = Condition("price", Operator.BELOW, money("25k", 25000))


@pytest.fixture(scope="session")
def labels(store: FactStore) -> Labels:
    return Labels(lambda key: store.entity(key).name, lambda key: key)


CASES: list[tuple[Query, list[str]]] = [
    (
        query(Intent.LOOKUP, mention("brio", text="teh bryo", match=Match.CORRECTED), attributes=("price",)),
        ["Asked for: a value", "Names: “teh bryo” → Alda Brio (spelling corrected)", "About: price",
         "Reply: from facts (1, 1 of them reviewed by a person)"],
    ),
    (
        query(Intent.LOOKUP, "brio", attributes=("seats",), inherited=("subjects",)),
        ["Taken from the question before: the names",
         "Reply: not known, because the name and the attribute are understood, but no fact joins them"],
    ),
    (
        query(Intent.LOOKUP, "brio", attributes=("prix",), unknown=("zorp",), language="fr"),
        ["Pas compris : « zorp »",
         "Réponse : inconnu, car un mot qui pourrait changer le sens n'a pas été compris"],
    ),
    (
        query(Intent.OPEN, "lomnica", words=("freight", "strike")),
        ["Reply: the nearest passages, because no attribute of the vocabulary was recognised in it"],
    ),
    (
        query(Intent.SUPERLATIVE, ordering=CHEAPEST, conditions=(UNDER_25K,), set_kind="model"),
        ["Conditions: price under 25k", "Order: price, lowest first"],
    ),
    (
        query(Intent.CHECK, "nido", claims=(Claim("price", Operator.BELOW, than=("brio",)),)),
        ["Asked for: yes or no", "Supposed: price under that of Alda Brio"],
    ),
    (query(Intent.CHATTER), ["Reply: a hint, because there is nothing to look up"]),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "lines"), CASES)
def test_what_was_read_and_why_it_is_answered_so(
    store: FactStore, labels: Labels, asked: Query, lines: list[str]
) -> None:
    said = explanation(asked, Answering(store).find(asked), labels).split("\n")
    assert [line for line in lines if line not in said] == [], said


@pytest.mark.parametrize("phrases", PHRASES.values())
def test_every_intent_match_and_reason_has_words(phrases: Phrases) -> None:
    assert set(phrases.intents) == {intent.value for intent in Intent}
    assert set(phrases.matches) == {match.value for match in Match}
    assert set(phrases.reasons) == {reason.value for reason in Reason}
    assert set(phrases.operators) == {operator.value for operator in Operator}


@pytest.mark.parametrize("name", [field.name for field in fields(Phrases)])
def test_both_languages_say_the_same(name: str) -> None:
    english, french = getattr(ENGLISH, name), getattr(FRENCH, name)
    if isinstance(english, dict):
        assert set(english) == set(french)
    else:
        assert english.count("{") == french.count("{")
