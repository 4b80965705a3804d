"""A Lexicon as compact JSON text, and back: the store keeps it, every start of the bot reads it.

Reading must stay quick and import neither pydantic nor TOML: rows in the order of fields, phrases joined into one
string a group, frames in one table without repetitions.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from facts.lexicon.frames import Frame, Slot
from facts.lexicon.model import Attribute, Kind, KnownName, Language, Lexicon, Phrase, Predicate, Unit, Wording
from facts.models.value import ValueKind

BETWEEN_WORDS, BETWEEN_PHRASES = " ", "|"  # no lemma holds either
_SLOTS: dict[str | None, Slot | None] = {None: None} | {slot.value: slot for slot in Slot}


def dump_lexicon(lexicon: Lexicon) -> str:
    """Write a lexicon as JSON; equal lexicons give equal text."""
    frames = _FrameTable()
    content = {
        "attributes": [_dump_attribute(attribute, frames) for attribute in lexicon.attributes.values()],
        "kinds": [[kind.id, kind.parent, kind.labels, _dump_nouns(kind)] for kind in lexicon.kinds.values()],
        "units": [[unit.id, unit.dimension, unit.factor, unit.spellings, unit.home] for unit in lexicon.units],
        "languages": [
            [language.id, {name: sorted(words) for name, words in language.classes.items()}, language.tables]
            for language in lexicon.languages.values()
        ],
        "names": _dump_names(lexicon.names),
        "predicates": [
            [one.id, _dump_by_language(one.verbs), _dump_by_language(one.nouns), one.converse, one.swap, one.opposite]
            for one in lexicon.predicates
        ],
        "frames": frames.dumped(),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def load_dumped(text: str) -> Lexicon:
    """Read what `dump_lexicon` wrote."""
    content = json.loads(text)
    frames = _load_frames(*content["frames"])
    return Lexicon(
        attributes={row[0]: _load_attribute(row, frames) for row in content["attributes"]},
        kinds={row[0]: _load_kind(*row) for row in content["kinds"]},
        units=tuple(
            [Unit(name, sort, factor, tuple(also), home) for name, sort, factor, also, home in content["units"]]
        ),
        languages={
            name: Language(name, {key: frozenset(words) for key, words in classes.items()}, tables)
            for name, classes, tables in content["languages"]
        },
        names=_load_names(*content["names"]),
        predicates=tuple([_load_predicate(*row) for row in content["predicates"]]),
    )


def _dump_names(names: Sequence[KnownName]) -> list[Any]:
    """Write names by column: there are thousands, and most have neither aliases nor adjectives."""
    return [
        [name.name for name in names],
        [name.kind for name in names],
        [name.aliases or 0 for name in names],
        [name.adjectives or 0 for name in names],
        [name.of for name in names],
    ]


def _load_names(
    names: list[str], kinds: list[str], aliases: list[list[str]], adjectives: list[list[str]], owners: list[str | None]
) -> tuple[KnownName, ...]:
    also = [tuple(words) if words else () for words in aliases]
    said = [tuple(words) if words else () for words in adjectives]
    return tuple(map(KnownName, names, kinds, also, said, owners))


class _FrameTable:
    """Frames as rows, each once: many attributes and both languages share verbs and prepositions."""

    def __init__(self) -> None:
        self.verbs: dict[str, int] = {}
        self.prepositions: dict[str, int] = {}
        self.rows: dict[tuple[int, str | None, str | None, int], int] = {}

    def place(self, frame: Frame) -> int:
        """Return the row of a frame, adding it when it is new."""
        verb = BETWEEN_WORDS.join(BETWEEN_PHRASES.join(words) for words in frame.verb)
        behind = BETWEEN_WORDS.join(f"{BETWEEN_PHRASES.join(words)}={slot}" for words, slot in frame.prepositions)
        row = (
            self.verbs.setdefault(verb, len(self.verbs)),
            frame.agent,
            frame.patient,
            self.prepositions.setdefault(behind, len(self.prepositions)),
        )
        return self.rows.setdefault(row, len(self.rows))

    def dumped(self) -> list[Any]:
        return [list(self.verbs), list(self.prepositions), list(self.rows)]


def _load_frames(verb_texts: list[str], behind_texts: list[str], rows: list[Any]) -> list[Frame]:
    verbs = [_load_verb(text) for text in verb_texts]
    behind = [_load_prepositions(text) for text in behind_texts]
    return [Frame(verbs[verb], _SLOTS[agent], _SLOTS[patient], behind[place]) for verb, agent, patient, place in rows]


def _load_verb(text: str) -> tuple[Phrase, ...]:
    return tuple([tuple(words.split(BETWEEN_PHRASES)) for words in text.split(BETWEEN_WORDS)])


def _load_prepositions(text: str) -> tuple[tuple[Phrase, Slot], ...]:
    pairs = [group.split("=") for group in text.split(BETWEEN_WORDS)] if text else []
    return tuple([(tuple(words.split(BETWEEN_PHRASES)), Slot(slot)) for words, slot in pairs])


def _dump_phrases(phrases: Sequence[Phrase]) -> str:
    return BETWEEN_PHRASES.join([BETWEEN_WORDS.join(phrase) for phrase in phrases])


def _load_phrases(text: str) -> tuple[Phrase, ...]:
    if not text:
        return ()
    return tuple([tuple(phrase.split(BETWEEN_WORDS)) for phrase in text.split(BETWEEN_PHRASES)])


def _dump_by_language(words: Mapping[str, Sequence[Phrase]]) -> dict[str, str]:
    return {language: _dump_phrases(phrases) for language, phrases in words.items()}


def _load_predicate(
    name: str,
    verbs: dict[str, str],
    nouns: dict[str, str],
    converse: str | None,
    swap: str | None,
    opposite: str | None,
) -> Predicate:
    by_verb = {language: _load_phrases(phrases) for language, phrases in verbs.items()}
    by_noun = {language: _load_phrases(phrases) for language, phrases in nouns.items()}
    return Predicate(name, by_verb, by_noun, converse, swap, opposite)


def _dump_nouns(kind: Kind) -> dict[str, str]:
    return {language: _dump_phrases(phrases) for language, phrases in kind.nouns.items()}


def _load_kind(name: str, parent: str | None, labels: dict[str, list[str]], nouns: dict[str, str]) -> Kind:
    return Kind(
        name,
        parent,
        {language: (label[0], label[1]) for language, label in labels.items()},
        {language: _load_phrases(phrases) for language, phrases in nouns.items()},
    )


def _dump_attribute(attribute: Attribute, frames: _FrameTable) -> list[Any]:
    return [
        attribute.id,
        attribute.value,
        attribute.of,
        attribute.kinds,
        attribute.dimension,
        attribute.implies,
        attribute.many,
        attribute.exhaustive,
        attribute.renewed,
        attribute.rank,
        attribute.least,
        attribute.most,
        {language: _dump_wording(wording, frames) for language, wording in attribute.wording.items()},
    ]


def _load_attribute(row: list[Any], frames: Sequence[Frame]) -> Attribute:
    name, value, of, kinds, dimension, implies, many, exhaustive, renewed, rank, least, most, wording = row
    return Attribute(
        id=name,
        value=ValueKind(value),
        of=tuple(of),
        kinds=tuple(kinds),
        dimension=dimension,
        implies=implies,
        many=many,
        exhaustive=exhaustive,
        renewed=renewed,
        rank=rank,
        least=least,
        most=most,
        wording={language: _load_wording(words, frames) for language, words in wording.items()},
    )


def _dump_wording(wording: Wording, frames: _FrameTable) -> list[Any]:
    phrases = (wording.nouns, wording.phrases, wording.inverse, wording.low, wording.high, wording.vetoes)
    rows = [frames.place(frame) for frame in wording.frames]
    values = {value: _dump_phrases(said) for value, said in wording.values.items()}
    return [wording.label, wording.say, wording.say_inverse, rows, [_dump_phrases(group) for group in phrases], values]


def _load_wording(words: list[Any], frames: Sequence[Frame]) -> Wording:
    label, say, say_inverse, rows, groups, values = words
    nouns, phrases, inverse, low, high, vetoes = [_load_phrases(group) for group in groups]
    loaded = tuple([frames[row] for row in rows])
    named = {value: _load_phrases(said) for value, said in values.items()}
    return Wording(label, say, say_inverse, nouns, loaded, phrases, inverse, low, high, vetoes, named)
