"""How near passages are to a question."""

import pytest

from bot.answering.known import Known
from bot.answering.retrieval import NAMED_ELSEWHERE, Candidate, Retrieval, Wanted
from bot.answering.terms import Term, Terms
from facts.store.reader import FactStore

MOST = 6


@pytest.fixture
def known(store: FactStore) -> Known:
    return Known(store)


def wanted(*words: str, names: tuple[tuple[str, ...], ...] = (), **more: tuple[str, ...]) -> Wanted:
    return Wanted(Terms([Term(word, {word: 1.0}) for word in words]), names=names, **more)


def nearest(known: Known, what: Wanted) -> list[Candidate]:
    return Retrieval(known, what).nearest(MOST)


def quote(known: Known, one: Candidate) -> str:
    return one.passage.of(known.document(one.passage.document).text)


def test_the_passage_with_the_rarest_words_comes_first(known: Known) -> None:
    found = nearest(known, wanted("freight", "built"))
    assert quote(known, found[0]) == "They are built in Lomnica to keep freight short."
    assert found[0].told == 1


def test_words_of_the_sentence_before_count_half(known: Known) -> None:
    found = {quote(known, one): one for one in nearest(known, wanted("freight", names=(("Corso",),)))}
    behind = found["The Corso is no longer planned for Slovenia."]
    assert (behind.told, behind.own) == (0.5, {})


def test_a_name_is_there_in_the_passage_around_it_or_elsewhere_in_the_document(known: Known) -> None:
    found = nearest(known, wanted("freight", "platform", names=(("Corso",),)))
    assert {one.named[0] for one in found} >= {1.0, NAMED_ELSEWHERE}


def test_the_sort_of_value_is_seen(known: Known) -> None:
    found = nearest(known, wanted("cork", names=(("Corso",),), kinds=("count",)))
    assert found[0].has_kind
    assert quote(known, found[0]) == "The 5 seats of the Corso are filled with cork."


def test_nothing_wanted_finds_nothing(known: Known) -> None:
    assert nearest(known, wanted()) == []
