"""A passage as a row of tokens with lemmas and values."""

import pytest

from facts.corpus import Tools
from tests.facts.parsing.analysing import sentence_of, sentences_of


def test_tokens_have_lemmas_one_by_one(tools: Tools) -> None:
    sentence = sentence_of(tools, "The cars were built.")

    assert [token.text for token in sentence.tokens] == ["The", "cars", "were", "built", "."]
    assert sentence.lemmas == ("the", "car", "be", "build", ".")


def test_lemmas_are_those_of_the_language(tools: Tools) -> None:
    assert sentence_of(tools, "Les voitures coûtent cher.", "fr").lemmas[:3] == ("le", "voiture", "couter")


def test_spans_count_from_the_start_of_the_document(tools: Tools) -> None:
    text = "It is small. The Kia EV2 costs £20,000."
    second = sentences_of(tools, text)[1]

    assert [text[token.start : token.end] for token in second.tokens] == [token.text for token in second.tokens]
    assert [text[span.start : span.end] for span in second.values] == ["£20,000"]


def test_tokens_of_a_value_are_marked(tools: Tools) -> None:
    sentence = sentence_of(tools, "It weighs 940 kg today.")

    assert {sentence.tokens[position].text for position in sentence.valued} >= {"940", "kg"}
    assert 0 not in sentence.valued


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They sell the current Spring here.", []),
        ("They sell it in spring 2031 here.", ["spring 2031"]),
        ("It comes in Spring 2031 at last.", ["Spring 2031"]),
    ],
)
def test_season_with_a_capital_and_no_year_is_a_name(tools: Tools, text: str, values: list[str]) -> None:
    assert [span.value.text for span in sentence_of(tools, text).values] == values


@pytest.mark.parametrize(
    ("quote", "words"),
    [("Kia EV2", ["Kia", "EV2"]), ("ia EV", []), ("EV2 costs", ["EV2", "costs"]), (" ", []), (".", ["."])],
)
def test_positions_are_of_whole_tokens(tools: Tools, quote: str, words: list[str]) -> None:
    text = "The Kia EV2 costs more."
    sentence = sentence_of(tools, text)
    start = text.index(quote)

    found = [sentence.tokens[position].text for position in sentence.positions(start, start + len(quote))]

    assert found == words


def test_words_quote_the_text_between_tokens(tools: Tools) -> None:
    assert sentence_of(tools, "The  Kia\u00a0EV2 costs more.").words(1, 3) == "Kia\u00a0EV2"


def test_tokens_touch_where_no_space_parts_them(tools: Tools) -> None:
    sentence = sentence_of(tools, "An E-Tech, here.")
    touching = [sentence.tokens[position].text for position in range(10) if sentence.touches(position)]

    assert touching == ["-", "Tech", ",", "."]
