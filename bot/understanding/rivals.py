"""Which of its readings a question means: the best, several that are joined, or rivals that are as good."""

from collections.abc import Sequence

from bot.understanding.asking import Reading
from bot.understanding.draft import Draft
from bot.understanding.fitting import are_joined
from bot.understanding.resolving import Resolver
from facts.lexicon.frames import Slot

NEAR_TIE = 0.01
MOST_RIVALS = 4
TOLD = 99  # rank up to which an attribute is surely told in descriptions


def chosen(readings: Sequence[Reading], draft: Draft, resolver: Resolver) -> tuple[list[Reading], bool]:
    """Return the readings that the question means, and whether they are rivals rather than a conjunction.

    An attribute that descriptions leave out is no rival of one that they tell first.
    """
    if not readings:
        return [], False
    best = readings[0]
    if (
        best.piece.is_weak
        and best.asks is Slot.VALUE
        and draft.words[best.piece.first].folded in draft.vocabulary.things
        and not draft.is_in_class("size_nouns", best.piece.last - 1)
    ):
        return [], False  # "what does he do", "qu'est-ce que": nothing particular is asked
    rivals = [one for one in readings if one.piece is best.piece and one.score >= best.score - NEAR_TIE]
    if resolver.attribute(best.attribute).rank <= TOLD:
        rivals = [one for one in rivals if resolver.attribute(one.attribute).rank <= TOLD]
    several = {one.attribute for one in rivals}
    if len(several) > MOST_RIVALS:
        return [], False  # "go", "have": a verb of everything asks for nothing
    if len(several) > 1:
        return list({one.attribute: one for one in rivals}.values()), True
    joined = [best]
    for one in sorted(readings[1:], key=lambda reading: (reading.piece.first, -reading.score)):
        pieces = [other.piece for other in joined]
        if (
            one.piece not in pieces
            and one.asks == best.asks
            and any(are_joined(draft, one.piece, piece) for piece in pieces)
        ):
            joined.append(one)
    return sorted(joined, key=lambda reading: reading.piece.first), False
