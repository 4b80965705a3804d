"""Rows as sentences and entries."""

from typing import Any

import pytest

from bot.models import Source
from bot.models.finding import Row
from bot.wording.english import ENGLISH
from bot.wording.french import FRENCH
from bot.wording.rows import RowWording, without
from facts.models import Certainty, Entity, Fact, Value
from tests.bot.world import date, lexicon, money, words

EN, FR = RowWording(lexicon(), ENGLISH), RowWording(lexicon(), FRENCH)
CAR = Entity("brio", "Brio", "model")


def row(value: Value, attribute: str = "price", **more: Any) -> Row:
    fact = Fact("brio", attribute, value, "a.txt", 0, 9, (0, 2), "hand", **more)
    return Row(fact, CAR, Source("a.txt", "x" * 9, 0, 9), "en")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([row(money("€1", 1))], "the Brio costs €1"),
        ([row(money("€1", 1)), row(money("€2", 2))], "the Brio costs €1 and €2"),
        ([row(money("€1", 1), certainty=Certainty.RUMOURED)], "the Brio costs €1 (rumoured)"),
        ([row(money("€1", 1), speaker="Alda")], "the Brio costs €1 (according to Alda)"),
        ([row(money("€1", 1), qualifiers={"market": "France"})], "the Brio costs €1 (France)"),
        (
            [row(money("€1", 1), qualifiers={"market": "France"}), row(money("€2", 2), qualifiers={"market": "Spain"})],
            "the Brio costs €1 (France) and €2 (Spain)",
        ),
        ([row(date("2026", "2026", 20260101, 20261231), "launch")], "the Brio is launched in 2026"),
        ([row(date("2 May 2026", "2026-05-02", 20260502, 20260502), "launch")], "the Brio is launched on 2 May 2026"),
        ([row(words("soon"), "launch")], "the Brio is launched soon"),
        (
            [row(date("the end of 2026", "2026-10/2026-12", 20261001, 20261231), "launch")],
            "the Brio is launched at the end of 2026",
        ),
        (
            [row(date("autumn of 2026", "2026-09/2026-11", 20260901, 20261130), "launch")],
            "the Brio is launched in the autumn of 2026",
        ),
        (
            [row(date("early 2027", "2027-01/2027-03", 20270101, 20270331), "launch")],
            "the Brio is launched in early 2027",
        ),
        ([row(words("much"), "no_such_thing")], "Brio — no such thing: much"),
    ],
)
def test_sentences(rows: list[Row], sentence: str) -> None:
    assert EN.sentence(rows) == sentence


def test_entries_keep_their_hedges() -> None:
    assert EN.entry(row(money("€1", 1), certainty=Certainty.EXPECTED)) == "Brio: €1 (expected)"
    assert FR.entry(row(money("€1", 1), certainty=Certainty.EXPECTED)) == "Brio : 1\u00a0€ (prévu)"


def test_a_speaker_who_is_the_subject_is_not_repeated() -> None:
    assert EN.notes(row(money("€1", 1), speaker="Brio")) == ()


def test_names_are_joined() -> None:
    assert (EN.listed([]), EN.listed(["A"]), EN.listed("ABC"), FR.listed("AB")) == ("", "A", "A, B and C", "A et B")


@pytest.mark.parametrize(("value", "label", "left"), [("segment A", "segment", "A"), ("B-segment", "segment", "B")])
def test_a_value_does_not_repeat_its_label(value: str, label: str, left: str) -> None:
    assert without(value, label) == left


def test_a_predicate_goes_on_about_its_subject() -> None:
    assert EN.predicate([row(money("€1", 1))]) == "costs €1"
    assert EN.predicate([row(words("much"), "no_such_thing")]) is None
