"""What a person said of a document wins over what was extracted of it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from facts.lexicon import Lexicon
from facts.models import Certainty, Document, Entity, Fact, Origin, ValueKind
from facts.review import EntityReview, FactReview, Merged, Review, Sidecar, Was, merge_reviews
from tests.facts.review.conftest import TEXT, parse

PRICE = "The Élan costs about 20,000 euros."
BUILT = "It is built in Bree."


def row(verdict: str = "confirmed", **keys: object) -> FactReview:
    told = {"subject": "Élan", "attribute": "price", "value": "about 20,000 euros", "quote": PRICE, **keys}
    return FactReview.model_validate({"verdict": verdict, **told})


class Laying:
    """Lays one review over the extracted facts."""

    def __init__(self, document: Document, lexicon: Lexicon, entities: list[Entity], facts: list[Fact]) -> None:
        self.document, self.lexicon, self.entities, self.facts = document, lexicon, entities, facts

    def __call__(self, *rows: FactReview, entity: Sequence[EntityReview] = ()) -> Merged:
        review = Review(entity=tuple(entity), fact=rows)
        lines = {("fact", number): 10 + number for number in range(len(rows))}
        sidecar = Sidecar(Path("a.facts.toml"), review, lines)
        return merge_reviews(self.entities, self.facts, [(self.document, sidecar)], self.lexicon, parse)


@pytest.fixture
def lay(document: Document, lexicon: Lexicon, entities: list[Entity], facts: list[Fact]) -> Laying:
    return Laying(document, lexicon, entities, facts)


def claims(merged: Merged) -> list[tuple[str, str, str, str]]:
    return [(fact.subject, fact.attribute, fact.value.text, fact.origin.value) for fact in merged.facts]


def test_no_review_keeps_what_was_extracted(lay: Laying, facts: list[Fact]) -> None:
    assert lay().facts == tuple(facts)


def test_confirmed_fact_takes_the_place_of_the_extracted_one(lay: Laying) -> None:
    assert claims(lay(row())) == [
        ("elan", "price", "about 20,000 euros", "reviewed"),
        ("elan", "factory", "Bree", "extracted"),
        ("elan", "price", "30,000 euros", "extracted"),
    ]


def test_reviewed_fact_quotes_the_document(lay: Laying) -> None:
    fact = lay(row()).facts[0]

    assert TEXT[fact.start : fact.end] == PRICE
    assert TEXT[slice(*fact.at)] == "about 20,000 euros"
    assert fact.value.amount == 20_000.0


def test_words_of_the_quote_mark_a_value_that_is_written_otherwise(lay: Laying) -> None:
    merged = lay(row(value="20,000 euros", words="costs about"))

    fact = next(fact for fact in merged.facts if fact.origin is Origin.REVIEWED)
    assert TEXT[slice(*fact.at)] == "costs about"


@pytest.mark.parametrize(
    ("keys", "certainty"),
    [
        ({}, Certainty.APPROXIMATE),
        ({"value": "20,000 euros"}, Certainty.STATED),
        ({"certainty": "expected"}, Certainty.EXPECTED),
    ],
)
def test_certainty_is_approximate_where_the_value_says_about(
    lay: Laying, keys: dict[str, str], certainty: Certainty
) -> None:
    assert lay(row(**keys)).facts[0].certainty is certainty


def test_rejected_fact_is_gone(lay: Laying) -> None:
    quote = "The Miro, not the Élan, costs 30,000 euros."

    assert ("elan", "price", "30,000 euros", "extracted") not in claims(
        lay(row("rejected", value="30,000 euros", quote=quote))
    )


def test_corrected_fact_replaces_what_it_was(lay: Laying) -> None:
    quote = "The Miro, not the Élan, costs 30,000 euros."
    was = Was(subject="Élan", attribute="price", value="30,000 euros")

    merged = lay(row("corrected", subject="Miro", value="30,000 euros", quote=quote, was=was))

    assert claims(merged)[-1] == ("miro", "price", "30,000 euros", "reviewed")
    assert ("elan", "price", "30,000 euros", "extracted") not in claims(merged)


def test_entity_values_are_resolved_by_name(lay: Laying) -> None:
    merged = lay(row("added", attribute="factory", value="BREE", quote=BUILT))

    assert [(fact.value.entity, fact.origin) for fact in merged.facts if fact.attribute == "factory"] == [
        ("bree", Origin.REVIEWED)
    ]


def test_words_may_stand_where_a_figure_might(lay: Laying) -> None:
    fact = next(f for f in lay(row("added", value="no more than before")).facts if f.origin is Origin.REVIEWED)

    assert (fact.value.kind, fact.value.text) == (ValueKind.TEXT, "no more than before")


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"quote": "The Élan costs 20,000 euros."}, "does not hold the quote"),
        ({"words": "roughly"}, "does not hold the words"),
        ({"attribute": "weight"}, "unknown attribute 'weight'"),
        ({"subject": "Corsa"}, "no entity is called 'Corsa'"),
        ({"value": "20 thousand or 21"}, "is not a money"),
    ],
)
def test_a_table_that_does_not_fit_is_reported_with_its_line(lay: Laying, keys: dict[str, str], message: str) -> None:
    (problem,) = lay(row(), row("added", **keys)).problems

    assert (problem.file.name, problem.line) == ("a.facts.toml", 11)
    assert message in problem.message
    assert problem.remedy


def test_reviewed_entity_absorbs_proposed_ones_that_share_a_name(lay: Laying) -> None:
    table = EntityReview(name="Elan II", kind="model", aliases=("Élan", "Miro"), traits=("small",))

    merged = lay(row(subject="Elan II"), entity=[table])

    (model,) = [entity for entity in merged.entities if entity.kind == "model"]
    assert (model.id, model.name, model.traits) == ("elan-ii", "Elan II", ("small",))
    assert set(model.aliases) == {"Elan II", "Élan", "Miro", "the new Élan"}
    assert {fact.subject for fact in merged.facts} == {"elan-ii"}


def test_a_place_becomes_a_plant_with_everything_that_points_to_it(lay: Laying) -> None:
    merged = lay(entity=[EntityReview(name="Bree works", kind="plant", aliases=("Bree",))])

    assert [entity.id for entity in merged.entities] == ["bree-works", "elan", "miro"]
    assert [fact.value.entity for fact in merged.facts] == [None, "bree-works", None]


def test_things_of_another_kind_keep_their_name(lay: Laying) -> None:
    merged = lay(entity=[EntityReview(name="Bree", kind="brand")])

    assert {entity.id: entity.kind for entity in merged.entities if entity.name == "Bree"} == {
        "bree": "city",
        "bree-2": "brand",
    }


def test_brand_of_an_entity_is_resolved(lay: Laying) -> None:
    tables = [EntityReview(name="Élan", kind="model", brand="Brabo"), EntityReview(name="Brabo", kind="brand")]

    merged = lay(entity=tables)

    assert next(entity for entity in merged.entities if entity.id == "elan").brand == "brabo"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (EntityReview(name="X", kind="boat"), "unknown kind 'boat'"),
        (EntityReview(name="X", kind="model", brand="Nobody"), "no brand is called 'Nobody'"),
    ],
)
def test_an_entity_table_that_does_not_fit_is_reported(lay: Laying, table: EntityReview, message: str) -> None:
    assert [problem.message for problem in lay(entity=[table]).problems] == [message]


@pytest.mark.parametrize(
    ("value", "kind"),
    [("Bree", ValueKind.ENTITY), ("20,000 euros", ValueKind.MONEY), ("no more than a shed", ValueKind.TEXT)],
)
def test_takes_what_no_attribute_foresaw(lay: Laying, value: str, kind: ValueKind) -> None:
    """A confirmed fact of the document's own words has a value of whatever sort its words are."""
    merged = lay(row(attribute="~come out of", value=value))

    reviewed = [fact for fact in merged.facts if fact.origin is Origin.REVIEWED]
    assert not merged.problems
    assert [(fact.attribute, fact.value.kind) for fact in reviewed] == [("~come out of", kind)]
