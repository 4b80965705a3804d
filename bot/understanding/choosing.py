"""How a question chooses from a set: by an order, by conditions, or by what its members are.

Only the shape of the question is looked at; what it comes to is composed elsewhere.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.models import Condition, Match, Mention
from bot.understanding.asking import Reading
from bot.understanding.descriptions import narrowed
from bot.understanding.draft import Draft, KindPiece
from bot.understanding.fitting import OF
from bot.understanding.focus import Focus
from bot.understanding.leftover import unexplained
from bot.understanding.linking import Name
from bot.understanding.operators import Degree
from bot.understanding.scene import MODEL, Scene
from bot.understanding.sets import is_set
from bot.understanding.traits import Trait
from bot.understanding.vocabulary import Role
from facts.lexicon.frames import Slot

CHOOSING = ("which", "what", "who")
LISTING = ("which", "what", "list", "how_many")
BOUNDING = ("than", "below", "above")  # "cheaper than" and its like
SIDES = 2  # of a comparison
SHORT = 6  # words of a question that goes on with the one before
# classes of the words beside a set of which only the members are asked for: "which hybrids are listed"
SAYING_NOTHING = ("articles", "auxiliaries", "copulas", "frame_words", "list_words", "polite_words", "pronouns_plural")


def deciding(scene: Scene) -> Degree | None:
    """Return what a set is put in order by: a superlative, or a comparative that chooses among named things."""
    focus, asked = scene.focus, scene.attributes()
    named = [degree if degree.attributes else replace(degree, attributes=asked) for degree in scene.degrees]
    degrees = [degree for degree in named if degree.attributes]
    superlatives = [degree for degree in degrees if degree.is_superlative]
    if superlatives:
        return max(superlatives, key=lambda degree: degree in scene.degrees)  # one that says what is compared
    sides = scene.members() or ([] if scene.draft.names else scene.draft.company)
    several = len(sides) >= SIDES or scene.brand() is not None or is_set(scene.draft)
    chooses = focus is not None and focus.tag in CHOOSING and several
    return degrees[0] if degrees and chooses and not scene.draft.has_tag("than") else None


def asked_of_first(scene: Scene, degree: Degree) -> tuple[str, ...] | None:
    """Return what is asked of the first of a set where that is not which it is, () where no attribute foresees it."""
    focus = scene.focus
    if focus is None or not degree.is_superlative:
        return None
    ordered = [one.piece for one in scene.every if one.attribute in degree.attributes]
    for reading in scene.every:
        apart = reading.asks is Slot.VALUE and reading.piece not in ordered and not reading.piece.overlaps(degree)
        if reading.piece.is_weak and any(one.overlaps(degree) and one.has_noun for one in scene.draft.cues):
            continue  # "how big is the biggest battery"
        if apart and _is_asked(scene, focus, reading, degree):
            return (reading.attribute,)
    return () if focus.kind is not None and not _may_be_first(scene, focus.kind, degree) else None


def _is_asked(scene: Scene, focus: Focus, reading: Reading, degree: Degree) -> bool:
    """Whether the question word wants this: in its phrase, by its verb, or with "of the cheapest" behind."""
    draft, piece = scene.draft, reading.piece
    if piece.first <= focus.first < piece.last or focus.cue is piece:
        return True
    if reading.cue.role is Role.VERB:
        return not piece.is_weak and not draft.is_in_class("light_verbs", piece.first)
    between = range(piece.last, degree.first)
    linked = bool(between) and draft.words[piece.last].folded in OF
    return linked and all(draft.is_in_any(("prepositions", "articles"), p) for p in between)


def _may_be_first(scene: Scene, kind: KindPiece, degree: Degree) -> bool:
    """Whether what is asked for may be put in this order: a country is no cheapest car."""
    of = scene.resolver.attribute(degree.attributes[0]).of
    is_a = scene.resolver.lexicon.is_a
    return any(is_a(one, other) or is_a(other, one) for one in kind.kinds for other in of)


def is_of_cars(scene: Scene) -> bool:
    """Whether a set without a name is one of cars."""
    names_cars = any(scene.resolver.lexicon.is_a(one, MODEL) for kind in scene.draft.kinds for one in kind.kinds[:1])
    kind = scene.set_kind()
    is_set_of_cars = scene.resolver.lexicon.is_a(kind, MODEL) if kind else names_cars
    return is_set_of_cars or is_set(scene.draft) or is_fragment(scene)


def is_fragment(scene: Scene) -> bool:
    """Whether a few words all of which are understood ask on: "and the most expensive?"."""
    short = len(scene.draft.words) <= SHORT or (scene.focus is not None and scene.focus.tag == "which")
    return short and not unexplained(scene.draft, ())


def chooses_cars(scene: Scene) -> bool:
    """Whether a car is asked for: by a type word or brand, or as what lies above or below another one."""
    focus = scene.focus
    if focus is None:
        return False
    if focus.kind is not None:
        return any(scene.resolver.lexicon.is_a(kind, MODEL) for kind in focus.kind.kinds)
    if focus.brand is not None or is_set(scene.draft):
        return focus.brand is not None or focus.tag in LISTING
    compared = any(not degree.is_superlative for degree in scene.degrees) and scene.draft.has_tag(*BOUNDING)
    unnamed = focus.tag == "list" and bool(scene.draft.amounts) and not scene.draft.names
    return unnamed or (compared and focus.tag in CHOOSING)


def as_members(scene: Scene, name: Name, attributes: Sequence[str]) -> Mention:
    """Return what a name adds to a set that is put in order: all that it describes, "the Volvo", may come first."""
    several = name.mention.match is Match.DESCRIBED and len(name.mention.entities) > 1
    return name.mention if several else narrowed(name, attributes, scene.resolver)


def chosen_from(scene: Scene, conditions: tuple[Condition, ...]) -> tuple[Mention, ...]:
    """Return the members that are named, without what only stands in a condition."""
    given = {key for condition in conditions for key in condition.entities}
    mentions = [name.mention for name in scene.members()]
    return tuple(mention for mention in mentions if given.isdisjoint(mention.entities))


def says_only(draft: Draft, focus: Focus, traits: Sequence[Trait]) -> bool:
    """Whether nothing is asked of a set but who is in it."""
    used = set(range(focus.first, focus.last)).union(*(range(trait.first, trait.last) for trait in traits))
    used |= {p for tag in draft.tagged("filler", "chat", "there", "any", "not") for p in range(tag.first, tag.last)}
    left = [p for p in range(len(draft.words)) if p not in used]
    return all(draft.is_in_any(SAYING_NOTHING, p) for p in left)
