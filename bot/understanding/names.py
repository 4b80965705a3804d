"""Every name a question can be about, arranged for linking: what the store holds, what people shorten it to, what the
world knows.

Names of the store are looked up in it, those of the world are in memory. They are keyed without spaces and marks
("amprsmall"); what a name means is a tuple of entity ids.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice

from facts.lexicon import KnownName, Lexicon
from facts.models import Entity
from facts.store.reader import FactStore
from facts.store.spellings import Spellings
from facts.terms import fold, squeeze

EXACT, PART, WORLD = 1, 2, 4  # a name of the store, else short for one; a name of the world
MOST_SHARING = 40  # names of several words that are looked at for one of their words; a word in more says little
LARGEST_SCAN = 5_000  # names that are scanned for the nearest ones


class NameIndex:
    """Names of the store and of the world."""

    def __init__(self, store: FactStore) -> None:
        self._store = store
        self._names = store.gazetteer
        self.lexicon: Lexicon = store.lexicon
        self._generic = _generic(self.lexicon)

    def entity(self, key: str) -> Entity:
        """Return an entity by id."""
        return self._store.entity(key)

    def exact(self, key: str) -> tuple[str, ...]:
        """Return what a squeezed name means in the store, by its aliases; a letter or a number alone names nothing."""
        if len(key) == 1 or key.isdigit() or key in self._generic:
            return ()
        return self._names.meant(key).by_name

    def find(self, key: str) -> tuple[str, ...]:
        """Return what a squeezed name means in the store, by its aliases or else by a short form."""
        if key in self._generic:
            return ()
        return self.exact(key) or self._names.meant(key).by_part

    def mark(self, key: str) -> int:
        """Return whether a key is a name of the store, short for one, and a name of the world."""
        world = WORLD if key in self.world else 0
        by_name, by_part = self._names.meant(key)
        if not (by_name or by_part) or key in self._generic:
            return world
        if by_name and len(key) > 1 and not key.isdigit():
            return world | EXACT
        return world | PART if by_part else world

    def names_with(self, word: str) -> list[str]:
        """List names of several words that hold a folded word, as written; none where too many do."""
        found = self._names.with_word(word, MOST_SHARING + 1)
        return found if len(found) <= MOST_SHARING else []

    def is_in_longer(self, word: str) -> bool:
        """Whether a folded word is one of several of any name."""
        return bool(self._names.with_word(word, 1))

    @property
    def spellings(self) -> Spellings:
        """Words of names that a misspelt word may stand for."""
        return self._names.spellings

    @cached_property
    def few(self) -> Sequence[str] | None:
        """Every name of the store by its key, where there are few enough to compare one with all of them; else None."""
        keys = dict.fromkeys(islice(self._names.keys(), 2 * LARGEST_SCAN))
        kept = [key for key in keys if self.exact(key)] if len(keys) <= LARGEST_SCAN + len(self._generic) else []
        return kept if 0 < len(kept) <= LARGEST_SCAN else None

    @cached_property
    def world(self) -> Mapping[str, KnownName]:
        """Names that the world knows, by key; those of the store are not asked for here."""
        found: dict[str, KnownName] = {}
        for known in self.lexicon.names:
            for name in (known.name, *known.aliases):
                found.setdefault(_key(name), known)
        return found

    @cached_property
    def adjectives(self) -> Mapping[str, KnownName]:
        """Adjectives of places and makers: "French", "japonaise"."""
        return {fold(word): known for known in self.lexicon.names for word in known.adjectives}


def _key(name: str) -> str:
    """Squeeze a name; plain ASCII ones, which most are, without the detour by Unicode."""
    return "".join(filter(str.isalnum, name.lower())) if name.isascii() else squeeze(name)


def _generic(lexicon: Lexicon) -> frozenset[str]:
    """Collect type words ("car", "the brand"): whoever made one an alias, it names nothing in a question."""
    nouns = (noun for kind in lexicon.kinds.values() for nouns in kind.nouns.values() for noun in nouns)
    return frozenset("".join(noun) for noun in nouns)
