"""Rows of the names that a question may use: what people shorten them to, and the words they are made of. Worked out
when a store is written, so that opening one stays cheap however many names it holds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from facts.lexicon import Lexicon
from facts.models import Entity
from facts.phrases import words_of
from facts.terms import fold, squeeze

SHORTEST_PART = 3  # letters of a surname or model name that may stand alone; digits may be shorter
Row = tuple[str, ...]


def short_form_rows(entities: Sequence[Entity], lexicon: Lexicon) -> Iterator[Row]:
    """Yield (form, key, entity) of what people shorten names to: a surname, a model without its brand, a trim alone."""
    by_id = {entity.id: entity for entity in entities}
    for entity in entities:
        for form in dict.fromkeys(_short_forms(entity, by_id, lexicon)):
            yield form, squeeze(form), entity.id


def word_rows(names: Iterable[str]) -> list[Row]:
    """Return (word, name) for every word of the names that have several, in order."""
    found: set[Row] = set()
    for name in names:
        words = words_of(name)
        found.update((word, name) for word in (words if len(words) > 1 else ()))
    return sorted(found)


def _short_forms(entity: Entity, by_id: Mapping[str, Entity], lexicon: Lexicon) -> Iterator[str]:
    if entity.described:
        return
    if lexicon.is_a(entity.kind, "person"):
        yield from (part for name in _names(entity) for part in _endings(name))
    elif lexicon.is_a(entity.kind, "model"):
        owners = [by_id[owner] for owner in (entity.brand, entity.parent) if owner is not None and owner in by_id]
        prefixes = [fold(name) + " " for owner in owners for name in _names(owner)]
        yield from (rest for name in _names(entity) for rest in _rests(name, prefixes))


def _names(entity: Entity) -> tuple[str, ...]:
    return entity.aliases or (entity.name,)


def _endings(name: str) -> Iterator[str]:
    """Yield "de Meo" and "Meo" of "Luca de Meo"."""
    words = name.split()
    for start in range(1, len(words)):
        if len(squeeze(words[start])) >= SHORTEST_PART or start < len(words) - 1:
            yield " ".join(words[start:])


def _rests(name: str, prefixes: Iterable[str]) -> Iterator[str]:
    """Yield what is left of a name behind its brand or its model."""
    folded = fold(name)
    for prefix in prefixes:
        if folded.startswith(prefix):
            rest = name[len(prefix) :].strip()
            if len(squeeze(rest)) >= SHORTEST_PART or (len(rest) > 1 and any(c.isdigit() for c in rest)):
                yield rest
