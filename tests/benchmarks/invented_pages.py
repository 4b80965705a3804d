"""One invented document: its sentences, and the facts and statements that stand in them, each a true span of it."""

from collections.abc import Mapping
from string import Formatter

from facts.models import Amount, Document, Entity, Fact, Origin, Part, Passage, Side, Statement, Value, ValueKind

Told = Mapping[str, Value]  # attribute -> what is told of it
DIMENSIONS = {
    "km": "distance",
    "kWh": "energy",
    "kW": "power",
    "km_h": "speed",
    "mm": "length",
    "kg": "mass",
    "l": "volume",
}
PUBLISHERS = ("Road Notes", "Motor Weekly", "The Charging Post", "Autojournal")
PATTERN = "table.cell"  # of a whole table: what only sentences tell is shown as passages where a set is asked for
_PIECES = Formatter()


class Page:
    """Collects the sentences of a document under its title."""

    def __init__(self, name: str, title: str, published: str, is_reviewed: bool) -> None:
        self.name = name
        self.is_reviewed = is_reviewed
        self.facts: list[Fact] = []
        self.statements: list[Statement] = []
        self.passages = [Passage(name, 0, 0, len(title), "heading", 0)]
        self._title = title
        self._published = published
        self._sentences: list[str] = []
        self._end = len(title)

    @property
    def document(self) -> Document:
        publisher = PUBLISHERS[len(self._title) % len(PUBLISHERS)]
        text = f"{self._title}\n{' '.join(self._sentences)}"
        digest = f"{hash_of(self.name):064x}"
        return Document(self.name, text, 0, "en", digest, self._title, publisher, None, self._published)

    def say(self, template: str, subject: Entity, told: Told, **words: str) -> None:
        """Write a sentence about a thing; fields are its name, attributes that are told, and other words."""
        start = at = self._end + 1
        pieces: list[str] = []
        kinds = set()
        for literal, field, _, _ in _PIECES.parse(template):
            pieces.append(literal)
            at += len(literal)
            if field is None:
                continue
            value = told.get(field)
            written = value.text if value else subject.name if field == "name" else words[field]
            if value:
                self.facts.append(self._fact(subject, field, value, (at, at + len(written))))
                kinds.add(DIMENSIONS.get(value.unit or "", value.kind.value))
            pieces.append(written)
            at += len(written)
        self._add("".join(pieces), start, at, (*sorted(kinds), subject.kind), "{name}" in template, subject.name)
        self._place(start, at)

    def claim(self, who: Entity, verb: str, predicate: str, what: str, about: tuple[str, Entity]) -> None:
        """Write and state that somebody did something about a thing: "The X council rejected Y against the Z"."""
        preposition, thing = about
        start = self._end + 1
        subject, the = f"The {who.name}", f"the {thing.name}"
        sentence = f"{subject} {verb} {what} {preposition} {the}."
        at = start + len(subject) + 1
        behind = at + len(verb) + 1
        end = start + len(sentence) - 1
        parts = (
            Part(Side.SUBJECT, start, start + len(subject), start + len(subject), (who.id,), who.kind),
            Part(Side.OBJECT, behind, behind + len(what), end),
            Part(preposition, end - len(the), end, end, (thing.id,), thing.kind),
        )
        self._state(predicate, (at, at + len(verb)), (start, end), parts)
        self._add(sentence, start, end + 1, (thing.kind, who.kind), True, thing.name)

    def rent(self, who: Entity, number: int, what: str, where: Entity, whom: Entity) -> None:
        """Write and state that somebody rented so many things: "X rented 240 flats in Y for the testers of the Z"."""
        start = self._end + 1
        counted, behind = f"{number} {what}", f" in {where.name} for the testers of the {whom.name}"
        sentence = f"{who.name} rented {counted}{behind}."
        at = start + len(who.name) + 1
        first = at + len("rented ")
        last, end = first + len(counted), start + len(sentence) - 1
        place = last + len(" in ")
        parts = (
            Part(Side.SUBJECT, start, at - 1, at - 1, (who.id,), who.kind),
            Part(Side.OBJECT, first, last, end),
            Part("in", place, place + len(where.name), place + len(where.name), (where.id,), where.kind),
            Part("for", place + len(where.name) + len(" for "), end, end),
        )
        amount = Amount(first, first + len(str(number)), (first, last), ValueKind.COUNT, None, (what,))
        self._state("rent", (at, at + len("rented")), (start, end), parts, (amount,))
        self._add(sentence, start, end + 1, (who.kind, whom.kind, "count"), True, whom.name)

    def _fact(self, subject: Entity, attribute: str, value: Value, at: tuple[int, int]) -> Fact:
        origin = Origin.REVIEWED if self.is_reviewed else Origin.EXTRACTED
        return Fact(subject.id, attribute, value, self.name, *at, at, PATTERN, origin=origin)

    def _place(self, start: int, end: int) -> None:
        """Let the facts of the sentence that was written last quote all of it."""
        for number in range(len(self.facts) - 1, -1, -1):
            fact = self.facts[number]
            if fact.start < start:
                return
            self.facts[number] = Fact(
                fact.subject,
                fact.attribute,
                fact.value,
                fact.document,
                start,
                end,
                fact.at,
                PATTERN,
                origin=fact.origin,
            )

    def _state(
        self,
        predicate: str,
        at: tuple[int, int],
        span: tuple[int, int],
        parts: tuple[Part, ...],
        amounts: tuple[Amount, ...] = (),
    ) -> None:
        statement = Statement(self.name, len(self.passages), predicate, at, *span, "active", parts, amounts)
        self.statements.append(statement)

    def _add(self, sentence: str, start: int, end: int, kinds: tuple[str, ...], is_named: bool, topic: str) -> None:
        number = len(self.passages)
        topics = () if is_named else (topic,)
        self.passages.append(
            Passage(self.name, number, start, end, "sentence", 1, 0, kinds=tuple(sorted(set(kinds))), topics=topics)
        )
        self._sentences.append(sentence)
        self._end = end


def hash_of(name: str) -> int:
    """Return a number that tells documents apart."""
    return int.from_bytes(name.encode().ljust(16, b"\0")[:16], "big")
