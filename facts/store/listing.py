"""Lists entities of some kinds, all of them or of one brand, and which of their attributes have an amount.

A page costs what it shows, however many entities there are.
"""

from collections.abc import Iterator, Sequence

from facts.store import rows
from facts.store.file import Row, StoreFile

RARE = 500  # entities with an attribute; fewer are looked up, so that they need not be looked for among all
ANSWERS = "origin <> 'proposed' AND certainty <> 'denied'"
KNOWN = f"AND EXISTS (SELECT 1 FROM facts WHERE subject = entities.id AND attribute = ? AND {ANSWERS})"  # noqa: S608  # no input
GIVEN = f"SELECT attribute, kind, length(text), entity FROM facts WHERE subject = ? AND {ANSWERS} ORDER BY id"  # noqa: S608  # no input
WHOLE = f"AND parent IS NULL AND EXISTS (SELECT 1 FROM facts WHERE subject = entities.id AND {ANSWERS})"  # noqa: S608  # no input


class Listing:
    """Lists what one store knows of."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def entities(
        self, kinds: Sequence[str], brand: str | None, first: int, most: int, attributes: Sequence[str] = ()
    ) -> list[str]:
        """List the ids of entities that an answering fact is known of, by id; with attributes, versions among them.

        Of a model, its versions are a part; but where values are listed, each version has its own.
        """
        of_brand = " AND brand = ?" if brand is not None else ""
        wanted = " ".join([KNOWN] * len(attributes)) or WHOLE
        few = self._few(attributes) if brand is None else None
        of_few = f"id IN ({rows.marks(few)}) AND +" if few is not None else ""  # the plus: no index of kinds is used
        query = (
            f"SELECT id FROM entities WHERE {of_few}kind IN ({rows.marks(kinds)}){of_brand} {wanted} "  # noqa: S608  # marks alone
            "ORDER BY id LIMIT ? OFFSET ?"
        )
        given = (*(few or ()), *kinds, *((brand,) if brand is not None else ()), *attributes, most, first)
        return [row[0] for row in self._file.rows(query, given)]

    def given(self, entity: str) -> list[Row]:
        """List attribute, kind and length of the value, and the entity that it is, of what is told of an entity."""
        return self._file.rows(GIVEN, (entity,))

    def _few(self, attributes: Sequence[str]) -> list[str] | None:
        """Return the entities that one of the attributes is known of, where they are few."""
        query = "SELECT DISTINCT +subject FROM facts WHERE attribute = ? LIMIT ?"  # plus: by the index of attributes
        for attribute in attributes:
            found = [row[0] for row in self._file.rows(query, (attribute, RARE + 1))]
            if len(found) <= RARE:
                return found
        return None

    def amounts(self, kinds: Sequence[str], brand: str | None, most: int) -> list[Row]:
        """List subject, attribute, kind of value, unit and qualifiers (JSON) of some facts with an amount."""
        of_brand = " AND brand = ?" if brand is not None else ""
        query = (
            "SELECT DISTINCT subject, attribute, facts.kind, unit, qualifiers FROM entities "  # noqa: S608  # marks alone
            f"JOIN facts ON subject = entities.id WHERE entities.kind IN ({rows.marks(kinds)}){of_brand} "
            f"AND amount IS NOT NULL AND {ANSWERS} LIMIT ?"
        )
        return self._file.rows(query, (*kinds, *((brand,) if brand is not None else ()), most))

    def brands(self, kinds: Sequence[str]) -> Iterator[str]:
        """Yield the ids of brands that have an entity of these kinds with an answering fact, each by a look-up."""
        last = ""
        while (found := self._file.rows("SELECT min(brand) FROM entities WHERE brand > ?", (last,))) and found[0][0]:
            last = found[0][0]
            if self.entities(kinds, last, 0, 1):
                yield last
