"""What people shorten names to, the words of names, the index for misspelt ones, and how a store serves them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.lexicon import Kind, Lexicon
from facts.models import Entity
from facts.store.gazetteer import filter_of, passes
from facts.store.names import short_form_rows, word_rows
from facts.store.reader import FactStore
from tests.spellings import spellings_of

KINDS = {
    "model": Kind("model"),
    "version": Kind("version", "model"),
    "brand": Kind("brand"),
    "person": Kind("person"),
}
LEXICON = Lexicon({}, KINDS, (), {}, ())
BRAND = Entity("alda", "Alda", "brand", ("Alda",))
MODEL = Entity("brio", "Alda Brio", "model", ("Alda Brio",), "alda")


@pytest.mark.parametrize(
    ("entity", "forms"),
    [
        (Entity("frost", "Alda Frost", "model", ("Alda Frost",), "alda"), ["Frost"]),
        (Entity("v", "Alda Brio 70", "version", ("Alda Brio 70",), "alda", "brio"), ["Brio 70", "70"]),
        (Entity("x", "Alda X", "model", ("Alda X",), "alda"), []),
        (Entity("n4", "Alda N4", "model", ("Alda N4",), "alda"), ["N4"]),
        (Entity("p", "Mara van Veld", "person", ("Mara van Veld",)), ["van Veld", "Veld"]),
        (Entity("q", "Mara V", "person", ("Mara V",)), []),
        (Entity("d", "Alda city car", "model", ("Alda city car",), "alda", None, True), []),
        (BRAND, []),
    ],
)
def test_names_are_shortened_as_people_do(entity: Entity, forms: list[str]) -> None:
    """A surname, a model without its brand, a version's own words; nothing of one letter, nothing of a description."""
    rows = short_form_rows([BRAND, MODEL, entity], LEXICON)
    assert [form for form, _, key in rows if key == entity.id] == list(dict.fromkeys(forms))


def test_words_are_kept_of_names_of_several() -> None:
    assert word_rows(["Élan", "Alda Brio", "Brio GT"]) == [
        ("alda", "Alda Brio"),
        ("brio", "Alda Brio"),
        ("brio", "Brio GT"),
        ("gt", "Brio GT"),
    ]


def test_the_index_holds_every_word_without_digits() -> None:
    index = spellings_of(["elan", "52", "alda", "n4"])
    assert [word for word in ("elan", "alda", "52", "n4") if word in index] == ["elan", "alda"]
    assert index.meeting("alad") == ["alda"]
    assert index.meeting("n5") == []


def test_a_store_serves_them(store: FactStore) -> None:
    names = store.gazetteer
    assert list(names.keys()) == ["bree", "elan", "miro", "mirogt"]
    assert names.with_word("gt", 5) == ["Míro GT"]
    assert names.with_word("nothing", 5) == []
    assert names.beginning("miro", 5) == [("miro", "miro"), ("mirogt", "miro")]
    assert names.with_word_beginning("g", 5) == ["Míro GT"]
    assert names.spellings.meeting("mirro") == ["miro"]


def test_a_name_means_what_bears_it_in_the_order_of_writing(store: FactStore) -> None:
    assert store.gazetteer.meant("mirogt") == (("miro",), ())
    assert store.gazetteer.meant("nothing") == ((), ())


@given(st.lists(st.text(max_size=12), max_size=40), st.text(max_size=12))
def test_the_filter_lets_every_name_pass(keys: list[str], other: str) -> None:
    bits = filter_of(keys)
    assert all(passes(bits, key) for key in keys)
    assert len(bits) >= 1
    passes(bits, other)


def test_the_filter_stops_nearly_all_else() -> None:
    bits = filter_of(f"name {number}" for number in range(1_000))
    assert sum(passes(bits, f"other {number}") for number in range(1_000)) < 150
