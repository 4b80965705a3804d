"""How much of one file is read, so that no file costs more than seconds and some tens of megabytes.

An article has 5,000 characters, a long encyclopaedia entry 200,000. What goes beyond is left out, and `lineup check`
names it.
"""

LARGEST_FILE = 32_000_000  # bytes; a larger file is refused unread
MOST_READ = 400_000  # characters of a text: seventy thousand words
MOST_MARKUP = 4_000_000  # characters of a page with its markup
_SEARCHED = 1_000  # characters before the limit in which a line end, or a space, is looked for


def shortened(text: str, most: int = MOST_READ) -> str:
    """Return the text up to the last line end, or space, before the limit."""
    if len(text) <= most:
        return text
    for mark in ("\n", " "):
        if (end := text.rfind(mark, most - _SEARCHED, most)) > 0:
            return text[: end + 1]
    return text[:most]
