"""Names inside sentences: their articles, countries in the language of the answer, names that documents only describe.

Names of makers, people and plants stay as they are. Which article a country takes is a table in the catalogue.
"""

import re
from functools import cache

from bot.wording.catalogue import Catalogue
from facts.lexicon.model import Lexicon
from facts.models import Entity
from facts.terms import fold

COUNTRY, THING, EVENT = "country", "model", "event"
LOCALES = ("en", "fr")  # languages that a country's name may be written in
_VOWEL = re.compile(r"[aeiouàâéèêëîïôû]", re.IGNORECASE)


class Naming:
    """Words the names of entities in one language."""

    def __init__(self, lexicon: Lexicon, words: Catalogue) -> None:
        self._lexicon = lexicon
        self._words = words
        nouns = (one.nouns.get(words.language, ()) for one in lexicon.kinds.values() if self._is_a(one.id, THING))
        self._nouns = {phrase[0].removesuffix("e") for phrases in nouns for phrase in phrases}

    def bare(self, entity: Entity) -> str:
        """Return a name without an article, in this language where there is one: "Slovaquie", "citadine Dacia"."""
        if self._is_a(entity.kind, COUNTRY):
            names = (entity.name, *entity.aliases)
            return next(filter(None, (_translated(name, self._words.locale) for name in names)), entity.name)
        if entity.described:
            name = next((name for name in (entity.name, *entity.aliases) if self._is_own(name)), entity.name)
            return name if name == entity.name else name[:1].lower() + name[1:]
        return entity.name

    def inside(self, entity: Entity) -> str:
        """Return a name as it stands inside a sentence: "the Renault Twingo", "Luca de Meo", "la Slovaquie"."""
        name = self.bare(entity)
        if self._is_a(entity.kind, COUNTRY):
            return self._of_country(name)[1].format(name)
        if self._is_a(entity.kind, EVENT) or (entity.described and not self._is_a(entity.kind, THING)):
            return self._words.the_described.format(name)
        if not self._is_a(entity.kind, THING):
            return name
        return (self._words.the_vowel if _VOWEL.match(name) else self._words.the).format(name=name)

    def of(self, names: str) -> str:
        """Return names with the preposition of what belongs to them: "of the Twingo", "d'Alpine"."""
        return self._words.of[_VOWEL.match(names) is not None].format(names)

    def is_thing(self, entity: Entity) -> bool:
        """Whether a name takes an article."""
        return self._is_a(entity.kind, THING)

    def located(self, entity: Entity) -> str | None:
        """Return where something is, for a country: "in the United States", "au Japon"; None where it is none."""
        if not self._is_a(entity.kind, COUNTRY):
            return None
        name = self.bare(entity)
        return self._of_country(name)[0].format(name)

    def market(self, name: str) -> str:
        """Return a market as it stands behind "for": a country by its name in this language, else the words given."""
        country = _translated(name, self._words.locale)
        return self._of_country(country)[1].format(country) if country else name

    def _of_country(self, name: str) -> tuple[str, str]:
        """Return how a country is said to hold something, and how it is named."""
        folded = fold(name)
        return next((place, article) for pattern, place, article in self._words.countries if re.search(pattern, folded))

    def _is_a(self, kind: str, ancestor: str) -> bool:
        return ancestor in self._lexicon.kinds and self._lexicon.is_a(kind, ancestor)

    def _is_own(self, name: str) -> bool:
        """Whether a description begins or ends with a noun of this language, gender aside."""
        words = fold(name).split()
        ends = {word.removesuffix("e") for word in (words[:1] if self._words.nouns_first else words[-1:])}
        return not ends.isdisjoint(self._nouns)


def _translated(country: str, locale: str) -> str | None:
    """Return the full name of a country in another language, None where nobody knows it by this name."""
    code = _codes().get(fold(country))
    return _names(locale).get(code) if code else None


@cache
def _codes() -> dict[str, str]:
    return {fold(name): code for locale in LOCALES for code, name in _names(locale).items()}


@cache
def _names(locale: str) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415  # most answers need no Babel

    return {code: name for code, name in Locale(locale).territories.items() if code.isalpha()}
