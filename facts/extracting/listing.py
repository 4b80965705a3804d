"""Facts from lists and tables: "Battery: 52 kWh" under a heading, and grids with attributes on one axis.

The label or column header is the cue, the cell the value, the row the quote. The subject is the row's name or the
heading above.
"""

from collections.abc import Iterator, Mapping, Sequence

from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft
from facts.extracting.fitting import Fitting
from facts.lexicon import Attribute, Lexicon
from facts.lexicon.frames import Slot
from facts.lexicon.model import Phrase, Wording
from facts.models import Document, Value, ValueKind
from facts.parsing.sentence import Sentence
from facts.phrases import PhraseIndex
from facts.reading import Grid, TypedSpan, ValueReader, labelled_value
from facts.reading.spreadsheets import Span
from facts.terms import fold, squeeze

NOT_STATED = frozenset({"", "tbc", "tba", "n/a", "na", "-", "–", "—", "?"})
LEAST_HEADERS = 2  # labels of attributes that make an axis the one of the attributes


class Listing:
    """Reads the labelled items and tables of one language."""

    def __init__(self, lexicon: Lexicon, language: str, fitting: Fitting) -> None:
        self.fitting, self.language = fitting, language
        self.index: PhraseIndex[Attribute] = PhraseIndex()
        self.named: PhraseIndex[Attribute] = PhraseIndex()  # values by name: "petrol" is a powertrain
        self.prepositions = lexicon.languages[language].classes.get("prepositions", frozenset())
        self.implied = [attribute for attribute in lexicon.attributes.values() if attribute.implies]
        for attribute in lexicon.attributes.values():
            wording = attribute.wording.get(language)
            if wording is None:
                continue
            for noun in (*wording.nouns, *wording.phrases, *_participial(wording)):
                self.index.add(noun, attribute)
            for said in wording.values.values() if attribute.value is ValueKind.TEXT else ():
                for phrase in said:
                    self.named.add(phrase, attribute)

    def attributes(self, lemmas: Sequence[str]) -> list[Attribute]:
        """Return the attributes that a label names: the longest phrase in it, the first of several."""
        hits = sorted(self.index.find(lemmas), key=lambda hit: (hit.start - hit.end, hit.start))
        return [attribute for hit in hits for attribute in hit.payloads]

    def item(self, document: Document, sentence: Sentence, subject: str | None) -> Iterator[Draft]:
        """Yield what a "Label: value" item says of the subject that its heading gives."""
        cell = labelled_value(document.text, sentence.passage)
        if cell is None or cell.row is None or subject is None:
            return
        label = sentence.positions(*cell.row)
        is_prose = any(sentence.tokens[p].folded in self.prepositions for p in label)
        if not label or (is_prose and ":" not in document.text[cell.row[1] : cell.value[0]]):
            return
        lemmas = [sentence.lemmas[p] for p in label]
        spans = [span for span in sentence.values if cell.value[0] <= span.start < cell.value[1] and span.role is None]
        named = self.attributes(lemmas)
        for number, span in enumerate(spans):
            attribute = next((a for a in named if self.fitting.fits(a, span.value)), None)
            if attribute is None and number:
                attribute = next((a for a in self.implied if self.fitting.fits(a, span.value)), None)
            if attribute is not None and not _has_veto(attribute, self.language, lemmas):
                anchor = sentence.positions(span.start, span.end).start
                yield Draft(subject, attribute.id, span.value, (span.start, span.end), anchor, "list.label/heading")

    def table(
        self, document: Document, grid: Grid, lemmas_of: "LabelLemmas", discourse: Discourse, values: ValueReader
    ) -> Iterator[tuple[int, Draft]]:
        """Yield (row number, draft) of a table whose columns or rows are headed by attributes."""
        heads = {n: self.attributes(lemmas_of(span)) for n, span in enumerate(grid.rows[0])} if grid.rows else {}
        labels = {n: self.attributes(lemmas_of(row[0])) for n, row in enumerate(grid.rows) if row and n}
        by_column = sum(bool(found) for n, found in heads.items() if n) >= sum(bool(found) for found in labels.values())
        if max(sum(bool(f) for n, f in heads.items() if n), sum(bool(f) for f in labels.values())) < LEAST_HEADERS:
            return
        names = _names_by_key(discourse)
        for number in range(1, len(grid.rows)):
            for cell in grid.cells(number):
                owner_span = self._owner_span(grid, number, cell.column_number, by_column=by_column)
                owner = names.get(squeeze(document.text[slice(*owner_span)])) if owner_span else None
                headed = heads.get(cell.column_number, []) if by_column else labels.get(number, [])
                header = grid.rows[0][cell.column_number] if by_column else grid.rows[number][0]
                attributes = self._as_named(headed, lemmas_of(cell.value))
                if owner and (found := self._cell(document, cell.value, header, attributes, values, discourse, names)):
                    attribute, value = found
                    yield number, Draft(owner, attribute.id, value, cell.value, 0, "table.cell/name")

    def _as_named(self, attributes: Sequence[Attribute], lemmas: Sequence[str]) -> Sequence[Attribute]:
        """Put first the attribute whose values a cell names: under "Drivetrain" may stand "petrol"."""
        named = [attribute for hit in self.named.find_longest(lemmas) for attribute in hit.payloads]
        if not named or not attributes or attributes[0].value is not ValueKind.TEXT or attributes[0] in named:
            return attributes
        return [named[0], *attributes]

    @staticmethod
    def _owner_span(grid: Grid, row: int, column: int, *, by_column: bool) -> Span | None:
        return grid.rows[row][0] if by_column else (grid.rows[0][column] if column < len(grid.rows[0]) else None)

    def _cell(
        self, document: Document, span: Span, header: Span, attributes: Sequence[Attribute], values: ValueReader,
        discourse: Discourse, names: Mapping[str, str],
    ) -> tuple[Attribute, Value] | None:  # fmt: skip
        text = document.text[slice(*span)]
        if fold(text).strip() in NOT_STATED:
            return None
        typed = [found for found in values.values_in(document.text, *span) if found.role is None]
        for attribute in attributes:
            for found in typed:
                if self.fitting.fits(attribute, found.value):
                    return attribute, found.value
            if attribute.value is ValueKind.ENTITY and (entity := _entity_in(text, names, attribute, discourse)):
                return attribute, Value(text, ValueKind.ENTITY, entity=entity)
            if attribute.value is ValueKind.TEXT:
                return attribute, Value(text, ValueKind.TEXT)
            if value := self._by_header(document, text, header, attribute, values):
                return attribute, value
        return None

    def _by_header(
        self, document: Document, text: str, header: Span, attribute: Attribute, values: ValueReader
    ) -> Value | None:
        """Read a bare number with the unit that the column's header names ("boot_l", "price_eur")."""
        unit = document.text[slice(*header)].replace("_", " ").replace("(", " ").replace(")", " ").split()[-1:]
        typed: list[TypedSpan] = values.values_in(f"{text} {unit[0]}", 0, len(text) + 1 + len(unit[0])) if unit else []
        for found in typed:
            if self.fitting.fits(attribute, found.value):
                return Value(
                    text, found.value.kind, found.value.amount, found.value.upper, found.value.unit, found.value.date
                )
        return None


