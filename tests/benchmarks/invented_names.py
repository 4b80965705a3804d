"""Invented names by the hundred thousand, shaped like those of cars and of who makes them, and questions that misspell
them.

Seeded: equal counts give equal names. Brands, models of one to three words, versions, initials, digits and accents;
words are shared among names as they are in life ("Grand", "Sport", the brand in front), and some are everyday words.
"""

import random
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from rapidfuzz.distance import OSA

from facts.models import Entity
from facts.terms import fold, squeeze

SOUNDS = {
    "onset": "b|br|c|ch|cl|d|dr|f|fl|g|gr|h|j|k|l|m|n|p|pr|qu|r|s|st|t|tr|v|vr|w|y|z",
    "vowel": "a|a|e|e|i|i|o|o|u|é|ai|au|eo|ia|io",
    "coda": "||||l|n|r|s|t|x|nd|ss|ck|rt",
}
EVERYDAY = (
    "Spring",
    "Golf",
    "Seal",
    "Focus",
    "Mirage",
    "Duster",
    "Soul",
    "Note",
    "Galaxy",
    "Dolphin",
    "Tonale",
    "Leaf",
)
SHARED = ("Grand", "Sport", "Cross", "City", "Urban", "Max", "Neo", "Tourer", "Line", "Trail", "Plus", "Tech")
TRIMS = ("GT", "RS", "EV", "E-Tech", "Long Range", "4x4", "Hybrid", "Performance", "Start", "GTX", "Dual Motor")
FIRST_NAMES = ("Ana", "Bruno", "Chloé", "Dario", "Élise", "Felix", "Greta", "Hugo", "Inès", "Jonas", "Katja", "Liam")
MODELS_PER_BRAND = 40
SHORTEST_WORD = 3  # letters
LETTERS = string.ascii_lowercase
ONE_EDIT_FROM, TWO_EDITS_FROM = 4, 7  # letters, as the linker promises
QUESTIONS = {
    "what is the price of the {}?": "en",
    "{} range": "en",
    "how much does the {} cost": "en",
    "When does the {} come out?": "en",
    "which platform does the {} use": "en",
    "is the {} built in Portugal?": "en",
    "combien coûte la {} ?": "fr",
    "Où est fabriquée la {} ?": "fr",
    "c koi l'autonomie de la {}": "fr",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that names an entity, in one way of writing."""

    kind: str  # "exact", "joined", "one edit", "two edits"
    question: str
    language: str
    entity: str


def invented_entities(aliases: int, seed: int = 1) -> list[Entity]:
    """Make entities that have so many names together, at least."""
    chance = random.Random(seed)  # noqa: S311 - invents names, keeps no secrets
    words = invented_words(chance)
    entities: list[Entity] = []
    made, numbers = 0, count()
    while made < aliases:
        family = list(family_of(chance, words, numbers, MODELS_PER_BRAND))
        entities += family
        made += sum(len(entity.aliases) for entity in family)
    return entities


def family_of(chance: random.Random, words: Iterator[str], numbers: Iterator[int], models: int) -> Iterator[Entity]:
    """Yield a brand and what belongs to it: its head, so many models, their versions."""
    name = next(words).capitalize()
    brand = Entity(f"e{next(numbers)}", name, "brand", (name,))
    yield brand
    head = f"{chance.choice(FIRST_NAMES)} {next(words).capitalize()}"
    yield Entity(f"e{next(numbers)}", head, "person", (head,))
    for _ in range(models):
        name = _model(chance, words)
        model = Entity(f"e{next(numbers)}", f"{brand.name} {name}", "model", (f"{brand.name} {name}", name), brand.id)
        yield model
        for trim in chance.sample(TRIMS, chance.choice((0, 0, 0, 1, 2))):
            full, short = f"{model.name} {trim}", f"{name} {trim}"
            yield Entity(f"e{next(numbers)}", full, "version", (full, short), brand.id, model.id)


def _model(chance: random.Random, words: Iterator[str]) -> str:
    """Make the name of a model; half of them are one invented word."""
    name = next(words).capitalize()
    letters = "".join(chance.sample(string.ascii_uppercase, chance.choice((1, 2))))
    shapes = {
        name: 53,
        f"{chance.choice(EVERYDAY)} {chance.choice(SHARED)}": 3,
        f"{letters}{chance.choice(('', '-', '.'))}{chance.randrange(1, 900)}": 10,
        f"{chance.choice(SHARED)} {name}": 12,
        f"{name} {chance.choice(SHARED)}": 12,
        f"{name} {chance.randrange(2, 10)}": 5,
        f"{chance.choice(SHARED)} {name} {next(words).capitalize()}": 5,
    }
    return chance.choices(list(shapes), list(shapes.values()))[0]


def invented_words(chance: random.Random) -> Iterator[str]:
    """Yield words that nobody ever used, each once."""
    seen: set[str] = set()
    sounds = [group.split("|") for group in SOUNDS.values()]
    while True:
        syllables = chance.choice((1, 2, 2, 2, 3, 3))
        word = "".join(chance.choice(group) for _ in range(syllables) for group in sounds)
        if len(word) >= SHORTEST_WORD and fold(word) not in seen:
            seen.add(fold(word))
            yield word


def questions(entities: list[Entity], each: int, seed: int = 2) -> list[Asked]:
    """Ask for names as written, joined, one edit and two edits off, `each` times each.

    A misspelling that is the name of something else is left out: nobody could tell.
    """
    chance = random.Random(seed)  # noqa: S311 - invents names, keeps no secrets
    owner = owners(entities)
    names = sorted(name for entity in entities for name in entity.aliases if squeeze(name) in owner)
    asked = []
    for kind, write in (("exact", _as_written), ("joined", _joined), ("one edit", _edited), ("two edits", _twice)):
        found = 0
        while found < each:
            name = chance.choice(names)
            written = write(chance, name)
            if written is None or owner.get(squeeze(written), owner[squeeze(name)]) != owner[squeeze(name)]:
                continue
            found += 1
            question, language = chance.choice(list(QUESTIONS.items()))
            asked.append(Asked(kind, question.format(written), language, owner[squeeze(name)]))
    return asked


def owners(entities: list[Entity]) -> dict[str, str]:
    """Return what each name means, by its key; names of several things are left out."""
    found: dict[str, set[str]] = {}
    for entity in entities:
        for name in entity.aliases:
            found.setdefault(squeeze(name), set()).add(entity.id)
    return {key: meant.pop() for key, meant in found.items() if len(meant) == 1}


def _as_written(chance: random.Random, name: str) -> str:
    return chance.choice((name, name.lower(), name.upper(), fold(name)))


def _joined(chance: random.Random, name: str) -> str | None:
    """Write several words as one, or with other joints: "renault5", "ampr-small"."""
    if len(name.split()) == 1:
        return None
    joint = chance.choice(("", "", "-"))
    return joint.join(name.split()) if chance.random() < 1 / 2 else joint.join(name.lower().split())


def _edited(chance: random.Random, name: str) -> str | None:
    return _misspelt(chance, name, 1, ONE_EDIT_FROM)


def _twice(chance: random.Random, name: str) -> str | None:
    """Misspell one long word twice, or two words once each."""
    once = _misspelt(chance, name, 1, ONE_EDIT_FROM) if chance.random() < 1 / 3 else None
    if once is None:
        return _misspelt(chance, name, 2, TWO_EDITS_FROM)
    changed = [place for place, (a, b) in enumerate(zip(name.split(), once.split(), strict=True)) if fold(a) != fold(b)]
    return _misspelt(chance, once, 1, ONE_EDIT_FROM, spared=changed)


def _misspelt(chance: random.Random, name: str, edits: int, shortest: int, *, spared: Sequence[int] = ()) -> str | None:
    """Change one word so many times, unless it is too short to be put right, before or after."""
    words = name.split()
    long = [p for p, word in enumerate(words) if word.isalpha() and len(fold(word)) >= shortest]
    fitting = [p for p in long if p not in spared]
    if not fitting:
        return None
    place = chance.choice(fitting)
    word = fold(words[place])
    for _ in range(edits):
        word = _with_a_slip(chance, word)
    if len(word) < shortest or OSA.distance(word, fold(words[place])) != edits:
        return None
    words[place] = word
    return " ".join(words)


def _with_a_slip(chance: random.Random, word: str) -> str:
    """Drop a letter, double or add one, put another, or swap two."""
    place = chance.randrange(len(word))
    before, letter, rest = word[:place], word[place], word[place + 1 :]
    other = chance.choice(LETTERS)
    return chance.choice(
        (before + rest, before + letter + letter + rest, before + other + letter + rest, before + other + rest,
         before + rest[:1] + letter + rest[1:])
    )  # fmt: skip
