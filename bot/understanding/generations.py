"""Which generation of a car a question means: "the old Twingo", "current Spring", "la Spring actuelle".

A car of which documents tell only as new is never taken for its predecessor: nobody told of that one.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.models import Match, Mention
from bot.understanding.draft import Draft, Piece, TagPiece
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver
from facts.models import Entity

GENERATIONS = ("new", "old", "current")
NEW, OLD = "generation_new", "generation_old"  # classes of adjectives; the old one holds "current" as well


def generation_in(draft: Draft, first: int, last: int) -> TagPiece | None:
    """Return the word that tells a generation within a run of words."""
    for tag in draft.tagged(*GENERATIONS):
        if max(first, 0) <= tag.first and tag.last <= last:
            return tag
    return None


def in_generation(entities: list[Entity], generation: str | None, resolver: Resolver) -> list[Entity]:
    """Keep the new or the old ones, where the facts tell them apart; none where no old one is told of."""
    if generation is None:
        return entities
    old = [entity for entity in entities if _is_old(entity, resolver)]
    if generation == "old":
        return old
    if not entities[1:]:
        return entities
    kept = [entity for entity in entities if (entity in old) != (generation == "new")]
    return kept or entities


def choose_generation(draft: Draft, name: Name, resolver: Resolver) -> None:
    """Let "the current Spring" mean the one that documents call so, and "the old Twingo" nothing that they tell of."""
    mention = name.mention
    tag = _beside(draft, name)
    if tag is None or mention.match is Match.UNKNOWN or len(mention.entities) > 1:
        return
    key = mention.entities[0]
    meant = _meant(resolver.entity(key), tag.tag, resolver)
    draft.use(tag)
    if tag.last <= name.first:  # "how long is the new Twingo" asks for no launch; "when is the Twingo coming" does
        draft.cues = [cue for cue in draft.cues if cue.first != tag.first]
    if meant == [key]:
        return
    piece = Piece(min(tag.first, name.first), max(tag.last, name.last)) if not meant else Piece(name.first, name.last)
    words = draft.words[piece.first : piece.last]
    match = Match.DESCRIBED if meant else Match.UNKNOWN
    chosen = Mention(words[0].start, words[-1].end, draft.text_of(piece), tuple(meant or [key]), match)
    draft.names[draft.names.index(name)] = replace(name, first=piece.first, last=piece.last, mention=chosen)


def _beside(draft: Draft, name: Name) -> TagPiece | None:
    """Return the adjective of a name: in front of it, or right behind as in French; "currently" is none.

    Behind an owner it is of what is owned: "Renault's old badge".
    """
    behind = None if name.possessive else generation_in(draft, name.last, name.last + 1)
    for tag in (generation_in(draft, name.first - 2, name.first), behind):
        if tag and draft.has_tag_at(tag.first - 1, "how"):
            continue  # "how old is the Spring"
        if tag and (draft.is_in_class(NEW, tag.first) or draft.is_in_class(OLD, tag.first)):
            return tag
    return None


def _meant(entity: Entity, generation: str, resolver: Resolver) -> Sequence[str]:
    """Return the entities that a generation of one may mean, none where it is not told of."""
    family = [entity, *resolver.family(entity.id)]
    if generation == "new":
        newer = [one.id for one in family if one.parent is not None and _is_called(one, NEW, resolver)]
        successors = [
            key for key in resolver.holders((entity.id,), "replaces") if resolver.entity(key).brand == entity.brand
        ]
        found = newer or successors
        return found if len(found) == 1 else [entity.id]
    old = [one.id for one in family if _is_old(one, resolver)]
    if len(old) == 1:
        return old
    if generation == "current" and not _is_called(entity, NEW, resolver):
        return [entity.id]
    return [entity.id] if entity.id in old else []


def _is_old(entity: Entity, resolver: Resolver) -> bool:
    return resolver.is_replaced(entity.id) or _is_called(entity, OLD, resolver)


def _is_called(entity: Entity, adjectives: str, resolver: Resolver) -> bool:
    classes = [language.classes.get(adjectives, frozenset()) for language in resolver.lexicon.languages.values()]
    return any(trait in words for trait in entity.traits for words in classes)
