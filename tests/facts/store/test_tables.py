"""Word forms and everyday words behave as a mapping and a set without being loaded."""

from dataclasses import replace
from itertools import product
from pathlib import Path

from facts.store.reader import FactStore
from facts.store.tables import TOGETHER
from facts.store.writer import Contents, write_store


def test_forms_are_a_mapping(store: FactStore) -> None:
    forms = store.lemmas.forms["en"]

    assert forms["costs"] == "cost"
    assert forms.get("cost") is None
    assert dict(forms) == {"costs": "cost"}
    assert list(forms.items()) == [("costs", "cost")]
    assert forms.get("cost", "none") == "none"
    assert len(forms) == 1


def test_ordinary_words_are_a_container(store: FactStore) -> None:
    assert "spring" in store.lemmas.ordinary
    assert "miro" not in store.lemmas.ordinary


def test_all_of_many_ordinary_words_are_held_and_no_others(contents: Contents, tmp_path: Path) -> None:
    spelled = ["".join(letters) for letters in product("aéz'", repeat=5)]  # many rows, and letters beyond ASCII
    held = set(spelled[::2])
    assert len(held) > 3 * TOGETHER
    write_store(tmp_path / "many.db", replace(contents, ordinary=held))

    with FactStore.open(tmp_path / "many.db") as store:
        others = ["", "a", "zzzzzz", "\n", "aaaa\naaaa", "\ud800"]
        assert {word for word in (*spelled, *others) if word in store.lemmas.ordinary} == held
