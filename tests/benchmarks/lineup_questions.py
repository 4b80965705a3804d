"""Questions about an invented lineup, by kind, each with what is right: known from how the lineup was made.

A question stands for its kind only where its answer ends in the tier that the kind is answered from.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from heapq import nlargest, nsmallest
from itertools import islice

from facts.models import Value
from tests.benchmarks import set_questions
from tests.benchmarks.invented_lineups import FILLER, Car, Family, InventedLineup
from tests.benchmarks.invented_names import LETTERS
from tests.benchmarks.right_answers import Made, Right
from tests.benchmarks.set_questions import Tally

KEPT = 60  # families that are asked about, evenly spread
RANKED = 40  # cars at either end of an attribute
FEW = 12  # members that a narrow filter lets through
WIDE = 50_000  # euros, which a good part of all cars costs less than
MOST_LISTED = 24  # members of one answer
SHORTEST_WORD = 4  # letters of a name
SHORTEST_SLIP = 6  # letters of a word that a letter may be dropped from
ORDERS = {
    ("price", False): ("Which car is the cheapest?", "cheapest car", "Quelle est la voiture la moins chère ?"),
    ("range", True): ("Which car has the longest range?", "Quelle voiture a la plus grande autonomie ?"),
    ("battery", True): ("Which car has the biggest battery?",),
    ("power", True): ("Which car is the most powerful?", "most powerful car"),
    ("weight", False): ("Which car is the lightest?",),
    ("length", True): ("Which is the longest car?",),
    ("boot", True): ("Which car has the largest boot?",),
}
OF_BRAND = {
    ("price", False): "What is the cheapest {}?",
    ("range", True): "Which {} has the longest range?",
    ("weight", False): "Which {} is the lightest?",
}
LOOK_UPS = {
    "What is the price of the {}?": "price",
    "how much does the {} cost": "price",
    "{} range": "range",
    "How heavy is the {}?": "weight",
    "When will the {} be launched?": "launch",
    "Combien coûte la {} ?": "price",
    "Quelle est l'autonomie de la {} ?": "range",
    "Where is the {} built?": "factory",
    "which platform does the {} use": "platform",
}
SETS = {
    "count": set_questions.counts, "negation": set_questions.negations, "exact amount": set_questions.exact,
    "two limits": set_questions.two_limits, "superlative with a limit": set_questions.limited_superlatives,
}  # fmt: skip
COUNTED = 100  # questions of a kind, for each of which all cars are counted
UNSAID = ("consumption", "energy consumption")
CHATTER = (
    "will it rain tomorrow",
    "who won the match last night",
    "can you book me a table for two",
    "happy birthday to you",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Some turns of one person, and what is right of the last one."""

    kind: str
    turns: Sequence[str]
    right: Right


@dataclass(slots=True)
class Survey:
    """What is known of a whole lineup without holding it: some families, the ends of each order, a few amounts."""

    families: list[Family] = field(default_factory=list)
    ends: dict[tuple[str, bool], list[tuple[float, str]]] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)  # of what little is told of all of them

    @classmethod
    def of(cls, lineup: InventedLineup) -> "Survey":
        """Walk a lineup once."""
        found = cls()
        every = 1
        for number, family in enumerate(lineup.families()):
            found.tally.add(family)
            if number % every == 0:
                found.families.append(family)
            if len(found.families) > 2 * KEPT:
                found.families, every = found.families[::2], every * 2
            for (attribute, descending), ends in ((key, found.ends.setdefault(key, [])) for key in ORDERS):
                ends += [(_amount(car, attribute), car.entity.name) for car in family.models]
                found.ends[attribute, descending] = (nlargest if descending else nsmallest)(RANKED, ends)
        return found


def questions(survey: Survey, each: int, seed: int = 3) -> Iterator[Asked]:
    """Ask so many questions of each kind, fewer where the lineup is too small for them."""
    makers = {
        "look-up": _look_ups, "misspelt": _misspelt, "description": _descriptions, "superlative": _superlatives,
        "superlative of a brand": _of_brands, "filter": _filters, "wide filter": _wide_filters, "list": _lists,
        "compare": _compares, "two hops": _hops, "reading": _readings, "passage": _passages, "decline": _declines,
        "dialogue": _dialogues,
        **{kind: partial(_of_sets, made) for kind, made in SETS.items()},
        "brand with a limit": _limited_brands, "plant with a limit": _limited_plants,
    }  # fmt: skip
    for kind, make in makers.items():
        chance = random.Random(seed)  # noqa: S311 - picks questions, keeps no secrets
        drawn = COUNTED if kind in SETS else 3 * each
        made = dict.fromkeys(((*turns,), right) for turns, right in islice(make(chance, survey), drawn))
        yield from (Asked(kind, turns, right) for turns, right in islice(made, each))


