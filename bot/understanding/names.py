"""Every name a question can be about, arranged for linking: what the store holds, what people shorten it to, what the
world knows.

Built once per store. Names are keyed without spaces and marks ("amprsmall"); what a name means is a tuple of entity
ids.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from bot.understanding.spelling import DeleteIndex
from facts.lexicon import KnownName, Lexicon
from facts.models import Entity
from facts.phrases import words_of
from facts.store.reader import FactStore
from facts.terms import fold, squeeze

LONGEST_NAME = 7  # words; longer aliases are found by their parts
SHORTEST_PART = 3  # letters of a surname or model name that may stand alone; digits may be shorter


class NameIndex:
    """Names of the store and of the world."""

    def __init__(self, store: FactStore) -> None:
        self._store = store
        self.lexicon: Lexicon = store.lexicon
        self.exact: dict[str, tuple[str, ...]] = {}
        self.written: dict[str, str] = {}
        generic = _generic(self.lexicon)
        for alias, meant in store.aliases():
            key = _key(alias)
            if key and key not in generic and not (key.isdigit() or len(key) == 1):
                self.exact[key] = _with(self.exact.get(key), meant)
                self.written.setdefault(key, alias)
        self.parts: dict[
            str, tuple[str, ...]
        ] = {}  # short forms: a surname, a model without its brand, a version's last word
        for entity in store.entities():
            for part in _parts(entity, store):
                key = _key(part)
                if key not in self.exact and key not in generic:
                    self.parts[key] = _with(self.parts.get(key), entity.id)
                    self.written.setdefault(key, part)

    def entity(self, key: str) -> Entity:
        """Return an entity by id."""
        return self._store.entity(key)

    def find(self, key: str) -> tuple[str, ...]:
        """Return what a squeezed name means in the store, by its aliases or else by a short form."""
        return self.exact.get(key) or self.parts.get(key) or ()

    @cached_property
    def spellings(self) -> DeleteIndex:
        """Words of names that a misspelt word may stand for."""
        return DeleteIndex(word for name in self.written.values() for word in words_of(name))

    @cached_property
    def by_word(self) -> Mapping[str, tuple[str, ...]]:
        """Keys of the names of several words, by each of their words."""
        found: dict[str, list[str]] = {}
        for key, name in self.written.items():
            words = words_of(name)
            for word in words if len(words) > 1 else ():
                found.setdefault(word, []).append(key)
        return {word: tuple(keys) for word, keys in found.items()}

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


def _with(known: tuple[str, ...] | None, entity: str) -> tuple[str, ...]:
    return (entity,) if known is None else known if entity in known else (*known, entity)


def _generic(lexicon: Lexicon) -> frozenset[str]:
    """Collect type words ("car", "the brand"): whoever made one an alias, it names nothing in a question."""
    nouns = (noun for kind in lexicon.kinds.values() for nouns in kind.nouns.values() for noun in nouns)
    return frozenset("".join(noun) for noun in nouns)


def _parts(entity: Entity, store: FactStore) -> Iterator[str]:
    """Yield what people shorten the names of an entity to."""
    if entity.described:
        return
    names = entity.aliases or (entity.name,)
    is_a = store.lexicon.is_a
    if is_a(entity.kind, "person"):
        yield from (part for name in names for part in _endings(name))
    elif is_a(entity.kind, "model"):
        owners = [owner for owner in (entity.brand, entity.parent) if owner is not None]
        prefixes = [name for owner in owners for name in store.entity(owner).aliases or (store.entity(owner).name,)]
        yield from (rest for name in names for rest in _rests(name, prefixes))


def _endings(name: str) -> Iterator[str]:
    """Yield "de Meo" and "Meo" of "Luca de Meo"."""
    words = name.split()
    for start in range(1, len(words)):
        if len(_key(words[start])) >= SHORTEST_PART or start < len(words) - 1:
            yield " ".join(words[start:])


def _rests(name: str, prefixes: Iterable[str]) -> Iterator[str]:
    """Yield what is left of a name behind its brand or its model."""
    for prefix in prefixes:
        if fold(name).startswith(fold(prefix) + " "):
            rest = name[len(prefix) + 1 :].strip()
            if len(_key(rest)) >= SHORTEST_PART or (len(rest) > 1 and any(c.isdigit() for c in rest)):
                yield rest
