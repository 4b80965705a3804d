"""Look-ups: what is told, what is missing, and the second hop."""

from pathlib import Path
from typing import Any

import pytest

from bot.answering import Answering
from bot.models.finding import Missing, Passages, Reason, Told
from bot.models.query import Intent
from facts.models import Value, ValueKind
from facts.store.reader import FactStore
from tests.bot.answering.asking import query
from tests.bot.world import lexicon, lineup


def told(answering: Answering, *subjects: str, **fields: Any) -> Told:
    found = answering.find(query(Intent.LOOKUP, *subjects, **fields))
    assert isinstance(found, Told)
    return found


def missing(answering: Answering, *subjects: str, **fields: Any) -> Missing:
    found = answering.find(query(Intent.LOOKUP, *subjects, **fields))
    assert isinstance(found, Missing)
    return found


def test_an_attribute_is_told_with_its_quote(answering: Answering) -> None:
    (row,) = told(answering, "brio", attributes=("price",)).rows
    assert (row.value, row.source.quote) == ("21,000 euros", "The Alda Brio costs 21,000 euros.")


def test_the_value_is_marked_inside_the_quote(answering: Answering) -> None:
    (row,) = told(answering, "brio", attributes=("price",)).rows
    ((start, end),) = row.source.marks
    assert row.source.quote[start - row.source.start : end - row.source.start] == "21,000 euros"


def test_several_attributes_of_several_subjects(answering: Answering) -> None:
    found = told(answering, "brio", "nido", attributes=("price", "range"))
    assert [row.value for row in found.rows] == ["21,000 euros", "325 km", "around 18,500 euros"]
    assert [(gap.subject.id, gap.attribute) for gap in found.gaps] == [("nido", "range")]


def test_the_newest_document_wins_and_the_other_is_a_rival(answering: Answering) -> None:
    (row,) = told(answering, "brio", attributes=("range",)).rows
    assert (row.value, [rival.value for rival in row.rivals]) == ("325 km", ["310 km"])


def test_a_missing_fact_names_what_is_given(answering: Answering) -> None:
    found = missing(answering, "brio", attributes=("seats",))
    assert found.reason is Reason.NO_FACT
    assert [offer.attribute for offer in found.offers] == ["price", "launch", "range"]


def test_a_proposed_fact_never_answers_but_its_passage_is_shown(answering: Answering) -> None:
    found = answering.find(query(Intent.LOOKUP, "tosca", attributes=("price",)))
    assert isinstance(found, Passages)
    assert [source.quote for source in found.passages] == ["The Alda Brio costs 21,000 euros."]


def test_what_the_question_itself_names_is_no_answer_to_it(answering: Answering) -> None:
    assert missing(answering, "nido", "tosca", attributes=("replaces",)).reason is Reason.NO_FACT


def test_a_denied_fact_is_not_told(answering: Answering) -> None:
    assert missing(answering, "corso", attributes=("built_in_country",)).reason is Reason.NO_FACT


def test_of_rival_readings_the_first_with_a_fact_is_taken(answering: Answering) -> None:
    found = told(answering, "nido", attributes=("seats", "weight"), alternatives=True)
    assert [row.value for row in found.rows] == ["980 kg"]


def test_a_country_is_found_behind_the_plant(answering: Answering) -> None:
    fields = {"attributes": ("built_in_country", "factory"), "alternatives": True, "wanted": "country"}
    assert [row.value for row in told(answering, "brio", **fields).rows] == ["Lomnica", "Slovenia"]


def test_a_plant_without_a_known_country_is_no_country(answering: Answering) -> None:
    assert missing(answering, "p2", attributes=("factory",), wanted="country").reason is Reason.NO_FACT


def test_a_version_without_the_fact_gets_its_models_where_the_document_knows_it(tmp_path: Path) -> None:
    draft, seats = lineup(), "The Brio has 4 seats, and so has the Brio Sport."
    draft.document("sport.txt", [seats])
    draft.fact("brio", "seats", Value("4", ValueKind.COUNT, amount=4), seats)
    with FactStore.open(draft.write(tmp_path / "facts.db", lexicon())) as store:
        (row,) = told(Answering(store), "brio-sport", attributes=("seats",)).rows
        assert row.subject.id == "brio"
        assert missing(Answering(store), "brio-sport", attributes=("price",)).reason is Reason.NO_FACT


def test_words_may_stand_where_a_date_is_wanted(answering: Answering) -> None:
    (row,) = told(answering, "nido", attributes=("launch",), wanted="date").rows
    assert row.value == "soon after the Brio"


@pytest.mark.parametrize("fields", [{"asked_unit": "USD"}, {"market": "usa"}, {"market": "Japan"}])
def test_another_currency_or_market_is_not_given(answering: Answering, fields: dict[str, str]) -> None:
    found = missing(answering, "brio", attributes=("price",), **fields)
    assert found.reason in (Reason.OTHER_UNIT, Reason.OTHER_MARKET)
    assert [row.value for row in found.given] == ["21,000 euros"]


def test_a_fact_for_the_market_answers(answering: Answering) -> None:
    (row,) = told(answering, "corso", attributes=("price",), market="usa").rows
    assert row.value == "30,000 dollars"
