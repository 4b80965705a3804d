"""Questions about many cars at once: counts, negations, limits together and of a brand; what is right is counted here.

A version beside its model is no car of its own; one whose model does not pass is.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tests.benchmarks.invented_lineups import Car, Family
from tests.benchmarks.right_answers import Made, Right

SORTS = ("price", "range", "weight", "power", "launch")  # what versions have as well
FEWEST = 2  # members that are counted
MOST_LISTED = 24
YEARS = range(2024, 2032)


@dataclass(frozen=True, slots=True)
class Amounts:
    """What is told of one car last."""

    name: str
    price: float
    range: float
    weight: float
    power: float
    launch: float

    @classmethod
    def of(cls, car: Car) -> "Amounts":
        """Take what is told of a car."""
        return cls(car.entity.name, *(car.told[one].amount or 0.0 for one in SORTS))

    @property
    def year(self) -> int:
        """When it is launched."""
        return int(self.launch) // 10_000


Test = Callable[[Amounts], bool]
Asking = tuple[str, Test]  # a question, and who passes


@dataclass(slots=True)
class Tally:
    """Cars, each model with its versions."""

    models: list[tuple[Amounts, list[Amounts]]] = field(default_factory=list)

    def add(self, family: Family) -> None:
        """Take in a family."""
        versions: dict[str | None, list[Amounts]] = {}
        for car in family.cars:
            if car.entity.kind == "version":
                versions.setdefault(car.entity.parent, []).append(Amounts.of(car))
        self.models += [(Amounts.of(car), versions.get(car.entity.id, [])) for car in family.models]

    def passing(self, test: Test) -> list[Amounts]:
        """Return the cars that pass, versions beside their model left out."""
        return [car for model, versions in self.models for car in ((model,) if test(model) else filter(test, versions))]


def counts(chance: random.Random, tally: Tally) -> Made:
    """Yield how many there are of what a good part of all cars gets through."""
    while True:
        yield from _counted(tally, _wide(chance))


def negations(chance: random.Random, tally: Tally) -> Made:
    """Yield what most cars are not: how many, and the first of them."""
    while True:
        year, weight = chance.choice(YEARS), chance.randrange(700, 3_500)
        asked = [
            (f"How many cars are not launched in {year}?", lambda car, year=year: car.year != year),
            (f"How many cars do not weigh {weight:,} kg?", lambda car, weight=weight: car.weight != weight),
        ]
        yield from _counted(tally, asked)
        yield (f"Which cars are not launched in {year}?",), Right("answered", "facts", unsaid=f" {year}.")


def exact(chance: random.Random, tally: Tally) -> Made:
    """Yield which cars have just one amount."""
    while True:
        model, _ = chance.choice(tally.models)
        asked: list[Asking] = [
            (f"Which cars cost {model.price:,.0f} euros?", lambda car, price=model.price: car.price == price),
            (f"Which cars weigh {model.weight:,.0f} kg?", lambda car, weight=model.weight: car.weight == weight),
        ]
        for question, test in asked:
            names = [car.name for car in tally.passing(test)]
            if len(set(names)) == len(names) < MOST_LISTED:
                yield (question,), Right("answered", "facts", words=tuple(names), members=len(names))


def two_limits(chance: random.Random, tally: Tally) -> Made:
    """Yield what meets two limits at once: how many, and the first of them."""
    while True:
        weight, power = chance.randrange(900, 3_000), chance.randrange(200, 800)
        limits = f"weigh less than {weight:,} kg and have more than {power} kW?"
        asked: list[Asking] = [
            (f"How many cars {limits}", lambda car, w=weight, p=power: car.weight < w and car.power > p)
        ]
        yield from _counted(tally, asked)
        if tally.passing(asked[0][1]):
            yield (f"Which cars {limits}",), Right("answered", "facts", high=weight, unit="kg")


def limited_superlatives(chance: random.Random, tally: Tally) -> Made:
    """Yield the first of those that meet a limit."""
    while True:
        price, year, power = chance.randrange(20_000, 90_000, 500), chance.choice(YEARS), chance.randrange(300, 800)
        reach = max(car.range for car in tally.passing(lambda car, price=price: car.price < price))
        lowest = min(car.price for car in tally.passing(lambda car, year=year: car.year == year))
        weight = min(car.weight for car in tally.passing(lambda car, power=power: car.power > power))
        yield (f"Which car under {price:,} euros has the longest range?",), _first(reach)
        yield (f"Which car launched in {year} is the cheapest?",), _first(lowest)
        yield (f"Which car with more than {power} kW is the lightest?",), _first(weight)


def of_brands(chance: random.Random, families: Iterable[Family]) -> Made:
    """Yield what of one brand meets a limit."""
    for family in families:
        tally, name = Tally(), family.brand.name
        tally.add(family)
        price, reach = chance.randrange(40_000, 100_000, 500), chance.randrange(300, 700)
        asked: list[Asking] = [
            (f"How many {name} cars cost less than {price:,} euros?", lambda car, price=price: car.price < price),
            (
                f"How many {name} models have a range of more than {reach} km?",
                lambda car, reach=reach: car.range > reach,
            ),
        ]
        yield from _counted(tally, asked)
        if tally.passing(asked[0][1]):
            right = Right("answered", "facts", high=price, unit="euros")
            yield (f"Which {name} cars cost less than {price:,} euros?",), right


def of_plants(chance: random.Random, families: Iterable[Family], cars: Tally) -> Made:
    """Yield how many are built in a plant below a limit, and how many are not built there: of models it is told."""
    for family in families:
        price, name = chance.randrange(40_000, 100_000, 500), family.plant.name
        below = sum((car.told["price"].amount or 0.0) < price for car in family.models)
        elsewhere = len(cars.models) - len(family.models)
        if below >= FEWEST:
            right = Right("answered", "facts", begins=f"{below}: ")
            yield (f"How many cars cost less than {price:,} euros and are built in {name}?",), right
        if elsewhere >= FEWEST:
            yield (f"How many cars are not built in {name}?",), Right("answered", "facts", begins=f"{elsewhere}: ")


def _wide(chance: random.Random) -> list[Asking]:
    price, reach, year = chance.randrange(10_000, 110_000, 500), chance.randrange(160, 850), chance.choice(YEARS[1:-1])
    more = price + chance.randrange(5_000, 40_000, 500)
    return [
        (f"How many cars cost less than {price:,} euros?", lambda car: car.price < price),
        (f"How many cars have a range of more than {reach} km?", lambda car: car.range > reach),
        (f"How many cars cost between {price:,} and {more:,} euros?", lambda car: price <= car.price <= more),
        (f"How many cars will be launched in {year}?", lambda car: car.year == year),
        (f"How many cars will be launched after {year}?", lambda car: car.year > year),
        (f"How many cars will be launched before {year}?", lambda car: car.year < year),
    ]


def _counted(tally: Tally, asked: Iterable[Asking]) -> Made:
    for question, test in asked:
        found = len(tally.passing(test))
        if found >= FEWEST:
            yield (question,), Right("answered", "facts", begins=f"{found}: ")


def _first(amount: float) -> Right:
    return Right("answered", "facts", amount=amount)
