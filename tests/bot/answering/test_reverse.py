"""Reverse look-ups, lists and counts."""

from typing import Any

from bot.answering import Answering
from bot.models.finding import Members, Missing, Told
from bot.models.query import Intent
from tests.bot.answering.asking import mention, query


def members(answering: Answering, intent: Intent, *subjects: str, **fields: Any) -> Members:
    found = answering.find(query(intent, *subjects, inverse=True, **fields))
    assert isinstance(found, Members)
    return found


def test_every_member_comes_with_its_quote(answering: Answering) -> None:
    found = members(answering, Intent.REVERSE, "lomnica", attributes=("factory",), set_kind="model")
    assert [member.name for member in found.members] == ["Alda Brio", "Bexa Nido"]
    assert {row.source.quote for row in found.rows} == {"The Alda Brio and the Bexa Nido are built in Lomnica."}


def test_a_plant_counts_for_its_country(answering: Answering) -> None:
    found = members(answering, Intent.REVERSE, "slovenia", attributes=("factory",), set_kind="model")
    assert [member.id for member in found.members] == ["brio", "nido"]


def test_one_holder_is_told_as_a_fact(answering: Answering) -> None:
    found = answering.find(query(Intent.LOOKUP, "tosca", attributes=("replaces",), inverse=True))
    assert isinstance(found, Told)
    assert [row.subject.id for row in found.rows] == ["nido"]


def test_a_brand_restricts_the_members(answering: Answering) -> None:
    fields = {"attributes": ("platform",), "set_kind": "model", "brand": mention("alda")}
    assert [m.id for m in members(answering, Intent.REVERSE, "p2", **fields).members] == ["brio", "corso"]


def test_a_count_lists_its_members(answering: Answering) -> None:
    found = members(answering, Intent.COUNT, "p2", attributes=("platform",), set_kind="model")
    assert (found.counted, len(found.members)) == (True, 3)


def test_sharing_with_a_car_goes_by_its_value(answering: Answering) -> None:
    found = members(answering, Intent.COUNT, "brio", attributes=("platform",), set_kind="model")
    assert [member.id for member in found.members] == ["brio", "nido", "corso"]


def test_members_of_another_kind_are_left_out(answering: Answering) -> None:
    found = answering.find(query(Intent.REVERSE, "p2", attributes=("platform",), set_kind="person", inverse=True))
    assert not isinstance(found, Members)


def test_a_denied_fact_makes_no_member(answering: Answering) -> None:
    asked = query(Intent.REVERSE, "slovenia", attributes=("built_in_country",), set_kind="model", inverse=True)
    assert isinstance(answering.find(asked), Missing)
