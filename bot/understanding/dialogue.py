"""What the last turn of the same person in the same place lends to a short follow-up.

Only slots that the new turn leaves open are filled, only where it is short or points back, and every one is named in
the query. A word that nothing explains keeps a turn from being a follow-up.
"""

from dataclasses import replace

from bot.models import Claim, Intent, Match, Mention, Operator, Query
from bot.understanding.antecedents import (
    candidates,
    carried,
    is_a,
    other_than,
    places_of,
    pointed_at,
    points_by_noun,
    together,
)
from bot.understanding.beside import akin, asked_beside, asked_in_which
from bot.understanding.contrasts import contrasted, held_against
from bot.understanding.conversations import Turn
from bot.understanding.draft import PRONOUNS, Draft, Piece
from bot.understanding.repeating import SHORT, asked_again, resumed, with_origins
from bot.understanding.resolving import Resolver
from facts.models.entity import OPEN

BARE = (Intent.CHATTER, Intent.OPEN)  # what a question of a single question word is by itself
NEEDS_SUBJECT = (
    Intent.LOOKUP,
    Intent.CHECK,
    Intent.REVERSE,
    Intent.COUNT,
    Intent.WHY,
    Intent.WHO_SAID,
    Intent.SUPERLATIVE,
    Intent.OPINION,
)
SINGULAR = ("it", "that")
OF_WHAT_WAS_SAID = (Intent.WHY, Intent.WHO_SAID)  # about the last answer as a whole, not about a thing of one kind


def taken_up(draft: Draft, turn: Turn, resolver: Resolver) -> Query | None:
    """Return the query of a turn that is no question by itself; a correction in front of it is dropped first."""
    _drop_correction(draft)
    return resumed(draft, turn, resolver)


def filled_in(query: Query, draft: Draft, turn: Turn, resolver: Resolver) -> Query:
    """Return the query with what it leaves open taken from the turn before."""
    if against := held_against(query, draft, turn):
        return against
    is_named = query.intent is Intent.DESCRIBE or (query.intent in BARE and query.market and not query.subjects)
    if is_named and _is_fragment(draft):
        return asked_again(query, draft, turn, resolver)
    if contrast := contrasted(query, draft, turn, resolver):
        return contrast
    if query.intent is Intent.CHECK and draft.has_tag("there") and not query.claims:
        query = _claimed_there(query, turn, resolver)
    if query.subjects:
        return query
    if query.intent is Intent.WHAT_SAID and query.speaker is None:
        return _with_speaker(query, draft, turn, resolver)
    return _of_what_was_talked_of(query, draft, turn, resolver)


def _of_what_was_talked_of(query: Query, draft: Draft, turn: Turn, resolver: Resolver) -> Query:
    """Fill in the subjects, where the turn points back or is short and understood."""
    points = draft.has_tag(*PRONOUNS, "other") or query.set_size is not None or points_by_noun(draft)
    if points and (beside := asked_in_which(query, draft, turn, resolver)):
        return beside
    if query.intent in BARE and not query.words and (points or _is_short(draft)):
        return asked_beside(query, draft, turn, resolver) or query
    if query.intent in BARE and points:
        return _with_subjects(replace(query, intent=Intent.OPEN), draft, turn, resolver)
    if query.intent in NEEDS_SUBJECT and (points or (_is_short(draft) and not query.unknown)):
        return _with_subjects(query, draft, turn, resolver)
    return query


def _drop_correction(draft: Draft) -> None:
    """Take "no," and "I meant" in front of what is meant for read, so that they deny nothing."""
    first: Piece | None = next(iter(draft.tagged("correction")), None)
    if first is None and draft.words and draft.vocabulary.has_class("no_words", draft.words[0].folded):
        named = {position for name in draft.names for position in range(name.first, name.last)}
        others = [p for p in range(1, len(draft.words)) if p not in named and not draft.is_in_class("articles", p)]
        parted = len(draft.words) > 1 and bool(draft.words[1].before)
        first = Piece(0, 1) if parted or not others else None
    if first is None:
        return
    piece = first
    draft.use(piece)
    draft.tags = [tag for tag in draft.tags if not tag.overlaps(piece)]
    draft.cues = [cue for cue in draft.cues if not cue.overlaps(piece)]


def _is_short(draft: Draft) -> bool:
    return len(draft.words) <= SHORT


def _is_fragment(draft: Draft) -> bool:
    """Whether a turn is but a name: "and the Dacia?", "the Leaf?"."""
    asks = draft.has_tag("describe", "who", "what", "where", "when", "how")
    return _is_short(draft) and (draft.has_tag("and") or not asks)


def _claimed_there(query: Query, turn: Turn, resolver: Resolver) -> Query:
    """Read "is the Leaf built there too?": the place that was spoken of is claimed."""
    places = places_of(turn, resolver)
    if len(places) != 1:
        return query
    fitting = [one for one in query.attributes if is_a(places[0], resolver, *resolver.attribute(one).kinds)]
    claims = tuple(Claim(one, Operator.IS, entities=places[0].entities) for one in fitting[:1])
    return replace(query, claims=claims, attributes=tuple(fitting) or query.attributes, inherited=("claims",))


def _with_speaker(query: Query, draft: Draft, turn: Turn, resolver: Resolver) -> Query:
    kinds = ("person",) if draft.has_tag("person") else ("person", "organisation")
    for mention in candidates(turn, resolver):
        if is_a(mention, resolver, *kinds):
            return replace(query, speaker=mention, inherited=("speaker",))
    return query


