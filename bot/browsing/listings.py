"""All entities of the kind that the documents are about, page by page, with what one tells first of each.

Or with every value of some attributes: of those alone that have them all.
"""

from collections.abc import Sequence

from bot.answering.known import Known
from bot.answering.sets import DEFAULT_KIND
from bot.browsing import sheets
from bot.models.sheet import Listing
from bot.wording.sentences import Sentences

TOLD = 3  # entries of each


def listings_of(
    known: Known,
    brand: str | None,
    sentences: Sentences,
    first: int,
    most: int,
    attributes: Sequence[str] = (),
) -> tuple[list[Listing], bool]:
    """Return some of the entities, maybe of one brand, by name, and whether more follow."""
    found = known.store.listing.entities(kinds_of(known), brand, first, most + 1, attributes)
    return [_listing(known, one, sentences, attributes) for one in found[:most]], len(found) > most


def kinds_of(known: Known) -> list[str]:
    """Return the kinds of what the documents are about."""
    return sorted(one for one in known.lexicon.kinds if known.lexicon.is_a(one, DEFAULT_KIND))


def _listing(known: Known, key: str, sentences: Sentences, attributes: Sequence[str]) -> Listing:
    if attributes:
        rows = [row for attribute in attributes for row in known.rows(key, attribute)]
    else:
        rows = [row for attribute in known.gives(key, most=TOLD) for row in known.rows(key, attribute)[:1]]
    named = sheets.named(known.entity(key), sentences)
    return Listing(named, tuple(sheets.entry_of(row, sentences) for row in rows))
