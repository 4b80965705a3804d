"""Findings as answers: status, values, sources, and what the next turn may refer to."""

import pytest

from bot.models import Query, Status, Tier
from bot.models.query import Claim, Intent, Operator, Ordering
from tests.bot.answering.asking import mention, query
from tests.bot.wording.conftest import Reply

BOTH_PRICES = ["2,500 euros", "around 18,500 euros", "21,000 euros"]  # their difference first
CHEAPEST = Ordering("price", descending=False)


@pytest.mark.parametrize(
    ("asked", "status", "tier"),
    [
        (query(Intent.LOOKUP, "brio", attributes=("price",)), Status.ANSWERED, Tier.FACTS),
        (query(Intent.LOOKUP, "brio", attributes=("seats",)), Status.UNKNOWN, None),
        (query(Intent.OPEN, "lomnica", words=("freight",)), Status.PASSAGE, None),
        (query(Intent.OPINION, "brio"), Status.UNKNOWN, None),
        (query(Intent.CHATTER), Status.CHATTER, None),
        (query(Intent.ABOUT_BOT), Status.ANSWERED, None),
    ],
)
def test_statuses(reply: Reply, asked: Query, status: Status, tier: Tier | None) -> None:
    answer = reply(asked)
    assert (answer.status, answer.tier) == (status, tier)


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        (query(Intent.LOOKUP, "tosca", attributes=("replaces",), inverse=True), ["Bexa Nido"]),
        (query(Intent.COUNT, "lomnica", attributes=("factory",), inverse=True), ["2", "Alda Brio", "Bexa Nido"]),
        (query(Intent.WHO_SAID, words=("recovery",)), ["Mara Veld"]),
        (query(Intent.SUPERLATIVE, "brio", "nido", ordering=CHEAPEST), ["around 18,500 euros"]),
        (query(Intent.COMPARE, "nido", "brio", attributes=("price",)), BOTH_PRICES),
        (query(Intent.LOOKUP, "nido", attributes=("price",), language="fr"), ["around 18,500 euros"]),
    ],
)  # fmt: skip
def test_values(reply: Reply, asked: Query, values: list[str]) -> None:
    assert [value.text for value in reply(asked).values] == values


def test_a_quote_is_cited_once_with_all_its_marks(reply: Reply) -> None:
    (source,) = reply(query(Intent.REVERSE, "p2", attributes=("platform",), inverse=True)).sources
    assert source.quote.startswith("The Brio sits on")


def test_the_next_turn_is_about_what_was_asked(reply: Reply) -> None:
    claim = Claim("factory", Operator.IS, entities=("slovenia",))
    assert reply(query(Intent.CHECK, "brio", claims=(claim,))).entities == ("brio",)


def test_what_was_found_is_what_the_next_turn_is_about(reply: Reply) -> None:
    assert reply(query(Intent.LOOKUP, "tosca", attributes=("replaces",), inverse=True)).entities == ("nido",)
    assert reply(query(Intent.LOOKUP, "brio", attributes=("seats",))).entities == ("brio",)
    assert reply(query(Intent.ABOUT_BOT, brand=mention("bexa"))).entities == ("nido", "tosca")


def test_what_was_asked_for_and_not_known_is_told(reply: Reply) -> None:
    """By the name of the entity and the id of the attribute, also where the rest of the question was known."""
    assert reply(query(Intent.LOOKUP, "brio", attributes=("seats",))).gaps == (("Alda Brio", "seats"),)
    assert reply(query(Intent.LOOKUP, "brio", attributes=("price", "seats"))).gaps == (("Alda Brio", "seats"),)
    assert reply(query(Intent.LOOKUP, "brio", attributes=("price",))).gaps == ()
