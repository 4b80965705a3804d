"""The trie over words that finds phrases."""

from facts.phrases import PhraseIndex, words_of


def _index() -> PhraseIndex[str]:
    index: PhraseIndex[str] = PhraseIndex()
    for text in ("price", "list price", "price tag", "price tag"):
        index.add(words_of(text), text)
    return index


def test_all_hits_longest_first() -> None:
    hits = _index().find(("the", "list", "price", "tag"))
    assert [(hit.start, hit.end, hit.payloads) for hit in hits] == [
        (1, 3, ("list price",)),
        (2, 4, ("price tag",)),
        (2, 3, ("price",)),
    ]


def test_longest_hits_never_overlap() -> None:
    hits = _index().find_longest(("the", "list", "price", "tag"))
    assert [(hit.start, hit.end) for hit in hits] == [(1, 3)]


def test_phrase_stands_for_several_things() -> None:
    index: PhraseIndex[int] = PhraseIndex()
    index.add(("range",), 1)
    index.add(("range",), 2)
    assert index.find(("range",))[0].payloads == (1, 2)


def test_empty_phrase_is_ignored() -> None:
    index: PhraseIndex[int] = PhraseIndex()
    index.add((), 1)
    assert index.find(("a",)) == []


def test_words_leave_marks_and_possessives_out() -> None:
    assert words_of("l'Espace's E-Tech, 0-100") == ("l'", "espace", "e", "tech", "0", "100")


def test_hyphens_inside_a_phrase_are_passed_over() -> None:
    index: PhraseIndex[str] = PhraseIndex()
    index.add(words_of("on-board charger"), "charger")
    hits = index.find(("an", "on", "-", "board", "charger", "-"))
    assert [(hit.start, hit.end) for hit in hits] == [(1, 5)]
