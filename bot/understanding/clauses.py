"""Things told by a clause: "the car that replaces the Spring", "the plant where the Leaf is built", "the car built in
Y".

A clause is read as a question of its own; what the facts answer to it stands in the draft as one name from then on.
"""

from collections.abc import Iterator

from bot.models import Match
from bot.understanding.asking import Asking, Reading
from bot.understanding.descriptions import narrowed
from bot.understanding.draft import CuePiece, Draft, KindPiece, Piece
from bot.understanding.focus import Focus
from bot.understanding.linking import Name
from bot.understanding.operators import operator_of
from bot.understanding.relations import put_name
from bot.understanding.resolving import Resolver
from bot.understanding.rivals import chosen
from bot.understanding.vocabulary import Role
from facts.lexicon.frames import Slot

MODEL = "model"


def collapse_clauses(draft: Draft, focus: Focus | None, resolver: Resolver) -> None:
    """Replace "the car that replaces the Spring" and "the car built in Y" by what the facts say it is.

    A brand stands for its cars: "the Dacia that replaces the Spring".
    """
    cars = {
        KindPiece(name.first, name.last, (MODEL,)): name for name in draft.names if _is_car_of_brand(name, resolver)
    }
    for kind in [*draft.kinds, *cars]:
        if focus is not None and kind.overlaps(Piece(focus.first, focus.last)):
            continue
        end = _clause_end(draft, kind)
        outside = end is not None and any(c.first >= end or c.last <= kind.first for c in draft.cues)
        if end is None or not outside:
            continue
        found = list(_holders(draft, kind, end, resolver))
        if kind in cars:
            found = [key for key in found if key in cars[kind].mention.entities]
        if found:
            put_name(
                draft, Piece(kind.first, end), tuple(found), Match.DESCRIBED if len(found) == 1 else Match.AMBIGUOUS
            )


def _is_car_of_brand(name: Name, resolver: Resolver) -> bool:
    """Whether a name is a brand that stands for its cars."""
    return name.mention.match is Match.DESCRIBED and bool(name.mention.entities) and resolver.is_a(name, MODEL)


def _clause_end(draft: Draft, kind: KindPiece) -> int | None:
    """Return where the clause that describes a noun ends, or None where none begins behind it."""
    if kind.last >= len(draft.words):
        return None
    relative = draft.is_in_class("relatives", kind.last)
    verbs = [cue for cue in draft.cues if cue.first >= kind.last and cue.has(Role.VERB)]
    verb = verbs[0] if verbs else None
    if verb is None or not (relative or (verb.first == kind.last and _is_participle(draft, verb))):
        return None
    limit = verbs[1].first if len(verbs) > 1 else len(draft.words)
    behind = [n.last for n in draft.names if verb.last <= n.first < limit] + [
        a.last for a in draft.amounts if verb.last <= a.first < limit
    ]
    before = any(kind.last <= name.first < verb.first for name in draft.names)
    return behind[0] if behind else verb.last if before else None


def _is_participle(draft: Draft, verb: CuePiece) -> bool:
    word = draft.words[verb.first]
    return word.folded != word.lemma


def _holders(draft: Draft, kind: KindPiece, end: int, resolver: Resolver) -> Iterator[str]:
    """Yield what the facts say the clause means."""
    reading = _reading(draft, kind, end, resolver)
    if reading is None:
        return
    attribute = reading.attribute
    if reading.amount is not None:
        yield from _with_amount(draft, reading, kind, resolver)
    elif reading.asks is Slot.SUBJECT:
        keys = [key for name in reading.values for key in name.mention.entities]
        found = resolver.holders(keys, attribute)
        yield from (
            key for key in found if any(resolver.lexicon.is_a(resolver.entity(key).kind, one) for one in kind.kinds)
        )
    else:
        keys = [key for name in reading.subjects for key in narrowed(name, (attribute,), resolver).entities]
        yield from resolver.values(keys, attribute)


def _with_amount(draft: Draft, reading: Reading, kind: KindPiece, resolver: Resolver) -> Iterator[str]:
    assert reading.amount is not None  # noqa: S101 - asked before
    _, value = operator_of(draft, reading.amount)
    for key in resolver.having_attribute(reading.attribute, kind.kinds[0]):
        if any(fact.value.amount == value.amount for fact in resolver.facts(key, (reading.attribute,))):
            yield key


def _reading(draft: Draft, kind: KindPiece, end: int, resolver: Resolver) -> Reading | None:
    """Read the clause as a question of its own: "the car that replaces it" asks which car replaces it."""
    inside = Piece(kind.last, end)
    clause = Draft(draft.text, draft.words[:end], draft.vocabulary, [n for n in draft.names if inside.overlaps(n)])
    clause.cues = [cue for cue in draft.cues if cue.overlaps(inside)]
    clause.amounts = [amount for amount in draft.amounts if amount.overlaps(inside)]
    asked = Focus(kind.first, kind.last, "which", kind.kinds[0], kind)
    readings = [one for one in Asking(clause, asked, resolver).readings() if one.values or one.amount or one.subjects]
    found, _ = chosen(readings, clause, resolver)
    return found[0] if found else None
