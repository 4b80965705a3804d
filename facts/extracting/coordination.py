"""Arguments that share one place: "the Clio, the Leaf and the Niro", "29 and 40 kWh"."""

from facts.extracting.arguments import Argument, Layout
from facts.extracting.remembering import remembered
from facts.extracting.voice import CONJUNCTIONS

PAIRING = frozenset({"respectively", "respectivement"})  # which goes with which is not for us to say
LONGEST = 60  # members; what lists more is a table's row
JOINTS = frozenset({",", "and", "or", "et", "ou", "&", "as", "well", "along", "with", "ainsi", "que", "then", "plus"})


def coordination_of(layout: Layout, argument: Argument) -> list[Argument]:
    """Return the coordination that an argument belongs to ("the Clio, the Leaf and the Niro"), itself included."""
    return _coordination(layout, layout.arguments.index(argument))


@remembered
def _is_paired(layout: Layout) -> bool:
    return not PAIRING.isdisjoint([token.folded for token in layout.sentence.tokens])


@remembered
def _coordination(layout: Layout, place: int) -> list[Argument]:
    argument = layout.arguments[place]
    if _is_paired(layout):
        return [argument]
    chain, joined = [argument], False
    for step in (-1, 1):
        current, other = place, place + step
        while 0 <= other < len(layout.arguments) and len(chain) < LONGEST:
            left, right = layout.arguments[current], layout.arguments[other]
            if right.first < left.first:
                left, right = right, left
            joints = {t.folded for t in layout.sentence.tokens[left.last : right.first]}
            if not joints or joints - JOINTS or not _alike(left, right) or _is_gapped(layout, left, right):
                break
            joined = joined or bool(joints & CONJUNCTIONS)
            chain.append(layout.arguments[other])
            current, other = other, other + step
    return sorted(chain, key=lambda a: a.first) if joined else [argument]


def _is_gapped(layout: Layout, left: Argument, right: Argument) -> bool:
    """Whether the right one starts a clause of its own: "replaced by the LBX and the CT by the UX"."""
    tokens = layout.sentence.tokens
    if not left.first or right.last >= len(tokens) or not layout.grammar.is_preposition(layout.sentence, right.last):
        return False
    return tokens[left.first - 1].folded == tokens[right.last].folded


def _alike(left: Argument, right: Argument) -> bool:
    if left.value and right.value:
        return left.value.value.kind == right.value.value.kind
    return bool(left.mention and right.mention and left.mention.kind == right.mention.kind)


def subject_coordination_of(layout: Layout, subject: Argument) -> list[Argument]:
    """Return what shares a verb with its subject: never the object of the clause before ("uses the X and the Y is")."""
    group = coordination_of(layout, subject)
    before = group[0].first - 1
    is_taken = before >= 0 and (
        layout.grammar.is_preposition(layout.sentence, before)
        or (
            layout.grammar.is_verb(layout.sentence, before)
            and layout.sentence.lemmas[before] not in layout.grammar.saying
        )
    )
    return [one for one in group if one.first >= subject.first] if is_taken else group
