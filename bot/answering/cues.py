"""Passages for an attribute of an entity that no fact gives: they hold its name and the attribute's noun.

A noun that a fact about something else explains ("CEO of Renault" where Nissan's is asked for) does not count.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from bot.answering.known import Known, source_of
from bot.answering.passages import MOST_READ, MOST_SHOWN
from bot.models.answer import Source
from bot.models.finding import Gap, Passages
from facts.lexicon.model import Phrase
from facts.models import Passage
from facts.terms import Token, fold, tokenize

Span = tuple[int, int]


def passages_for_gaps(known: Known, gaps: Sequence[Gap]) -> Passages | None:
    """Return passages that may say what no fact does, or None."""
    found = [source for gap in gaps for source in islice(_sources(known, gap), MOST_SHOWN)]
    distinct = {(source.document, source.start): source for source in found}
    return Passages(tuple(distinct.values())[:MOST_SHOWN]) if distinct else None


def _sources(known: Known, gap: Gap) -> Iterator[Source]:
    attribute = known.attribute(gap.attribute)
    if attribute is None:
        return
    phrases = {language: wording.nouns for language, wording in attribute.wording.items()}
    words = sorted({word for nouns in phrases.values() for noun in nouns for word in noun})
    names = list(dict.fromkeys((gap.subject.name, *gap.subject.aliases)))
    for passage in known.store.search(words, names, limit=MOST_READ):
        document = known.document(passage.document)
        tokens = [token for token in tokenize(document.text, passage.start, passage.end) if token.kind != "mark"]
        named = _find(tokens, [token.folded for token in tokens], [_folded(name) for name in names])
        lemmas = [known.store.lemmas.lemma(token.folded, document.language[:2]) for token in tokens]
        cue = _find(tokens, lemmas, phrases.get(document.language[:2], ()))
        if named and cue and not _is_taken(known, passage, gap):
            yield source_of(document, passage.start, passage.end, marks=tuple(sorted({named, cue})))


def _find(tokens: Sequence[Token], words: Sequence[str], phrases: Sequence[Phrase]) -> Span | None:
    """Return where the first of these phrases stands among words, as a span of the text."""
    for phrase in phrases:
        for start in range(len(words) - len(phrase) + 1):
            if phrase and tuple(words[start : start + len(phrase)]) == phrase:
                return tokens[start].start, tokens[start + len(phrase) - 1].end
    return None


def _folded(name: str) -> Phrase:
    return tuple(token.folded for token in tokenize(fold(name)) if token.kind != "mark")


def _is_taken(known: Known, passage: Passage, gap: Gap) -> bool:
    """Whether facts of the passage give this attribute of something else."""
    inside = [f for f in known.store.facts(passage.document) if f.start < passage.end and passage.start < f.end]
    return any(fact.attribute == gap.attribute and fact.subject != gap.subject.id for fact in inside)
