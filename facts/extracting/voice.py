"""How a verb form holds its subject: active, passive, or as a participle behind or before its noun.

Read off auxiliaries, endings and neighbours; the subject itself is found in `subjects`.
"""

from enum import StrEnum
from itertools import islice

from facts.extracting.arguments import Argument, Layout
from facts.extracting.remembering import remembered
from facts.parsing.grammar import QUOTES

MODAL = "modal"
BE, HAVE = frozenset({"be", "etre"}), frozenset({"have", "avoir"})
HELPERS = BE | HAVE
NE, ONLY = frozenset({"ne", "n'"}), frozenset({"que", "qu'"})
NEGATION_REACH = 4  # tokens before the end of a verb in which its "ne" stands
MOST_OPENING = 2  # commas of what comes before a subject: "Built in Novo Mesto, Slovenia, "
CONJUNCTIONS = frozenset({"and", "or", "et", "ou", "&", "well", "ainsi"})


class Voice(StrEnum):
    """How a verb form holds its subject."""

    ACTIVE = "active"
    PASSIVE = "passive"
    REDUCED = "reduced"  # past participle behind a noun: "a car derived from"
    GERUND = "gerund"  # "a car using"


@remembered
def voice_of(layout: Layout, first: int) -> Voice:
    """Say how the verb form at `first` holds its subject."""
    token = layout.sentence.tokens[first]
    helper = helper_of(layout, first)
    if helper in BE and _is_participle(layout, first):
        return Voice.PASSIVE
    if helper in HELPERS or helper in ("to", MODAL):
        return Voice.ACTIVE
    if token.folded.endswith("ing") or (layout.sentence.language == "fr" and token.folded.endswith("ant")):
        return Voice.GERUND
    if _is_participle(layout, first) and (fronted_subject(layout, first) or _is_postmodifier(layout, first)):
        return Voice.REDUCED
    return Voice.ACTIVE


@remembered
def helper_of(layout: Layout, position: int) -> str:
    """Return the lemma of the auxiliary before a verb, adverbs skipped, or ""."""
    for place in range(position - 1, max(-1, position - 5), -1):
        lemma = layout.sentence.lemmas[place]
        if lemma in HELPERS or lemma == "to":
            return lemma
        token = layout.sentence.tokens[place]
        if token.folded in layout.grammar.modals:
            return MODAL
        is_negator = token.folded in layout.grammar.negators
        is_adverb = is_negator or token.folded in layout.grammar.adverbs or token.folded.endswith("ly")
        if not is_adverb and token.text not in QUOTES:
            return ""
    return ""


def _is_participle(layout: Layout, position: int) -> bool:
    token, lemma = layout.sentence.tokens[position], layout.sentence.lemmas[position]
    if layout.sentence.language == "fr":
        text = token.text.casefold()
        return text.endswith(("é", "ée", "és", "ées", "ie", "is", "it", "ite", "ites", "u", "ue", "us", "ues", "i"))
    return token.folded.endswith("ed") or (token.folded != lemma and not token.folded.endswith(("s", "ing")))


def _is_postmodifier(layout: Layout, position: int) -> bool:
    """Whether a bare participle belongs to the noun or comma before it: no object follows."""
    before = skip_light_left(layout, position - 1)
    if before < 0 or not (before + 1 in layout.ending or layout.sentence.tokens[before].text in ",(-–—"):
        return False
    after = position + 1
    while after < len(layout.sentence.tokens) and layout.grammar.is_light(layout.sentence, after):
        after += 1
    if after < len(layout.sentence.tokens):
        token = layout.sentence.tokens[after]
        if token.kind != "mark" and not layout.grammar.is_preposition(layout.sentence, after):
            return False
    return not _is_only_verb(layout, before, position)


def _is_only_verb(layout: Layout, before: int, position: int) -> bool:
    """Whether a participle is the one verb its clause has, and so a past tense: "Nissan announced in May that"."""
    noun = layout.ending.get(before + 1)
    start = layout.clause_start(position)
    if (
        noun is None
        or (noun.first and layout.grammar.is_preposition(layout.sentence, noun.first - 1))
        or any(argument.mention and start <= argument.first < noun.first for argument in layout.arguments)
    ):
        return False
    verbs_before = (
        p for p in range(start, noun.first) if p not in layout.covering and layout.grammar.is_verb(layout.sentence, p)
    )
    if any(voice_of(layout, p) is Voice.ACTIVE for p in verbs_before):
        return False
    for place in range(position + 1, layout.clause_end(position + 1)):
        if layout.sentence.tokens[place].is_capital:
            continue  # "announced in May"
        word = layout.sentence.tokens[place].folded
        if word in layout.grammar.modals or (layout.sentence.lemmas[place] in HELPERS and place not in layout.covering):
            return False
        if (
            place not in layout.covering
            and layout.grammar.is_verb(layout.sentence, place)
            and not word.endswith(("ed", "ing"))
        ):
            return False
    return True


