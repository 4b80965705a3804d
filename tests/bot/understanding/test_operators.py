"""How a question orders, compares and bounds, in English and French; what is only an adjective orders nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.models import Operator, Ordering
from bot.understanding.operators import Degree, degrees_of, number_in, operator_of, ordering_of
from facts.models import Bound
from facts.store.reader import FactStore
from tests.bot.understanding.drafts import Bench

SHARED = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
WORDS = "the|la|least|most|more|moins|plus|second|two|deux|first|cheapest|chère|range|autonomie|car|than|que"
PIECES = st.sampled_from(WORDS.split("|"))


@pytest.fixture(scope="module")
def bench(world: FactStore) -> Bench:
    return Bench(world)


SUPERLATIVES = [
    ("which car is the cheapest", Ordering("price", descending=False)),
    ("what is the most expensive car", Ordering("price", descending=True)),
    ("the least expensive Alda", Ordering("price", descending=False)),
    ("the second cheapest car", Ordering("price", descending=False, place=2)),
    ("the third most expensive car", Ordering("price", descending=True, place=3)),
    ("the two cheapest cars", Ordering("price", descending=False, count=2)),
    ("the 3 cheapest cars", Ordering("price", descending=False, count=3)),
    ("the 50 cheapest cars", Ordering("price", descending=False)),  # fifty is no ranking
    ("the lightest car", Ordering("weight", descending=False)),
    ("which one is the fastest", Ordering("top_speed", descending=True)),
    ("which car has the most power", Ordering("power", descending=True)),
    ("which car has the biggest boot", Ordering("boot", descending=True)),
    ("the newest model", Ordering("launch", descending=True)),
    ("which car came first", Ordering("launch", descending=False)),
    ("quelle est la voiture la moins chère", Ordering("price", descending=False)),
    ("les trois voitures les moins chères", Ordering("price", descending=False)),
    ("la plus puissante", Ordering("power", descending=True)),
    ("which Alda is the cheapest with a range of more than 300 km", Ordering("price", descending=False)),
    ("la moins chère avec une autonomie de plus de 300 km", Ordering("price", descending=False)),
    ("la plus lourde", Ordering("weight", descending=True)),
    ("quelle voiture a le plus d'autonomie", Ordering("range", descending=True)),
]


@pytest.mark.parametrize(("question", "ordering"), SUPERLATIVES)
def test_a_superlative_orders(bench: Bench, question: str, ordering: Ordering) -> None:
    (degree,) = degrees_of(bench.draft(question))
    assert degree.is_superlative
    assert ordering_of(degree) == ordering


@pytest.mark.parametrize(
    ("question", "attribute", "descending"),
    [
        ("which car is cheaper than the Brio", "price", False),
        ("which is less expensive, the Brio or the Nido", "price", False),
        ("which car has more range than the Brio", "range", True),
        ("which has a bigger battery", "battery", True),
        ("quelle voiture est plus chère que la Brio", "price", True),
        ("plus rapide que la Nido", "top_speed", True),
    ],
)
def test_a_comparative_compares_without_ordering(bench: Bench, question: str, attribute: str, descending: bool) -> None:
    (degree,) = degrees_of(bench.draft(question))
    assert (degree.attributes[0], degree.descending, degree.is_superlative) == (attribute, descending, False)


@pytest.mark.parametrize(
    "question",
    [
        "is the Brio expensive",
        "is it cheap",
        "how much is the Brio",
        "the first week",
        "est-ce que la Brio est chère",
    ],
)
def test_an_adjective_without_degree_orders_nothing(bench: Bench, question: str) -> None:
    assert degrees_of(bench.draft(question)) == []


@pytest.mark.parametrize("question", ["which costs more", "which car weighs the least"])
def test_a_word_of_degree_alone_compares_whatever_is_asked(bench: Bench, question: str) -> None:
    (degree,) = degrees_of(bench.draft(question))
    assert degree.attributes == ()


@pytest.mark.parametrize("question", ["la deuxième moins chère", "les deux moins chères"])
def test_a_french_superlative_after_a_number(bench: Bench, question: str) -> None:
    (degree,) = degrees_of(bench.draft(question))
    assert degree.is_superlative


@pytest.mark.xfail(reason="a French comparative by form is none behind an article", strict=True)
def test_a_french_superlative_by_form(bench: Bench) -> None:
    (degree,) = degrees_of(bench.draft("la meilleure autonomie"))
    assert degree.is_superlative


@pytest.mark.xfail(reason="'moins de' before a noun is only read as the bound of an amount", strict=True)
def test_less_of_something_compares_in_french(bench: Bench) -> None:
    (degree,) = degrees_of(bench.draft("quelle voiture a moins d'autonomie que la Brio"))
    assert (degree.attributes, degree.descending) == (("range",), False)


def test_several_degrees_stand_in_order(bench: Bench) -> None:
    found = degrees_of(bench.draft("the cheapest and the fastest car"))
    assert [degree.attributes[0] for degree in found] == ["price", "top_speed"]


BOUNDS = [
    ("cars under 20,000 euros", Operator.BELOW, 20000, None),
    ("cars up to 20,000 euros", Operator.BELOW, 20000, None),
    ("which cars cost less than 25k", Operator.BELOW, 25000, None),
    ("cars over 20,000 euros", Operator.ABOVE, 20000, None),
    ("cars from 20,000 euros", Operator.ABOVE, 20000, None),
    ("cars between 20,000 and 30,000 euros", Operator.BETWEEN, 20000, 30000),
    ("a car at 20,000 euros", Operator.IS, 20000, None),
    ("range greater than 300 km", Operator.ABOVE, 300, None),
    ("at least 300 km", Operator.ABOVE, 300, None),
    ("no more than 300 km", Operator.BELOW, 300, None),
    ("around 300 km", Operator.IS, 300, None),
    ("a car with 5 seats", Operator.IS, 5, None),
    ("launched before 2026", Operator.BELOW, 20260101, 20261231),
    ("launched in 2026", Operator.IS, 20260101, 20261231),  # a year is a period, no range of amounts
    ("voitures à moins de 20 000 €", Operator.BELOW, 20000, None),
    ("voitures à partir de 20 000 €", Operator.ABOVE, 20000, None),
    ("voitures entre 20 000 et 30 000 €", Operator.BETWEEN, 20000, 30000),
    ("au moins 300 km", Operator.ABOVE, 300, None),
    ("au maximum 300 km", Operator.BELOW, 300, None),
    ("une voiture à 20 000 €", Operator.IS, 20000, None),
    ("lancée avant 2026", Operator.BELOW, 20260101, 20261231),
    ("cars lighter than 1,100 kg", Operator.BELOW, 1100, None),
    ("cars heavier than 1,100 kg", Operator.ABOVE, 1100, None),
    ("anything less heavy than 1,100 kg", Operator.BELOW, 1100, None),
    ("cars less expensive than 18,000 euros", Operator.BELOW, 18000, None),
    ("cars dearer than 18,000 euros", Operator.ABOVE, 18000, None),
    ("voitures plus légères que 1 100 kg", Operator.BELOW, 1100, None),
    ("voitures moins lourdes que 1 100 kg", Operator.BELOW, 1100, None),
    ("voitures plus lourdes que 1 100 kg", Operator.ABOVE, 1100, None),
]


@pytest.mark.parametrize(("question", "operator", "amount", "upper"), BOUNDS)
def test_an_amount_is_bounded(
    bench: Bench, question: str, operator: Operator, amount: float, upper: float | None
) -> None:
    draft = bench.draft(question)
    found, value = operator_of(draft, draft.amounts[0])
    assert (found, value.amount, value.upper) == (operator, amount, upper)


@pytest.mark.parametrize(
    ("question", "bound"),
    [
        ("cars up to 20,000 euros", Bound.UP_TO),
        ("at least 300 km", Bound.FROM),
        ("au moins 300 km", Bound.FROM),
        ("cars under 20,000 euros", None),
        ("more than 300 km", None),
    ],
)
def test_only_a_limit_that_counts_keeps_its_bound(bench: Bench, question: str, bound: Bound | None) -> None:
    draft = bench.draft(question)
    _, value = operator_of(draft, draft.amounts[0])
    assert value.bound is bound


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("the three cars", 3),
        ("these 3 cars", 3),
        ("les trois voitures", 3),
        ("deux des trois", 2),
        ("the 100 cars", 100),
        ("the 101 cars", None),
        ("one car", None),  # a set has two members or more
        ("the 0 cars", None),
        ("the third car", None),
        ("cars", None),
    ],
)
def test_a_number_of_members_is_read(bench: Bench, words: str, number: int | None) -> None:
    draft = bench.draft(words)
    assert number_in(draft, range(len(draft.words))) == number
    assert number_in(draft, []) is None


@SHARED
@given(words=st.lists(PIECES, min_size=1, max_size=9))
def test_degrees_lie_inside_the_question(bench: Bench, words: list[str]) -> None:
    draft = bench.draft(" ".join(words))
    found: list[Degree] = degrees_of(draft)
    assert all(0 <= degree.first < degree.last <= len(draft.words) for degree in found)
    assert all(degree.place >= 1 and degree.count >= 1 for degree in found)
    assert [degree.first for degree in found] == sorted(degree.first for degree in found)
