"""What a question limits its claim by, beyond the value: "still", "already", "only", "exactly", "all the Renaults".

Such a word seldom stands in the way of finding a fact, but turns a yes into something that no document says.
"""

from bot.models import Limit
from bot.understanding.draft import Draft, TagPiece
from bot.understanding.resolving import Resolver

ORDERING = ("below", "above")
TAGS = {
    "still": Limit.STILL,
    "ended": Limit.ENDED,
    "already": Limit.ALREADY,
    "only": Limit.ONLY,
    "exactly": Limit.EXACTLY,
    "earlier": Limit.EARLIER,
}


def limits_of(draft: Draft, resolver: Resolver) -> tuple[Limit, ...]:
    """Return the limits of a question, each once."""
    found = [TAGS[tag.tag] for tag in draft.tagged(*TAGS) if not _is_of_amount(draft, tag)]
    found += [Limit.ENDED] if _is_split_negation(draft) else []
    found += [Limit.ALL] if _is_of_every_car(draft, resolver) else []
    return tuple(dict.fromkeys(found))


def times_of_names(draft: Draft) -> list[TagPiece]:
    """Return the words that put what is asked before or after something named: "before the Twingo"."""
    bounds = draft.vocabulary.table("date_bounds")
    return [
        tag
        for tag in draft.tagged(*ORDERING)
        if bounds.get(draft.words[tag.first].folded) in ORDERING and draft.names_follow(tag.last)
    ]


def _is_of_amount(draft: Draft, tag: TagPiece) -> bool:
    """Whether "only" judges an amount: "only 20,000 euros" is 20,000 euros."""
    return tag.tag == "only" and any(amount.first == tag.last for amount in draft.amounts)


def _is_split_negation(draft: Draft) -> bool:
    """Whether "ne ... plus" says that something has ended."""
    negations = draft.tagged("ne")
    more = [tag for tag in draft.tagged("more") if negations and tag.first > negations[0].first]
    return bool(more) and not draft.has_tag("not", "than")


def _is_of_every_car(draft: Draft, resolver: Resolver) -> bool:
    """Whether a brand stands for every car of it: "do all Renaults", "toutes les Renault"."""
    for name in draft.names:
        position = name.first - 1
        while position > 0 and draft.is_in_class("articles", position):
            position -= 1
        if position >= 0 and draft.is_in_class("all_words", position) and resolver.is_brand(name):
            return True
    return False