def dumped(asked: Asked) -> Mapping[str, object]:
    """Return a question as JSON has it."""
    return asdict(asked)


def loaded(row: Mapping[str, object]) -> Asked:
    """Read what `dumped` returned."""
    return Asked(row["kind"], row["turns"], Right(**{**row["right"], "words": tuple(row["right"]["words"])}))  # type: ignore[arg-type]  # as it was dumped


def _cars(chance: random.Random, survey: Survey) -> Iterator[tuple[Family, Car]]:
    """Yield models at random, without end; none whose name could be everyday words ("Jai", "Max")."""
    models = [(family, car) for family in survey.families for car in family.models if _is_plain(car.entity.name)]
    names = Counter(car.entity.name for _, car in models)
    models = [(family, car) for family, car in models if names[car.entity.name] == 1]
    while True:
        yield chance.choice(models)


def _is_plain(name: str) -> bool:
    return all(len(word) >= SHORTEST_WORD or not word.isalpha() for word in name.split()) and "Max" not in name


def _told(car: Car, attribute: str) -> Right:
    return _value(car.told[attribute])


def _value(value: Value) -> Right:
    if value.entity is not None:
        return Right("answered", "facts", words=(value.text,))
    return Right("answered", "facts", amount=value.amount)


def _of_sets(make: Callable[[random.Random, Tally], Made], chance: random.Random, survey: Survey) -> Made:
    return make(chance, survey.tally)


def _limited_brands(chance: random.Random, survey: Survey) -> Made:
    brands = [family for family in survey.families if _is_plain(family.brand.name)]
    return set_questions.of_brands(chance, chance.sample(brands, len(brands)))


def _limited_plants(chance: random.Random, survey: Survey) -> Made:
    plants = [family for family in survey.families if _is_plain(family.plant.name)]
    return set_questions.of_plants(chance, chance.sample(plants, len(plants)), survey.tally)


def _look_ups(chance: random.Random, survey: Survey) -> Made:
    for _, car in _cars(chance, survey):
        question, attribute = chance.choice(list(LOOK_UPS.items()))
        yield (question.format(car.entity.name),), _told(car, attribute)


def _misspelt(chance: random.Random, survey: Survey) -> Made:
    for _, car in _cars(chance, survey):
        brand, _, rest = car.entity.name.partition(" ")
        if len(brand) >= SHORTEST_SLIP and brand.isascii():
            place = chance.randrange(1, len(brand))
            slipped = brand[:place] + chance.choice(LETTERS) + brand[place + 1 :]
            yield (f"What is the price of the {slipped} {rest}?",), _told(car, "price")


def _descriptions(chance: random.Random, survey: Survey) -> Made:
    for _, car in _cars(chance, survey):
        question = chance.choice(("Tell me about the {}", "What is known of the {}?", "Describe the {}"))
        yield (question.format(car.entity.name),), Right("answered", "facts", words=(car.told["price"].text,))


def _superlatives(_chance: random.Random, survey: Survey) -> Made:
    for order, asked in ORDERS.items():
        (amount, _), *_ = survey.ends[order]  # several may share it
        for question in asked:
            yield (question,), Right("answered", "facts", amount=amount)


def _of_brands(chance: random.Random, survey: Survey) -> Made:
    for family in chance.sample(survey.families, len(survey.families)):
        for (attribute, descending), question in OF_BRAND.items():
            amount = (max if descending else min)(_amount(car, attribute) for car in family.models)
            yield (question.format(family.brand.name),), Right("answered", "facts", amount=amount)


def _amount(car: Car, attribute: str) -> float:
    return car.told[attribute].amount or 0.0


def _filters(chance: random.Random, survey: Survey) -> Made:
    """Yield filters that a dozen cars get through at most."""
    cheapest, farthest = survey.ends["price", False], survey.ends["range", True]
    while True:
        amount, _ = chance.choice(cheapest[1:FEW])
        yield from _filter(
            f"Which cars cost less than {amount:,.0f} euros?", [name for one, name in cheapest if one < amount]
        )
        amount, _ = chance.choice(farthest[1:FEW])
        yield from _filter(
            f"Which cars have a range of more than {amount:,.0f} km?", [name for one, name in farthest if one > amount]
        )


