"""Word forms behave as a mapping without being loaded."""

from facts.store.reader import FactStore


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
