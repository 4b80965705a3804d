"""What people shorten names to, the words of names, and the index for misspelt ones."""

import pytest

from facts.lexicon import Kind, Lexicon
from facts.models import Entity
from facts.spelling import DeleteIndex
from facts.store.names import short_form_rows, spelling_row, word_rows
from facts.store.reader import FactStore

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
    index = DeleteIndex.unpacked(*spelling_row(["Élan 52", "Alda N4"]))
    assert [word for word in ("elan", "alda", "52", "n4") if word in index] == ["elan", "alda"]


def test_a_store_serves_them(store: FactStore) -> None:
    assert store.names_with("gt", 5) == ["Míro GT"]
    assert store.names_with("nothing", 5) == []
    assert store.spellings.meeting("mirro") == ["miro"]
