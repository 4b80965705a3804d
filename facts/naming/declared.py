"""Names that a table or a labelled item declares: what stands in a cell is a name, and its column says of what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeclaredName:
    """Tokens [first, last) of a sentence that name a thing of a kind; `brand` is what the brand column says."""

    sentence: int  # index into the document's sentences
    first: int
    last: int
    kind: str
    brand: str | None = None


@dataclass(frozen=True, slots=True)
class DeclaredVersion:
    """Tokens that name a version by its own words only: "Sport" in a table of the trims of a car."""

    sentence: int
    first: int
    last: int
    model: str  # entity
