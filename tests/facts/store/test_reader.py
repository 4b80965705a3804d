"""What comes out of a store, and the files that are refused."""

import sqlite3
from pathlib import Path

import pytest

from facts.errors import StoreError
from facts.models import Bound, Certainty, Origin
from facts.store.header import is_store
from facts.store.reader import FactStore
from facts.store.schema import SCHEMA_VERSION
from tests.facts.store.conftest import TEXT


def test_documents_come_without_their_text(store: FactStore) -> None:
    (document,) = store.documents()

    assert (document.name, document.text, document.title, document.published) == ("a.txt", "", "On prices", "2026-02")


def test_one_document_comes_with_its_text(store: FactStore) -> None:
    assert store.document("a.txt").text == TEXT


def test_unknown_document_is_a_key_error(store: FactStore) -> None:
    with pytest.raises(KeyError):
        store.document("b.txt")


def test_passages_keep_order_and_frame(store: FactStore) -> None:
    passages = store.passages("a.txt")

    assert [passage.number for passage in passages] == [0, 1, 2, 3]
    assert passages[1].of(TEXT) == "The Élan costs 20,000 euros."
    assert passages[1].heading == 0


def test_entity_survives_the_round_trip(store: FactStore) -> None:
    miro, elan = store.entity("miro"), store.entity("elan")

    assert (miro.name, miro.kind, miro.aliases, miro.traits) == ("Miro", "version", ("Miro", "Míro GT"), ("small",))
    assert elan.described


def test_unknown_entity_is_a_key_error(store: FactStore) -> None:
    with pytest.raises(KeyError):
        store.entity("nobody")


@pytest.mark.parametrize(
    ("kind", "ids"), [(None, ["bree", "elan", "miro"]), ("model", ["elan", "miro"]), ("version", ["miro"]), ("x", [])]
)
def test_entities_of_a_kind_include_the_kinds_below(store: FactStore, kind: str | None, ids: list[str]) -> None:
    assert [entity.id for entity in store.entities(kind)] == ids


@pytest.mark.parametrize("name", ["elan", "ÉLAN", "É-lan"])
def test_entities_are_found_by_any_spelling_of_a_name(store: FactStore, name: str) -> None:
    assert [entity.id for entity in store.entities_named(name)] == ["elan"]


def test_fact_survives_the_round_trip(store: FactStore) -> None:
    (fact,) = store.facts_about("elan", "factory")

    assert (fact.value.text, fact.value.entity, fact.certainty, fact.origin) == (
        "Bree",
        "bree",
        Certainty.EXPECTED,
        Origin.REVIEWED,
    )
    assert (fact.speaker, fact.qualifiers) == ("Ann Lee", {"market": "France"})
    assert TEXT[slice(*fact.at)] == "Bree"
    assert fact.value.bound is not Bound.ABOUT


def test_facts_are_found_by_their_value(store: FactStore) -> None:
    assert [fact.subject for fact in store.facts_with_value("bree")] == ["elan"]
    assert store.facts_with_value("bree", "price") == []


def test_facts_are_found_by_where_they_are_quoted_from(store: FactStore) -> None:
    every = store.facts()
    one = every[0]

    assert one in store.facts_in(one.document, one.start, one.start + 1)
    assert one not in store.facts_in(one.document, one.end, one.end + 1)
    assert store.facts_in(one.document, 0, max(fact.end for fact in every)) == store.facts(one.document)


def test_character_is_placed_among_the_passages(store: FactStore) -> None:
    for document in store.documents():
        passages = store.passages(document.name)
        for one in passages:
            assert store.place_in(document.name, one.start) == (one.number, len(passages))
            assert store.place_in(document.name, one.end - 1) == (one.number, len(passages))
        assert store.place_in(document.name, 10**9)[0] == max(len(passages) - 1, 0)
    assert store.place_in("no such document", 0) == (0, 0)


def test_quote_is_reviewed_where_a_person_vouched_for_a_fact_in_it(store: FactStore) -> None:
    for fact in store.facts():
        inside = store.facts_in(fact.document, fact.start, fact.end)
        reviewed = any(one.origin is Origin.REVIEWED for one in inside)
        assert store.is_reviewed(fact.document, fact.start, fact.end) is reviewed
    assert not store.is_reviewed("no such document", 0, 1)


def test_facts_that_were_given_out_are_the_callers(store: FactStore) -> None:
    """What is kept for the next who asks is not touched by who had it."""
    store.facts_with_value("bree").clear()

    assert [fact.subject for fact in store.facts_with_value("bree")] == ["elan"]


def test_facts_are_found_by_speaker_however_spelled(store: FactStore) -> None:
    assert [fact.attribute for fact in store.facts_by("ann lee")] == ["factory"]


