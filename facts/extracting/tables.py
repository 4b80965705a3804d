"""Tables with attributes on one axis: which axis that is, whose value each cell is, and what the cells name.

A table is understood before names are looked for, since it declares them; its cells are read after, when every name
is known. A table that is not understood is left to the reader of sentences.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from facts.extracting.labels import Label, Labels
from facts.reading import ValueReader
from facts.reading.spreadsheets import Span
from facts.reading.tables import Grid

LEAST_LABELS = 2  # of attributes that make an axis theirs, where no label says what the other one names
COLUMNS_OF_PAIRS = 2  # a label and its value
Place = tuple[int, int]  # row and column


@dataclass(frozen=True, slots=True)
class Field:
    """A cell that says something of its owner, a cell with a name; without one, of what the table is about."""

    row: int
    value: Span
    label: Label
    owner: Place | None


@dataclass(frozen=True)
class Table:
    """A table that is understood."""

    grid: Grid
    names: Sequence[Place]  # cells that name what the rows or columns are about; none where all is said of one thing
    are_versions: bool  # these names are only versions of one model, which is told elsewhere
    fields: Sequence[Field]
    brands: Mapping[int, Span] = field(default_factory=dict)  # by row
    parents: Mapping[int, Place] = field(default_factory=dict)  # by row: the model whose version the row names

    @cached_property
    def passages(self) -> frozenset[int]:
        """The numbers of its rows."""
        return frozenset(passage.number for passage in self.grid.passages)

    def span(self, place: Place) -> Span:
        return self.grid.rows[place[0]][place[1]]


class TableReader:
    """Understands the tables of one language."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels

    def read(self, text: str, grid: Grid, values: ValueReader) -> Table | None:
        """Return what a table is about; None where its labels do not say."""
        if not grid.rows or len(grid.rows[0]) < COLUMNS_OF_PAIRS:
            return None
        heads = [self._label(text, span, values) for span in grid.rows[0]]
        sides = [self._label(text, row[0], values) if row else Label() for row in grid.rows]
        named = any(head.names_cars for head in heads)
        across = sum(bool(head.attributes) and not head.names_cars for head in heads)
        down = sum(bool(side.attributes) for side in sides[1:])
        if across >= max(down, 1 if named else LEAST_LABELS):
            return _Columns(grid, heads).table()
        if down >= LEAST_LABELS:
            return _Rows(self.labels, text, grid, sides).table()
        return None

    def _label(self, text: str, span: Span, values: ValueReader) -> Label:
        """Read a label for what cars have: under "Plant" stands a factory, not the number of plants of a firm."""
        label = self.labels.read(text[slice(*span)], values)
        return replace(label, attributes=tuple(a for a in label.attributes if self.labels.is_of_cars(a)))


class _Columns:
    """A table whose columns are attributes; each row is a thing."""

    def __init__(self, grid: Grid, heads: Sequence[Label]) -> None:
        self.grid, self.heads = grid, heads

    def _column(self, *kinds: str) -> int | None:
        return next((n for n, head in enumerate(self.heads) if head.kind in kinds), None)

    def table(self) -> Table | None:
        brand, version, model = self._column("brand"), self._column("version"), self._column("model")
        if model is None and version is None:
            model = self._unlabelled(brand)
        owner = version if version is not None else model
        if owner is None:
            return None
        rows = [n for n, row in enumerate(self.grid.rows) if n and owner < len(row) and _is_filled(row[owner])]
        heads = [(n, head) for n, head in enumerate(self.heads) if n not in (owner, model, brand) and head.attributes]
        fields = [
            Field(row, self.grid.rows[row][column], head, (row, owner))
            for row in rows
            for column, head in heads
            if column < len(self.grid.rows[row]) and _is_filled(self.grid.rows[row][column])
        ]
        return Table(
            self.grid,
            names=[(row, owner) for row in rows],
            are_versions=version is not None,
            fields=fields,
            brands={row: self.grid.rows[row][brand] for row in rows} if brand is not None else {},
            parents={row: (row, model) for row in rows} if version is not None and model is not None else {},
        )

    def _unlabelled(self, brand: int | None) -> int | None:
        """Return the column of names where no head says so: the first, or the one beside the brand's."""
        place = 0 if brand is None else brand + 1
        is_free = place < len(self.heads) and not self.heads[place].attributes and self.heads[place].unit is None
        return place if is_free else None


class _Rows:
    """A table whose rows are attributes; each column is a thing, or the only one holds the values of one thing."""

    def __init__(self, labels: Labels, text: str, grid: Grid, sides: Sequence[Label]) -> None:
        self.labels, self.text, self.grid, self.sides = labels, text, grid, sides

    def table(self) -> Table:
        head = self.grid.rows[0]
        has_names = not self.sides[0].attributes and not self._is_of_values(head)
        names = [(0, n) for n, span in enumerate(head) if n and _is_filled(span)] if has_names else []
        columns = {column for _, column in names}
        fields = [
            Field(n, span, self.sides[n], (0, column) if has_names else None)
            for n, row in enumerate(self.grid.rows)
            for column, span in enumerate(row)
            if (n or not has_names) and column and _is_filled(span) and self.sides[n].attributes
            if column in columns or not has_names
        ]
        is_version = self.sides[0].kind == "version"
        return Table(self.grid, names, is_version, fields)

    def _is_of_values(self, head: Sequence[Span]) -> bool:
        """Whether the head of a label-and-value table names its columns only: "Specification | Value"."""
        written = [self.text[slice(*span)] for span in head[1:]]
        return len(head) == COLUMNS_OF_PAIRS and all(self.labels.heads_values(words) for words in written)


def _is_filled(span: Span) -> bool:
    return span[0] < span[1]