def _with_subjects(query: Query, draft: Draft, turn: Turn, resolver: Resolver) -> Query:
    """Take the subjects of the last turn: all of them where a set is meant, else the one that fits what is asked."""
    wants_set = draft.has_tag("them") or query.intent is Intent.SUPERLATIVE
    mentions = _meant(query, draft, turn, resolver, wants_set=wants_set)
    if not mentions and draft.has_tag("other"):
        return query  # nothing but the other one will do
    if _is_one_of_all(mentions, query, draft, resolver):
        return query
    keys = [key for mention in mentions for key in mention.entities]
    if query.intent is Intent.LOOKUP and mentions and not _is_told(mentions, query, resolver):
        near = akin(query.attributes, keys, resolver)
        query = replace(query, attributes=(*query.attributes, *near), alternatives=True) if near else query
    is_pointed = bool(mentions) and (points_by_noun(draft) or draft.has_tag("other"))
    if not is_pointed and not _is_told(mentions, query, resolver):
        further = [m for m in candidates(turn, resolver) if m not in mentions and _fits(m, query, draft, resolver)]
        told = [m for m in further if query.inverse or resolver.facts(m.entities[0], query.attributes)]
        mentions = told[:1] or mentions
    if len(mentions) > 1 and not wants_set:
        if draft.has_tag(*SINGULAR):
            return _which_of(query, mentions, draft)
        if not _may_be_several(turn):
            return query
    if not mentions:
        return query
    in_words = query.intent in OF_WHAT_WAS_SAID
    words = tuple(dict.fromkeys((*query.words, *turn.query.words))) if in_words else query.words
    claims = query.claims or (_told_before(turn, mentions, resolver) if query.intent is Intent.WHY else ())
    besides = tuple(replace(m, negated=True) for m in carried(turn) if draft.has_tag("else") and m not in mentions)
    filled = replace(
        query,
        subjects=(*mentions, *besides),
        words=words,
        claims=claims,
        inherited=("subjects", "words") if words != query.words else ("subjects",),
    )
    return with_origins(filled, [key for mention in mentions for key in mention.entities], resolver)


def _is_one_of_all(mentions: list[Mention], query: Query, draft: Draft, resolver: Resolver) -> bool:
    """Whether but one car was spoken of and "which car is the cheapest?" now asks of every car."""
    is_of_all = query.intent is Intent.SUPERLATIVE and bool(draft.kinds) and not draft.has_tag(*PRONOUNS)
    if not is_of_all or query.set_kind is None or len(mentions) != 1:
        return False
    return mentions[0].match is not Match.AMBIGUOUS and is_a(mentions[0], resolver, query.set_kind)


def _is_told(mentions: list[Mention], query: Query, resolver: Resolver) -> bool:
    """Whether anything of what is asked is known of these."""
    return any(resolver.facts(key, query.attributes) for mention in mentions for key in mention.entities)


def _meant(query: Query, draft: Draft, turn: Turn, resolver: Resolver, *, wants_set: bool) -> list[Mention]:
    """Return what a turn is about by the words that point back: "there", "the other one", "them", "it"."""
    if draft.has_tag("there") and not draft.has_tag("it", "them"):
        return places_of(turn, resolver)
    if draft.has_tag("other"):
        other = other_than(turn)
        return [other] if other else []
    if pointed := pointed_at(draft, turn, resolver):
        return pointed
    spoken_of = together(turn, query.set_size) if wants_set else carried(turn)
    return [mention for mention in spoken_of if _fits(mention, query, draft, resolver)]


def _which_of(query: Query, mentions: list[Mention], draft: Draft) -> Query:
    """Ask back which of several "it" means."""
    tag = draft.tagged(*SINGULAR)[0]
    first, last = draft.words[tag.first], draft.words[tag.last - 1]
    keys = tuple(key for mention in mentions for key in mention.entities)
    either = Mention(first.start, last.end, draft.text[first.start : last.end], keys, Match.AMBIGUOUS)
    return replace(query, subjects=(either,), inherited=("subjects",))


def _told_before(turn: Turn, mentions: list[Mention], resolver: Resolver) -> tuple[Claim, ...]:
    """Return what the last turn asked yes or no about, else what it was answered with: that is what "why?" is about."""
    last = turn.query
    if last.claims or last.intent is not Intent.LOOKUP:
        return last.claims
    keys = [key for mention in mentions for key in mention.entities]
    for attribute in last.attributes:
        for fact in (fact for key in keys for fact in resolver.facts(key, (attribute,))):
            entities = (fact.value.entity,) if fact.value.entity else ()
            return (Claim(attribute, Operator.IS, None if entities else fact.value, entities),)
    return ()


def _fits(mention: Mention, query: Query, draft: Draft, resolver: Resolver) -> bool:
    """Whether something of the last turn can be what this one is about."""
    if query.intent in OF_WHAT_WAS_SAID:
        return True
    if draft.has_tag("there") and not draft.has_tag("it", "them"):
        return is_a(mention, resolver, "place")
    if draft.has_tag("person"):
        return is_a(mention, resolver, "person")
    if query.intent is Intent.OPINION or not query.attributes:
        return True
    kinds = [
        kind
        for key in query.attributes
        for kind in (resolver.attribute(key).kinds if query.inverse else resolver.attribute(key).of)
    ]
    return is_a(mention, resolver, *kinds, OPEN)


def _may_be_several(turn: Turn) -> bool:
    """Whether the last question was about several things at once, so that this one is as well."""
    return len(turn.query.subjects) > 1
