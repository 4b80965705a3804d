"""What the tables of a document declare, and the facts of their cells.

declared = tabular.declared(...)   # before names are looked for
versions = tabular.versions(...)   # once the models are known
drafts = tabular.drafts(...)       # last
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from facts.extracting.cells import CellReader
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft
from facts.extracting.fitting import Fitting
from facts.extracting.framed import Framed, for_market
from facts.extracting.labels import CAR, Label, Labels
from facts.extracting.tables import Field, Place, Table, TableReader
from facts.extracting.things import ThingReader, name_at
from facts.models import Document, Passage
from facts.naming.declared import DeclaredName, DeclaredVersion
from facts.naming.entities import Names
from facts.naming.versions import VersionBook
from facts.parsing.sentence import Sentence
from facts.reading import ValueReader
from facts.reading.spreadsheets import Span
from facts.reading.tables import grids_of

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
        self.framed = Framed(labels, versions)
        self.things = ThingReader(self.cells, versions.words)

    def understood(self, sheet: Sheet) -> list[Table]:
        """Return the tables whose labels tell what they hold."""
        grids = grids_of(sheet.document, (sentence.passage for sentence in sheet.sentences))
        found = (self.tables.read(sheet.document.text, grid, sheet.values) for grid in grids)
        return [table for table in found if table is not None]

    def declared(self, sheet: Sheet, tables: Sequence[Table]) -> list[DeclaredName]:
        """Return the names that the tables declare: of their rows, and in columns of things ("Platform", "Plant")."""
        return [one for table in tables for one in (*self._owners(sheet, table), *self._things(sheet, table))]

    def _owners(self, sheet: Sheet, table: Table) -> Iterator[DeclaredName]:
        if not self._are_versions(sheet, table):
            for place in table.names:
                yield from self._car(sheet, table, place)
        for place in table.parents.values():
            yield from self._car(sheet, table, place)
        for row, span in table.brands.items():
            yield from self._declare(sheet, table, row, span, "brand")

    def _car(self, sheet: Sheet, table: Table, place: Place) -> Iterator[DeclaredName]:
        brand = table.brands.get(place[0])
        written = sheet.document.text[slice(*self.cells.trimmed(sheet.document.text, brand))] if brand else None
        yield from self._declare(sheet, table, place[0], table.span(place), CAR, written or None)

    def _declare(
        self, sheet: Sheet, table: Table, row: int, span: Span, kind: str, brand: str | None = None
    ) -> Iterator[DeclaredName]:
        sentence = sheet.sentences[table.grid.passages[row].number]
        name = name_at(sentence, self.cells.trimmed(sentence.text, span), kind, brand)
        if name is not None:
            yield name

    def _things(self, sheet: Sheet, table: Table) -> Iterator[DeclaredName]:
        for field in table.fields:
            sentence = sheet.sentences[table.grid.passages[field.row].number]
            yield from self.things.declared(sentence, field.value, field.label)

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
            above = self.framed.about(table.grid.passages[0], sheet.sentences, names, title_subject)
            for place in table.names:
                number = table.grid.passages[place[0]].number
                tokens = sheet.sentences[number].positions(*self.cells.trimmed(sheet.document.text, table.span(place)))
                parent = self._entity_at(sheet, table, table.parents.get(place[0]), names) or above
                if tokens and parent is not None:
                    yield DeclaredVersion(number, tokens.start, tokens.stop, parent)

    def _entity_at(self, sheet: Sheet, table: Table, place: Place | None, names: Names) -> str | None:
        if place is None:
            return None
        number = table.grid.passages[place[0]].number
        start, end = table.span(place)
        tokens = sheet.sentences[number].positions(start, end)
        return next((m.entity for m in names.mentions[number] if tokens and m.first == tokens.start), None)

    def drafts(self, sheet: Sheet, table: Table, discourse: Discourse) -> Iterator[tuple[Passage, Draft]]:
        """Yield what the cells say, each with the passage of its row."""
        first = table.grid.passages[0]
        market = self.framed.market(first, sheet.sentences)
        above = self.framed.about(first, sheet.sentences, discourse.names, discourse.title_subject)
        for field in table.fields:
            owner = self._entity_at(sheet, table, field.owner, discourse.names) if field.owner else above
            if owner is None:
                continue
            passage = table.grid.passages[field.row]
            for draft in self._cell(sheet, field, owner, passage, discourse):
                yield passage, for_market(draft, market)

    def _cell(self, sheet: Sheet, field: Field, owner: str, passage: Passage, discourse: Discourse) -> Iterator[Draft]:
        label, sentence = self._of_subject(field.label, owner, discourse), sheet.sentences[passage.number]
        shape = "name" if field.owner else "heading"
        for found in self.cells.read(sheet.document.text, field.value, label, sheet.values):
            pattern = f"{'table.cell' if found.is_sure else SEVERAL}/{shape}"
            narrowed = self.cells.narrowing(found.attribute.id, label.qualifiers)
            yield Draft(owner, found.attribute.id, found.value, found.at, 0, pattern, qualifiers=narrowed)
        for draft, is_labelled in self.things.drafts(sentence, field.value, label, owner, discourse):
            yield replace(draft, pattern=f"table.cell/{shape}") if is_labelled else draft

    def _of_subject(self, label: Label, owner: str, discourse: Discourse) -> Label:
        """Keep the attributes that can be said of the owner."""
        fitting = tuple(a for a in label.attributes if discourse.is_a(owner, *a.of))
        return replace(label, attributes=fitting)
