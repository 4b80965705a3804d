"""The last question once more: of another subject, with a choice made, in another language, or counted.

A turn that only says what is different this time is no question of its own: "and the Dacia?", "the second one".
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.models import Choice, Claim, Intent, Match, Mention, Query
from bot.understanding.antecedents import carried, is_a, other_than
from bot.understanding.conversations import Turn
from bot.understanding.descriptions import narrowed
from bot.understanding.draft import Draft
from bot.understanding.leftover import is_plain
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver
from facts.terms import tokenize

SHORT = 6  # words of a follow-up that points back at nothing: "how much?", "and the top speed?"
INTO = "in_"  # tags of "in French", "en anglais"
GENERATIONS = ("new", "old", "current")
ORIGINS = ("parent_model", "platform")  # what a car is made from: asked of the next one, either may be meant
ASIDE = ("filler", "chat", "and", "it", "that")  # words that add nothing to what is different this time
SETS = (Intent.REVERSE, Intent.FILTER, Intent.COUNT)
OF_BRAND = (*SETS, Intent.SUPERLATIVE)  # a brand named next takes the place of the one that limits the set
REPEATABLE = (
    Intent.LOOKUP, Intent.REVERSE, Intent.COUNT, Intent.CHECK, Intent.WHY, Intent.WHAT_SAID, Intent.COMPARE,
    Intent.FILTER, Intent.SUPERLATIVE, Intent.OPINION,
)  # fmt: skip


def resumed(draft: Draft, turn: Turn, resolver: Resolver) -> Query | None:
    """Return the last question as this turn wants it, or None where the turn is a question of its own."""
    if len(draft.words) > SHORT:
        return None
    if choice := _with_choice(draft, turn):
        return choice
    if any(not cue.is_weak for cue in draft.cues if not _is_said(draft, cue.first)):
        return None
    in_other_words = _in_language(draft, turn) or _of_generation(draft, turn, resolver) or _counted(draft, turn)
    return in_other_words or _of_other(draft, turn, resolver)


def asked_again(query: Query, draft: Draft, turn: Turn, resolver: Resolver) -> Query:
    """Ask the last question of what is named this time; a value that was asked about gives way to another."""
    last = turn.query
    if last.intent not in REPEATABLE:
        return query
    if query.market and not query.subjects:
        query = replace(query, subjects=(_market(query.market, resolver),))
    again = replace(
        last,
        text=query.text,
        language=query.language,
        words=tuple(dict.fromkeys((*last.words, *query.words))),
        unknown=query.unknown,
        inherited=_filled("intent", "attributes" if last.attributes else "", "claims" if last.claims else ""),
        notes=query.notes,
    )
    if last.claims and (claims := _with_value(last.claims, query.subjects, draft, resolver)):
        return replace(again, claims=claims)
    if query.market and not _is_value(last, query.subjects[0], resolver):
        return replace(again, market=query.market)
    if last.intent in OF_BRAND and (last.ordering or last.conditions) and (brand := _brand(query.subjects, resolver)):
        return replace(again, brand=brand, subjects=())
    return _of_subjects(_of_each(again), query.subjects, resolver)


def _of_subjects(again: Query, named: tuple[Mention, ...], resolver: Resolver) -> Query:
    subjects = tuple(narrowed(Name(0, 0, mention), again.attributes, resolver) for mention in named)
    keys = [key for mention in subjects if mention.match is not Match.UNKNOWN for key in mention.entities]
    return with_origins(replace(again, subjects=subjects), keys, resolver)


def with_origins(query: Query, keys: Sequence[str], resolver: Resolver) -> Query:
    """Let a question for what a car is made from mean its platform or its model, where only the other is told."""
    asks_origin = bool(query.attributes) and set(query.attributes) <= set(ORIGINS)
    if not asks_origin or any(resolver.facts(key, query.attributes) for key in keys):
        return query
    attributes = tuple(dict.fromkeys((*query.attributes, *ORIGINS)))
    return replace(query, attributes=attributes, alternatives=True, wanted=None)


def _market(market: str, resolver: Resolver) -> Mention:
    """Return the mention of a place that a question names as its market."""
    if resolver.is_entity(market):
        return Mention(0, 0, resolver.entity(market).name, (market,), Match.EXACT)
    return Mention(0, 0, market, (), Match.UNKNOWN)


def _is_value(last: Query, mention: Mention, resolver: Resolver) -> bool:
    """Whether the last question gave a value of this sort: "which cars are made in Slovakia", then "and in China?"."""
    kinds = [kind for key in last.attributes for kind in resolver.attribute(key).kinds]
    return last.inverse and mention.match is not Match.UNKNOWN and is_a(mention, resolver, *kinds)


def _with_value(
    claims: tuple[Claim, ...], named: tuple[Mention, ...], draft: Draft, resolver: Resolver
) -> tuple[Claim, ...] | None:
    """Return the claims with what is named as their value, where it can be that and no subject: "and in Slovakia?"."""
    claim = claims[0]
    if any(mention.match is Match.UNKNOWN for mention in named):
        return None
    if claim.than and draft.has_tag("than"):
        mentions = [narrowed(Name(0, 0, mention), (claim.attribute,), resolver) for mention in named]
        return (replace(claim, than=tuple(key for mention in mentions for key in mention.entities)), *claims[1:])
    attribute = resolver.attribute(claim.attribute)
    fits = bool(named) and all(
        is_a(mention, resolver, *attribute.kinds) and not is_a(mention, resolver, *attribute.of) for mention in named
    )
    if not claim.entities or not fits:
        return None
    return (replace(claim, entities=tuple(key for mention in named for key in mention.entities)), *claims[1:])


def _brand(named: tuple[Mention, ...], resolver: Resolver) -> Mention | None:
    """Return the one brand that is named."""
    brands = [mention for mention in named if resolver.is_brand(Name(0, 0, mention))]
    return brands[0] if len(brands) == len(named) == 1 else None


# -- choices


def _with_choice(draft: Draft, turn: Turn) -> Query | None:
    """Return the last question with what was chosen of that which the bot offered."""
    choice = _chosen(draft, turn.answer.choices)
    if choice is None:
        return None
    last = turn.query
    return replace(
        last,
        text=draft.text,
        subjects=tuple(_settled(mention, choice) for mention in last.subjects),
        brand=_settled(last.brand, choice) if last.brand else None,
        speaker=_settled(last.speaker, choice) if last.speaker else None,
        inherited=("intent", "attributes"),
    )


def _chosen(draft: Draft, choices: tuple[Choice, ...]) -> Choice | None:
    """Return the choice that a turn names: by place, by a part of its name, or by yes where there is but one."""
    if not choices:
        return None
    said = [word.folded for position, word in enumerate(draft.words) if not _is_aside(draft, position)]
    everything = [word.folded for word in draft.words]
    if len(choices) == 1 and everything and all(draft.vocabulary.has_class("yes_words", one) for one in everything):
        return choices[0]
    places = [place for one in said or everything if (place := _place(draft, one))]
    if len(places) == 1 and places[0] <= len(choices) and len(said) <= 1:
        return choices[places[0] - 1]
    fitting = [one for one in choices if said and set(said) <= {t.folded for t in tokenize(one.name)}]
    return fitting[0] if len(fitting) == 1 else None


def _place(draft: Draft, word: str) -> int | None:
    """Return the place in a list that a word gives: "first", "2"."""
    number = draft.vocabulary.table("ordinals").get(word) or draft.vocabulary.table("numbers").get(word, word)
    return int(number) if number.isdigit() and int(number) else None


def _settled(mention: Mention, choice: Choice) -> Mention:
    if choice.entity not in mention.entities or mention.match not in (Match.AMBIGUOUS, Match.UNKNOWN):
        return mention
    return replace(mention, entities=(choice.entity,), match=Match.DESCRIBED)


# -- other ways to say what is different


def _in_language(draft: Draft, turn: Turn) -> Query | None:
    """Return the last question, to be answered in the language that is asked for: "and in French?"."""
    tag = next((tag for tag in draft.tags if tag.tag.startswith(INTO)), None)
    if tag is None or not _says_only(draft, tag.tag):
        return None
    return replace(turn.query, language=tag.tag.removeprefix(INTO), inherited=("intent", "subjects", "attributes"))


def _of_generation(draft: Draft, turn: Turn, resolver: Resolver) -> Query | None:
    """Return the last question of the older or newer one of what it was about: "no, the old one"."""
    if turn.query.intent not in REPEATABLE or not _says_only(draft, *GENERATIONS):
        return None
    wanted = "new" if draft.has_tag("new") else "old"
    keys = [key for mention in carried(turn) for key in mention.entities]
    found = resolver.generations(keys, wanted)
    if len(found) != 1:
        return None
    mention = Mention(0, len(draft.text), draft.text, (found[0].id,), Match.DESCRIBED)
    inherited = _filled("intent", "attributes" if turn.query.attributes else "")
    return replace(turn.query, text=draft.text, language=draft.language, subjects=(mention,), inherited=inherited)


def _counted(draft: Draft, turn: Turn) -> Query | None:
    """Return how many the members of the last answer are: "how many is that?"."""
    counts = draft.has_tag("how_many") or (draft.has_tag("how_much") and draft.has_tag("them", "any"))
    if not counts or turn.query.intent not in SETS or draft.names or draft.kinds or draft.amounts:
        return None
    if not _says_only(draft, "how_many", "how_much", "them", "any", "there"):
        return None
    inherited = ("subjects", "attributes", "conditions")
    return replace(turn.query, text=draft.text, language=draft.language, intent=Intent.COUNT, inherited=inherited)


def _of_other(draft: Draft, turn: Turn, resolver: Resolver) -> Query | None:
    """Return the last question of the other one of two that were talked of together: "and the other one?"."""
    other = other_than(turn) if _says_only(draft, "other") else None
    if other is None or turn.query.intent not in REPEATABLE:
        return None
    inherited = _filled("intent", "attributes" if turn.query.attributes else "")
    again = replace(turn.query, text=draft.text, language=draft.language, inherited=inherited)
    return _of_subjects(_of_each(again), (other,), resolver)


def _of_each(last: Query) -> Query:
    """Return what a set was put in order by as a question about one thing: which is first cannot be asked of it."""
    if last.ordering is None:
        return last
    return replace(
        last,
        intent=Intent.LOOKUP,
        attributes=(last.ordering.attribute,),
        ordering=None,
        set_kind=None,
        set_size=None,
        brand=None,
        conditions=(),
        wanted=None,
    )


def _says_only(draft: Draft, *tags: str) -> bool:
    """Whether a turn holds one of these words of asking and nothing else that means something."""
    if not draft.has_tag(*tags) or draft.names:
        return False
    return all(draft.has_tag_at(p, *tags) or _is_aside(draft, p) for p in range(len(draft.words)))


def _is_aside(draft: Draft, position: int) -> bool:
    return draft.has_tag_at(position, *ASIDE) or is_plain(draft, position) or position in draft.used


def _is_said(draft: Draft, position: int) -> bool:
    """Whether a cue is but a verb of saying: "say it in French"."""
    return draft.is_in_class("saying_verbs", position)


def _filled(*names: str) -> tuple[str, ...]:
    return tuple(name for name in names if name)
