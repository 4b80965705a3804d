"""Whom an attribute is known of, in the order of its amounts, one by one: whoever wants the first few reads no more."""

from collections.abc import Iterator, Sequence

from facts.store import rows
from facts.store.file import StoreFile

Ends = tuple[str, str | None]  # ids: the subject of a fact, and the entity that is its value
ANSWERS = "origin <> 'proposed'"


class Ordering:
    """Walks the facts of one store along its indexes."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def first(self, attribute: str, brands: Sequence[str] = (), *, descending: bool = False) -> Iterator[str]:
        """Yield the subject of each fact with an amount, the smallest or largest first; only those of some brands.

        What a name of a brand means may be a model, so its versions are among them.
        """
        order = f"ORDER BY amount {'DESC' if descending else 'ASC'}, facts.id"
        known = f"attribute = ? AND amount IS NOT NULL AND {ANSWERS}"
        if not brands:
            query = f"SELECT subject FROM facts WHERE {known} {order}"  # noqa: S608  # no input
            return (row[0] for row in self._file.stream(query, (attribute,)))
        held = rows.marks(brands)
        query = (
            "SELECT subject FROM entities CROSS JOIN facts ON subject = entities.id "  # noqa: S608  # marks alone
            f"WHERE (brand IN ({held}) OR parent IN ({held})) AND {known} {order}"
        )
        return (row[0] for row in self._file.stream(query, (*brands, *brands, attribute)))

    def within(self, attribute: str, low: float | None, high: float | None) -> Iterator[Ends]:
        """Yield both ends of each fact with an amount within bounds, the smallest first; of all without bounds."""
        bounds = [(low, "amount >= ?"), (high, "amount <= ?")]
        tests = ["attribute = ?", *(test for bound, test in bounds if bound is not None), ANSWERS]
        given = (attribute, *(bound for bound, _ in bounds if bound is not None))
        query = f"SELECT subject, entity FROM facts WHERE {' AND '.join(tests)} ORDER BY amount, facts.id"  # noqa: S608  # no input
        return ((row[0], row[1]) for row in self._file.stream(query, given))
