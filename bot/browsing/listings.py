"""All entities of the kind that the documents are about, page by page, with what one tells first of each."""

from bot.answering.known import Known
from bot.answering.sets import DEFAULT_KIND
from bot.browsing import sheets
from bot.models.sheet import Listing
from bot.wording.sentences import Sentences

TOLD = 3  # entries of each


def listings_of(
    known: Known, brand: str | None, sentences: Sentences, first: int, most: int
) -> tuple[list[Listing], bool]:
    """Return some of the entities, maybe of one brand, by name, and whether more follow."""
    kinds = sorted(one for one in known.lexicon.kinds if known.lexicon.is_a(one, DEFAULT_KIND))
    found = known.store.entities_listed(kinds, brand, first, most + 1)
    return [_listing(known, one, sentences) for one in found[:most]], len(found) > most


def _listing(known: Known, key: str, sentences: Sentences) -> Listing:
    entity = known.entity(key)
    rows = [row for attribute in known.gives(key, most=TOLD) for row in known.rows(key, attribute)[:1]]
    return Listing(sheets.named(entity, sentences), tuple(sheets.entry_of(row, sentences) for row in rows))