@remembered
def skip_light_left(layout: Layout, position: int) -> int:
    """Skip what may stand between a subject and its verb: "will", "is going to", "is widely expected to"."""
    while position >= 0:
        named = layout.covering.get(position)
        if named is not None and named.mention is not None and named.mention.phrase.name:
            return position  # "Geely" ends like an adverb
        is_to = layout.sentence.lemmas[position] == "to"
        if not (is_to or layout.grammar.is_light(layout.sentence, position)):
            return position
        position -= 1
        if is_to and position > 0 and position not in layout.covering and helper_of(layout, position) in BE:
            position -= 1
    return position


def has_ne(layout: Layout, last: int) -> bool:
    """Whether the "ne" of a French negation stands before a position, as near as one that belongs there does."""
    before = layout.sentence.tokens[max(0, last - NEGATION_REACH) : last]
    return layout.sentence.language == "fr" and any(token.folded in NE for token in before)


def behind_only(layout: Layout, last: int) -> int:
    """Skip the "que" that makes a negation an "only", behind a verb that ends before `last`: "ne pèse que 1 200 kg",
    "n'a coûté que"; return `last` where there is none.
    """
    if not has_ne(layout, last):
        return last
    tokens = layout.sentence.tokens
    return next((p + 1 for p in range(last, min(last + 2, len(tokens))) if tokens[p].folded in ONLY), last)


def fronted_subject(layout: Layout, position: int) -> Argument | None:
    """Return the subject of a participle that opens its sentence: "Founded in 1921 and based in X, the group makes",
    "Built in Novo Mesto, Slovenia, the Twingo rests", "Produite à Novo Mesto, en Slovénie, la Twingo repose".
    """
    first = layout.sentence.tokens[0]
    opens = first.folded.endswith(("ed", "ing")) or _is_participle(layout, 0)
    if not opens or not layout.grammar.is_verb(layout.sentence, 0) or 0 in layout.covering:
        return None
    before = layout.sentence.tokens[position - 1].folded if position else "and"
    return behind_opening(layout, position) if before in CONJUNCTIONS else None


def behind_opening(layout: Layout, position: int) -> Argument | None:
    """Return the subject behind the opening phrase in which a verb form stands, up to its comma."""
    commas = list(islice((p for p, t in enumerate(layout.sentence.tokens) if t.text == ","), MOST_OPENING))
    if not commas or not position < commas[0]:
        return None
    if any(is_verbal(layout, p) for p in range(commas[0] + 1, commas[-1])):
        commas = commas[:1]  # a clause stands between them
    found = [a for comma in commas if (a := layout.covering.get(comma + 1)) is not None and a.mention is not None]
    verbed = [a for a in found[1:] if layout.ending.get(a.first - 1) is found[0] and begins_predicate(layout, a.last)]
    is_opening = bool(found) and (found[0].first == commas[0] + 1 or begins_predicate(layout, found[0].last))
    return next(iter(verbed or found)) if is_opening else None


def begins_predicate(layout: Layout, position: int) -> bool:
    """Whether a verb, its helper or an adverb before them stands at a position."""
    if position >= len(layout.sentence.tokens) or position in layout.covering:
        return False
    return layout.grammar.is_light(layout.sentence, position) or is_verbal(layout, position)


def is_verbal(layout: Layout, position: int) -> bool:
    """Whether a token outside names and values is a verb or a helper of one."""
    sentence, grammar = layout.sentence, layout.grammar
    is_helper = sentence.lemmas[position] in HELPERS or sentence.tokens[position].folded in grammar.modals
    return position not in layout.covering and (is_helper or grammar.is_verb(sentence, position))


@remembered
def is_finite(layout: Layout, position: int) -> bool:
    """Whether the token is a verb form that carries a clause of its own."""
    return (
        layout.grammar.is_verb(layout.sentence, position)
        and voice_of(layout, position) in (Voice.ACTIVE, Voice.PASSIVE)
        and helper_of(layout, position) != "to"
    )
