"""Two questions in one message: "how much is the Leaf and when does it come out?".

Each is read by itself, with the other blanked out so that places in the text stay; what the second leaves out it takes
from the first. Only look-ups join: anything else is read as a whole.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.models import Intent, Query
from bot.understanding.draft import FILLERS, Draft
from bot.understanding.focus import ASKING, is_relative
from bot.understanding.framing import sentences_of
from bot.understanding.resolving import Resolver

MOST_PARTS = 3  # questions in one message; more are no message for a bot
LEADING = ("prepositions", "articles")


def parts_of(draft: Draft) -> list[str]:
    """Return the text once for each question in it, the others blanked out; nothing where there is but one."""
    cuts = _cuts(draft)
    if not 0 < len(cuts) < MOST_PARTS:
        return []
    text = draft.text
    bounds = [0, *(draft.words[cut].start for cut in cuts), len(text)]
    return [" " * first + text[first:last] + " " * (len(text) - last) for first, last in pairwise(bounds)]


def _cuts(draft: Draft) -> list[int]:
    """Return where a second question begins: at a question word behind "and", or in a sentence of its own."""
    later = [tag for tag in draft.tagged(*ASKING) if tag.first > 0]
    starts = {piece.first for piece in sentences_of(draft)} if later else set()
    cuts = []
    for tag in later:
        first = tag.first
        while first > 0 and first not in starts and draft.is_in_any(LEADING, first - 1):
            first -= 1
        joined = first > 0 and (first in starts or draft.is_in_class("conjunctions", first - 1))
        if joined and not is_relative(draft, tag) and _asks_before(draft, first):
            cuts.append(first)
    return cuts


def _asks_before(draft: Draft, position: int) -> bool:
    """Whether something is asked already: by a question word or by a word that speaks of an attribute."""
    earlier = [*draft.tagged(*ASKING), *(cue for cue in draft.cues if not cue.is_weak)]
    return any(piece.last <= position and not draft.has_tag_at(piece.first, *FILLERS) for piece in earlier)


def joined(queries: Sequence[Query], resolver: Resolver) -> Query | None:
    """Return one look-up that asks for all, or None where the questions do not go together."""
    told = next((query.subjects for query in queries if query.subjects), ())
    if not told or any(not _joins(query) for query in queries):
        return None
    keys = {key for mention in told for key in mention.entities}
    if any({key for mention in query.subjects for key in mention.entities} not in (keys, set()) for query in queries):
        return None
    attributes = dict.fromkeys(one for query in queries for one in _meant(query, keys, resolver))
    units = [query.asked_unit for query in queries if query.asked_unit]
    words = dict.fromkeys(word for query in queries for word in query.words)
    first = replace(queries[0], subjects=told, attributes=tuple(attributes), alternatives=False, wanted=None)
    return replace(first, asked_unit=units[0] if units else None, words=tuple(words))


def _joins(query: Query) -> bool:
    plain = query.intent is Intent.LOOKUP and bool(query.attributes) and not query.inverse
    return plain and not (query.unknown or query.claims or query.market)


def _meant(query: Query, keys: set[str], resolver: Resolver) -> tuple[str, ...]:
    """Return what is asked; of rival readings the one that something is known of."""
    if not query.alternatives:
        return query.attributes
    known = [one for one in query.attributes if any(resolver.facts(key, (one,)) for key in keys)]
    return tuple(known[:1] or query.attributes[:1])