@pytest.mark.parametrize(
    ("options", "subjects"),
    [
        ({}, ["elan", "miro"]),
        ({"descending": True}, ["miro", "elan"]),
        ({"limit": 1}, ["elan"]),
        ({"low": 20_001}, ["miro"]),
        ({"high": 20_000}, ["elan"]),
        ({"low": 40_000}, []),
    ],
)
def test_facts_of_an_attribute_go_by_amount(store: FactStore, options: dict[str, int], subjects: list[str]) -> None:
    assert [fact.subject for fact in store.facts_of("price", **options)] == subjects


def test_proposed_facts_stay_back_unless_asked_for(store: FactStore) -> None:
    assert store.facts_of("budget") == []
    assert [fact.origin for fact in store.facts_of("budget", proposed=True)] == [Origin.PROPOSED]
    assert len(store.facts()) == 3
    assert len(store.facts("a.txt", proposed=True)) == 4


@pytest.mark.parametrize(
    ("words", "names", "numbers"),
    [
        (["cost"], (), [1, 2, 3]),  # the lemma of one, the word of another, and in the sentence before
        (["elan"], (), [1, 2]),
        (["prices"], (), [0, 1, 2, 3]),  # the heading above is part of the frame
        (["euros"], ["Miro"], [3]),
        ([], ["Ann Lee"], [2, 3]),
        (["nothing"], (), []),
        ([], (), []),
        (['"', "NEAR(", "*", "own:x"], (), []),
    ],
)
def test_search_finds_passages_by_words_and_names(
    store: FactStore, words: list[str], names: list[str], numbers: list[int]
) -> None:
    assert sorted(passage.number for passage in store.search(words, names)) == numbers


def test_search_puts_the_passage_itself_before_its_frame(store: FactStore) -> None:
    assert store.search(["elan"])[0].number == 1


def test_search_returns_no_more_than_the_limit(store: FactStore) -> None:
    assert len(store.search(["prices"], limit=2)) == 2


def test_lemmas_and_ordinary_words_are_served(store: FactStore) -> None:
    assert store.lemmas.lemma("costs", "en") == "cost"
    assert store.lemmas.is_ordinary("spring")
    assert not store.lemmas.is_ordinary("miro")


def test_lexicon_and_counts_are_kept(store: FactStore) -> None:
    assert list(store.lexicon.attributes) == ["price"]
    assert store.fingerprint == "made-from"
    assert store.counts() == {
        "documents": 1, "passages": 4, "entities": 3, "facts": 4, "reviewed": 1, "extracted": 2, "proposed": 1,
        "statements": 0,
    }  # fmt: skip


def test_a_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="lineup build"):
        FactStore.open(tmp_path / "none.db")


@pytest.mark.parametrize("size", [0, 10, 60, 100, 5_000])
def test_a_truncated_store_is_refused_but_known_as_one(path: Path, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])

    with pytest.raises(StoreError, match="lineup build"):
        FactStore.open(path)
    assert is_store(path)


def test_a_store_of_another_schema_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()

    with pytest.raises(StoreError, match=f"schema {SCHEMA_VERSION + 1}"):
        FactStore.open(path)


def test_a_file_of_another_kind_is_no_store(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Dear diary, " * 20)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (c)")
    connection.close()

    assert not is_store(notes)
    assert not is_store(other)
    with pytest.raises(StoreError, match="not a fact store"):
        FactStore.open(notes)


def test_damage_that_shows_while_reading_is_a_store_error(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 64] = b"\xff" * 64
    path.write_bytes(content)

    with pytest.raises(StoreError, match="lineup build"), FactStore.open(path) as store:
        store.facts()


def test_an_open_store_goes_on_when_another_takes_its_place(store: FactStore, path: Path) -> None:
    fresh = path.with_name("fresh.db")
    fresh.write_bytes(b"something else")
    fresh.replace(path)

    assert [fact.subject for fact in store.facts_of("price")] == ["elan", "miro"]


def test_annotations_of_passages_survive_the_round_trip(store: FactStore) -> None:
    annotated = [(one.asked, one.kinds, one.topics) for one in store.passages("a.txt")]

    assert annotated[1:3] == [(None, ("money",), ()), (None, (), ("Élan",))]


def test_a_kind_finds_passages_beside_names(store: FactStore) -> None:
    found = store.search([], ["Élan"], ["money"])

    assert next(passage.number for passage in found) == 1


def test_search_within_a_document(store: FactStore) -> None:
    assert store.search_in("a.txt", ["costs"]) != []
    assert store.search_in("b.txt", ["costs"]) == []


def test_documents_that_name_something(store: FactStore) -> None:
    assert store.documents_naming(["Élan"]) == ["a.txt"]
    assert store.documents_naming(["Zephyr"]) == []


def test_passages_with_a_word_are_counted(store: FactStore) -> None:
    assert (store.passages_with("elan") > 0, store.passages_with("zephyr")) == (True, 0)
