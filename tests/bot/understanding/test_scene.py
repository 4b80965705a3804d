"""Who and what a question is about, before anything decides what sort of reply is wanted."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.models import Claim, Match, Operator
from facts.store.reader import FactStore
from tests.bot.understanding.drafts import Bench

SHARED = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
WORDS = "the|la|price|prix|which|cars|three|built|in|Lomnica|Brio|Nido|Golf|Alda|52|cheaper|than|is|est-elle|they|2026"
PIECES = st.sampled_from(WORDS.split("|"))


@pytest.fixture(scope="module")
def bench(world: FactStore) -> Bench:
    return Bench(world)


@pytest.mark.parametrize(
    ("question", "attributes", "subjects"),
    [
        ("How much is the Brio?", ("price",), ["brio"]),
        ("Combien coûte la Brio ?", ("price",), ["brio"]),
        ("Where is the Brio built?", ("factory", "built_in_country"), ["brio"]),
        ("Is the Brio built in Slovenia?", ("built_in_country",), ["brio"]),
        ("la Brio est-elle fabriquée en Slovénie ?", ("built_in_country",), ["brio"]),
        ("brio vs nido price", ("price",), ["brio", "nido"]),
        ("brio, nido price", ("price",), ["brio", "nido"]),
        ("Alda Brio price", ("price",), ["brio"]),
        ("how much less is the Nido than the Brio", ("price",), ["nido", "brio"]),
        ("who developed the platform", ("developer",), ["p2"]),  # the only platform with a developer
        ("quelles voitures sont fabriquées à Lomnica", ("factory",), []),
        ("does it cost 20,000 euros", ("price",), []),
    ],
)
def test_what_is_asked_of_whom(bench: Bench, question: str, attributes: tuple[str, ...], subjects: list[str]) -> None:
    scene = bench.scene(question)
    assert scene.attributes() == attributes
    assert [key for mention in scene.subjects() for key in mention.entities] == subjects


def test_a_car_of_the_world_is_a_subject_that_nobody_knows(bench: Bench) -> None:
    (subject,) = bench.scene("price of the Golf").subjects()
    assert (subject.text, subject.entities, subject.match) == ("Golf", (), Match.UNKNOWN)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Is the Brio built in Slovenia?", True),
        ("does it cost 20,000 euros", True),
        ("ok so is the Brio expensive", True),
        ("est-ce que la Brio coûte 21 000 euros ?", True),
        ("la Brio est-elle fabriquée en Slovénie ?", True),
        ("How much is the Brio?", False),
        ("which Alda is the cheapest", False),
        ("Combien coûte la Brio ?", False),
        ("frost price", False),
        ("brio vs nido price", False),
    ],
)
def test_yes_or_no_is_asked(bench: Bench, question: str, expected: bool) -> None:
    assert bench.scene(question).is_yes_no() is expected


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("frost price", ["frost"]),
        ("the frost or the nido", ["frost", "nido"]),
        ("what does Veld say", ["Veld"]),
        ("is the Brio 52 cheaper than the 70", ["Brio 52", "70"]),
        ("there was frost on my window", []),
        ("a mild frost is expected tonight in the whole country", []),
        ("is the Nido cheaper than the 70", ["Nido"]),  # no version of the Nido
    ],
)
def test_an_everyday_word_is_a_name_only_where_one_fits(bench: Bench, question: str, names: list[str]) -> None:
    assert [mention.text for mention in bench.scene(question).mentions()] == names


@pytest.mark.parametrize(
    ("question", "kind", "size", "brand"),
    [
        ("which Alda is the cheapest", "model", None, "Alda"),
        ("quelle Bexa remplace la Tosca", "model", None, "Bexa"),
        ("which of the three cars is the cheapest", "model", 3, None),
        ("list the cars on the P2 platform", "model", None, None),
        ("quelles voitures sont fabriquées à Lomnica", "model", None, None),
        ("combien coûtent les trois voitures", None, 3, None),
        ("How much is the Brio?", None, None, None),
    ],
)
def test_the_set_to_choose_from(
    bench: Bench, question: str, kind: str | None, size: int | None, brand: str | None
) -> None:
    scene = bench.scene(question)
    restricted = scene.brand()
    assert (scene.set_kind(), scene.set_size()) == (kind, size)
    assert (restricted.text if restricted else None) == brand


@pytest.mark.xfail(reason="the number that names a version after an article is read as the size of a set", strict=True)
def test_the_number_of_a_version_is_no_size(bench: Bench) -> None:
    assert bench.scene("is the Brio 52 cheaper than the 70").set_size() is None


@pytest.mark.parametrize(
    ("question", "claims", "found"),
    [
        (
            "are they built in Lomnica",
            (Claim("factory", Operator.IS, entities=("lomnica",)),),
            {"brio", "nido", "alda-city-car"},
        ),
        ("are they built in Portugal", (Claim("factory", Operator.IS, entities=("portugal",)),), set()),
        ("how much are they", (), set()),  # "they" by itself is nobody yet
        ("how much are the three cars", (), set()),  # the price of five is known
        ("how much is the Brio", (), set()),
    ],
)
def test_a_set_is_meant_by_the_facts(bench: Bench, question: str, claims: tuple[Claim, ...], found: set[str]) -> None:
    meant = bench.scene(question).meant_set(claims)
    assert {key for mention in meant for key in mention.entities} == found


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("is the Nido from Lomnica", ("Nido", "factory", "Lomnica")),
        ("Is the Brio built in Slovenia?", ("Brio", "built_in_country", "Slovenia")),
        ("does Mara Veld like the Brio", None),
        ("how much is the Brio", None),
        ("brio vs nido price", None),
    ],
)
def test_two_names_tell_their_relation_by_kind(bench: Bench, question: str, told: tuple[str, str, str] | None) -> None:
    found = bench.scene(question).told_by_kinds()
    assert (found and (found[0].mention.text, found[1], found[2].mention.text)) == told


@pytest.mark.parametrize(
    ("question", "strays"),
    [
        ("is the Brio built in Portugal", ["Portugal"]),
        ("how much is the Brio", []),
        ("is the Nido from Lomnica", []),
    ],
)
def test_a_name_that_plays_no_part_is_told(bench: Bench, question: str, strays: list[str]) -> None:
    scene = bench.scene(question)
    assert [name.mention.text for name in scene.strays(scene.subjects(), ())] == strays


def test_a_market_is_no_subject(bench: Bench) -> None:
    scene = bench.scene("price of the Brio in Slovenia")
    assert scene.market is not None
    assert scene.market.mention.entities == ("slovenia",)
    assert [mention.entities for mention in scene.mentions()] == [("brio",)]


def test_a_unit_of_the_answer_is_kept(bench: Bench) -> None:
    assert bench.scene("autonomie de la Brio en miles").asked_unit == "mi"


@SHARED
@given(pieces=st.lists(PIECES, min_size=1, max_size=9))
def test_mentions_are_words_of_the_question(bench: Bench, pieces: list[str]) -> None:
    text = " ".join(pieces)
    scene = bench.scene(text)
    for mention in (*scene.mentions(), *scene.subjects(), *scene.meant_set(())):
        assert text[mention.start : mention.end] == mention.text
    assert scene.draft.used <= set(range(len(scene.draft.words)))
