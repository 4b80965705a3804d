"""Names of review files find the thing that is meant."""

from pathlib import Path

import pytest

from facts.lexicon import Lexicon
from facts.models import Entity, Fact
from facts.review import EntityReview, Review, Sidecar
from facts.review.names import NameTable, adopt_entities, repoint


def sidecar(*tables: EntityReview) -> Sidecar:
    return Sidecar(Path("a.facts.toml"), Review(entity=tables))


@pytest.mark.parametrize(
    ("kinds", "found"), [(("plant",), "bree"), (("brand",), "bree-2"), ((), "bree"), (("model",), "bree")]
)
def test_a_name_means_the_thing_of_the_fitting_kind(lexicon: Lexicon, kinds: tuple[str, ...], found: str) -> None:
    entities = [Entity("bree", "Bree", "plant", ("Bree",)), Entity("bree-2", "Bree", "brand", ("Bree",))]

    entity = NameTable(entities, lexicon, sidecar()).one("BREE", kinds)

    assert entity is not None
    assert entity.id == found


def test_a_full_name_comes_before_an_alias(lexicon: Lexicon) -> None:
    entities = [Entity("a", "Élan GT", "model", ("Élan GT", "Élan")), Entity("b", "Élan", "model", ("Élan",))]

    entity = NameTable(entities, lexicon, sidecar()).one("Élan", ("model",))

    assert entity is not None
    assert entity.id == "b"


def test_an_unknown_name_means_nothing(lexicon: Lexicon, entities: list[Entity]) -> None:
    assert NameTable(entities, lexicon, sidecar()).one("Corsa", ()) is None


def test_two_reviews_that_name_one_thing_agree(lexicon: Lexicon, entities: list[Entity]) -> None:
    one = sidecar(EntityReview(name="Élan II", kind="model", aliases=("Élan",)))
    two = sidecar(EntityReview(name="Élan", kind="model", traits=("small",)))

    adopted = adopt_entities(entities, [one, two], lexicon)

    assert [entity.id for entity in adopted.entities if entity.kind == "model"] == ["elan"]
    assert adopted.renamed == {"elan-ii": "elan"}


def test_versions_keep_their_model_through_a_merge(lexicon: Lexicon, entities: list[Entity]) -> None:
    adopted = adopt_entities(
        entities, [sidecar(EntityReview(name="Élan II", kind="model", aliases=("Élan",)))], lexicon
    )

    assert next(entity for entity in adopted.entities if entity.id == "miro").parent == "elan-ii"


def test_facts_follow_their_entities(facts: list[Fact]) -> None:
    moved = list(repoint(facts, {"elan": "new", "bree": "works"}))

    assert {fact.subject for fact in moved} == {"new"}
    assert moved[1].value.entity == "works"
