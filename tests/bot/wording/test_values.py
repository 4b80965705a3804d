"""Values in the language of the answer."""

from typing import Any

import pytest

from bot.models import Source
from bot.models.finding import Row
from bot.wording.catalogue import Catalogue
from bot.wording.english import ENGLISH
from bot.wording.french import FRENCH
from bot.wording.values import clip, currency_name, like, number, value_text
from facts.models import Bound, Certainty, Entity, Fact, Value, ValueKind
from tests.bot.world import date, money, quantity, words


def row(value: Value, language: str = "en", **more: Any) -> Row:
    fact = Fact("brio", "price", value, "a.txt", 0, 9, (0, 2), "hand", **more)
    return Row(fact, Entity("brio", "Brio", "model"), Source("a.txt", "x" * 9, 0, 9), language)


@pytest.mark.parametrize(
    ("value", "written_in", "words_of", "expected"),
    [
        (money("20,000 euros", 20000), "en", ENGLISH, "20,000 euros"),
        (money("20,000 euros", 20000), "en", FRENCH, "20 000 €"),
        (money("20 000 €", 20000), "fr", ENGLISH, "20,000 euros"),
        (money("€18,000", 18000, bound=Bound.ABOUT), "en", ENGLISH, "about €18,000"),
        (money("around 18,000 euros", 18000, bound=Bound.ABOUT), "en", ENGLISH, "around 18,000 euros"),
        (money("around 18,000 euros", 18000, bound=Bound.ABOUT), "en", FRENCH, "environ 18 000 €"),
        (money("EUR 18,000", 18000, bound=Bound.FROM), "en", ENGLISH, "from EUR 18,000"),
        (date("March 2026", "2026-03", 20260301, 20260331), "en", FRENCH, "mars 2026"),
        (date("2026", "2026", 20260101, 20261231), "en", FRENCH, "2026"),
        (date("20 février 2026", "2026-02-20", 20260220, 20260220), "fr", ENGLISH, "20 February 2026"),
        (Value("February 20", ValueKind.DATE, date="--02-20"), "en", FRENCH, "20 février"),
        (date("yesterday", "2026-02-20", 20260220, 20260220), "en", ENGLISH, "20 February 2026"),
        (date("next month", "2026-03", 20260301, 20260331), "en", FRENCH, "mars 2026"),
        (date("last week", "2026-02-09/2026-02-15", 20260209, 20260215), "en", ENGLISH, "last week"),
        (date("early 2026", "2026", 20260101, 20260430), "en", FRENCH, "early 2026"),
        (date("late 2026", "2026-10/2026-12", 20261001, 20261231), "en", FRENCH, "fin 2026"),
        (date("printemps 2027", "2027-03/2027-05", 20270301, 20270531), "fr", ENGLISH, "spring 2027"),
        (quantity("1,450 kg", 1450, "kg"), "en", FRENCH, "1 450 kg"),
        (quantity("7.7 seconds", 7.7, "s"), "en", FRENCH, "7,7 seconds"),
        (quantity("18.6", 18.6, "kWh"), "en", ENGLISH, "18.6 kWh"),
        (quantity("112", 180.246528, "km_h"), "en", ENGLISH, "180.25 km/h"),
        (Value("24 990", ValueKind.MONEY, 24990, unit="EUR"), "fr", FRENCH, "24 990 €"),
        (Value("7.5", ValueKind.DURATION, 7.5, unit="s"), "en", ENGLISH, "7.5 s"),
        (Value("31", ValueKind.DURATION, 1860, unit="s"), "en", ENGLISH, "31 min"),
        (Value("410-530", ValueKind.QUANTITY, 410, 530, "l"), "en", ENGLISH, "410 – 530 l"),
        (words("not much later"), "en", FRENCH, "« not much later »"),
        (words("LFP"), "en", FRENCH, "LFP"),
    ],
)
def test_value_text(value: Value, written_in: str, words_of: Catalogue, expected: str) -> None:
    assert value_text(row(value, written_in), words_of).replace("\u00a0", " ") == expected


def test_an_approximate_fact_says_about() -> None:
    assert (
        value_text(row(money("20,000 euros", 20000), certainty=Certainty.APPROXIMATE), ENGLISH) == "about 20,000 euros"
    )


@pytest.mark.parametrize(
    ("written", "amount", "expected"),
    [
        (money("20,000 euros", 20000), 2000, "2,000 euros"),
        (money("€20,000", 20000), 2000, "€2,000"),
        (money("around 18,000 euros", 18000, bound=Bound.ABOUT), 2000, "2,000 euros"),
        (money("20k", 20000), 2000, "2k"),
        (quantity("310 km", 310, "km"), 15, "15 km"),
        (quantity("193 miles", 310.6, "km"), 16.09, "10 miles"),
        (Value("three", ValueKind.COUNT, 3), 2, "2"),
    ],
)
def test_amounts_are_worded_like_others(written: Value, amount: float, expected: str) -> None:
    assert like(row(written), amount, ENGLISH) == expected


def test_numbers_and_currencies() -> None:
    assert (number(1234.5, ENGLISH), number(1234.5, FRENCH)) == ("1,234.5", "1\u00a0234,5")
    assert (currency_name("USD", ENGLISH), currency_name("parsec", ENGLISH)) == ("US dollars", "parsec")


def test_texts_are_cut_at_a_word() -> None:
    assert clip("one two three", 9) == "one two…"
