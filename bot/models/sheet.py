"""What can be looked at without a question: all that is known of an entity, several side by side, a passage in place.

Whatever a sheet or a table claims has its source, as in an answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.models.answer import Conflict, Source
from facts.models import Value


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as people see it."""

    id: str
    name: str
    kind: str  # as people call it, in their language


@dataclass(frozen=True, slots=True)
class Entry:
    """What the documents give for one attribute of one entity, worded."""

    attribute: str  # id
    label: str  # in the reader's language
    text: str  # the value with its hedges: "about 18,000 euros (expected)"
    source: Source
    value: Value
    certainty: str
    question: str  # that asks for it, in the reader's language
    conflicts: tuple[Conflict, ...] = ()  # what other documents say
    qualifiers: Mapping[str, str] = field(default_factory=dict)  # market, version, cycle and the like


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that is known of one entity, what one tells first in front."""

    subject: Named
    language: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class GridRow:
    """One attribute of a table, a cell for each of its subjects; None where the documents do not say."""

    attribute: str
    label: str
    cells: tuple[Entry | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Two or more subjects side by side."""

    subjects: tuple[Named, ...]
    language: str
    rows: tuple[GridRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """One of many: an entity with what one tells first of it."""

    subject: Named
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quote among its neighbours: `before` and `after` are the text around it in its document."""

    source: Source
    before: str
    after: str
    position: int  # of the passage in its document, from 1
    passages: int  # in the document
