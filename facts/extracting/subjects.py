"""Who does it: the noun phrase that is the subject of a verb form, before it in English and French alike.

Each rule is a shape of word order that was checked on running text; where none is recognised, there is no subject and
no fact comes of it.
"""

from facts.extracting.arguments import Argument, Layout
from facts.extracting.remembering import remembered
from facts.extracting.voice import (
    BE,
    CONJUNCTIONS,
    HELPERS,
    Voice,
    behind_opening,
    fronted_subject,
    helper_of,
    is_verbal,
    skip_light_left,
    voice_of,
)

MOST_CLIMBS = 6
SINGULAR = frozenset({"is", "was", "has", "est", "etait", "sera"})  # helpers of one thing only
WHO = frozenset({"who", "whom"})
AND = frozenset({"and", "et", "&"})
IN = frozenset({"in", "en", "dans", "au"})


@remembered
def subject_of(layout: Layout, first: int, voice: Voice) -> Argument | None:
    """Return the subject of the verb at `first`."""
    if voice in (Voice.REDUCED, Voice.GERUND):
        return fronted_subject(layout, first) or _head_noun(layout, first - 1)
    position = skip_light_left(layout, first - 1)
    if position < 0:  # "Set to go on sale in May, the Twingo"
        return behind_opening(layout, first) if helper_of(layout, first) == "to" else None
    if layout.sentence.tokens[position].folded in layout.grammar.relatives:
        return _antecedent(layout, position)
    if layout.sentence.tokens[position].folded in CONJUNCTIONS:
        return _subject_of_verb_before(layout, position)
    if position + 1 in layout.ending:
        nearest = layout.ending[position + 1]
        if position < first - 1 and layout.sentence.lemmas[position + 1] == "to" and _follows_verb(layout, nearest):
            return nearest  # "allows them to benefit"
        return _climb(layout, nearest)
    if layout.sentence.tokens[position].text in ',)–—-"”»':
        return _opening_subject(layout, position)
    return None


def is_of_last(layout: Layout, first: int) -> bool:
    """Whether a relative clause tells of the last of several things: "the Mini and the 600e, which is built in X"."""
    position = skip_light_left(layout, first - 1)
    if position < 0 or layout.sentence.tokens[position].folded not in layout.grammar.relatives:
        return False
    words = [token.folded for token in layout.sentence.tokens[position + 1 : first + 1]]
    is_third = layout.sentence.language == "en" and words[-1] in (f"{layout.sentence.lemmas[first]}s", "does")
    return is_third or not SINGULAR.isdisjoint(words)


def _follows_verb(layout: Layout, argument: Argument) -> bool:
    return argument.first > 0 and layout.grammar.is_verb(layout.sentence, argument.first - 1)


def _head_noun(layout: Layout, position: int) -> Argument | None:
    """Return the noun phrase that a participle at position + 1 belongs to."""
    while position >= 0 and (
        (layout.grammar.is_light(layout.sentence, position) and layout.sentence.lemmas[position] not in BE)
        or layout.sentence.tokens[position].text in ",("
    ):
        position -= 1
    return layout.ending.get(position + 1)


def _antecedent(layout: Layout, position: int) -> Argument | None:
    before = position - 1
    while before >= 0 and (
        layout.sentence.tokens[before].text in ",(–—-" or layout.grammar.is_preposition(layout.sentence, before)
    ):
        before -= 1
    found = layout.ending.get(before + 1)
    if layout.sentence.tokens[position].folded in WHO:
        people = [a for a in layout.arguments if a.last <= before + 1 and a.mention and a.mention.kind == "person"]
        return people[-1] if people else None
    is_inner = found is not None and found.first > 0 and layout.sentence.tokens[found.first - 1].folded in IN
    return _climb(layout, found) if found is not None and is_inner else found


