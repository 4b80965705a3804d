"""Units without an amount: what an answer is wanted in, what "how many ..." counts, and where it must hold."""

import pytest

from bot.models import Match
from bot.understanding.draft import CuePiece, Draft
from bot.understanding.units import UnitIndex, market_of
from bot.understanding.vocabulary import Role
from facts.lexicon import Lexicon, Unit
from facts.store.reader import FactStore
from tests.bot.understanding.drafts import Bench


@pytest.fixture(scope="module")
def bench(world: FactStore) -> Bench:
    return Bench(world)


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("how much is the Brio in dollars", "USD"),
        ("price of the Brio as dollars", "USD"),
        ("brio range in miles", "mi"),
        ("how far does the brio go, in km", "km"),
        ("power of the Brio in horsepower", "hp"),
        ("le prix de la Brio en dollars", "USD"),
        ("quelle est l'autonomie de la Brio en miles", "mi"),
        ("puissance de la Brio en chevaux", "PS"),
        ("poids de la Nido en kg", "kg"),
    ],
)
def test_the_unit_of_the_answer_is_read(bench: Bench, question: str, unit: str) -> None:
    assert bench.units.asked_unit(bench.draft(question)) == unit


@pytest.mark.parametrize(
    "question",
    [
        "brio range",
        "how much is the Brio in Slovenia",
        "how much is the Brio in the United States",
        "cars under 300 km",
        "which cars reach 100 km/h in 300 km",
        "the price of a dollar",
        "dollars in the Brio",
        "how long is the Brio in m",  # one letter alone may be anything
        "range in l",
        "autonomie de la Brio",
        "combien coûte la Brio en Slovénie",
    ],
)
def test_no_unit_is_wanted(bench: Bench, question: str) -> None:
    assert bench.units.asked_unit(bench.draft(question)) is None


def test_a_unit_that_is_wanted_is_explained(bench: Bench) -> None:
    draft = bench.draft("brio range in miles")
    bench.units.asked_unit(draft)
    assert [draft.words[position].text for position in draft.used] == ["miles"]


def test_a_unit_that_is_not_wanted_explains_nothing(bench: Bench) -> None:
    draft = bench.draft("dollars in the Brio")
    bench.units.asked_unit(draft)
    assert draft.used == set()


def bare(bench: Bench, question: str) -> tuple[Draft, list[CuePiece]]:
    """Return a draft without cues of its own, and the cues that its units add."""
    draft = bench.draft(question)
    draft.cues = []
    bench.units.add_cues(draft, bench.store.lexicon)
    return draft, draft.cues


@pytest.mark.parametrize(
    ("question", "unit", "attribute"),
    [
        ("how many kilowatts does the Brio have", "kilowatts", "power"),
        ("how many kWh does the Brio have", "kWh", "battery"),
        ("how many km does the Brio do", "km", "range"),
        ("how many tonnes", "tonnes", "weight"),
        ("combien de kilomètres fait la Brio", "kilomètres", "range"),
        ("combien de kWh a la Brio", "kWh", "battery"),
        ("combien de chevaux a la Brio", "chevaux", "power"),
    ],
)
def test_counting_a_unit_asks_for_what_is_measured_in_it(
    bench: Bench, question: str, unit: str, attribute: str
) -> None:
    draft, (cue,) = bare(bench, question)
    assert draft.text_of(cue) == unit
    assert attribute in cue.attributes(Role.NOUN)


@pytest.mark.parametrize(
    "question", ["how many cars are there", "kilowatts of the Brio", "range in km", "how many", "combien de voitures"]
)
def test_only_a_counted_unit_asks(bench: Bench, question: str) -> None:
    assert bare(bench, question)[1] == []


def test_what_already_asks_is_left_alone(bench: Bench) -> None:
    draft, once = bare(bench, "how many tonnes")
    once = list(once)
    bench.units.add_cues(draft, bench.store.lexicon)
    assert draft.cues == once


def test_spellings_of_one_letter_are_no_units(bench: Bench) -> None:
    letters = Lexicon({}, {}, (Unit("m", "length", 1, ("m",)), Unit("cm", "length", 0.01, ("cm",))), {}, ())
    units = UnitIndex(letters)
    assert units.asked_unit(bench.draft("length in m")) is None
    assert units.asked_unit(bench.draft("length in cm")) == "cm"


@pytest.mark.parametrize(
    ("question", "place", "match"),
    [
        ("price of the Brio in Slovenia", "Slovenia", Match.EXACT),
        ("how much is the Nido in the United States", "United States", Match.UNKNOWN),
        ("price of the Brio in Europe", "Europe", Match.UNKNOWN),
        ("le prix de la Brio en Slovénie", "Slovénie", Match.EXACT),
        ("combien coûte la Nido au Portugal", "Portugal", Match.EXACT),
    ],
)
def test_a_place_behind_a_preposition_limits_the_answer(bench: Bench, question: str, place: str, match: Match) -> None:
    found = market_of(bench.draft(question), (), bench.resolver)
    assert found is not None
    assert (found.mention.text, found.mention.match) == (place, match)


@pytest.mark.parametrize(
    "question",
    [
        "price of the Brio",
        "Slovenia price of the Brio",
        "the plant in Lomnica",  # a plant is no market
        "prix de la Brio à Lomnica",
        "price of the Brio in Zorgania",  # nobody knows what that is
    ],
)
def test_no_market_is_meant(bench: Bench, question: str) -> None:
    assert market_of(bench.draft(question), (), bench.resolver) is None


def test_a_place_that_something_else_took_is_no_market(bench: Bench) -> None:
    draft = bench.draft("is the Tosca built in Portugal")
    assert market_of(draft, (), bench.resolver) is not None
    assert market_of(draft, draft.names, bench.resolver) is None
