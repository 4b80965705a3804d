"""Rows as sentences ("the Twingo costs 20,000 euros") and as entries ("Twingo: 20,000 euros (expected)")."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.models.finding import Row
from bot.wording.catalogue import Catalogue
from bot.wording.naming import Naming
from bot.wording.values import value_text
from facts.lexicon.model import Lexicon
from facts.models import Certainty, Entity, ValueKind, attribute_words
from facts.terms import fold

NARROWING = ("market", "version", "cycle", "since", "until", "price_kind", "kind")  # qualifiers that readers are told
EVENT = "event"
LEADING = "{S} "  # a sentence that begins with its subject
_SLOT = re.compile(r"\{([SV])\}")
_DAY = re.compile(r"(\d{4}|-)-\d{2}-\d{2}")  # an ISO date to the day, with or without its year


class RowWording:
    """Words rows in one language."""

    def __init__(self, lexicon: Lexicon, words: Catalogue) -> None:
        self.lexicon = lexicon
        self.words = words
        self.naming = Naming(lexicon, words)

    def label(self, attribute: str) -> str:
        """Return what an attribute is called; its id with spaces where the vocabulary has no word."""
        known = self.lexicon.attributes.get(attribute)
        wording = known.wording.get(self.words.language) if known else None
        return wording.label if wording else attribute_words(attribute)

    def name(self, entity: Entity) -> str:
        """Return an entity's name as it stands inside a sentence: "the Renault Twingo", "Luca de Meo"."""
        return self.naming.inside(entity)

    def title(self, entity: Entity) -> str:
        """Return an entity's name without an article, for lists."""
        return self.naming.bare(entity)

    def value(self, row: Row) -> str:
        """Return the value of a row by itself."""
        return self.title(row.target) if row.target else value_text(self._known_word(row), self.words)

    def unlabelled(self, row: Row) -> str:
        """Return the value without the label that it repeats: of "segment A" only A is told of a segment."""
        if row.target is not None:
            return self.title(row.target)
        label, value = self.label(row.fact.attribute), row.fact.value
        short = replace(value, text=without(value.text, label))
        return self.value(replace(row, fact=replace(row.fact, value=short)))

    def _known_word(self, row: Row) -> Row:
        """Return a row whose value is a common word in the words of this language: "electric" is "électrique"."""
        own = self.lexicon.languages.get(self.words.language)
        known = own.tables.get("foreign_values", {}) if own and row.language != self.words.language else {}
        word = known.get(row.fact.value.text.casefold())
        if word is None:
            return row
        return replace(
            row, fact=replace(row.fact, value=replace(row.fact.value, text=word)), language=self.words.language
        )

    def hedged(self, row: Row, text: str | None = None) -> str:
        """Return the value with what narrows or weakens it in parentheses."""
        value = self.value(row) if text is None else text
        notes = self.notes(row)
        return f"{value} ({', '.join(notes)})" if notes else value

    def notes(self, row: Row) -> tuple[str, ...]:
        """Return market, version and the like, the degree of certainty, and who says so."""
        fact = row.fact
        notes = [fact.qualifiers[name] for name in NARROWING if name in fact.qualifiers]
        if fact.certainty not in (Certainty.STATED, Certainty.APPROXIMATE):
            notes.append(self.words.hedges[str(fact.certainty)])
        if fact.speaker and fact.speaker not in (row.subject.name, self.value(row)):
            notes.append(self.words.according_to.format(fact.speaker))
        return tuple(notes)

    def entry(self, row: Row) -> str:
        """Return a row as one entry of a list: "Renault Twingo: 20,000 euros"."""
        return f"{self.title(row.subject)}{self.words.colon}{self.hedged(row)}"

    def labelled(self, row: Row) -> str:
        """Return a value under its label, which it does not repeat: "segment A"."""
        label = self.label(row.fact.attribute)
        return f"{label}{self.words.colon}{self.hedged(row, self.unlabelled(row))}"

    def sentence(self, rows: Sequence[Row]) -> str:
        """Return one sentence for the values of one attribute of one subject, without its full stop."""
        first = rows[0]
        template = self._template(first) if all(self._fits_template(row) for row in rows) else None
        spoken = [self._spoken(row, template) if template else self.unlabelled(row) for row in rows]
        if len({self.notes(row) for row in rows}) == 1:
            value, notes = self.listed(dict.fromkeys(spoken)), self.notes(first)
            tail = f" ({', '.join(notes)})" if notes else ""
        else:
            hedged = (self.hedged(row, text) for row, text in zip(rows, spoken, strict=True))
            value, tail = self.listed(dict.fromkeys(hedged)), ""
        if template is None:
            return self._label_value(first, value) + tail
        filled = {"S": self.name(first.subject), "V": value}
        return _SLOT.sub(lambda slot: filled[slot.group(1)], self._stripped(template, first)) + tail

    def predicate(self, rows: Sequence[Row]) -> str | None:
        """Return the sentence without its subject, or None where it does not begin with it."""
        sentence, name = self.sentence(rows), self.name(rows[0].subject)
        template = self._template(rows[0])
        leads = template is not None and template.startswith(LEADING) and self._fits_template(rows[0])
        rest = sentence.removeprefix(f"{name} ")
        return rest if leads and rest != sentence and rest[:1].isalpha() else None

    def listed(self, names: Iterable[str], last: str | None = None) -> str:
        """Join names as the language does: "A, B and C"."""
        every = list(names)
        if len(every) <= 1:
            return "".join(every)
        return ", ".join(every[:-1]) + (last or self.words.join) + every[-1]

    def _template(self, row: Row) -> str | None:
        """Return the vocabulary's sentence for an attribute, where it has one."""
        known = self.lexicon.attributes.get(row.fact.attribute)
        wording = known.wording.get(self.words.language) if known else None
        return wording.say if wording else None

    def _stripped(self, template: str, row: Row) -> str:
        """Return a sentence without the preposition that the value brings itself, or does without."""
        bring: tuple[str, ...] = ()
        if self._is_dated(row):
            bring = self.words.date_prepositions
        elif row.target is not None and self.naming.located(row.target):
            bring = self.words.place_prepositions
        for preposition in bring:
            template = template.replace(f" {preposition} {{V}}", " {V}")
        return template

    def _spoken(self, row: Row, template: str) -> str:
        """Return a value as it stands in a sentence: with the preposition of its date or country, or its article."""
        if row.target is not None:
            brings = self._stripped(template, row) != template
            article = self.lexicon.is_a(row.target.kind, EVENT) or self.naming.is_thing(row.target)
            place = self.naming.located(row.target) if brings else None
            return place or (self.name(row.target) if article or row.target.described else self.title(row.target))
        value = self.value(row)
        if row.fact.value.kind is ValueKind.DATE:
            if _DAY.fullmatch(row.fact.value.date or ""):
                return self.words.on_day.format(value)
            written = fold(value)
            return next(place for pattern, place in self.words.periods if re.search(pattern, written)).format(value)
        return self.unlabelled(row) if self.label(row.fact.attribute) in template else value

    def _is_dated(self, row: Row) -> bool:
        known = self.lexicon.attributes.get(row.fact.attribute)
        return known is not None and known.value is ValueKind.DATE

    def _fits_template(self, row: Row) -> bool:
        """Whether the value is of the sort that the sentence was written for; words may stand for a date: "soon"."""
        known = self.lexicon.attributes.get(row.fact.attribute)
        if known is None:
            return False
        in_words = known.value is ValueKind.DATE and row.fact.value.kind is ValueKind.TEXT
        return known.value in (row.fact.value.kind, ValueKind.TEXT) or in_words

    def _label_value(self, row: Row, value: str) -> str:
        label = self.label(row.fact.attribute)
        return self.words.label_value.format(name=self.title(row.subject), label=label, value=value)


def without(value: str, label: str) -> str:
    """Return a value without the label that it begins or ends with."""
    for repeated in (rf"^{re.escape(label)}[ -]", rf"[ -]{re.escape(label)}$"):
        value = re.sub(repeated, "", value, flags=re.IGNORECASE)
    return value
