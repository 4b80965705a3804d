"""What columns decide for whole sets is what judging says of each, in lineups that hold every oddity."""

import random
from collections.abc import Iterator
from itertools import cycle, product

import pytest

from bot.answering.counting import counted
from bot.answering.deciding import decide
from bot.answering.judging import judge, rows_meeting
from bot.answering.known import Known
from bot.answering.populations import Order, is_ordered, order_of
from bot.answering.reverse import MOST_LISTED, without_versions
from bot.answering.sets import candidates_of, population_of
from bot.models.finding import Row
from bot.models.query import Condition, Intent, Operator, Query
from facts.models import Bound, Certainty, Origin, Value, ValueKind
from facts.store.reader import FactStore
from tests.bot.answering.asking import mention, query
from tests.bot.world import Draft, date, entity, lexicon, money, quantity

MODELS = 36
DOCUMENTS = {"old.txt": "2024-03", "new.txt": "2025-01-10", "undated.txt": None}
PRICES = (9_000, 18_000, 20_000, 20_500, 20_999, 21_000, 30_000)
BOUNDS = (None, None, None, None, *Bound)
QUALIFIERS: tuple[dict[str, str], ...] = ({}, {}, {}, {"market": "France"}, {"market": "Spain"})
TARGETS = (
    money("20,000 euros", 20_000), money("20,000 dollars", 20_000, "USD"), money("20,000", 20_000, bound=Bound.ABOUT),
    money("at most 20,000 euros", 20_000, bound=Bound.UP_TO), money("18,000 to 21,000", 18_000),
    Value("20,000", ValueKind.COUNT, 20_000), Value("18 to 21", ValueKind.MONEY, 18_000, 21_000, "EUR"),
)  # fmt: skip
DAYS = (
    date("2026", "2026", 20_260_101, 20_261_231), date("May 2026", "2026-05", 20_260_501, 20_260_531),
    date("2 May 2026", "2026-05-02", 20_260_502, 20_260_502), date("2025", "2025", 20_250_101, 20_251_231),
    date("early 2026", "2026", 20_260_101, 20_260_430), Value("2 May", ValueKind.DATE, date="--05-02"),
)  # fmt: skip
COMPARING = (Operator.BELOW, Operator.ABOVE, Operator.BETWEEN, Operator.IS, Operator.IS_NOT)
CONDITIONS = [
    *(Condition("price", one, value) for one, value in product(COMPARING, TARGETS)),
    *(Condition("launch", one, value) for one, value in product(COMPARING, DAYS)),
    *(Condition("price", one, than=than) for one in COMPARING for than in (("m1",), ("m2", "m3"), ("m6",), ("p1",))),
    *(Condition("launch", one, than=("m5",)) for one in COMPARING),
    *(Condition("factory", one, entities=("p1",)) for one in (Operator.IS, Operator.IS_NOT)),
    *(Condition("factory", one, entities=("land",)) for one in (Operator.IS, Operator.IS_NOT)),
    *(Condition(key, one) for key in ("price", "weight", "seats") for one in (Operator.HAS, Operator.LACKS)),
    Condition("price", Operator.IS_NOT, Value("Vano", ValueKind.ENTITY)),
    Condition("weight", Operator.ABOVE, quantity("1,000 kg", 1_000, "kg")),
    Condition("seats", Operator.ABOVE, Value("4", ValueKind.COUNT, 4)),
    Condition("unheard", Operator.IS, Value("4", ValueKind.COUNT, 4)),
]


