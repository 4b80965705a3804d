"""Who said it, what somebody said, and why: answers that are clauses of a document, or whoever uttered them.

A clause answers only where its quote holds the question's content words; else the question goes on to passages.
"""

from collections.abc import Iterable, Sequence

from bot.answering.checking import judge_all
from bot.answering.known import SAID, Known, subjects_of
from bot.answering.passages import covered_in, names_in
from bot.models.finding import ClauseKind, Clauses, Finding, Missing, Reason, Row
from bot.models.query import Query
from facts.models import Certainty, Fact, Origin
from facts.terms import fold, tokenize

ANNOUNCING = ("announced_by", "presented_by")  # the speaker is the value
REASONS = ("reason", "objective", "requirement")
BENEFITS = ("bonus", "avoids")  # reasons for what the same sentence says
MOST_TOLD = 2
LEAST_WHO = 2 / 3  # share of the content words that the quote must hold to give the speaker
LEAST_WHAT = 1 / 2
MOST_PASSAGES = 8


def who_said(known: Known, query: Query) -> Finding:
    """Return who uttered the words of the question."""
    words = _own_words(known, query)
    names = names_in(known, query)
    named = {key for key in subjects_of(query) if known.is_a(known.entity(key), "person")}
    near = known.store.search(list(query.words), names, limit=MOST_PASSAGES)
    candidates = [
        fact
        for document in dict.fromkeys(passage.document for passage in near)
        for fact in known.store.facts(document)
        if (fact.speaker or fact.attribute == SAID) and fact.subject not in named  # "who told her that"
        if any(p.document == document and fact.start < p.end and p.start < fact.end for p in near)
    ]
    rows = _covering(known, candidates, words, LEAST_WHO)
    return Clauses(tuple(rows[:1]), ClauseKind.WHO) if rows and words else _not_said(known, query)


def what_said(known: Known, query: Query) -> Finding:
    """Return what a speaker said, about what the question names."""
    speakers = list(query.speaker.entities) if query.speaker else subjects_of(query)[:1]
    facts: list[Fact] = []
    for key in speakers:
        entity = known.entity(key)
        facts.extend(known.store.facts_about(key, SAID))
        facts.extend(fact for name in (entity.name, *entity.aliases) for fact in known.store.facts_by(name))
        facts.extend(fact for attribute in ANNOUNCING for fact in known.store.facts_with_value(key, attribute))
    about = [key for key in subjects_of(query) if key not in speakers]
    held = [fact for fact in facts if not about or any(_is_about(known, fact, key) for key in about)]
    rows = _covering(known, held, _own_words(known, query), LEAST_WHAT)
    return Clauses(tuple(rows[:MOST_TOLD]), ClauseKind.WHAT) if rows else _not_said(known, query)


def why(known: Known, query: Query) -> Finding:
    """Return the reason that a document gives for what the question says."""
    facts = [fact for key in subjects_of(query) for attribute in REASONS for fact in _of_either(known, key, attribute)]
    topic = {claim.attribute for claim in query.claims} | (set(query.attributes) - set(REASONS))
    on_topic = [fact for fact in facts if fact.qualifiers.get("of") in topic]
    rows = _covering(known, on_topic, (), 0) or _beside_claim(known, query, facts)
    if not rows:
        free = [fact for fact in facts if not topic or "of" not in fact.qualifiers]
        rows = _covering(known, free, _own_words(known, query), LEAST_WHAT)
    return Clauses(tuple(rows[:MOST_TOLD]), ClauseKind.WHY) if rows else _not_said(known, query)


def _of_either(known: Known, entity: str, attribute: str) -> list[Fact]:
    return [*known.store.facts_about(entity, attribute), *known.store.facts_with_value(entity, attribute)]


def _beside_claim(known: Known, query: Query, reasons: Sequence[Fact]) -> list[Row]:
    """Return what the very sentence that confirms the question's claim gives as its reason or benefit."""
    judged = judge_all(known, query, query.claims) if query.claims else None
    if judged is None or not judged.verdict:
        return []
    benefits = [fact for key in subjects_of(query) for name in BENEFITS for fact in known.store.facts_about(key, name)]
    spans = [(row.fact.document, row.fact.start, row.fact.end) for row in judged.rows]
    beside = [
        fact
        for fact in (*reasons, *benefits)
        if any(fact.document == name and fact.start < end and start < fact.end for name, start, end in spans)
    ]
    return _covering(known, beside, (), 0)


def _covering(known: Known, facts: Iterable[Fact], words: Sequence[str], least: float) -> list[Row]:
    """Return the facts whose quotes hold at least this share of the words, the fullest first, each value once.

    Where no person reviewed the fact, every word must be there: the missing one may be the one that matters.
    """
    scored: list[tuple[float, int, Row]] = []
    for fact in dict.fromkeys(_Key(fact) for fact in facts if fact.certainty is not Certainty.DENIED):
        row = known.row(fact.fact)
        text = known.document(row.fact.document).text
        held = covered_in(known, text, row.language, words, (row.fact.start, row.fact.end))
        share = len(held) / len(set(words)) if words else 1.0
        if share >= (least if row.fact.origin is Origin.REVIEWED else min(least * 2, 1.0)):
            scored.append((-share, len(scored), row))
    return list({row.value: row for _, _, row in sorted(scored, key=lambda one: one[:2])}.values())


class _Key:
    """A fact by its place: facts hold a mapping and cannot be hashed."""

    def __init__(self, fact: Fact) -> None:
        self.fact = fact
        self.key = (fact.subject, fact.attribute, fact.document, fact.at)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


def _own_words(known: Known, query: Query) -> list[str]:
    """Return the content words that are not part of a name: names are matched as entities."""
    named = {token.folded for name in names_in(known, query) for token in tokenize(name)}
    return [word for word in dict.fromkeys(query.words) if fold(word) not in named]


def _is_about(known: Known, fact: Fact, entity: str) -> bool:
    """Whether a fact has the entity as its subject or value, or its quote names it."""
    if entity in (fact.subject, fact.value.entity):
        return True
    words = fold(known.row(fact).source.quote)
    about = known.entity(entity)
    return any(fold(name) in words for name in (about.name, *about.aliases))


def _not_said(known: Known, query: Query) -> Missing:
    near = tuple(known.entity(key) for key in subjects_of(query)[:1])
    return Missing(Reason.UNDECIDED if near else Reason.NOTHING, near=near)
