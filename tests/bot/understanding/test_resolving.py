"""What the facts say about whom a description means; denials are no knowledge, and nobody is guessed."""

from pathlib import Path

import pytest

from bot.models import Match
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver, with_entities
from facts.models import Certainty
from facts.store.reader import FactStore
from tests.bot.understanding.drafts import Bench
from tests.bot.world import lexicon, lineup


@pytest.fixture(scope="module")
def bench(world: FactStore) -> Bench:
    return Bench(world)


@pytest.fixture(scope="module")
def resolver(bench: Bench) -> Resolver:
    return bench.resolver


def named(bench: Bench, question: str) -> Name:
    """Return the first name of a question."""
    return bench.draft(question).names[0]


@pytest.mark.parametrize(
    ("question", "kind", "is_model", "is_brand"),
    [
        ("price of the Brio", "model", True, False),
        ("price of the Brio 52", "version", True, False),
        ("prix de la Nido", "model", True, False),
        ("price of the Alda", "brand", False, True),
        ("who runs Volta", "company", False, True),
        ("Lomnica", "plant", False, False),
        ("qui est Mara Veld", "person", False, False),
        ("price of the Golf", "model", True, False),  # the world knows it, the store does not
    ],
)
def test_a_name_is_of_the_kind_that_it_means(
    bench: Bench, question: str, kind: str, is_model: bool, is_brand: bool
) -> None:
    name, resolver = named(bench, question), bench.resolver
    assert (resolver.kind(name), resolver.kinds(name)) == (kind, [kind])
    assert (resolver.is_a(name, "model"), resolver.is_brand(name)) == (is_model, is_brand)


def test_a_strange_name_may_mean_anything_but_no_maker(bench: Bench) -> None:
    name = named(bench, "price of the Zorgania")
    assert (bench.resolver.kind(name), bench.resolver.kinds(name)) == (None, [])
    assert bench.resolver.is_a(name, "model")
    assert bench.resolver.is_a(name, "plant", "person")
    assert not bench.resolver.is_brand(name)


@pytest.mark.parametrize(
    ("brands", "models"),
    [
        (["alda"], ["alda-city-car", "brio", "frost"]),
        (["bexa"], ["n4", "n5", "nido", "tosca"]),
        (["volta"], []),
        (["nobody"], []),
        ([], []),
    ],
)
def test_a_brand_stands_for_its_models_without_their_versions(
    resolver: Resolver, brands: list[str], models: list[str]
) -> None:
    assert sorted(entity.id for entity in resolver.models_of(brands)) == models


@pytest.mark.parametrize(
    ("key", "family"), [("brio", {"brio-52", "brio-70"}), ("brio-52", {"brio-70"}), ("nido", set()), ("p2", set())]
)
def test_versions_of_one_model_are_a_family(resolver: Resolver, key: str, family: set[str]) -> None:
    assert {entity.id for entity in resolver.family(key)} == family


def test_a_replaced_model_is_told_from_its_successor(resolver: Resolver) -> None:
    assert resolver.is_replaced("tosca")
    assert not resolver.is_replaced("nido")


@pytest.mark.parametrize(
    ("keys", "attribute", "values", "holders"),
    [
        (["brio", "nido"], "factory", ("lomnica",), ()),
        (["lomnica"], "factory", (), ("brio", "nido", "alda-city-car")),
        (["nido"], "replaces", ("tosca",), ()),
        (["tosca"], "replaces", (), ("nido",)),
        (["nido"], "parent_model", (), ("alda-city-car",)),
        (["brio"], "price", (), ()),  # an amount is no entity
        ([], "factory", (), ()),
    ],
)
def test_facts_are_followed_both_ways(
    resolver: Resolver, keys: list[str], attribute: str, values: tuple[str, ...], holders: tuple[str, ...]
) -> None:
    assert resolver.values(keys, attribute) == values
    assert resolver.holders(keys, attribute) == holders


@pytest.mark.parametrize(
    ("attribute", "kind", "found"),
    [
        ("price", "model", {"brio", "nido", "alda-city-car", "brio-52", "brio-70"}),
        ("price", "version", {"brio-52", "brio-70"}),
        ("country", "plant", {"lomnica"}),
        ("country", "model", set()),
        ("weight", "model", set()),
    ],
)
def test_holders_of_an_attribute_are_of_the_kind_asked(
    resolver: Resolver, attribute: str, kind: str, found: set[str]
) -> None:
    assert set(resolver.having_attribute(attribute, kind)) == found


def test_only_what_is_known_is_kept(resolver: Resolver) -> None:
    cars = [resolver.entity(key) for key in ("brio", "nido", "frost", "tosca")]
    assert [entity.id for entity in resolver.having(cars, ["price"])] == ["brio", "nido"]
    assert [fact.value.text for fact in resolver.facts("brio", ["price", "range"])] == ["21,000 euros", "310 km"]


def test_a_denial_is_no_knowledge(tmp_path: Path) -> None:
    """A car no longer planned for Slovenia is a car of Slovenia from neither side."""
    with FactStore.open(lineup().write(tmp_path / "facts.db", lexicon())) as store:
        assert [fact.certainty for fact in store.facts_about("corso", "built_in_country")] == [Certainty.DENIED]
        resolver = Resolver(store)
        assert resolver.facts("corso", ["built_in_country"]) == []
        assert resolver.values(["corso"], "built_in_country") == ()
        assert resolver.holders(["slovenia"], "built_in_country") == ()
        assert "corso" not in resolver.having_attribute("built_in_country", "model")


def test_relations_join_different_kinds_foremost_first(resolver: Resolver) -> None:
    relations = resolver.relations()
    assert all(set(one.of).isdisjoint(one.kinds) for one in relations)
    assert [one.rank for one in relations] == sorted(one.rank for one in relations)
    assert {"factory", "platform", "head"} <= {one.id for one in relations}
    assert {"replaces", "price"}.isdisjoint(one.id for one in relations)


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        ("nido", "tosca", True),
        ("alda-city-car", "nido", True),
        ("brio", "nido", True),  # one platform
        ("brio", "tosca", False),
        ("brio", "frost", False),  # one brand is not enough
        ("frost", "n4", False),
    ],
)
def test_relatives_are_told_by_facts_whichever_comes_first(
    resolver: Resolver, one: str, other: str, related: bool
) -> None:
    assert resolver.are_related(one, other) is related
    assert resolver.are_related(other, one) is related


def test_a_fact_names_its_value_and_its_words(resolver: Resolver) -> None:
    assert resolver.is_told_with("brio", ["lomnica"])
    assert not resolver.is_told_with("lomnica", ["brio"])
    assert resolver.is_quoted(["brio"], ["price"], "2026")
    assert not resolver.is_quoted(["brio"], ["range"], "2026")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("striker demand bonus", True),
        ("striker bonus", True),
        ("striker", False),  # one shared word is not enough
        ("striker sandwich", False),
        ("moon cheese", False),
        ("present lyon frost march", True),
        ("striker demand bonus short shift lomnica a b c d e f g", False),  # too long for a question
        ("", False),
    ],
)
def test_words_of_a_question_must_stand_in_one_passage(resolver: Resolver, words: str, told: bool) -> None:
    assert resolver.are_told(words.split()) is told


def test_other_entities_keep_the_words_of_a_name(bench: Bench) -> None:
    name = named(bench, "price of the Alda")
    mention = with_entities(name, ["brio", "frost"], Match.AMBIGUOUS)
    assert (mention.entities, mention.match) == (("brio", "frost"), Match.AMBIGUOUS)
    assert (mention.start, mention.end, mention.text) == (13, 17, "Alda")
