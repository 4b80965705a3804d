"""Values that cars are called by: "electric cars", "a diesel", "seven-seaters". They cut a set out, or are asked about.

Which words name which value of which attribute is data; where in a question they stand decides what they do there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.models import Claim, Condition, Operator
from bot.understanding.draft import Draft, KindPiece, Piece
from bot.understanding.linking import Name
from facts.models import Value, ValueKind

MODEL = "model"
LEADING = ("which", "what", "how_many", "list", "any", "else")
PREDICATING = ("copulas", "auxiliaries", "modals")
BETWEEN = ("articles", "adverbs", "negators", "pronouns_thing", "pronouns_plural")  # between "is" and "a diesel"
AROUND = ("size_words", "generation_new", "generation_old", "all_words")  # beside a trait in a noun phrase
CLOSED = ("auxiliaries", "copulas", "modals", "prepositions", "conjunctions", "relatives", "frame_words")


@dataclass(frozen=True, slots=True)
class Trait(Piece):
    """Words that name a value: the attribute, and the value as the vocabulary calls it in every language."""

    attribute: str
    value: str
    kind: ValueKind
    is_assumed: bool = False  # said of cars in any question: it only leaves out what is known to be otherwise

    @property
    def typed(self) -> Value:
        """The value, typed."""
        amount = float(self.value) if self.kind is ValueKind.COUNT else None
        return Value(self.value, self.kind, amount)


def find_traits(draft: Draft) -> list[Trait]:
    """Find the values that a question names, save inside names, and let those that stand for cars be type words."""
    found = []
    for hit in draft.vocabulary.values.find_longest([word.lemma for word in draft.words]):
        if draft.named.isdisjoint(range(hit.start, hit.end)) and not draft.has_tag_at(hit.start, "opinion"):
            attribute, value, kind = hit.payloads[0]
            assumed = all(draft.is_in_class("domain_words", p) for p in range(hit.start, hit.end))
            found.append(Trait(hit.start, hit.end, attribute, value, ValueKind(kind), assumed))
    for trait in found:
        if _stands_for_cars(draft, trait):
            draft.kinds.append(KindPiece(trait.first, trait.last, (MODEL,)))
            draft.cues = [cue for cue in draft.cues if not cue.overlaps(trait)]
    draft.kinds.sort(key=lambda kind: kind.first)
    return found


def of_set(draft: Draft, traits: Sequence[Trait]) -> list[Trait]:
    """Return the traits that cut out a set: in the noun phrase of its members, or said of them all."""
    nouns = [_phrase_around(draft, kind, traits) for kind in draft.kinds if MODEL in kind.kinds]
    nouns += [_phrase_around(draft, name, traits) for name in draft.names]
    return [trait for trait in traits if any(noun.overlaps(trait) for noun in nouns) or is_predicate(draft, trait)]


def is_predicate(draft: Draft, trait: Trait) -> bool:
    """Whether a trait is what is said of something: "which cars are electric", "is it a diesel"."""
    if trait.last < len(draft.words) and not draft.is_in_class("conjunctions", trait.last):
        return False
    position = trait.first - 1
    while position >= 0 and (draft.is_in_any(BETWEEN, position) or draft.has_tag_at(position, "filler", "not")):
        position -= 1
    return position >= 0 and (draft.is_in_any(PREDICATING, position) or draft.name_at(position) is not None)


def conditions(draft: Draft, traits: Sequence[Trait]) -> list[Condition]:
    """Return what the members of a set must be."""
    found = []
    for trait in of_set(draft, traits):
        negated = next((tag for tag in draft.tagged("not") if tag.last in (trait.first, trait.first - 1)), None)
        draft.use(trait, *((negated,) if negated else ()))
        operator = Operator.IS_NOT if negated else Operator.IS
        found.append(Condition(trait.attribute, operator, trait.typed, is_assumed=trait.is_assumed and not negated))
    return found


def claims(draft: Draft, traits: Sequence[Trait], *, negated: bool) -> tuple[Claim, ...]:
    """Return what a question of yes or no supposes its subject to be."""
    said = [trait for trait in traits if is_predicate(draft, trait)]
    draft.use(*said)
    return tuple(Claim(trait.attribute, Operator.IS, trait.typed, negated=negated) for trait in said)


def _stands_for_cars(draft: Draft, trait: Trait) -> bool:
    """Whether a trait is a noun: "which hybrids", "quelle électrique"; not so before the noun that it goes with."""
    if any(kind.overlaps(trait) for kind in draft.kinds):
        return False
    leads = draft.has_tag_at(trait.first - 1, *LEADING) if trait.first else False
    if not leads and not (trait.first and draft.is_in_class("articles", trait.first - 1)):
        return False
    if trait.last >= len(draft.words):
        return leads
    after = trait.last
    ends = draft.has_tag_at(after, "most", "least", "below", "above", "not") or draft.is_in_any(CLOSED, after)
    ends = ends or any(cue.first == after and not cue.has_noun for cue in draft.cues)
    return ends and draft.name_at(after) is None


def _phrase_around(draft: Draft, noun: Piece | Name, traits: Sequence[Trait]) -> Piece:
    """Return a noun with the adjectives before and behind it."""
    inside = {p for trait in traits for p in range(trait.first, trait.last)}
    first, last = noun.first, noun.last
    while first > 0 and (first - 1 in inside or _is_adjective(draft, first - 1)):
        first -= 1
    while last < len(draft.words) and (last in inside or _is_adjective(draft, last)):
        last += 1
    return Piece(first, last)


def _is_adjective(draft: Draft, position: int) -> bool:
    return draft.is_in_any(AROUND, position) or draft.has_tag_at(position, "new", "old")