def _filter(question: str, passing: Sequence[str]) -> Made:
    if passing:
        yield (question,), Right("answered", "facts", words=tuple(passing), members=len(passing))


def _wide_filters(chance: random.Random, survey: Survey) -> Made:
    """Yield filters that a good part of all cars gets through."""
    for _, car in _cars(chance, survey):
        price = chance.randrange(60_000, 90_000, 500)
        yield (f"Which cars cost less than {price:,} euros?",), _bounded("euros", high=price)
        reach = chance.randrange(300, 600)
        yield (f"Which cars have a range of more than {reach} km?",), _bounded("km", low=reach)
        year = chance.randrange(2024, 2032)
        yield (f"Which cars will be launched in {year}?",), Right("answered", "facts", quote=f" {year}")
        if (price := int(car.told["price"].amount or 0)) > WIDE:
            yield (f"Which cars are cheaper than the {car.entity.name}?",), _bounded("euros", high=price)


def _bounded(unit: str, *, low: float = 0.0, high: float = 1e9) -> Right:
    return Right("answered", "facts", low=low, high=high, unit=unit)


def _lists(chance: random.Random, survey: Survey) -> Made:
    while True:
        family = chance.choice(survey.families)
        members = min(len({car.entity.name for car in family.models}), MOST_LISTED)
        if members != min(len(family.models), MOST_LISTED):
            continue  # two of one name
        right = Right("answered", "facts", members=members)
        yield (f"Which cars are built in {family.plant.name}?",), right
        yield (f"Which cars use the {family.platform.name} platform?",), right


def _compares(chance: random.Random, survey: Survey) -> Made:
    cars = _cars(chance, survey)
    for (_, one), (_, other) in zip(cars, cars, strict=False):
        prices = one.told["price"], other.told["price"]
        if one is not other:
            question = f"Which is cheaper, the {one.entity.name} or the {other.entity.name}?"
            yield (question,), Right("answered", "facts", words=tuple(price.text for price in prices))


def _hops(chance: random.Random, survey: Survey) -> Made:
    for family, car in _cars(chance, survey):
        yield (f"Who is the head of the brand of the {car.entity.name}?",), _words(family.head.name)
        if car.before is not None and _is_plain(car.before.name):
            yield (f"How much is the car that replaces the {car.before.name}?",), _told(car, "price")
            yield (f"What is the platform of the car that replaces the {car.before.name}?",), _told(car, "platform")


def _words(words: str) -> Right:
    return Right("answered", "facts", words=(words,))


def _readings(chance: random.Random, survey: Survey) -> Made:
    for _, car in _cars(chance, survey):
        if car.is_reviewed or any(map(str.isdigit, car.entity.name)):  # "Bras 5" beside "rejected" may be grams
            continue
        if car.council is not None:
            right = Right("answered", "reading", words=(car.council.name.split()[0],))
            yield (f"Who rejected the petition against the {car.entity.name}?",), right
        if car.flats:
            right = Right("answered", "reading", words=(str(car.flats),))
            yield (f"How many flats were rented for the testers of the {car.entity.name}?",), right


def _passages(chance: random.Random, survey: Survey) -> Made:
    for _, car in _cars(chance, survey):
        if car.is_reviewed:  # there a passage must hold more of the question
            continue
        filler = car.filler or {}
        said = FILLER.format(name=car.entity.name, **filler)
        question = "Does the {material} {part} of the {name} rattle on {ground}?".format(name=car.entity.name, **filler)
        yield (question,), Right("passage", quote=said)


def _declines(chance: random.Random, survey: Survey) -> Made:
    """Yield what nobody said: of a reviewed document, in another currency, of another thing, about anything else."""
    for family, car in _cars(chance, survey):
        if car.is_reviewed and not any(one.before is car.entity for one in family.models):
            yield (f"What is the {chance.choice(UNSAID)} of the {car.entity.name}?",), Right("unknown")
        yield (f"How much does the {car.entity.name} cost in dollars?",), Right("unknown")
        yield (chance.choice(CHATTER),), Right("chatter")


def _dialogues(chance: random.Random, survey: Survey) -> Made:
    """Yield second turns that leave out what the first one asked, or of what."""
    cars = _cars(chance, survey)
    for (_, one), (_, other) in zip(cars, cars, strict=False):
        first = f"How much does the {one.entity.name} cost?"
        yield (first, f"and the {other.entity.name}?"), _told(other, "price")
        yield (first, "where is it built?"), _told(one, "factory")
        yield (first, "and the range?"), _told(one, "range")
