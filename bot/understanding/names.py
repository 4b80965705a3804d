"""Every name a question can be about, arranged for linking: what the store holds, what people shorten it to, what the
world knows.

Loaded once per store. Names are keyed without spaces and marks ("amprsmall"); what a name means is a tuple of entity
ids.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property

from facts.lexicon import KnownName, Lexicon
from facts.models import Entity
from facts.spelling import DeleteIndex
from facts.store.reader import FactStore
from facts.terms import fold, squeeze

EXACT, PART, WORLD = 1, 2, 4  # a name of the store, else short for one; a name of the world
MOST_SHARING = 40  # names of several words that are looked at for one of their words; a word in more says little
MOST_MEANT = 20  # entities that one short form may mean; "GT" of a hundred cars names none


class NameIndex:
    """Names of the store and of the world."""

    def __init__(self, store: FactStore) -> None:
        self._store = store
        self.lexicon: Lexicon = store.lexicon
        self.exact = _by_key(store.names())
        forms = _by_key(store.short_forms())  # a surname, a model without its brand, a trim
        self.parts = {key: meant for key, meant in forms.items() if len(meant) <= MOST_MEANT}
        for noun in _generic(self.lexicon):
            self.exact.pop(noun, None)
            self.parts.pop(noun, None)
        for key in [key for key in self.exact if len(key) == 1 or key.isdigit()]:
            del self.exact[key]

    def entity(self, key: str) -> Entity:
        """Return an entity by id."""
        return self._store.entity(key)

    def find(self, key: str) -> tuple[str, ...]:
        """Return what a squeezed name means in the store, by its aliases or else by a short form."""
        return self.exact.get(key) or self.parts.get(key) or ()

    def names_with(self, word: str) -> list[str]:
        """List names of several words that hold a folded word, as written; none where too many do."""
        found = self._store.names_with(word, MOST_SHARING + 1)
        return found if len(found) <= MOST_SHARING else []

    def is_in_longer(self, word: str) -> bool:
        """Whether a folded word is one of several of any name."""
        return bool(self._store.names_with(word, 1))

    @property
    def spellings(self) -> DeleteIndex:
        """Words of names that a misspelt word may stand for."""
        return self._store.spellings

    @cached_property
    def world(self) -> Mapping[str, KnownName]:
        """Names that the world knows, by key; those of the store are not asked for here."""
        found: dict[str, KnownName] = {}
        for known in self.lexicon.names:
            for name in (known.name, *known.aliases):
                found.setdefault(_key(name), known)
        return found

    @cached_property
    def marks(self) -> Mapping[str, int]:
        """What is known by each key, in one table: linking looks up some thirty runs of words for a question."""
        marks = dict.fromkeys(self.parts, PART) | dict.fromkeys(self.exact, EXACT)
        for key in self.world:
            marks[key] = marks.get(key, 0) | WORLD
        return marks

    @cached_property
    def adjectives(self) -> Mapping[str, KnownName]:
        """Adjectives of places and makers: "French", "japonaise"."""
        return {fold(word): known for known in self.lexicon.names for word in known.adjectives}


def _by_key(names: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, entity in names:
        known = found.setdefault(key, (entity,))
        if len(known) <= MOST_MEANT and entity not in known:
            found[key] = (*known, entity)
    return found


def _key(name: str) -> str:
    """Squeeze a name; plain ASCII ones, which most are, without the detour by Unicode."""
    return "".join(filter(str.isalnum, name.lower())) if name.isascii() else squeeze(name)


def _generic(lexicon: Lexicon) -> frozenset[str]:
    """Collect type words ("car", "the brand"): whoever made one an alias, it names nothing in a question."""
    nouns = (noun for kind in lexicon.kinds.values() for nouns in kind.nouns.values() for noun in nouns)
    return frozenset("".join(noun) for noun in nouns)
