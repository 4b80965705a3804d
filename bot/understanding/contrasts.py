"""Follow-ups that set things that were talked of against each other: differences, "more than the Leaf?", "and the
smaller one?", what two have in common, which of them.
"""

from dataclasses import replace

from bot.models import Claim, Condition, Intent, Match, Mention, Operator, Ordering, Query
from bot.understanding.antecedents import PAIR, carried, together
from bot.understanding.conversations import Turn
from bot.understanding.draft import Draft
from bot.understanding.focus import ASKING
from bot.understanding.operators import degrees_of
from bot.understanding.repeating import SHORT
from bot.understanding.resolving import Resolver
from bot.understanding.scene import LEADING
from bot.understanding.vocabulary import Role

FRAGMENTS = (Intent.LOOKUP, Intent.CHATTER, Intent.OPEN, Intent.SUPERLATIVE)
BOUNDS = {"above": Operator.ABOVE, "below": Operator.BELOW}
SETS = (Intent.FILTER, Intent.REVERSE, Intent.COUNT)


def contrasted(query: Query, draft: Draft, turn: Turn, resolver: Resolver) -> Query | None:
    """Return a follow-up that sets things against each other as a question by itself, None where it is none."""
    return (
        _how_far_apart(query, draft, turn)
        or _other_end(query, draft, turn)
        or _in_common(query, draft, turn, resolver)
        or _among(query, draft, turn)
    )


def held_against(query: Query, draft: Draft, turn: Turn) -> Query | None:
    """Read "more than the Leaf?", "bigger than the Leaf's?": what was talked of is held against what is named."""
    is_fragment = len(draft.words) <= SHORT and not draft.has_tag(*ASKING, "it", "that", "them")
    if not is_fragment or query.claims or (way := _way(draft)) is None:
        return None
    operator, compared = way
    focus = carried(turn)
    known = [name.mention for name in draft.names if name.mention.match is not Match.UNKNOWN]
    attributes = compared[:1] or turn.query.attributes[:1]
    if len(focus) != 1 or len(known) != 1 or len(draft.names) != 1 or not attributes:
        return None
    claim = Claim(attributes[0], operator, than=known[0].entities)
    return replace(
        query,
        intent=Intent.CHECK,
        subjects=tuple(focus),
        attributes=attributes,
        claims=(claim,),
        wanted=None,
        unknown=(),
        inherited=("subjects", "attributes"),
    )


def _way(draft: Draft) -> tuple[Operator, tuple[str, ...]] | None:
    """Return which way a comparison with "than" points, and what it compares where it says so."""
    if bounds := draft.tagged(*BOUNDS):  # "more than the Leaf"
        return BOUNDS[bounds[0].tag], ()
    degrees = [degree for degree in degrees_of(draft) if not degree.is_superlative]
    if len(degrees) != 1 or not draft.has_tag("than"):
        return None
    return Operator.ABOVE if degrees[0].descending else Operator.BELOW, degrees[0].attributes


def _how_far_apart(query: Query, draft: Draft, turn: Turn) -> Query | None:
    """Read "by how much?", "how much heavier is that?", "how much more is the Leaf than that?", or return None."""
    last, degrees = turn.query, degrees_of(draft)
    counts = draft.has_tag("how_much", "how_many", "how")
    compares = any(not degree.is_superlative for degree in degrees)
    if not draft.has_tag("difference") and not (counts and compares and not query.claims):
        return None
    named = query.subjects
    if len(named) > 1 or (named and not draft.has_tag("it", "that")):
        return None
    sides = _sides(named, turn)
    asked = next((degree.attributes for degree in degrees if degree.attributes), ())
    ordered = (last.ordering.attribute,) if last.ordering else ()
    attributes = asked[:1] or tuple(claim.attribute for claim in last.claims if claim.than) or ordered
    attributes = attributes or last.attributes
    if len(sides) != len(PAIR) or not attributes:
        return None if named else query
    return replace(
        query,
        intent=Intent.COMPARE,
        subjects=sides,
        attributes=attributes,
        alternatives=False,
        difference=True,
        wanted=None,
        conditions=(),
        unknown=(),
        inherited=("subjects", "attributes"),
    )


