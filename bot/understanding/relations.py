"""Things told by what they are to another: "the Spring's successor", "the platform under the Leaf", "the CEO of
Renault".

They are looked up in the facts, and stand in the draft as one name from then on; what the facts do not hold blocks
the answer.
"""

from collections.abc import Sequence

from bot.models import Match, Mention
from bot.understanding.descriptions import narrowed
from bot.understanding.draft import FILLERS, CuePiece, Draft, Piece
from bot.understanding.focus import PERSON, PLACE, Focus
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver
from bot.understanding.vocabulary import Cue, Role
from facts.models import ValueKind

OF = ("of", "for", "under", "beneath", "behind", "de", "d'", "du", "des", "pour", "sous")
PAST = ("ed", "en")  # participles are told from plurals by their ending
AS, WITH = ("as", "que", "qu'"), ("with", "avec")
IDENTIFIED = {PERSON: ("person", "organisation"), PLACE: ("place",)}  # what "who" and "where" may be answered by
LONGEST_LINK = 3  # words from a noun to the name it belongs to: "platform under the new Leaf"


def collapse_relations(draft: Draft, focus: Focus | None, resolver: Resolver) -> None:
    """Replace "the X of Y" by what it means, wherever something else is asked of it."""
    for cue in list(draft.cues):
        if cue not in draft.cues or (focus and cue.overlaps(_piece(focus))):
            continue
        roles = (Role.NOUN, Role.INVERSE, Role.PHRASE) if _ends_in_of(draft, cue) else (Role.NOUN, Role.INVERSE)
        relations = [one for one in cue.cues if one.role in roles and _is_entity(one, resolver)]
        name = _owner(draft, cue, focus) if relations else None
        if name is None or _is_coordinated(draft, cue):
            continue
        piece = Piece(min(cue.first, name.first), max(cue.last, name.last))
        if _is_apposition(cue, name, relations, resolver):
            draft.use(cue)
        elif _identifies(draft, piece, focus, relations, resolver):
            continue
        elif (
            any(not other.overlaps(piece) and _asks(other, focus) for other in draft.cues)
            or _speaks(draft, piece)
            or (focus is not None and _shared(draft, cue))
        ):
            found = _related(name, relations, resolver)
            if found or not (_is_plural(draft, cue) or _shared(draft, cue)):  # "Renault owners" are no one thing
                _put(draft, piece, name, found, resolver)


def _identifies(draft: Draft, piece: Piece, focus: Focus | None, relations: Sequence[Cue], resolver: Resolver) -> bool:
    """Whether the question is who or where the thing itself is: "who is the developer of X", "where is X's seat"."""
    if focus is None or focus.wanted not in IDENTIFIED or focus.last > piece.first:
        return False
    between = range(focus.last, piece.first)
    if not between or not all(draft.is_in_any(("copulas", "articles"), p) for p in between):
        return False
    kinds = [kind for one in relations for kind in resolver.attribute(one.attribute).kinds]
    return any(resolver.lexicon.is_a(kind, wanted) for kind in kinds for wanted in IDENTIFIED[focus.wanted])


def _piece(focus: Focus) -> Piece:
    return Piece(focus.first, focus.last)


def _is_entity(cue: Cue, resolver: Resolver) -> bool:
    return resolver.attribute(cue.attribute).value is ValueKind.ENTITY


def _asks(cue: CuePiece, focus: Focus | None) -> bool:
    """Whether another cue asks something, so that this one only describes."""
    return not cue.is_weak or (focus is not None and cue.first <= focus.first < cue.last) or cue.has(Role.PHRASE)


def _speaks(draft: Draft, piece: Piece) -> bool:
    """Whether somebody speaks in the question: "what did the CEO of X say"."""
    return any(
        draft.is_in_class("saying_verbs", p) or draft.is_in_class("announcing_verbs", p)
        for p in range(len(draft.words))
        if not piece.first <= p < piece.last and not draft.has_tag_at(p, *FILLERS)
    )


def _owner(draft: Draft, cue: CuePiece, focus: Focus | None) -> Name | None:
    """Return the name that a noun belongs to: right before it, or behind a preposition, or what it is the same of."""
    of = (*OF, *_shared(draft, cue)) if focus is not None else OF
    for name in draft.names:
        gap = range(name.last, cue.first)
        beside = name.last <= cue.first and len(gap) <= 1 and all(_is_adjective(draft, p) for p in gap)
        if beside:
            return None if _begins_clause(draft, cue) or _is_done(draft, cue, name) else name
        behind = range(cue.last, name.first)
        linked = _ends_in_of(draft, cue) or (bool(behind) and draft.words[cue.last].folded in of)
        rest = behind if _ends_in_of(draft, cue) else behind[1:]
        near = linked and len(behind) <= LONGEST_LINK and name.first >= cue.last
        if near and all(_is_adjective(draft, p) or draft.is_in_class("articles", p) for p in rest):
            return name
    return None


