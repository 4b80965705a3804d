"""Words of people never become full-text syntax."""

import pytest

from facts.store.search import MOST_COUNTED, MOST_SCORED, MOST_WORDS, leaves_words_out, match_expression


@pytest.mark.parametrize(
    ("words", "names", "expression"),
    [
        ([], [], ""),
        (["price"], [], '"price"'),
        (["price", "cost"], ["Élan"], '("elan") AND ("price" OR "cost")'),
        (["price", "Price"], [], '"price"'),
        ([], ["Novo  Mesto"], '("novo mesto")'),
        (["e-tech"], [], '"e tech"'),
        (['"', "*", ")"], [], ""),
    ],
)
def test_expression_of_words_and_names(words: list[str], names: list[str], expression: str) -> None:
    assert match_expression(words, names) == expression


@pytest.mark.parametrize(
    ("words", "names", "expression"),
    [
        (["rare", "some", "most"], [], '"rare" OR "some"'),  # what nearly every passage holds is left out
        (["most", "many"], [], '("many") AND ("most")'),  # nothing rarer: both must be there
        (["most"], [], '("most")'),
        (["many", "most"], ["Élan"], '("elan") AND ("many")'),  # few passages name it, so more words may be scored
        (["most"], ["Élan"], '("elan")'),
        (["rare", "many"], ["many"], '("many") AND ("rare")'),
        (["rare"], ["many", "Élan many"], '("elan many") AND ("rare")'),  # a name in full, not what many are called
    ],
)
def test_common_words_are_looked_for_as_far_as_they_can_be(words: list[str], names: list[str], expression: str) -> None:
    common = {"some": MOST_SCORED - 1, "many": MOST_SCORED + 1, "most": MOST_COUNTED + 1}

    assert match_expression(words, names, common=common) == expression


@pytest.mark.parametrize(
    ("words", "names", "expression"),
    [
        (["price", "tariff"], [], '"price"'),
        (["tariff", "fee"], [], '"tariff"'),  # one is left: without any, everything would be found
        (["price"], ["Zephyr", "Brio"], '("brio") AND ("price")'),
        (["price"], ["Zephyr"], '("zephyr") AND ("price")'),
        (["price tag"], [], '"price tag"'),  # held by none, and the only one
        (["price", "20,000", "brios"], [], '"price" OR "20,000"'),  # a number may be several words of the index
    ],
)
def test_words_that_no_passage_holds_are_not_looked_for(words: list[str], names: list[str], expression: str) -> None:
    assert match_expression(words, names, held={"price", "brio"}) == expression


@pytest.mark.parametrize(("words", "is_told"), [(["rare"], False), (["most"], True), (["half", "half", "other"], True)])
def test_words_that_are_left_out_are_told(words: list[str], is_told: bool) -> None:
    common = {"most": MOST_COUNTED + 1, "half": MOST_COUNTED // 2, "other": MOST_COUNTED // 2 + 1}

    assert leaves_words_out(words, (), common) is is_told


def test_expression_stays_short() -> None:
    assert match_expression([f"word{n}x" for n in range(500)]).count(" OR ") == MOST_WORDS - 1