def _sides(named: tuple[Mention, ...], turn: Turn) -> tuple[Mention, ...]:
    """Return the two things between which a difference lies: those compared before, or what is named and the last."""
    last = turn.query
    if named:
        keys = {key for mention in named for key in mention.entities}
        before = [mention for mention in carried(turn) if keys.isdisjoint(mention.entities)]
        return (*named, *before)
    others = tuple(Mention(0, 0, key, (key,), Match.INHERITED) for claim in last.claims for key in claim.than)
    compared = (*last.subjects, *others)
    if len(compared) == len(PAIR) and not last.inverse:
        return compared
    pair = together(turn)
    focus = carried(turn)
    if len(focus) == 1 and len(pair) == len(PAIR):  # what was named last is what is more or less
        pair = sorted(pair, key=lambda one: one.entities != focus[0].entities)
    return tuple(pair)


def _other_end(query: Query, draft: Draft, turn: Turn) -> Query | None:
    """Read "and the smaller one?", "and more power?" behind a set in order; behind anything else nothing is sure."""
    ordering = turn.query.ordering
    degrees = degrees_of(draft)
    is_fragment = len(draft.words) <= SHORT and not draft.has_tag(*ASKING, "them") and not draft.kinds
    if query.intent not in FRAGMENTS or query.subjects or query.brand or len(degrees) != 1 or not is_fragment:
        return None
    if degrees[0].is_superlative and (ordering is None or degrees[0].place != 1 or turn.query.subjects):
        return None
    asked = degrees[0].attributes or query.attributes
    if ordering is None or not asked:
        return replace(query, intent=Intent.OPEN, attributes=())
    attribute = ordering.attribute if ordering.attribute in asked else asked[0]
    return replace(
        turn.query,
        text=query.text,
        language=query.language,
        attributes=(attribute,),
        ordering=Ordering(attribute, degrees[0].descending),
        inherited=("intent", "subjects"),
    )


def _in_common(query: Query, draft: Draft, turn: Turn, resolver: Resolver) -> Query | None:
    """Read "do they share a platform?", "are they built in the same plant?" of two things."""
    asks = bool(draft.words) and draft.is_in_any(LEADING, 0)
    if not asks or not _says(draft, "shared", "same") or not _says(draft, "them") or query.subjects:
        return None
    pair = together(turn)
    nouns = [one.attribute for cue in draft.cues for one in cue.cues if one.role is Role.NOUN]
    attributes = [one for one in nouns if resolver.attribute(one).kinds] or list(query.attributes)
    if len(pair) != len(PAIR) or not attributes:
        return None
    attribute = min(attributes, key=lambda one: resolver.attribute(one).rank)
    claim = Claim(attribute, Operator.IS, than=pair[1].entities)
    return replace(
        query,
        intent=Intent.CHECK,
        subjects=(pair[0],),
        attributes=(attribute,),
        claims=(claim,),
        wanted=None,
        unknown=(),
        inherited=("subjects", "claims"),
    )


def _says(draft: Draft, *tags: str) -> bool:
    """Whether one of the words does this, also inside of a phrase: "do they share" may be but a way to ask."""
    asking = draft.vocabulary.table("asking")
    return draft.has_tag(*tags) or any(asking.get(word.folded) in tags for word in draft.words)


def _among(query: Query, draft: Draft, turn: Turn) -> Query | None:
    """Read "which of them is built in Spain?": of the set that was talked of, never of all there are."""
    if query.intent not in SETS or not draft.has_tag("them") or query.brand is not None:
        return None
    members = together(turn, query.set_size)
    if len(members) < len(PAIR):
        return replace(query, intent=Intent.OPEN, subjects=(), attributes=(), conditions=(), inverse=False)
    conditions = query.conditions
    if query.subjects and query.inverse:
        keys = tuple(key for mention in query.subjects for key in mention.entities)
        conditions += tuple(Condition(one, Operator.IS, entities=keys) for one in query.attributes[:1])
    elif query.subjects:
        return None
    if not conditions:
        return None
    return replace(
        query,
        intent=Intent.COUNT if query.intent is Intent.COUNT else Intent.FILTER,
        subjects=tuple(members),
        attributes=(),
        conditions=conditions,
        inverse=False,
        set_kind=query.set_kind,
        inherited=("subjects",),
    )