def world(seed: int) -> Draft:
    """Return a lineup of which more is told than one plain value each, and less."""
    chance, draft = random.Random(seed), Draft()  # noqa: S311  # invents cars
    draft.entity("alda", "Alda", "brand")
    draft.entity("land", "Landia", "country")
    draft.entity("p1", "Plant One", "plant")
    draft.entity("p2", "Plant Two", "plant")
    told: list[tuple[str, str, Value]] = [("p1", "country", entity("Landia", "land"))]
    for number in range(MODELS):
        key = f"m{number}"
        draft.entity(key, f"Model {number}", "model", brand=chance.choice(["alda", None]))
        for letter in chance.choice(["", "", "a", "ab", "abc"]):
            draft.entity(f"{key}-{letter}", f"Model {number} {letter.upper()}", "version", parent=key)
        for subject in [one.id for one in draft.entities if one.id.startswith(f"{key}-") or one.id == key]:
            told += [(subject, "price", price(chance)) for _ in range(chance.choice([0, 1, 1, 1, 2, 3]))]
            told += [(subject, "launch", chance.choice(DAYS)) for _ in range(chance.choice([0, 1, 1, 2]))]
            told += [(subject, "factory", plant(chance)) for _ in range(chance.choice([0, 1]))]
            told += [(subject, "weight", quantity("999 kg", 999, "kg"))] * (chance.random() < 1 / 3)
    lines: dict[str, list[tuple[str, str, str, Value]]] = {name: [] for name in DOCUMENTS}
    names = {one.id: one.name for one in draft.entities}
    for number, (subject, attribute, value) in enumerate(told):
        sentence = f"{number}: the {names[subject]} has {value.text}."
        lines[chance.choice(list(DOCUMENTS))].append((sentence, subject, attribute, value))
    for name, published in DOCUMENTS.items():
        draft.document(name, [sentence for sentence, *_ in lines[name]], published=published)
        for sentence, subject, attribute, value in lines[name]:
            certainty = chance.choice([*[Certainty.STATED] * 6, *Certainty])
            origin = chance.choice([*[Origin.EXTRACTED] * 4, *Origin])
            qualifiers = chance.choice(QUALIFIERS)
            draft.fact(subject, attribute, value, sentence, certainty=certainty, origin=origin, qualifiers=qualifiers)
    return draft


def price(chance: random.Random) -> Value:
    amount = chance.choice(PRICES)
    bound = chance.choice(BOUNDS)
    upper = chance.choice([None, None, None, amount + 2_000])
    text = f"{amount:,} euros"
    if chance.random() < 1 / 20:
        return Value("the same price", ValueKind.TEXT)
    return Value(text, ValueKind.MONEY, amount, upper, chance.choice(["EUR", "EUR", "EUR", "USD"]), bound=bound)


def plant(chance: random.Random) -> Value:
    key = chance.choice(["p1", "p2"])
    return entity({"p1": "Plant One", "p2": "Plant Two"}[key], key)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FactStore]:
    path = world(seed=1).write(tmp_path_factory.mktemp("world") / "facts.db", lexicon())
    with FactStore.open(path) as opened:
        yield opened


def test_nobody_is_sure_whom_judging_leaves_out_and_nobody_missing_whom_it_lets_pass(store: FactStore) -> None:
    known, numbering = Known(store), store.numbering
    decided_something = 0
    for condition in CONDITIONS:
        decided = decide(known, condition)
        met = {one.id for one in store.entities() if judge(known, one.id, condition).verdict}
        sure, may = ({numbering.entity(one) for one in numbering.members(set_)} for set_ in (decided.sure, decided.all))
        assert sure <= met <= may, condition
        decided_something += bool(sure)
    assert decided_something > len(CONDITIONS) // 3


@pytest.mark.parametrize("is_large", [False, True])
def test_counting_by_flags_is_counting_one_by_one(store: FactStore, is_large: bool) -> None:
    known = Known(store)
    known.is_large = is_large
    asked = cycle((query(Intent.COUNT), query(Intent.COUNT, brand=mention("alda")), query(Intent.COUNT, "alda")))
    pairs = zip(CONDITIONS[::3], CONDITIONS[1::3], strict=False)
    for conditions, one in zip([*((one,) for one in CONDITIONS), *pairs], asked, strict=False):
        population = population_of(known, one, conditions)
        if population is not None:
            assert counted(known, population, conditions) == one_by_one(known, one, conditions), conditions


def test_few_are_looked_up_in_the_order_in_which_many_are_walked(store: FactStore) -> None:
    known, everyone = Known(store), store.numbering.everyone
    known.is_large = True
    for condition in CONDITIONS:
        order = order_of(known, condition) if is_ordered(known, condition) else Order()
        if order.attribute is not None:
            looked_up = store.ordering.of_some(order.attribute, range(store.numbering.size), order.low, order.high)
            assert list(dict.fromkeys(looked_up)) == list(order.of(known, everyone)), condition


def one_by_one(known: Known, asked: Query, conditions: tuple[Condition, ...]) -> tuple[list[Row], int]:
    """Judge every candidate of the first condition."""
    every = candidates_of(known, asked, conditions)
    rows = without_versions(row for key in every for row in rows_meeting(known, key, conditions))
    members = list(dict.fromkeys(row.subject.id for row in rows))
    return [row for row in rows if row.subject.id in members[:MOST_LISTED]], len(members)
