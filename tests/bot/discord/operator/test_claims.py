"""Facts as an operator sees them: who vouches, how surely, and nothing that Discord would take for markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.operator.claims import Claims, full_legend, quoted
from bot.discord.texts import texts_in
from facts.lexicon.loader import load_lexicon
from facts.models import Bound, Certainty, Fact, Origin, Value, ValueKind

TEXT = "The *Twingo* costs about 20,000 euros."
VALUE = Value("20,000 euros", ValueKind.MONEY, 20_000.0, unit="EUR", bound=Bound.ABOUT)


def fact(**changes: object) -> Fact:
    made = Fact("twingo", "built_in_country", VALUE, "a.md", 0, len(TEXT), (25, 37), "frame")
    return Fact(**{name: changes.get(name, getattr(made, name)) for name in Fact.__slots__})


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "? **Twin\\*go** · country of production · 20,000 euros (about, expected, according to Luca \\_)"),
        ("fr", "? **Twin\\*go** · pays de production · 20,000 euros (environ, prévu, selon Luca \\_)"),
    ],
)
def test_a_fact_is_worded_in_the_readers_language(language: str, expected: str) -> None:
    claims = Claims({"twingo": "Twin*go"}, load_lexicon(), texts_in(language))

    assert claims.line(fact(certainty=Certainty.EXPECTED, speaker="Luca _")) == expected


def test_every_origin_has_a_mark_that_the_legend_explains() -> None:
    claims = Claims({}, load_lexicon(), texts_in("en"))
    marks = [claims.line(fact(origin=origin))[0] for origin in Origin]

    assert len(set(marks)) == len(marks)
    assert all(f"{mark} " in full_legend(texts_in("en")) for mark in marks)


def test_the_words_that_say_it_are_bold() -> None:
    assert quoted(TEXT, (0, len(TEXT)), [(25, 37)]) == "> The \\*Twingo\\* costs about **20,000 euros**."


def test_a_long_sentence_is_cut() -> None:
    assert quoted("x" * 1_000, (0, 1_000)) == f"> {'x' * 400} …"


@given(text=st.text(max_size=600), start=st.integers(0, 600), length=st.integers(0, 600))
def test_any_quote_is_one_line(text: str, start: int, length: int) -> None:
    said = quoted(text, (0, len(text)), [(start, start + length)])

    assert said.startswith("> ")
    assert len(said.splitlines()) == 1
