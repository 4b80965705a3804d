"""A small lineup in several editions: each number in it tells by its last digit of which edition it is."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from facts.lemmas import BuildLemmas
from facts.lexicon import Lexicon
from facts.lexicon.codec import dump_lexicon
from facts.models import Entity
from facts.store.indexing import Lemma, filed
from facts.store.writer import Contents, write_store
from tests.benchmarks.invented_lineups import euros, quantity
from tests.benchmarks.invented_names import invented_words
from tests.benchmarks.invented_pages import Page, Told

CARS = 200
SHORTEST = 7  # letters of a name: short ones may be everyday words, with which the bot is careful
SEED = 11
SENTENCE = "The {name} costs {price}, has a range of {range} and weighs {weight}."
FIRST, STEP = {"price": 20_000, "range": 2_000, "weight": 1_000}, 10  # of the first car, and from car to car
UNDATED = "2020"  # no figure of any edition
NUMBER = re.compile(r"\d{1,3}(?:[,.\s]\d{3})+|\d{4,}")


@dataclass(frozen=True, slots=True)
class Editions:
    """The same cars with other figures in each edition, from 1 to 9."""

    cars: Sequence[str]

    @classmethod
    def invented(cls) -> "Editions":
        words = invented_words(random.Random(SEED))  # noqa: S311 - invents names, keeps no secrets
        return cls([word.capitalize() for word in islice((one for one in words if len(one) >= SHORTEST), CARS)])

    def figure(self, car: int, attribute: str, edition: int) -> int:
        """Return what an edition says of a car."""
        return FIRST[attribute] + STEP * car + edition

    def write(self, count: int, lexicon: Lexicon, folder: Path) -> list[Path]:
        """Write the stores of the first so many editions, and return where they are."""
        lemmas = BuildLemmas(lexicon)
        same = Contents(
            lexicon=dump_lexicon(lexicon),
            fingerprint="editions",
            documents=(),
            entities=[_car(number, name) for number, name in enumerate(self.cars)],
            facts=(),
            forms=lemmas.forms({}),
            ordinary=frozenset(),  # nobody misspells here
        )
        return [self._write(edition, same, lemmas.lemma, folder) for edition in range(1, count + 1)]

    def _write(self, edition: int, same: Contents, lemma: Lemma, folder: Path) -> Path:
        pages = [self._page(number, edition) for number in range(len(self.cars))]
        path = folder / f"edition-{edition}.db"
        contents = replace(
            same,
            documents=[filed(page.document, page.passages, lemma) for page in pages],
            facts=[fact for page in pages for fact in page.facts],
            complete=[page.name for page in pages],
        )
        write_store(path, contents)
        return path

    def _page(self, number: int, edition: int) -> Page:
        page = Page(f"c{number}.md", self.cars[number], UNDATED, is_reviewed=True)
        told: Told = {
            "price": euros(self.figure(number, "price", edition)),
            "range": quantity(self.figure(number, "range", edition), "km"),
            "weight": quantity(self.figure(number, "weight", edition), "kg"),
        }
        page.say(SENTENCE, _car(number, self.cars[number]), told)
        return page


def _car(number: int, name: str) -> Entity:
    return Entity(f"c{number}", name, "model", (name,))


def figures_in(text: str) -> frozenset[int]:
    """Return the figures of a text that tell of an edition; differences between two cars do not."""
    found = (int(re.sub(r"\D", "", number)) for number in NUMBER.findall(text))
    return frozenset(number for number in found if number % STEP and number >= min(FIRST.values()))


def editions_of(figures: frozenset[int]) -> frozenset[int]:
    """Return the editions that figures are of."""
    return frozenset(figure % STEP for figure in figures)