def _shared(draft: Draft, cue: CuePiece) -> tuple[str, ...]:
    """Return the words that join a noun to whose it is as well: "the same plant as", "shares its platform with"."""
    position = cue.first - 1
    while position > 0 and draft.is_in_any(("articles", "possessives", "prepositions"), position):
        position -= 1
    if position < 0:
        return ()
    return AS * draft.has_tag_at(position, "same") + WITH * draft.has_tag_at(position, "shared")


def _begins_clause(draft: Draft, cue: CuePiece) -> bool:
    """Whether a participle describes the name before it by the one behind: "the Nissan derived from the Twingo"."""
    word = draft.words[cue.first]
    behind = any(cue.last <= name.first <= cue.last + 1 for name in draft.names)
    return behind and cue.has(Role.VERB) and word.folded != word.lemma


def _is_done(draft: Draft, cue: CuePiece, name: Name) -> bool:
    """Whether a participle behind a name says what is done to it: "where was the Leaf styled"."""
    word = draft.words[cue.last - 1]
    inflected = word.folded != word.lemma and word.folded.endswith(PAST)
    return inflected and not name.possessive and any(draft.is_in_class("copulas", p) for p in range(name.first))


def _is_coordinated(draft: Draft, cue: CuePiece) -> bool:
    """Whether another noun is asked for beside this one: "the price and the platform of the Leaf"."""
    position = cue.first - 1
    while position > 0 and draft.is_in_class("articles", position):
        position -= 1
    return position > 0 and draft.is_in_class("conjunctions", position) and any(c.last == position for c in draft.cues)


def _is_plural(draft: Draft, cue: CuePiece) -> bool:
    word = draft.words[cue.last - 1]
    return word.folded != word.lemma and word.folded.endswith("s")


def _ends_in_of(draft: Draft, cue: CuePiece) -> bool:
    """Whether a phrase already holds the preposition before its owner: "CEO of"."""
    return draft.words[cue.last - 1].folded in OF


def _is_adjective(draft: Draft, position: int) -> bool:
    return draft.is_in_any(("size_words", "generation_new", "generation_old", "domain_words"), position)


def _is_apposition(cue: CuePiece, name: Name, relations: Sequence[Cue], resolver: Resolver) -> bool:
    """Whether the noun only says what the name is: "the AMPR Small platform", "the Novo Mesto plant"."""
    kinds = [kind for one in relations for kind in resolver.attribute(one.attribute).kinds]
    of = [kind for one in relations for kind in resolver.attribute(one.attribute).of]
    strict = bool(resolver.kinds(name)) and resolver.is_a(name, *kinds)
    return cue.has(Role.NOUN) and strict and not resolver.is_a(name, *of)


def _related(name: Name, relations: Sequence[Cue], resolver: Resolver) -> tuple[str, ...]:
    if name.mention.match is Match.UNKNOWN:
        return ()
    turned = {one.attribute for one in relations if one.role is Role.INVERSE}  # a successor is never what is replaced
    for one in relations:
        if one.attribute in turned and one.role is not Role.INVERSE:
            continue
        keys = narrowed(name, (one.attribute,), resolver).entities
        inverse = one.role is Role.INVERSE
        if found := resolver.holders(keys, one.attribute) if inverse else resolver.values(keys, one.attribute):
            return found
    keys = name.mention.entities
    for one in relations:
        attribute = resolver.attribute(one.attribute)
        if set(attribute.of).isdisjoint(attribute.kinds) and resolver.holders(keys, one.attribute):
            return keys  # "the Scénic platform" where documents name the platform by the car
    return ()


def _put(draft: Draft, piece: Piece, name: Name, found: tuple[str, ...], resolver: Resolver) -> None:
    if not found and name.mention.match is not Match.UNKNOWN and resolver.is_brand(name):
        return  # "Renault platform" may be a set: left to whoever reads on
    match = Match.UNKNOWN if not found else Match.DESCRIBED if len(found) == 1 else Match.AMBIGUOUS
    put_name(draft, piece, found, match)


def put_name(draft: Draft, piece: Piece, entities: tuple[str, ...], match: Match) -> None:
    """Put one name in the place of everything in a run of words."""
    words = draft.words[piece.first : piece.last]
    mention = Mention(words[0].start, words[-1].end, draft.text_of(piece), entities, match)
    name = Name(piece.first, piece.last, mention, possessive=words[-1].possessive)
    outside = [one for one in draft.names if one.last <= piece.first or one.first >= piece.last]
    draft.names = sorted([*outside, name], key=lambda one: one.first)
    draft.cues = [cue for cue in draft.cues if not cue.overlaps(piece)]
    draft.kinds = [kind for kind in draft.kinds if not kind.overlaps(piece)]
    draft.amounts = [amount for amount in draft.amounts if not amount.overlaps(piece)]
    draft.tags = [tag for tag in draft.tags if not tag.overlaps(piece)]
    draft.use(piece)
    draft.notes.append(f"{mention.text!r} means {', '.join(entities) or 'nothing that is known'}")
