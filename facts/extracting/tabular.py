"""What the tables of a document declare, and the facts of their cells.

declared = tabular.declared(...)   # before names are looked for
versions = tabular.versions(...)   # once the models are known
drafts = tabular.drafts(...)       # last
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from facts.extracting.cells import CellReader
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft, entity_value
from facts.extracting.fitting import Fitting
from facts.extracting.labels import Label, Labels, only
from facts.extracting.placing import BUILT_IN, COUNTRY, FACTORY
from facts.extracting.tables import CAR, Field, Place, Table, TableReader
from facts.lexicon import Attribute
from facts.models import Document, Passage, ValueKind
from facts.naming.declared import DeclaredName, DeclaredVersion
from facts.naming.entities import NameMention, Names
from facts.naming.versions import VersionBook
from facts.parsing.sentence import Sentence
from facts.reading import ValueReader, grids_of
from facts.reading.spreadsheets import Span

SEVERAL = "several.cell"  # a family of its own: nobody vouches for the first of two values


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is at hand while the tables of one document are read."""

    document: Document
    sentences: Sequence[Sentence]  # by passage number
    values: ValueReader


class Tabular:
    """Reads the tables of one language."""

    def __init__(self, labels: Labels, fitting: Fitting, versions: VersionBook) -> None:
        self.labels, self.fitting, self.book = labels, fitting, versions
        self.tables = TableReader(labels)
        self.cells = CellReader(labels, fitting)

    def understood(self, sheet: Sheet) -> list[Table]:
        """Return the tables whose labels tell what they hold."""
        grids = grids_of(sheet.document, (sentence.passage for sentence in sheet.sentences))
        found = (self.tables.read(sheet.document.text, grid, sheet.values) for grid in grids)
        return [table for table in found if table is not None]

    def declared(self, sheet: Sheet, tables: Sequence[Table]) -> list[DeclaredName]:
        """Return the names that the tables declare: of their rows, and in columns of things ("Platform", "Plant")."""
        return [one for table in tables for one in (*self._owners(sheet, table), *self._things(sheet, table))]

    def _owners(self, sheet: Sheet, table: Table) -> Iterator[DeclaredName]:
        text = sheet.document.text
        if not self._are_versions(sheet, table):
            for place in table.names:
                brand = table.brands.get(place[0])
                written = text[slice(*self.cells.trimmed(text, brand))].strip() if brand else ""
                yield from self._name(sheet, table, place, CAR, written or None)
        for row, model in table.parents.items():
            brand = table.brands.get(row)
            yield from self._name(sheet, table, model, CAR, text[slice(*brand)].strip() if brand else None)
        for row, span in table.brands.items():
            yield from self._declare(sheet, table, row, span, "brand")

    def _name(self, sheet: Sheet, table: Table, place: Place, kind: str, brand: str | None) -> Iterator[DeclaredName]:
        yield from self._declare(sheet, table, place[0], table.span(place), kind, brand)

    def _declare(
        self, sheet: Sheet, table: Table, row: int, span: Span, kind: str, brand: str | None = None
    ) -> Iterator[DeclaredName]:
        number = table.grid.passages[row].number
        tokens = sheet.sentences[number].positions(*self.cells.trimmed(sheet.document.text, span))
        if tokens:
            yield DeclaredName(number, tokens.start, tokens.stop, kind, brand)

    def _things(self, sheet: Sheet, table: Table) -> Iterator[DeclaredName]:
        text = sheet.document.text
        for field in table.fields:
            attribute = field.label.of_things
            if attribute is None or self.fitting.lexicon.is_a(CAR, attribute.kinds[0]):
                continue
            for span, is_bracketed in self.cells.parts(text, field.value):
                if (kind := self._kind(text[slice(*span)], attribute, is_bracketed=is_bracketed)) is not None:
                    yield from self._declare(sheet, table, field.row, span, kind)

    def _kind(self, words: str, attribute: Attribute, *, is_bracketed: bool) -> str | None:
        """Return what a cell's words name: as the world knows it, else the plainest kind of the attribute's values."""
        known = self.book.words.kinds_known(_squeezed(words))
        lexicon = self.fitting.lexicon
        fitting = sorted(kind for kind in known if any(lexicon.is_a(kind, wanted) for wanted in attribute.kinds))
        if fitting:
            return fitting[0]
        if "country" in known:
            return "country"
        if is_bracketed or known or not words[:1].isupper():
            return None
        return "brand" if attribute.id == "brand" else attribute.kinds[-1]

    def _are_versions(self, sheet: Sheet, table: Table) -> bool:
        """Whether the names are only of versions: headed so, or words that name no car by themselves."""
        if table.are_versions:
            return True
        spans = [table.span(place) for place in table.names]
        return (
            bool(spans)
            and not table.brands
            and all(
                self.book.is_plain(
                    sheet.document.text[slice(*span)],
                    is_valued=bool(sheet.values.values_in(sheet.document.text, *span)),
                )
                for span in spans
            )
        )

    def versions(
        self, sheet: Sheet, tables: Sequence[Table], names: Names, title_subject: str | None
    ) -> Iterator[DeclaredVersion]:
        """Yield the versions that tables declare, each with its model: of its row, of the heading, of the document."""
        for table in tables:
            if not self._are_versions(sheet, table):
                continue
            above = self.about(table.grid.passages[0], names, title_subject)
            for place in table.names:
                number = table.grid.passages[place[0]].number
                tokens = sheet.sentences[number].positions(*self.cells.trimmed(sheet.document.text, table.span(place)))
                parent = self._entity_at(sheet, table, table.parents.get(place[0]), names) or above
                if tokens and parent is not None:
                    yield DeclaredVersion(number, tokens.start, tokens.stop, parent)

    def about(self, passage: Passage, names: Names, title_subject: str | None) -> str | None:
        """Return the model that the caption or heading above names, else what the document is about."""
        for number in (passage.lead, passage.heading):
            if number is None:
                continue
            models = {
                m.entity
                for m in names.mentions[number]
                if self.fitting.lexicon.is_a(names.entities[m.entity].kind, CAR)
            }
            models -= {names.entities[model].parent for model in models if names.entities[model].parent}
            if models:
                return only(models)
        return title_subject

    def _entity_at(self, sheet: Sheet, table: Table, place: Place | None, names: Names) -> str | None:
        if place is None:
            return None
        number = table.grid.passages[place[0]].number
        start, end = table.span(place)
        tokens = sheet.sentences[number].positions(start, end)
        return next((m.entity for m in names.mentions[number] if tokens and m.first == tokens.start), None)

    def drafts(self, sheet: Sheet, table: Table, discourse: Discourse) -> Iterator[tuple[Passage, Draft]]:
        """Yield what the cells say, each with the passage of its row."""
        market = self._market(sheet, table)
        above = self.about(table.grid.passages[0], discourse.names, discourse.title_subject)
        for field in table.fields:
            owner = self._entity_at(sheet, table, field.owner, discourse.names) if field.owner else above
            if owner is None:
                continue
            passage = table.grid.passages[field.row]
            for draft in self._cell(sheet, field, owner, passage, discourse):
                is_price = draft.value.kind is ValueKind.MONEY and market and "market" not in draft.qualifiers
                yield passage, draft.narrowed(market=market) if is_price and market else draft

    def _market(self, sheet: Sheet, table: Table) -> str | None:
        """Return the country that the heading or caption names: "Prices (Germany)"."""
        first = table.grid.passages[0]
        above = [
            sheet.sentences[n].passage.of(sheet.document.text) for n in (first.lead, first.heading) if n is not None
        ]
        return next((country for words in above if (country := self.labels.country(words))), None)

    def _cell(self, sheet: Sheet, field: Field, owner: str, passage: Passage, discourse: Discourse) -> Iterator[Draft]:
        label = self._of_subject(field.label, owner, discourse)
        shape = "name" if field.owner else "heading"
        for found in self.cells.read(sheet.document.text, field.value, label, sheet.values):
            pattern = f"{'table.cell' if found.is_sure else SEVERAL}/{shape}"
            narrowed = {k: v for k, v in label.qualifiers.items() if _narrows(k, found.attribute)}
            yield Draft(owner, found.attribute.id, found.value, found.at, 0, pattern, qualifiers=narrowed)
        yield from self._entities(sheet, label, field, owner, passage, discourse, shape)

    def _entities(
        self, sheet: Sheet, label: Label, field: Field, owner: str, passage: Passage, discourse: Discourse, shape: str
    ) -> Iterator[Draft]:
        sentence, text = sheet.sentences[passage.number], sheet.document.text
        mentions: Mapping[int, NameMention] = {m.first: m for m in discourse.names.mentions[passage.number]}
        town: str | None = None
        for attribute, entity, at in self.cells.named(sentence, field.value, label, mentions):
            value = entity_value(entity, text[slice(*at)])
            if entity != owner and discourse.is_a(entity, *attribute.kinds):
                town = entity if attribute.id == FACTORY else None
                yield Draft(owner, attribute.id, value, at, 0, f"table.cell/{shape}")
            elif town is not None and discourse.is_a(entity, "country"):
                yield Draft(town, COUNTRY, value, at, 0, "place.country/name")
                yield Draft(owner, BUILT_IN, value, at, 0, "place.built/name")
            elif attribute.id == FACTORY and discourse.is_a(entity, "country"):
                yield Draft(owner, BUILT_IN, value, at, 0, f"table.cell/{shape}")

    def _of_subject(self, label: Label, owner: str, discourse: Discourse) -> Label:
        """Keep the attributes that can be said of the owner."""
        fitting = tuple(a for a in label.attributes if discourse.is_a(owner, *a.of))
        return Label(fitting, label.kind, label.unit, label.lemmas, label.qualifiers, label.is_timed)


def _squeezed(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _narrows(qualifier: str, attribute: Attribute) -> bool:
    """Whether a qualifier of a label is one of this attribute: a cycle is driven, a market pays."""
    return qualifier != "cycle" or attribute.value is not ValueKind.MONEY
