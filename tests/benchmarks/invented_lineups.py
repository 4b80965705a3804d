"""Whole lineups, invented: families of cars with their documents, facts and statements, of any size.

Seeded, and made anew each time they are walked: a million facts are never in memory at once. Every quote is a true span
of its document, and whoever asks about a lineup knows what is right, since it is known what each sentence says.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, pairwise

from facts.lemmas import BuildLemmas
from facts.lexicon.codec import dump_lexicon
from facts.lexicon.loader import load_lexicon
from facts.models import Entity, Fact, Statement, Value, ValueKind
from facts.store.indexing import Filed, Lemma, filed
from facts.store.writer import Contents
from tests.benchmarks.invented_names import family_of, invented_words
from tests.benchmarks.invented_pages import Page, Told

MODELS = (4, 8, 16, 24, 60)  # of a brand
REPRICED = 4  # cars of a family of which a later document gives another price, a lower one
ONE_IN = 10  # documents that a person reviewed; their attributes without a fact are declined
CLAIMED = 6  # one in so many cars has a statement about it, and as many of the others another
COUNTRIES = (
    "Austria", "Belgium", "Brazil", "Canada", "Chile", "Denmark", "Finland", "France", "Germany", "Hungary", "India",
    "Italy", "Japan", "Mexico", "Morocco", "Poland", "Portugal", "Romania", "Slovakia", "Slovenia", "South Korea",
    "Spain", "Sweden", "Thailand",
)  # fmt: skip
MONTHS = ("January", "March", "May", "June", "September", "October", "November")
MONTH_NUMBERS = {"January": 1, "March": 3, "May": 5, "June": 6, "September": 9, "October": 10, "November": 11}
LONGEST_MONTH = 31  # days
MATERIALS = ("cork", "felt", "linen", "bamboo", "rubber", "wool", "carbon", "steel", "glass", "leather", "ash", "foam")
PARTS = ("hatch", "tray", "mat", "shelf", "blind", "flap", "bumper", "handle", "liner", "cover", "bracket", "spoiler")
ROOMS = ("cabin", "dashboard", "roof", "tailgate", "bonnet", "sill", "pillar", "cockpit", "bench", "console")
STATES = ("quiet", "dry", "warm", "stiff", "clean", "steady", "cool", "bright")
GROUNDS = ("gravel", "cobbles", "ice", "mud", "sand", "tarmac", "snow", "grass", "ruts", "rails")
FILLER = "A {part} of {material} keeps the {room} of the {name} {state} on {ground}."
SENTENCES = (
    "The {name} costs {price} and has a range of {range}.",
    "It has a battery of {battery}, a power of {power} and a top speed of {top_speed}.",
    "{brand} builds the {name} in {factory} on the {platform} platform.",
    "The {name} is {length} long, {width} wide and {height} high, weighs {weight} and has a boot of {boot}.",
)
OF_VERSION = (
    "The {name} costs {price}, has a range of {range} and weighs {weight}.",
    "The {name} has a power of {power}, reaches {top_speed} and will be launched in {launch}.",
)


@dataclass(slots=True)
class Car:
    """A model or a version: what it is called, and the newest of what is told of it."""

    entity: Entity
    page: str
    told: Told
    is_reviewed: bool
    before: Entity | None = None  # what it replaces
    filler: dict[str, str] | None = None  # the words of the sentence about it that no fact holds
    council: Entity | None = None  # who rejected a petition against it
    flats: int = 0  # that were rented for its testers


@dataclass(slots=True)
class Family:
    """A brand and all that belongs to it."""

    brand: Entity
    head: Entity
    plant: Entity
    platform: Entity
    country: Entity
    cars: list[Car]
    entities: list[Entity]
    pages: list[Page]

    @property
    def models(self) -> list[Car]:
        return [car for car in self.cars if car.entity.kind == "model"]


class InventedLineup:
    """A lineup of about so many facts, over a tenth as many entities and half as many passages."""

    def __init__(self, facts: int, seed: int = 7) -> None:
        self._facts = facts
        self._seed = seed

    def families(self) -> Iterator[Family]:
        """Make one family after the other, until there are facts enough."""
        chance = random.Random(self._seed)  # noqa: S311 - invents cars, keeps no secrets
        words, numbers = invented_words(chance), count()
        made = 0
        while made < self._facts:
            family = _family(chance, words, numbers)
            made += sum(len(page.facts) for page in family.pages)
            yield family

    def contents(self) -> Contents:
        """Return all of it as a store is written from it."""
        lexicon = load_lexicon()
        lemmas = BuildLemmas(lexicon)
        return Contents(
            lexicon=dump_lexicon(lexicon),
            fingerprint=f"invented {self._facts} {self._seed}",
            documents=self._documents(lemmas.lemma),
            entities=self._entities(),
            facts=self._told(),
            forms=lemmas.forms({}),
            ordinary=lemmas.ordinary(),
            statements=self._said(),
            complete=[page.name for page in self._pages() if page.is_reviewed],
        )

    def _pages(self) -> Iterator[Page]:
        return (page for family in self.families() for page in family.pages)

    def _documents(self, lemma: Lemma) -> Iterator[Filed]:
        return (filed(page.document, page.passages, lemma) for page in self._pages())

    def _entities(self) -> Iterator[Entity]:
        yield from (country(name) for name in COUNTRIES)
        for family in self.families():
            yield from family.entities

    def _told(self) -> Iterator[Fact]:
        return (fact for page in self._pages() for fact in page.facts)

    def _said(self) -> Iterator[Statement]:
        return (statement for page in self._pages() for statement in page.statements)


def country(name: str) -> Entity:
    """Return a country as an entity."""
    return Entity(f"country-{name.lower().replace(' ', '-')}", name, "country", (name,))


def _family(chance: random.Random, words: Iterator[str], numbers: Iterator[int]) -> Family:
    named = list(family_of(chance, words, numbers, chance.choice(MODELS)))
    brand, head = named[:2]
    plant = _thing(next(words).capitalize(), "plant", numbers)
    platform = _thing(f"{next(words).capitalize()} {chance.randrange(2, 10)}", "platform", numbers)
    where = country(chance.choice(COUNTRIES))
    family = Family(brand, head, plant, platform, where, [], [*named, plant, platform], [])
    models = [one for one in named if one.kind == "model"]
    versions = [one for one in named if one.kind == "version"]
    for before, entity in pairwise([None, *models]):
        page = Page(f"{entity.id}.md", f"{entity.name}: what is known of it", _day(chance, 2025), _is_reviewed(entity))
        car = _model(chance, page, family, entity)
        if before is not None and chance.random() < 1 / 2:
            car.before = before
        _tell_model(chance, page, family, car, words, numbers)
        of_it = [one for one in versions if one.parent == entity.id]
        family.cars += [car, *(_version(chance, page, one, car.told) for one in of_it)]
        family.pages.append(page)
    family.pages += [_of_brand(chance, family), _of_prices(chance, family)]
    return family


def _is_reviewed(entity: Entity) -> bool:
    return int(entity.id[1:]) % ONE_IN == 0


def _thing(name: str, kind: str, numbers: Iterator[int]) -> Entity:
    return Entity(f"e{next(numbers)}", name, kind, (name,))


def _model(chance: random.Random, page: Page, family: Family, entity: Entity) -> Car:
    told = {
        **_measures(chance),
        "brand": named(family.brand),
        "factory": named(family.plant),
        "platform": named(family.platform),
    }
    return Car(entity, page.name, told, page.is_reviewed)


def _measures(chance: random.Random) -> Told:
    """Return what can be measured of a car; amounts are fine enough for ties to be rare."""
    return {
        "price": euros(chance.randrange(9_000, 120_000, 10)),
        "range": quantity(chance.randrange(150, 900), "km"),
        "battery": quantity(chance.randrange(200, 1_500) / 10, "kWh"),
        "power": quantity(chance.randrange(40, 900), "kW"),
        "top_speed": quantity(chance.randrange(90, 420), "km_h", "km/h"),
        "length": quantity(chance.randrange(2_500, 6_000), "mm"),
        "width": quantity(chance.randrange(1_400, 2_200), "mm"),
        "height": quantity(chance.randrange(1_000, 2_600), "mm"),
        "weight": quantity(chance.randrange(700, 3_500), "kg"),
        "boot": quantity(chance.randrange(80, 1_200), "l", "litres"),
        "launch": _month(chance),
    }


def _tell_model(
    chance: random.Random, page: Page, family: Family, car: Car, words: Iterator[str], numbers: Iterator[int]
) -> None:
    entity = car.entity
    for sentence in SENTENCES:
        page.say(sentence, entity, car.told)
    if car.before is not None:
        car.told = {**car.told, "replaces": named(car.before)}
        page.say("The {name} will be launched in {launch} and replaces the {replaces}.", entity, car.told)
    else:
        page.say("The {name} will be launched in {launch}.", entity, car.told)
    car.filler = {
        "part": chance.choice(PARTS), "material": chance.choice(MATERIALS), "room": chance.choice(ROOMS),
        "state": chance.choice(STATES), "ground": chance.choice(GROUNDS),
    }  # fmt: skip
    page.say(FILLER, entity, {}, **car.filler)
    if chance.randrange(CLAIMED) == 0:
        car.council = _thing(f"{next(words).capitalize()} council", "organisation", numbers)
        family.entities.append(car.council)
        page.claim(car.council, "rejected", "reject", "the petition", ("against", entity))
    elif chance.randrange(CLAIMED) == 0:
        car.flats = chance.randrange(20, 400)
        page.rent(family.brand, car.flats, "flats", family.plant, entity)


def _version(chance: random.Random, page: Page, entity: Entity, model: Told) -> Car:
    """Tell of a version: dearer, heavier and weaker than its model, so that no version is at an end of any order."""
    told = {
        "price": euros(int(_amount(model, "price") * chance.uniform(1.01, 1.5))),
        "range": quantity(int(_amount(model, "range") * chance.uniform(0.7, 0.99)), "km"),
        "power": quantity(int(_amount(model, "power") * chance.uniform(0.7, 0.99)), "kW"),
        "top_speed": quantity(chance.randrange(90, 300), "km_h", "km/h"),
        "weight": quantity(int(_amount(model, "weight") * chance.uniform(1.01, 1.3)), "kg"),
        "launch": _month(chance),
    }
    for sentence in OF_VERSION:
        page.say(sentence, entity, told)
    return Car(entity, page.name, told, page.is_reviewed)


def _amount(told: Told, attribute: str) -> float:
    amount = told[attribute].amount
    assert amount is not None
    return amount


def _of_brand(chance: random.Random, family: Family) -> Page:
    """Tell of the brand itself and of its plant."""
    brand = family.brand
    page = Page(f"{brand.id}.md", f"{brand.name}: the company", _day(chance, 2025), _is_reviewed(brand))
    founded = chance.randrange(1890, 2024)
    year = Value(str(founded), ValueKind.DATE, founded * 10_000 + 101, founded * 10_000 + 1231, date=str(founded))
    staff = chance.randrange(1_000, 99_000)
    page.say("{name} is a plant in {country}.", family.plant, {"country": named(family.country)})
    page.say("{head} is the head of {name}.", brand, {"head": named(family.head)})
    page.say("{name} was founded in {founded}.", brand, {"founded": year})
    page.say("{name} employs {employees} people.", brand, {"employees": Value(f"{staff:,}", ValueKind.COUNT, staff)})
    return page


def _of_prices(chance: random.Random, family: Family) -> Page:
    """Tell other prices of some cars, a year later."""
    brand = family.brand
    page = Page(f"{brand.id}-prices.md", f"{brand.name} changes prices", _day(chance, 2026), is_reviewed=False)
    waiting = [car for car in family.models if not car.is_reviewed]  # what a person confirmed would stay
    for car in waiting[:REPRICED]:
        car.told = {**car.told, "price": euros(int(_amount(car.told, "price") * chance.uniform(0.8, 0.99)))}
        page.say("The {name} now costs {price}.", car.entity, {"price": car.told["price"]})
    return page


def named(entity: Entity) -> Value:
    """Return an entity as a value."""
    return Value(entity.name, ValueKind.ENTITY, entity=entity.id)


def euros(amount: int) -> Value:
    """Return an amount of money as it is written."""
    return Value(f"{amount:,} euros", ValueKind.MONEY, float(amount), unit="EUR")


def quantity(amount: float, unit: str, written: str = "") -> Value:
    """Return a quantity as it is written."""
    return Value(f"{amount:,} {written or unit}", ValueKind.QUANTITY, float(amount), unit=unit)


def _month(chance: random.Random) -> Value:
    month, year = chance.choice(MONTHS), chance.randrange(2024, 2032)
    first = year * 10_000 + MONTH_NUMBERS[month] * 100
    iso = f"{year}-{MONTH_NUMBERS[month]:02}"
    return Value(f"{month} {year}", ValueKind.DATE, first + 1, first + LONGEST_MONTH, date=iso)


def _day(chance: random.Random, year: int) -> str:
    return f"{year}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
