"""Which of several facts is told."""

from typing import Any

from bot.answering.settling import settle
from bot.models import Source
from bot.models.finding import Row
from facts.models import Certainty, Entity, Fact, Origin, Value
from tests.bot.world import money, words

DATES = {"old": "2025-01-01", "new": "2025-06-01"}
CAR = Entity("brio", "Brio", "model")


def row(value: Value, document: str = "old", start: int = 0, **more: Any) -> Row:
    told = {"origin": Origin.EXTRACTED, **more}
    fact = Fact("brio", "price", value, document, start, start + 9, (start, start + 2), "hand", **told)
    return Row(fact, CAR, Source(document, "x" * 9, start, start + 9), "en")


def settled(*rows: Row, is_many: bool = False) -> list[Row]:
    return settle(rows, is_many=is_many, published=lambda name: DATES[name])


def test_the_newest_is_told_and_the_older_is_its_rival() -> None:
    (head,) = settled(row(money("1", 1)), row(money("2", 2), "new"))
    assert (head.value, [rival.value for rival in head.rivals]) == ("2", ["1"])


def test_a_reviewed_fact_wins_over_a_newer_one() -> None:
    (head,) = settled(row(money("1", 1), origin=Origin.REVIEWED), row(money("2", 2), "new"))
    assert head.value == "1"


def test_the_same_value_again_is_one_more_quote() -> None:
    (head,) = settled(row(money("1 euro", 1)), row(money("€1", 1), "new"))
    assert (len(head.also), head.rivals) == (1, ())


def test_a_firm_fact_comes_before_a_hedged_one() -> None:
    (head,) = settled(row(money("1", 1), certainty=Certainty.RUMOURED), row(money("2", 2), start=20))
    assert head.value == "2"


def test_other_markets_are_no_rivals() -> None:
    heads = settled(row(money("1", 1), qualifiers={"market": "France"}), row(money("2", 2)))
    assert [(head.value, head.rivals) for head in heads] == [("1", ()), ("2", ())]


def test_many_values_may_stand() -> None:
    assert len(settled(row(money("1", 1)), row(money("2", 2), start=20), is_many=True)) == 2


def test_words_for_an_amount_support_it() -> None:
    (head,) = settled(row(money("1", 1)), row(words("the same price"), start=20))
    assert (head.value, len(head.also)) == ("1", 1)
