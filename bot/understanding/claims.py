"""What a question supposes: claims that yes or no is asked about, premises it takes for granted, conditions that a set
must meet.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.models import Claim, Condition, Match, Mention, Operator
from bot.understanding.amounts import implied_attribute
from bot.understanding.asking import Reading
from bot.understanding.counting import AMOUNTS
from bot.understanding.descriptions import narrowed
from bot.understanding.draft import PRONOUNS, AmountPiece, TagPiece
from bot.understanding.linking import Name
from bot.understanding.operators import operator_of
from bot.understanding.sameness import same_of
from bot.understanding.scene import Scene
from bot.understanding.sets import is_set
from bot.understanding.traits import conditions
from bot.understanding.vocabulary import Role
from facts.lexicon.frames import Slot
from facts.models import Value, ValueKind

COMPARING = ("than", "same", "below", "above")
PLAIN = {"below": Operator.BELOW, "above": Operator.ABOVE}
COMPARABLE = (*AMOUNTS, ValueKind.DATE)
BEFORE_NAME = ("articles", "prepositions", "possessives")


def claims_of(scene: Scene, subjects: Sequence[Mention]) -> tuple[Claim, ...]:
    """Return what the question supposes of its subjects."""
    draft = scene.draft
    negated = bool(draft.tagged("not"))
    draft.use(*draft.tagged("not"))
    if compared := _compared(scene, negated=negated):
        return compared
    if (same := same_of(scene, negated=negated)) is not None:
        scene.readings = []
        return (same,)
    claims = []
    for reading in scene.readings:
        if reading.amount is not None:
            operator, amount = operator_of(draft, reading.amount)
            claims.append(Claim(reading.attribute, operator, amount, negated=negated))
        elif reading.values and (reading.subjects or is_set(draft) or not subjects or draft.has_tag("it", "that")):
            entities, value, kind = value_of(reading.values)
            claims.append(Claim(reading.attribute, Operator.IS, value, entities, negated=negated, kind=kind))
    return tuple(claims or _of_amounts(scene, negated=negated))


def _of_amounts(scene: Scene, *, negated: bool) -> list[Claim]:
    """Read "does it have more than 150 kW", where the unit alone says of what."""
    draft, lexicon = scene.draft, scene.resolver.lexicon
    claims = []
    for piece in draft.amounts if not scene.readings else ():
        attribute = implied_attribute(piece, lexicon, ())
        if piece.value.kind is ValueKind.QUANTITY and attribute and lexicon.attributes[attribute].implies:
            draft.use(piece)
            operator, amount = operator_of(draft, piece)
            claims.append(Claim(attribute, operator, amount, negated=negated))
    return claims


def premises_of(scene: Scene) -> tuple[Claim, ...]:
    """Return what a question takes for granted beside what it asks."""
    claims = []
    for reading in scene.readings:
        if reading.asks is None and reading.values and reading.subjects:
            entities, value, kind = value_of(reading.values)
            claims.append(Claim(reading.attribute, Operator.IS, value, entities, kind=kind))
    return tuple(claims)


def conditions_of(scene: Scene, besides: Reading | None = None) -> tuple[Condition, ...]:
    """Return what the members of a set must meet; `besides` is the reading that the question itself is about."""
    draft = scene.draft
    compared = [one for one in _compared(scene, negated=False) if one.than]
    found = [Condition(one.attribute, one.operator, than=one.than) for one in compared]
    found += conditions(draft, scene.traits)
    found += [Condition(attribute, Operator.LACKS) for attribute in _lacking(scene)]
    placing = {p for degree in scene.degrees for p in range(degree.first, degree.last)}
    for piece in draft.amounts:
        if not placing.isdisjoint(range(piece.first, piece.last)):
            continue
        if attribute := _attribute_of(scene, piece):
            draft.use(piece)
            operator, amount = operator_of(draft, piece)
            if operator is Operator.IS and draft.has_tag("not"):
                operator = Operator.IS_NOT
                draft.use(*draft.tagged("not"))
            found.append(Condition(attribute, operator, amount))
    for reading in _further(scene, besides):
        entities, value, kind = value_of(reading.values)
        operator = Operator.IS_NOT if draft.has_tag("not") else Operator.IS
        draft.use(reading.piece, *draft.tagged("not"))
        found.append(Condition(reading.attribute, operator, value, entities, kind=kind))
    return tuple(found)


def _further(scene: Scene, besides: Reading | None) -> list[Reading]:
    """Return what else is said of the members by a named value: the chosen readings, or one of each other verb."""
    if besides is not None:
        return [] if scene.are_rivals else [one for one in scene.readings if one is not besides and _restricts(one)]
    pieces = {reading.piece: reading for reading in reversed(scene.every) if _restricts(reading)}
    return list(pieces.values())


def _restricts(reading: Reading) -> bool:
    return bool(reading.values) and not reading.subjects and reading.asks is not Slot.VALUE


def _lacking(scene: Scene) -> list[str]:
    """Return what members of a set should be without: "no price", "sans prix"."""
    draft, found = scene.draft, []
    for tag in draft.tagged("not"):
        position = tag.last
        beside = " ".join(word.folded.rstrip("'") for word in draft.words[tag.first : position + 1])
        if not any(draft.vocabulary.has_class("privatives", words) for words in (beside, beside.split(" ")[0])):
            continue
        while position < len(draft.words) and any(draft.is_in_class(name, position) for name in BEFORE_NAME):
            position += 1
        cue = next((cue for cue in draft.cues if cue.first == position and cue.has(Role.NOUN)), None)
        nouns = {one.attribute for one in cue.cues if one.role is Role.NOUN} if cue else set()
        if cue and nouns:
            draft.use(tag, cue)
            found.append(min(nouns, key=lambda key: scene.resolver.attribute(key).rank))
    return found


def value_of(names: Sequence[Name]) -> tuple[tuple[str, ...], Value | None, str | None]:
    """Return the entities that are a value, or the name itself and its kind where the store does not hold it."""
    known = tuple(key for name in names if name.mention.match is not Match.UNKNOWN for key in name.mention.entities)
    if known:
        return known, None, None
    return (), Value(names[0].mention.text, ValueKind.ENTITY), names[0].known.kind if names[0].known else None


def _compared(scene: Scene, *, negated: bool) -> tuple[Claim, ...]:
    """Read "cheaper than the Twingo", "cost more than", "the same as". What is compared with is no subject any more."""
    draft = scene.draft
    tag = next((tag for tag in draft.tagged(*COMPARING) if _behind(scene, tag)), None)
    degree = next(iter(scene.degrees), None)
    attributes = (degree.attributes if degree else ()) or scene.attributes() or _as_before(scene)
    if tag is None or not attributes or (tag.tag == "than" and degree is None):
        return ()
    if tag.tag in PLAIN and scene.resolver.attribute(attributes[0]).value not in COMPARABLE:
        return ()
    operator = PLAIN.get(tag.tag, Operator.IS)
    if degree is not None and tag.tag == "than":
        operator = Operator.ABOVE if degree.descending else Operator.BELOW
    others = _behind(scene, tag)
    draft.use(tag)
    keys = tuple(key for name in others for key in narrowed(name, attributes, scene.resolver).entities)
    scene.readings = [
        replace(one, subjects=tuple(n for n in one.subjects if n not in others), values=()) for one in scene.readings
    ]
    draft.names = [n for n in draft.names if n not in others or n.mention.match is Match.UNKNOWN]
    return (Claim(attributes[0], operator, than=keys, negated=negated),)


def _as_before(scene: Scene) -> tuple[str, ...]:
    """Return what was asked just before, where a question only points back at it: "is that more than the Twingo?"."""
    return scene.draft.topic if scene.draft.has_tag(*PRONOUNS) else ()


def _behind(scene: Scene, tag: TagPiece) -> list[Name]:
    """Return the names that follow a word of comparison, past articles and prepositions."""
    draft, position = scene.draft, tag.last
    while position < len(draft.words) and any(draft.is_in_class(name, position) for name in BEFORE_NAME):
        position += 1
    return [name for name in draft.names if name.first >= position] if draft.name_at(position) else []


def _attribute_of(scene: Scene, amount: AmountPiece) -> str | None:
    """Return which attribute an amount of a condition belongs to: the one asked, else the one that its unit implies."""
    for reading in scene.readings:
        if reading.amount is amount:
            return _foremost(scene, reading)
    return implied_attribute(amount, scene.resolver.lexicon, scene.attributes())


def _foremost(scene: Scene, reading: Reading) -> str:
    """Return the attribute that is told first of those that a cue may mean: "costs" is a price before it is a cost."""
    lexicon = scene.resolver.lexicon
    kind = lexicon.attributes[reading.attribute].value
    same = [one.attribute for one in scene.every if one.piece is reading.piece]
    fitting = [lexicon.attributes[key] for key in same if lexicon.attributes[key].value is kind]
    return min(fitting, key=lambda attribute: attribute.rank).id
