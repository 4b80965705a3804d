"""Rows as sentences ("the Twingo costs 20,000 euros") and as entries ("Twingo: 20,000 euros (expected)")."""

import re
from collections.abc import Iterable, Sequence

from bot.models.finding import Row
from bot.wording.catalogue import Catalogue
from bot.wording.values import value_text
from facts.lexicon.model import Attribute, Lexicon
from facts.models import Certainty, Entity, ValueKind

NARROWING = ("market", "version", "cycle", "since", "until", "price_kind", "kind")  # qualifiers that readers are told
THINGS = ("model", "event")  # kinds whose names take an article
_SLOT = re.compile(r"\{([SV])\}")
_YEAR_OR_MONTH = 7  # characters of an ISO date without its day


class RowWording:
    """Words rows in one language."""

    def __init__(self, lexicon: Lexicon, words: Catalogue) -> None:
        self.lexicon = lexicon
        self.words = words

    def label(self, attribute: str) -> str:
        """Return what an attribute is called; its id with spaces where the vocabulary has no word."""
        known = self.lexicon.attributes.get(attribute)
        wording = known.wording.get(self.words.language) if known else None
        return wording.label if wording else attribute.replace("_", " ")

    def name(self, entity: Entity) -> str:
        """Return an entity's name as it stands inside a sentence: "the Renault Twingo", "Luca de Meo"."""
        thing = any(self.lexicon.is_a(entity.kind, kind) for kind in THINGS) or entity.described
        return self.words.the.format(name=entity.name) if thing else entity.name

    def value(self, row: Row) -> str:
        return value_text(row, self.words)

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
        return f"{row.subject.name}{self.words.colon}{self.hedged(row)}"

    def sentence(self, rows: Sequence[Row]) -> str:
        """Return one sentence for the values of one attribute of one subject, without its full stop."""
        first = rows[0]
        if len({self.notes(row) for row in rows}) == 1:
            value = self.listed(dict.fromkeys(self.value(row) for row in rows))
            notes = self.notes(first)
            tail = f" ({', '.join(notes)})" if notes else ""
        else:
            value, tail = self.listed(dict.fromkeys(self.hedged(row) for row in rows)), ""
        said = self._said(first, value) if all(self._fits_template(row) for row in rows) else None
        return (said or self._label_value(first, value)) + tail

    def listed(self, names: Iterable[str], last: str | None = None) -> str:
        """Join names as the language does: "A, B and C"."""
        every = list(names)
        if len(every) <= 1:
            return "".join(every)
        return ", ".join(every[:-1]) + (last or self.words.join) + every[-1]

    def _said(self, row: Row, value: str) -> str | None:
        """Fill the vocabulary's sentence, where it has one."""
        known = self.lexicon.attributes.get(row.fact.attribute)
        wording = known.wording.get(self.words.language) if known else None
        if wording is None or wording.say is None:
            return None
        template = wording.say
        if row.fact.value.kind is ValueKind.DATE:
            template, value = self._dated(template, row, value)
        elif row.target is not None and self._takes_article(known, row.target):
            value = self.name(row.target)
        filled = {"S": self.name(row.subject), "V": value}
        return _SLOT.sub(lambda slot: filled[slot.group(1)], template)

    def _dated(self, template: str, row: Row, value: str) -> tuple[str, str]:
        """Give a date the preposition that its precision takes, in place of the one the sentence may have."""
        for preposition in self.words.date_prepositions:
            template = template.replace(f" {preposition} {{V}}", " {V}")
        iso = row.fact.value.date or ""
        day = iso.startswith("--") or len(iso) > _YEAR_OR_MONTH
        return template, (self.words.on_day if day else self.words.in_period).format(value)

    def _fits_template(self, row: Row) -> bool:
        """Whether the value is of the sort that the sentence was written for ("not much later" is no date)."""
        known = self.lexicon.attributes.get(row.fact.attribute)
        return known is not None and (known.value is row.fact.value.kind or known.value is ValueKind.TEXT)

    def _takes_article(self, attribute: Attribute | None, target: Entity) -> bool:
        return attribute is not None and any(self.lexicon.is_a(target.kind, kind) for kind in THINGS)

    def _label_value(self, row: Row, value: str) -> str:
        label = self.label(row.fact.attribute)
        return self.words.label_value.format(name=row.subject.name, label=label, value=value)
