"""Facts from labelled items and lines: "Battery: 52 kWh" under a heading, "Price £44,950 Power 220kW Range 328 miles".

The label is the cue, what stands behind it the value, the item the quote. The lines above give the subject.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facts.extracting.cells import SAME
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft
from facts.extracting.labels import CAR, Label
from facts.extracting.things import ThingReader
from facts.lexicon import Attribute
from facts.naming.declared import DeclaredName
from facts.parsing.sentence import Sentence
from facts.reading import TypedSpan, ValueReader
from facts.reading.spreadsheets import Span
from facts.reading.tables import labelled_value

SEVERAL = "several.item/heading"  # of two values that do not agree nobody vouches for the first
PATTERN, LINE, ENTRY = "list.label/heading", "list.line/heading", "list.entry/name"
LEAST_PAIRS = 3  # labels with values in a row that make a line a specification
LONGEST_LABEL = 4  # words between two values of such a line


class Listing:
    """Reads the labelled items of one language."""

    def __init__(self, things: ThingReader) -> None:
        self.things, self.cells, self.labels = things, things.cells, things.cells.labels
        self.fitting = self.cells.fitting
        classes = self.labels.lexicon.languages[self.labels.language].classes
        self.conjunctions = classes.get("conjunctions", frozenset())
        self.prepositions = classes.get("prepositions", frozenset())
        keys = ("auxiliaries", "modals", "pronouns_thing", "pronouns_person", "pronouns_plural", "saying_verbs")
        self.prose = frozenset(word for key in keys for word in classes.get(key, ()))

    def parted(self, sentence: Sentence) -> tuple[Span, Span] | None:
        """Return the label and the value of an item; None where it is none."""
        cell = labelled_value(sentence.text, sentence.passage)
        if cell is not None and cell.row is not None:
            positions = sentence.positions(*cell.row)
            is_prose = any(sentence.tokens[p].folded in self.prepositions for p in positions)
            if positions and not (is_prose and ":" not in sentence.text[cell.row[1] : cell.value[0]]):
                return cell.row, cell.value
            return None
        length = self.labels.opening(sentence.lemmas) if sentence.passage.kind == "item" else 0
        if not 0 < length < len(sentence.tokens):
            return None  # "0-62mph 5.9sec" begins with a number, but with a label too
        start, end = sentence.tokens[length].start, sentence.passage.end
        return (sentence.passage.start, sentence.tokens[length - 1].end), (start, end)

    def declared(self, sentence: Sentence, values: ValueReader) -> Iterator[DeclaredName]:
        """Yield the names that a labelled item declares: "Platform: CMF-B"."""
        if sentence.passage.kind == "item" and (parts := self.parted(sentence)) is not None:
            yield from self.things.declared(sentence, parts[1], self._label(sentence, parts[0], values))

    def _label(self, sentence: Sentence, span: Span, values: ValueReader) -> Label:
        label = self.labels.read(sentence.text[slice(*span)], values)
        return replace(label, attributes=tuple(a for a in label.attributes if self.labels.is_of_cars(a)))

    def item(
        self, sentence: Sentence, values: ValueReader, subject: str | None, discourse: Discourse
    ) -> Iterator[Draft]:
        """Yield what a "Label: value" item says of the subject that the lines above give."""
        parts = self.parted(sentence) if subject is not None else None
        if parts is None or subject is None:
            return
        label = self._label(sentence, parts[0], values)
        label = replace(label, attributes=tuple(a for a in label.attributes if discourse.is_a(subject, *a.of)))
        drafts = [] if label.is_joint else list(self._typed(sentence, parts[1], label, subject))
        if not drafts:
            for found in self.cells.read(sentence.text, parts[1], label, values):
                anchor = sentence.positions(*found.at).start
                pattern = PATTERN if found.is_sure else SEVERAL
                drafts.append(Draft(subject, found.attribute.id, found.value, found.at, anchor, pattern))
        for draft, is_labelled in self.things.drafts(sentence, parts[1], label, subject, discourse):
            drafts.append(replace(draft, pattern=PATTERN) if is_labelled else draft)
        narrowing = {**label.qualifiers, **self.labels.qualifiers(sentence.text[slice(*parts[1])])}
        for draft in drafts:
            yield draft.narrowed(**self.cells.narrowing(draft.attribute, narrowing))

    def _typed(self, sentence: Sentence, span: Span, label: Label, subject: str) -> Iterator[Draft]:
        """Yield the typed values of an item, each with the label's attribute or with that of the words around it."""
        spans = [found for found in sentence.values if span[0] <= found.start < span[1] and found.role is None]
        told: dict[str, float] = {}
        drafts: list[Draft] = []
        open_ones: set[str] = set()
        for number, found in enumerate(spans):
            until = spans[number + 1].start if number + 1 < len(spans) else span[1]
            around = self._around(sentence, spans[number - 1].end if number else found.start, found, until)
            attribute = self._attribute(label, found, around, is_first=number == 0)
            amount = found.value.amount or 0.0
            if attribute is None:
                continue
            is_other = abs(told.setdefault(attribute.id, amount) - amount) > SAME * abs(amount)
            if is_other and not self._is_joined(sentence, spans[number - 1].end, found.start):
                open_ones.add(attribute.id)
            else:
                drafts.append(self._draft(sentence, subject, attribute.id, found, PATTERN))
        for draft in drafts:
            yield replace(draft, pattern=SEVERAL) if draft.attribute in open_ones else draft

    def _is_joined(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether nothing but a conjunction stands between two values: "40 or 52 kWh" of two versions."""
        between = [sentence.tokens[p].folded for p in sentence.positions(start, end)]
        return len(between) == 1 and between[0] in self.conjunctions

    def _around(self, sentence: Sentence, start: int, found: TypedSpan, until: int) -> list[Attribute]:
        """Return the attributes that the words before and behind a value name: "1,290 litres with the seats down"."""
        before, behind = sentence.positions(start, found.start), sentence.positions(found.end, until)
        lemmas = [sentence.lemmas[p] for p in (*before, *behind)]
        return self.labels.attributes(lemmas)

    def _attribute(
        self, label: Label, found: TypedSpan, around: Sequence[Attribute], *, is_first: bool
    ) -> Attribute | None:
        named = [a for a in label.attributes if self.fitting.fits(a, found.value)]
        if is_first:
            return named[0] if named else None
        closer = [a for a in around if self.fitting.fits(a, found.value)]
        implied = [a for a in self.labels.implied if self.fitting.fits(a, found.value)] if label.attributes else []
        return next(iter((*closer, *named, *implied)), None)

    def entry(
        self, sentence: Sentence, above: Sequence[Sentence], values: ValueReader, discourse: Discourse
    ) -> Iterator[Draft]:
        """Yield the value of an item that a name heads, below a line that names its attribute: "Twingo: €20,000"."""
        parts = self.parted(sentence)
        owners = {
            m.entity
            for m in discourse.names.mentions[sentence.passage.number]
            if parts is not None and sentence.tokens[m.last - 1].end <= parts[0][1] and discourse.is_a(m.entity, CAR)
        }
        if parts is None or len(owners) != 1:
            return
        (owner,) = owners
        for frame in above:
            label = self._label(sentence=frame, span=(frame.passage.start, frame.passage.end), values=values)
            for draft in self._typed(sentence, parts[1], label, owner):
                yield replace(draft, pattern=ENTRY).narrowed(**self.cells.narrowing(draft.attribute, label.qualifiers))
                return

    def line(self, sentence: Sentence, subject: str | None) -> Iterator[Draft]:
        """Yield what a specification in one line says: labels and values in turn, no sentence around them."""
        if subject is None or any(token.folded in self.prose for token in sentence.tokens):
            return
        pairs = list(self._pairs(sentence))
        spans = [found for found in sentence.values if found.role is None]
        if len(pairs) >= LEAST_PAIRS and 2 * len(pairs) > len(spans):
            for attribute, found in pairs:
                yield self._draft(sentence, subject, attribute.id, found, LINE)

    def _pairs(self, sentence: Sentence) -> Iterator[tuple[Attribute, TypedSpan]]:
        end, is_first = sentence.passage.start, True
        for found in sentence.values:
            if found.role is not None:
                continue
            region = sentence.positions(end, found.start)
            words = [p for p in region if sentence.tokens[p].kind != "mark" or sentence.tokens[p].text in "-–/"]
            lemmas = [sentence.lemmas[p] for p in words]
            named = self.labels.ending(lemmas) if is_first or len(lemmas) <= LONGEST_LABEL else []
            attribute = next((a for a in named if self.fitting.fits(a, found.value)), None)
            if attribute is not None and not self.labels.has_veto(attribute, lemmas[-LONGEST_LABEL:]):
                yield attribute, found
            end, is_first = found.end, False

    @staticmethod
    def _draft(sentence: Sentence, subject: str, attribute: str, span: TypedSpan, pattern: str) -> Draft:
        anchor = sentence.positions(span.start, span.end).start
        return Draft(subject, attribute, span.value, (span.start, span.end), anchor, pattern)