def _participial(wording: Wording) -> Iterator[Phrase]:
    """Yield what heads a column like a participle: "Built in", "Made by", "Assemblée à"."""
    for frame in wording.frames:
        if frame.patient is not Slot.SUBJECT or len(frame.verb) != 1:
            continue
        behind = [words for words, slot in frame.prepositions if slot is Slot.VALUE]
        for verb in frame.verb[0]:
            yield from ((verb, *preposition.split("_")) for words in behind for preposition in words)


class LabelLemmas:
    """Lemmas of a label anywhere in the document."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences

    def __call__(self, span: Span) -> list[str]:
        for sentence in self._sentences:
            if sentence.passage.start <= span[0] and span[1] <= sentence.passage.end:
                return [word for p in sentence.positions(*span) for word in sentence.lemmas[p].split("_")]
        return []


def _names_by_key(discourse: Discourse) -> dict[str, str]:
    found: dict[str, str] = {}
    for entity in discourse.entities.values():
        for alias in entity.aliases:
            found.setdefault(squeeze(alias), entity.id)
        if entity.parent:  # a table of versions names them without the model
            short = entity.name.removeprefix(discourse.entities[entity.parent].name).strip()
            found.setdefault(squeeze(short or entity.name), entity.id)
    return found


def _entity_in(text: str, names: Mapping[str, str], attribute: Attribute, discourse: Discourse) -> str | None:
    for part in (text, text.split("(", maxsplit=1)[0]):
        entity = names.get(squeeze(part))
        if entity and discourse.is_a(entity, *attribute.kinds):
            return entity
    return None


def _has_veto(attribute: Attribute, language: str, lemmas: Sequence[str]) -> bool:
    return any(set(veto) <= set(lemmas) for veto in attribute.wording[language].vetoes)
