"""The store as answering sees it."""

from pathlib import Path

import pytest

from bot.answering.known import Known, has_wanted_kind
from facts.models import is_open, open_attribute
from facts.store.reader import FactStore
from tests.bot.answering.asking import mention
from tests.bot.world import lexicon, lineup, words


@pytest.fixture
def known(store: FactStore) -> Known:
    return Known(store)


def test_denied_facts_are_kept_apart(known: Known) -> None:
    assert known.rows("corso", "built_in_country") == ()
    assert [row.value for row in known.denied("corso", "built_in_country")] == ["Slovenia"]


def test_holders_come_once_each(known: Known) -> None:
    assert [row.subject.id for row in known.holders("p2", "platform")] == ["brio", "nido", "corso"]


def test_what_is_given_comes_by_rank(known: Known) -> None:
    assert known.gives("nido", most=3) == ["price", "launch", "platform"]


def test_what_no_attribute_foresaw_is_not_offered(tmp_path: Path) -> None:
    """Nobody asks for "the fill of the Corso", although a person has confirmed what it is filled with."""
    draft = lineup()
    draft.fact("corso", open_attribute("fill with"), words("cork"), "The 5 seats of the Corso are filled with cork.")
    with FactStore.open(draft.write(tmp_path / "facts.db", lexicon())) as store:
        known = Known(store)
        assert known.rows("corso", open_attribute("fill with"))
        assert not [attribute for attribute in known.gives("corso", most=1000) if is_open(attribute)]


def test_an_unknown_id_is_none(known: Known) -> None:
    assert known.find("no-such-car") is None


@pytest.mark.parametrize(
    ("entity", "attribute", "wanted", "expected"),
    [
        ("brio", "price", "amount", True),
        ("brio", "price", "money", True),
        ("brio", "price", "person", False),
        ("brio", "factory", "place", True),
        ("brio", "factory", "country", False),
        ("brio", "factory", None, True),
        ("nido", "launch", "date", True),
        ("mara-veld", "role", "person", True),
    ],
)
def test_wanted_kinds(known: Known, entity: str, attribute: str, wanted: str | None, expected: bool) -> None:
    assert has_wanted_kind(known, known.rows(entity, attribute)[0], wanted) is expected


def test_a_model_stands_for_the_set_of_its_versions(known: Known) -> None:
    assert known.is_of_brand(known.entity("brio-sport"), mention("brio"))
    assert not known.is_of_brand(known.entity("corso"), mention("brio"))


def test_who_reviewed_what(known: Known) -> None:
    assert known.is_reviewed("old.txt")
    assert not known.is_reviewed("elsewhere.txt")
