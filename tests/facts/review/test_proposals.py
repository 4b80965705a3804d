"""Proposals become tables that, laid over the proposals, say what the person decided."""

from dataclasses import replace

import pytest

from facts.models import Certainty, Document, Entity, Fact, Origin
from facts.review import Review, Verdict
from facts.review.proposals import Proposals, with_facts


@pytest.fixture
def proposals(document: Document, entities: list[Entity], facts: list[Fact]) -> Proposals:
    return Proposals.of(document, entities, facts)


def test_reviewed_facts_and_other_documents_are_left_out(
    document: Document, entities: list[Entity], facts: list[Fact]
) -> None:
    judged, elsewhere = replace(facts[0], origin=Origin.REVIEWED), replace(facts[1], document="b.txt")

    assert Proposals.of(document, entities, [judged, elsewhere, facts[2]]).facts == (facts[2],)


def test_a_fact_becomes_a_confirmed_table(proposals: Proposals) -> None:
    row = proposals.row(proposals.facts[0])

    assert (row.verdict, row.subject, row.attribute, row.value) == (Verdict.CONFIRMED, "Élan", "price", "20,000 euros")
    assert row.quote == "The Élan costs about 20,000 euros."
    assert (row.words, row.certainty) == (None, None)


def test_a_hedge_and_the_words_as_written_are_kept(proposals: Proposals, facts: list[Fact]) -> None:
    fact = replace(facts[1], certainty=Certainty.RUMOURED, at=(facts[1].at[0] - 3, facts[1].at[1]))

    row = proposals.row(fact)

    assert (row.value, row.words, row.certainty) == ("Bree", "in Bree", Certainty.RUMOURED)


def test_a_correction_says_what_it_was(proposals: Proposals) -> None:
    row = proposals.corrected(proposals.facts[2], {"subject": "Miro"})

    assert (row.verdict, row.subject) == (Verdict.CORRECTED, "Miro")
    assert row.was is not None
    assert (row.was.subject, row.was.value) == ("Élan", "30,000 euros")


def test_a_table_brings_its_entities(proposals: Proposals) -> None:
    declared = list(proposals.declared([proposals.row(proposals.facts[1])]))

    assert [(row.name, row.kind, row.aliases) for row in declared] == [
        ("Élan", "model", ("the new Élan",)),
        ("Bree", "city", ()),
    ]


def test_a_second_decision_replaces_the_first(proposals: Proposals) -> None:
    fact = proposals.facts[0]
    review = with_facts(Review(), [proposals.row(fact)])

    again = with_facts(review, [proposals.row(fact, Verdict.REJECTED)])

    assert [row.verdict for row in again.fact] == [Verdict.REJECTED]
