"""How much of one file is read, so that no file costs more than seconds and some tens of megabytes.

An article has 5,000 characters, a long encyclopaedia entry 100,000. What goes beyond is left out, and `lineup check`
names it.
"""

from collections.abc import Sequence

LARGEST_FILE = 32_000_000  # bytes; a larger file is refused unread
MOST_READ = 200_000  # characters of a text: some thirty thousand words, or five thousand rows
MOST_MARKUP = 4_000_000  # characters of a page with its markup
MOST_PASSAGES = 10_000  # of one document
LONGEST_ROW = 4_000  # characters of a table's row; columns behind are left out
_SEARCHED = 1_000  # characters before the limit in which a line end, or a space, is looked for


def shortened(text: str, most: int = MOST_READ) -> str:
    """Return the text up to the last line end, or space, before the limit."""
    if len(text) <= most:
        return text
    for mark in ("\n", " "):
        if (end := text.rfind(mark, most - _SEARCHED, most)) > 0:
            return text[: end + 1]
    return text[:most]


def within_row(cells: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return the cells of a row that end within the limit, at least its first."""
    return [cell for cell in cells if cell[1] - cells[0][0] <= LONGEST_ROW] or cells[:1]
