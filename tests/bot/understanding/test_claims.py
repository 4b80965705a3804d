"""What a question supposes: claims, premises, and the conditions of a set."""

import pytest

from bot.models import Match, Mention
from bot.understanding.claims import claims_of, conditions_of, premises_of, value_of
from bot.understanding.linking import Name
from bot.understanding.understanding import Understanding
from facts.models import ValueKind
from facts.store.reader import FactStore
from tests.bot.understanding.drafts import Bench


@pytest.fixture(scope="module")
def bench(world: FactStore) -> Bench:
    return Bench(world)


def named(text: str, *entities: str, match: Match = Match.EXACT) -> Name:
    return Name(0, 1, Mention(0, len(text), text, entities, match))


@pytest.mark.parametrize(
    ("question", "attribute", "operator", "amount"),
    [
        ("Does the Brio cost 21,000 euros?", "price", "is", 21000),
        ("Does the Brio cost less than 25,000 euros?", "price", "below", 25000),
        ("La Brio coûte-t-elle moins de 20 000 euros ?", "price", "below", 20000),
        ("Is the range of the Brio above 300 km?", "range", "above", 300),
        ("Does the Brio weigh 1,200 kg?", "weight", "is", 1200),
    ],
)
def test_an_amount_is_claimed(bench: Bench, question: str, attribute: str, operator: str, amount: float) -> None:
    scene = bench.scene(question)
    (claim,) = claims_of(scene, scene.subjects())
    assert (claim.attribute, claim.operator.value, claim.negated) == (attribute, operator, False)
    assert claim.value is not None
    assert claim.value.amount == pytest.approx(amount)


@pytest.mark.parametrize(
    ("question", "attribute", "entity", "negated"),
    [
        ("Is the Brio built in Lomnica?", "factory", "lomnica", False),
        ("Is the Nido built in Slovenia?", "built_in_country", "slovenia", False),
        ("Does the Nido replace the Tosca?", "replaces", "tosca", False),
        ("Is the Brio not built in Lomnica?", "factory", "lomnica", True),
        ("Isn't the Brio built in Lomnica?", "factory", "lomnica", True),
        ("La Brio est-elle fabriquée à Lomnica ?", "factory", "lomnica", False),
        ("La Nido n'est-elle pas fabriquée au Portugal ?", "built_in_country", "portugal", True),
    ],
)
def test_a_named_value_is_claimed(bench: Bench, question: str, attribute: str, entity: str, negated: bool) -> None:
    scene = bench.scene(question)
    (claim,) = claims_of(scene, scene.subjects())
    assert (claim.attribute, claim.entities, claim.negated) == (attribute, (entity,), negated)


def test_a_negation_is_taken_up(bench: Bench) -> None:
    scene = bench.scene("Is the Brio not built in Lomnica?")
    claims_of(scene, scene.subjects())
    assert all(scene.draft.used.issuperset(range(tag.first, tag.last)) for tag in scene.draft.tagged("not"))


@pytest.mark.parametrize(
    ("question", "attribute", "operator", "than"),
    [
        ("Is the Nido cheaper than the Brio?", "price", "below", ("brio",)),
        ("Is the Brio heavier than the Nido?", "weight", "above", ("nido",)),
        ("Is the Brio's range longer than the Nido's?", "range", "above", ("nido",)),
        ("Does the Brio have the same price as the Nido?", "price", "is", ("nido",)),
        ("Is the Brio on the same platform as the Nido?", "platform", "is", ("nido",)),
        ("La Brio est-elle moins chère que la Nido ?", "price", "below", ("nido",)),
        ("La Brio est-elle plus chère que la Nido ?", "price", "above", ("nido",)),
        ("Is the Brio cheaper than Bexa?", "price", "below", ("nido",)),
        ("La Brio coûte-t-elle le même prix que la Nido ?", "price", "is", ("nido",)),
    ],
)
def test_another_car_is_compared_with(
    bench: Bench, question: str, attribute: str, operator: str, than: tuple[str, ...]
) -> None:
    scene = bench.scene(question)
    (claim,) = claims_of(scene, scene.subjects())
    assert (claim.attribute, claim.operator.value, claim.than) == (attribute, operator, than)
    assert not set(than) & {key for mention in scene.subjects() for key in mention.entities}


@pytest.mark.parametrize("question", ["What does the Brio cost?", "Is the Brio newer?", "Is Lomnica above Slovenia?"])
def test_nothing_is_claimed(bench: Bench, question: str) -> None:
    scene = bench.scene(question)
    assert claims_of(scene, scene.subjects()) == ()


def test_an_unknown_car_is_compared_with_nothing(bench: Bench, understanding: Understanding) -> None:
    """The name stays behind and blocks an answer."""
    scene = bench.scene("Is the Nido cheaper than the Golf?")
    assert all(claim.than == () and claim.value is None for claim in claims_of(scene, scene.subjects()))
    assert understanding.read("Is the Nido cheaper than the Golf?").unknown == ("Golf",)


def test_what_a_question_says_of_its_subject_is_a_premise(understanding: Understanding) -> None:
    (claim,) = understanding.read("Why is the Brio built in Portugal?").claims
    assert (claim.attribute, claim.entities) == ("built_in_country", ("portugal",))


@pytest.mark.parametrize("question", ["What does the Brio cost?", "Combien coûte la Brio ?", "hello"])
def test_a_plain_question_has_no_premises(bench: Bench, question: str) -> None:
    assert premises_of(bench.scene(question)) == ()


@pytest.mark.parametrize(
    ("question", "conditions"),
    [
        ("Which cars cost less than 20,000 euros?", ["price below 20000"]),
        ("Quelles voitures coûtent entre 19 000 et 22 000 euros ?", ["price between 19000"]),
        ("Which cars have more than 300 km of range?", ["range above 300"]),
        ("Which cars do not cost 21,000 euros?", ["price is not 21000"]),
        ("Which cars are cheaper than the Brio?", ["price below brio"]),
        ("Quelles voitures sont moins chères que la Brio ?", ["price below brio"]),
        (
            "Which cars cost less than 20,000 euros and use the P2 platform?",
            ["price below 20000", "platform is p2"],
        ),
        (
            "Which cars are under 20,000 euros but not built in Lomnica?",
            ["price below 20000", "factory is not lomnica"],
        ),
        ("Which cars are cheaper than the Golf?", []),
        ("Which cars are the cheapest?", []),
    ],
)  # fmt: skip
def test_a_set_is_cut_out_by_conditions(bench: Bench, question: str, conditions: list[str]) -> None:
    found = conditions_of(bench.scene(question))
    told = [f"{one.value.amount:g}" if one.value else "/".join((*one.entities, *one.than)) for one in found]
    said = [f"{one.attribute} {one.operator.value}" for one in found]
    assert [f"{left} {right}" for left, right in zip(said, told, strict=True)] == conditions


def test_known_names_are_the_value() -> None:
    assert value_of([named("Lomnica", "lomnica"), named("P2", "p2")]) == (("lomnica", "p2"), None, None)


def test_an_unknown_name_is_its_own_value() -> None:
    """The nearest names that came with it are no value."""
    entities, value, kind = value_of([named("Narnia", "nido", match=Match.UNKNOWN)])
    assert (entities, kind) == ((), None)
    assert value is not None
    assert (value.text, value.kind) == ("Narnia", ValueKind.ENTITY)
