"""A fact that waits for review and a search that leads to its sentence: where the two agree, that is the answer."""

from collections.abc import Iterator

import pytest

from bot.answering import Answering
from bot.models.finding import Missing, Passages, Told
from bot.models.query import Intent
from facts.models import Origin, Value, ValueKind
from facts.store.reader import FactStore
from tests.bot.answering.asking import query
from tests.bot.world import OLD, lexicon, lineup, money, quantity


@pytest.fixture(scope="module")
def answering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answering]:
    """Return what answers on the invented lineup with five more facts, none of which anybody reviewed."""
    draft = lineup()
    waiting = {"origin": Origin.PROPOSED}
    draft.fact("corso", "seats", Value("5", ValueKind.COUNT, amount=5), OLD[16], **waiting)
    draft.fact("corso", "range", quantity("310 km", 310, "km"), OLD[1], **waiting)  # the sentence names another car
    draft.fact("nido", "range", quantity("310 km", 310, "km"), OLD[1], **waiting)
    draft.fact("nido", "range", quantity("325 km", 325, "km"), "The Brio now has a range of 325 km.", **waiting)
    draft.fact("tosca", "price", money("30,000 dollars", 30000, "USD"), OLD[14], **waiting)
    with FactStore.open(draft.write(tmp_path_factory.mktemp("lineup") / "facts.db", lexicon())) as opened:
        yield Answering(opened)


def test_one_value_in_the_nearest_sentence_answers(answering: Answering) -> None:
    found = answering.find(query(Intent.LOOKUP, "corso", attributes=("seats",), words=("seats",)))
    assert isinstance(found, Told)
    assert [row.value for row in found.rows] == ["5"]


@pytest.mark.parametrize(
    ("subject", "attribute"),
    [
        ("corso", "range"),  # the sentence speaks of the Brio
        ("nido", "range"),  # two values
        ("tosca", "price"),  # so are the prices
        ("corso", "weight"),  # nothing is proposed
    ],
)
def test_whatever_else_is_proposed_waits(answering: Answering, subject: str, attribute: str) -> None:
    found = answering.find(query(Intent.LOOKUP, subject, attributes=(attribute,), words=(attribute,)))
    assert isinstance(found, Missing | Passages)


def test_a_value_that_is_of_no_market_does_not_answer_for_one(answering: Answering) -> None:
    found = answering.find(query(Intent.LOOKUP, "corso", attributes=("seats",), words=("seats",), market="portugal"))
    assert isinstance(found, Missing | Passages)
