"""Words of people never become full-text syntax."""

import pytest

from facts.store.search import MOST_WORDS, match_expression


@pytest.mark.parametrize(
    ("words", "names", "expression"),
    [
        ([], [], ""),
        (["price"], [], '("price")'),
        (["price", "cost"], ["Élan"], '("elan") AND ("price" OR "cost")'),
        (["price", "Price"], [], '("price")'),
        ([], ["Novo  Mesto"], '("novo mesto")'),
        (["e-tech"], [], '("e tech")'),
        (['"', "*", ")"], [], ""),
    ],
)
def test_expression_of_words_and_names(words: list[str], names: list[str], expression: str) -> None:
    assert match_expression(words, names) == expression


def test_expression_stays_short() -> None:
    assert match_expression([f"word{n}x" for n in range(500)]).count(" OR ") == MOST_WORDS - 1
