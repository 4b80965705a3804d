"""Whom an attribute is known of, one by one: whoever wants the first few reads no more."""

from collections.abc import Iterator, Sequence

from facts.store import rows
from facts.store.file import StoreFile

Ends = tuple[str, str | None]  # ids: the subject of a fact, and the entity that is its value
ANSWERS = "origin <> 'proposed'"


class Ordering:
    """Walks the facts of one store along its indexes."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def of_brands(self, attribute: str, brands: Sequence[str], *, descending: bool = False) -> Iterator[int]:
        """Yield the number of whom each fact with an amount is about, the smallest or largest first, of some brands.

        What a name of a brand means may be a model, so its versions are among them.
        """
        held = rows.marks(brands)
        query = (
            "SELECT number FROM entities CROSS JOIN facts ON subject = entities.id "  # noqa: S608  # marks alone
            f"WHERE (brand IN ({held}) OR parent IN ({held})) AND attribute = ? AND amount IS NOT NULL AND {ANSWERS} "
            f"ORDER BY amount {'DESC' if descending else 'ASC'}, facts.id"
        )
        return (row[0] for row in self._file.stream(query, (*brands, *brands, attribute)))

    def of_some(self, attribute: str, numbers: Sequence[int], low: float | None, high: float | None) -> list[int]:
        """List some by their numbers as often as a fact within bounds is about them, the smallest amount first."""
        bounds = [(low, "amount >= ?"), (high, "amount <= ?")]
        tests = ["attribute = ?", *(test for bound, test in bounds if bound is not None), ANSWERS]
        query = (
            "SELECT number FROM entities CROSS JOIN facts ON subject = entities.id "  # noqa: S608  # no input
            f"WHERE number IN ({rows.marks(numbers)}) AND {' AND '.join(tests)} ORDER BY amount, facts.id"
        )
        given = (*numbers, attribute, *(bound for bound, _ in bounds if bound is not None))
        return [row[0] for row in self._file.rows(query, given)]

    def ends(self, attribute: str) -> Iterator[Ends]:
        """Yield both ends of each fact, those with the smallest amount first."""
        query = f"SELECT subject, entity FROM facts WHERE attribute = ? AND {ANSWERS} ORDER BY amount, facts.id"  # noqa: S608  # no input
        return ((row[0], row[1]) for row in self._file.stream(query, (attribute,)))

    def with_value(self, value: str, attribute: str) -> list[int]:
        """List the number of whom each fact with an entity as its value is about, in reading order."""
        query = (
            "SELECT number FROM facts JOIN entities ON entities.id = subject "  # noqa: S608  # no input
            f"WHERE facts.entity = ? AND attribute = ? AND {ANSWERS} ORDER BY facts.id"
        )
        return [row[0] for row in self._file.rows(query, (value, attribute))]