def _climb(layout: Layout, argument: Argument) -> Argument | None:
    """Go from a noun phrase inside a prepositional or participial phrase to the one that this belongs to."""
    for _ in range(MOST_CLIMBS):
        before = _before_coordination(layout, argument)
        while before >= 0 and layout.sentence.tokens[before].folded in layout.grammar.adverbs:
            before -= 1
        if before < 0:
            return argument
        is_verb = layout.grammar.is_verb(layout.sentence, before)
        if not (is_verb or layout.grammar.is_preposition(layout.sentence, before)):
            return argument
        if is_verb and voice_of(layout, before) in (Voice.ACTIVE, Voice.PASSIVE):
            return argument if _starts_clause(layout, before) else None
        outer = layout.ending.get(_behind_insertion(layout, before))
        if outer is None:
            return None
        argument = outer
    return None


def _before_coordination(layout: Layout, argument: Argument) -> int:
    """Return the position before a noun phrase, or before those that it is coordinated with, where these are governed:
    "the joint venture between X and Y".
    """
    position, joints = argument.first - 1, AND
    while position > 0 and layout.sentence.tokens[position].folded in joints and position in layout.ending:
        position, joints = layout.ending[position].first - 1, AND | {","}
    if position < 0 or not layout.grammar.is_preposition(layout.sentence, position):
        return argument.first - 1
    is_told = any(is_verbal(layout, p) for p in range(layout.clause_start(position), position))
    return argument.first - 1 if is_told else position  # "derived from X and Y is": two clauses


def _behind_insertion(layout: Layout, position: int) -> int:
    """Skip the participle, its adverbs and a comma that stand before a preposition ("cars, now based on")."""
    while position > 0:
        before = position - 1
        is_participle = layout.grammar.is_verb(layout.sentence, before) and voice_of(layout, before) in (
            Voice.REDUCED,
            Voice.GERUND,
        )
        is_light = (
            layout.sentence.tokens[before].folded in layout.grammar.adverbs
            or layout.sentence.tokens[before].text == ","
        )
        if before in layout.covering or not (is_participle or is_light):
            return position
        position = before
    return position


def _starts_clause(layout: Layout, position: int) -> bool:
    """Whether a finite verb before a subject ends another clause ("... that", "he says X does")."""
    return layout.sentence.lemmas[position] in layout.grammar.saying


def _opening_subject(layout: Layout, position: int) -> Argument | None:
    """Return the first noun phrase of the clause that an insertion before `position` interrupts; where that is a
    relative clause, what it tells of: "the Stonic, which is built in Korea, costs".
    """
    start, tokens = layout.clause_start(position), layout.sentence.tokens
    is_relative = start > 1 and tokens[start - 1].folded in layout.grammar.relatives
    if is_relative and (restricted := layout.ending.get(start - 1)) is not None and restricted.mention is not None:
        return _climb(layout, restricted)  # "the car that replaces the Fiesta, a crossover, costs"
    comma = start - 2 - (is_relative and layout.grammar.is_preposition(layout.sentence, start - 2))  # "in which"
    if is_relative and tokens[comma].text == "," and tokens[position].text == ",":
        antecedent = layout.ending.get(comma)
        return _climb(layout, antecedent) if antecedent is not None and antecedent.mention is not None else None
    for argument in layout.arguments:
        if argument.first < start or argument.mention is None:
            continue
        if argument.last > position:
            return None
        if argument.mention.phrase.genitive:
            continue  # "Renault's designer, X, drew": not Renault
        before = argument.first - 1
        if before < start or not (
            layout.grammar.is_preposition(layout.sentence, before) or layout.grammar.is_verb(layout.sentence, before)
        ):
            return argument
    return None


def _subject_of_verb_before(layout: Layout, position: int) -> Argument | None:
    """Return the subject that a verb behind "and" shares with the verb before it."""
    start = layout.clause_start(position)
    for place in range(position - 1, start - 1, -1):
        if place in layout.covering:
            continue
        if layout.grammar.is_verb(layout.sentence, place):
            voice = voice_of(layout, place)
            return subject_of(layout, place, voice) if voice in (Voice.ACTIVE, Voice.PASSIVE) else None
        if layout.sentence.lemmas[place] in HELPERS:
            return subject_of(layout, place, Voice.ACTIVE)  # "is 4.1 m long and costs", "has seven seats and weighs"
    return None
