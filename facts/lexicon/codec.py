"""A Lexicon as compact JSON text, and back: the store keeps it, every start of the bot reads it.

Reading must stay quick and import neither pydantic nor TOML: plain lists in the order of the dataclasses' fields,
phrases joined by spaces.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from facts.lexicon.frames import Frame, Slot
from facts.lexicon.model import Attribute, Kind, KnownName, Language, Lexicon, Phrase, Unit, Wording
from facts.models.value import ValueKind


def dump_lexicon(lexicon: Lexicon) -> str:
    """Write a lexicon as JSON; equal lexicons give equal text."""
    content = {
        "attributes": [_dump_attribute(attribute) for attribute in lexicon.attributes.values()],
        "kinds": [
            [kind.id, kind.parent, kind.labels, _dump_by_language(kind.nouns)] for kind in lexicon.kinds.values()
        ],
        "units": [[unit.id, unit.dimension, unit.factor, unit.spellings] for unit in lexicon.units],
        "languages": [
            [language.id, {name: sorted(words) for name, words in language.classes.items()}, language.tables]
            for language in lexicon.languages.values()
        ],
        "names": [[name.name, name.kind, name.aliases, name.adjectives, name.of] for name in lexicon.names],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def load_dumped(text: str) -> Lexicon:
    """Read what `dump_lexicon` wrote."""
    content = json.loads(text)
    return Lexicon(
        attributes={row[0]: _load_attribute(row) for row in content["attributes"]},
        kinds={row[0]: _load_kind(*row) for row in content["kinds"]},
        units=tuple(
            Unit(name, dimension, factor, tuple(spellings)) for name, dimension, factor, spellings in content["units"]
        ),
        languages={
            name: Language(name, {key: frozenset(words) for key, words in classes.items()}, tables)
            for name, classes, tables in content["languages"]
        },
        names=tuple(
            KnownName(name, kind, tuple(aliases), tuple(adjectives), of)
            for name, kind, aliases, adjectives, of in content["names"]
        ),
    )


def _dump_phrases(phrases: Sequence[Phrase]) -> list[str]:
    return [" ".join(phrase) for phrase in phrases]


def _load_phrases(texts: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(tuple(text.split(" ")) for text in texts)


def _dump_by_language(nouns: Mapping[str, Sequence[Phrase]]) -> dict[str, list[str]]:
    return {language: _dump_phrases(phrases) for language, phrases in nouns.items()}


def _dump_attribute(attribute: Attribute) -> list[Any]:
    return [
        attribute.id,
        attribute.value,
        attribute.of,
        attribute.kinds,
        attribute.dimension,
        attribute.implies,
        attribute.many,
        attribute.rank,
        {language: _dump_wording(wording) for language, wording in attribute.wording.items()},
    ]


def _load_attribute(row: list[Any]) -> Attribute:
    name, value, of, kinds, dimension, implies, many, rank, wording = row
    return Attribute(
        id=name,
        value=ValueKind(value),
        of=tuple(of),
        kinds=tuple(kinds),
        dimension=dimension,
        implies=implies,
        many=many,
        rank=rank,
        wording={language: _load_wording(*words) for language, words in wording.items()},
    )


def _dump_wording(wording: Wording) -> list[Any]:
    phrases = (wording.nouns, wording.phrases, wording.inverse, wording.low, wording.high, wording.vetoes)
    head = [wording.label, wording.say, wording.say_inverse]
    return [*head, [_dump_frame(frame) for frame in wording.frames], [_dump_phrases(group) for group in phrases]]


def _load_wording(
    label: str, say: str | None, say_inverse: str | None, frames: list[list[Any]], phrases: list[list[str]]
) -> Wording:
    nouns, asked, inverse, low, high, vetoes = map(_load_phrases, phrases)
    loaded = tuple(_load_frame(*frame) for frame in frames)
    return Wording(label, say, say_inverse, nouns, loaded, asked, inverse, low, high, vetoes)


def _dump_frame(frame: Frame) -> list[Any]:
    return [frame.verb, frame.agent, frame.patient, frame.prepositions]


def _load_frame(
    verb: list[list[str]], agent: str | None, patient: str | None, prepositions: list[tuple[list[str], str]]
) -> Frame:
    return Frame(
        tuple(map(tuple, verb)),
        _SLOTS.get(agent),
        _SLOTS.get(patient),
        tuple((tuple(words), Slot(slot)) for words, slot in prepositions),
    )


_SLOTS: dict[str | None, Slot] = {slot.value: slot for slot in Slot}


def _load_kind(name: str, parent: str | None, labels: dict[str, list[str]], nouns: dict[str, list[str]]) -> Kind:
    return Kind(
        name,
        parent,
        {language: (label[0], label[1]) for language, label in labels.items()},
        {language: _load_phrases(phrases) for language, phrases in nouns.items()},
    )
