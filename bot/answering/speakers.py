"""Who said it: the speaker of the quotation nearest to a question, where no other speaker comes close.

People seldom remember words as they were said, so not every word of a question must stand in the quotation; what
stands there must outweigh what stands elsewhere in the passage, and the next quotation must lie well behind.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from bot.answering.known import AGENTS, SAID, Known
from bot.answering.passages import PassageFinder
from bot.answering.retrieval import Candidate
from bot.answering.terms import Found, Term
from bot.models.finding import ClauseKind, Clauses
from bot.models.query import Intent, Query
from facts.models import Certainty, Fact
from facts.terms import fold, tokenize

LEAST_TOLD = 0.45  # share of the weight of a question's words that the passage holds
LEAST_INSIDE = 0.6  # of that, what stands in the quotation itself
LEAST_WORDS = 2  # of the question that stand there
LEAST_LEAD = 1.5  # score by which the nearest passage of another speaker must lie behind
MOST_RIVALS = 4
SAYING = ("saying_verbs", "announcing_verbs", "saying_nouns")


def speaker_of(known: Known, query: Query) -> Clauses | None:
    """Return the quotation that a question asks the speaker of, or None where none is surely meant."""
    if not _asks_for_speaker(known, query):
        return None
    near = PassageFinder(known).nearest(query)
    if not near or near[0].told < LEAST_TOLD:
        return None
    said = list(_said_in(known, near[0]))
    speakers = {fact.subject for fact in said}
    if len(speakers) != 1 or not speakers.isdisjoint(_named(query)):
        return None
    best = max(said, key=lambda fact: _inside(near[0], fact))
    whole = sum(_weight(term, found) for term, found in near[0].own.items())
    if _words_inside(near[0], best) < LEAST_WORDS or _inside(near[0], best) < LEAST_INSIDE * whole:
        return None
    if _is_rivalled(known, near, speakers):
        return None
    return Clauses((known.row(best),), ClauseKind.WHO)


def _asks_for_speaker(known: Known, query: Query) -> bool:
    """Whether somebody is asked for, and a word of saying stands in the question."""
    if query.intent is Intent.WHO_SAID:
        return True
    if query.wanted not in AGENTS:
        return False
    language = known.lexicon.languages.get(query.language)
    saying = {fold(word) for name in SAYING for word in (language.classes.get(name, ()) if language else ())}
    words = (token.folded for token in tokenize(query.text) if token.is_word)
    return any(word in saying or known.lemma(word, query.language) in saying for word in words)


def _said_in(known: Known, one: Candidate) -> Iterator[Fact]:
    """Yield what somebody says in a passage."""
    passage = one.passage
    for fact in known.store.facts_in(passage.document, passage.start, passage.end):
        if fact.attribute == SAID and fact.certainty is not Certainty.DENIED:
            yield fact


def _inside(one: Candidate, fact: Fact) -> float:
    """Return the weight of the question's words that stand in the words said."""
    first, last = fact.at
    return sum(_weight(term, found) for term, found in one.own.items() if first <= found.start < last)


def _words_inside(one: Candidate, fact: Fact) -> int:
    first, last = fact.at
    return sum(first <= found.start < last for found in one.own.values())


def _weight(term: Term, found: Found) -> float:
    return term.weight * found.share


def _is_rivalled(known: Known, near: Sequence[Candidate], speakers: set[str]) -> bool:
    """Whether a passage with another speaker, or with none, is about as near."""
    others = (one for one in islice(near, 1, MOST_RIVALS) if {f.subject for f in _said_in(known, one)} != speakers)
    return any(near[0].score - one.score < LEAST_LEAD for one in others)


def _named(query: Query) -> set[str]:
    return {key for mention in query.subjects for key in mention.entities}
