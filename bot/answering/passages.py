"""The tier below answers: up to three passages that may hold one, never dressed as an answer.

A passage must hold a name of the question, in itself or in what it stands under, and a good share of its content words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answering.known import Known, source_of
from bot.answering.terms import Term, Terms, terms_of
from bot.models.answer import Source
from bot.models.finding import Gap, Passages
from bot.models.query import Match, Mention, Query
from facts.models import Document, Origin, Passage
from facts.terms import Token, squeeze, tokenize

MOST_SHOWN = 3
MOST_READ = 16  # candidates of the index that are looked at
MOST_FRAMED = 6  # of which what stands around them is read as well
MOST_SEARCHED = 20  # forms that the index is asked for
FRAME = 0.5  # what a word counts that only the heading or the sentence before holds
LEAST = 0.4  # share of the names and terms of a question; fewer is a chance meeting
LEAST_UNNAMED = 0.7  # where the question names nothing that is known
NUMBERS = ("numbers", "months", "seasons", "multipliers")  # tables of words that amounts and dates are made of
FEWEST_UNNAMED = 2  # terms that such a question must have

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage with the terms that it holds, where it holds them, and those that only its frame holds."""

    passage: Passage
    own: dict[Term, Span]
    named: float = 0  # how many of the things that the question names it names; one that only its frame names is half
    framed: frozenset[Term] = frozenset()

    @property
    def score(self) -> float:
        return len(self.own) + self.named + FRAME * len(self.framed)


def passages_for(known: Known, query: Query, *, needs_cue: bool = False) -> Passages | None:
    """Return the nearest passages, or None where nothing is near enough.

    With `needs_cue` a passage must itself speak of every asked attribute, and no fact in it may do so of another thing.
    """
    terms, mentions = terms_of(known, query), [list(_names_of(known, mention)) for mention in _mentions(query)]
    best = sorted(_candidates(known, terms, mentions), key=lambda one: -one.score)[:MOST_FRAMED]
    found = sorted((_with_frame(known, one, terms) for one in best), key=lambda one: -one.score)
    near = [one for one in found if _is_near(one, len(terms), len(mentions))]
    if needs_cue:
        near = [one for one in near if _says_so(known, one, terms) and not _is_taken(known, one.passage, query)]
    if not near:
        return None
    shown = near[:MOST_SHOWN]
    held = {term for one in shown for term in (*one.own, *one.framed)}
    missing = tuple(term.word for term in terms.terms if term not in held and not term.is_cue)
    return Passages(tuple(_source(known, one) for one in shown), missing)


def proposals_for(known: Known, gaps: Sequence[Gap]) -> Passages | None:
    """Return the passages of facts that wait for review, where they would fill the gaps; their values are marked."""
    found = [
        source_of(known.document(fact.document), fact.start, fact.end, marks=(fact.at,))
        for gap in gaps
        for fact in known.store.facts_about(gap.subject.id, gap.attribute, proposed=True)
        if fact.origin is Origin.PROPOSED
    ]
    distinct = {(source.document, source.start): source for source in found}
    return Passages(tuple(distinct.values())[:MOST_SHOWN]) if distinct else None


def covered_in(known: Known, text: str, language: str, words: Sequence[str], span: Span) -> dict[str, Span]:
    """Return the words that text[span] holds, in whatever form, with where it holds them."""
    terms = Terms([Term(word, (word,)) for word in words])
    return {term.word: place for term, place in _held(known, text, language, terms, span).items()}


def names_in(known: Known, query: Query) -> list[str]:
    """Return every name of what the question mentions, as the documents may write it."""
    names = [name for mention in _mentions(query) for name in _names_of(known, mention)]
    return list({squeeze(name): name for name in names if squeeze(name)}.values())


def _names_of(known: Known, mention: Mention) -> Iterator[str]:
    if mention.match is Match.UNKNOWN:
        yield from unknown_names(mention.text)
        return
    for key in mention.entities:
        yield from (known.entity(key).name, *known.entity(key).aliases)


def unknown_names(text: str) -> list[str]:
    """Return the names in words that mean nothing known: runs of capitals ("mayor of Lomnica"), else all of them."""
    runs: list[list[Token]] = [[]]
    for token in tokenize(text):
        if token.is_word and (token.is_capital or token.kind == "mixed"):
            runs[-1].append(token)
        else:
            runs.append([])
    named = [text[run[0].start : run[-1].end] for run in runs if run]
    return named or [text]


def _mentions(query: Query) -> list[Mention]:
    return [*query.subjects, *([query.brand] if query.brand else []), *([query.speaker] if query.speaker else [])]


def _candidates(known: Known, terms: Terms, mentions: Sequence[Sequence[str]]) -> Iterator[Candidate]:
    words = list(dict.fromkeys(form for term in terms.terms for form in term.forms))[:MOST_SEARCHED]
    names = list(dict.fromkeys(name for every in mentions for name in every))
    found = {(p.document, p.number): p for p in known.store.search(words, names, limit=MOST_READ)}
    if len(mentions) > 1:  # two names that meet are something, whatever the words
        found |= {(p.document, p.number): p for p in known.store.search([], names, limit=MOST_READ)}
    for passage in found.values():
        if passage.kind == "heading":
            continue
        document = known.document(passage.document)
        own = _held(known, document.text, document.language[:2], terms, (passage.start, passage.end))
        named: float = sum(_is_named(known, passage, every) for every in mentions)
        if own or named:
            yield Candidate(passage, own, named or FRAME * bool(mentions))


def _held(known: Known, text: str, language: str, terms: Terms, span: Span) -> dict[Term, Span]:
    found: dict[Term, Span] = {}
    for token in tokenize(text, *span):
        if token.kind == "mark":
            continue
        for term in terms.named_by(known.lemma(token.folded, language), token.folded):
            found.setdefault(term, (token.start, token.end))
    return found


def _with_frame(known: Known, one: Candidate, terms: Terms) -> Candidate:
    if len(one.own) == len(terms):
        return one
    framed = frozenset(_framed(known, known.document(one.passage.document), one.passage, terms))
    return replace(one, framed=framed - set(one.own))


def _framed(known: Known, document: Document, passage: Passage, terms: Terms) -> Iterator[Term]:
    """Yield the terms that stand in the heading, the introduction, the title or the sentence before."""
    language = document.language[:2]
    yield from _held(known, document.title or "", language, terms, (0, len(document.title or "")))
    every = known.passages(document.name)
    before = every[passage.number - 1] if passage.number else None
    above = [every[number] for number in (passage.heading, passage.lead) if number is not None]
    if before and before.paragraph == passage.paragraph:
        above.append(before)
    for one in above:
        yield from _held(known, document.text, language, terms, (one.start, one.end))


def _is_near(one: Candidate, terms: int, mentions: int) -> bool:
    """Whether a passage holds enough of a question with so many terms and names; one name without a term is not."""
    if not mentions:
        return terms >= FEWEST_UNNAMED and len(one.own) >= LEAST_UNNAMED * terms
    if not terms:
        return one.named >= 1
    return (bool(one.own) or one.named > 1) and one.score >= LEAST * (terms + mentions)


def _says_so(known: Known, one: Candidate, terms: Terms) -> bool:
    """Whether a passage itself holds the words of every asked attribute, and a name, or none but its own subject."""
    cues = [term for term in terms.terms if term.is_cue]
    if not cues or not all(term in one.own for term in cues):
        return False
    document = known.document(one.passage.document)
    tokens = [token for token in tokenize(document.text, one.passage.start, one.passage.end) if token.kind != "mark"]
    if any(token.is_capital for token in tokens[1:]) and one.named < 1:
        return False
    return not all(term.is_typed for term in cues) or any(_is_number(known, t, document.language[:2]) for t in tokens)


def _is_named(known: Known, passage: Passage, names: Sequence[str]) -> bool:
    """Whether a passage itself holds one of the names, as whole words."""
    text = _plain(passage.of(known.document(passage.document).text))
    return any(f" {_plain(name)} " in f" {text} " for name in names)


def _plain(text: str) -> str:
    return " ".join(token.folded for token in tokenize(text) if token.kind != "mark")


def _is_number(known: Known, token: Token, language: str) -> bool:
    """Whether a word may be part of an amount or a date."""
    if token.kind in ("number", "mixed"):
        return True
    known_language = known.lexicon.languages.get(language)
    return known_language is not None and any(token.folded in known_language.tables.get(name, ()) for name in NUMBERS)


def _is_taken(known: Known, passage: Passage, query: Query) -> bool:
    """Whether facts of the passage give what is asked of something else ("CEO of Renault" where Nissan's is asked)."""
    subjects = {key for mention in query.subjects for key in mention.entities}
    inside = [f for f in known.store.facts(passage.document) if f.start < passage.end and passage.start < f.end]
    told = [fact for fact in inside if fact.attribute in query.attributes]
    return bool(told) and not any(fact.subject in subjects or fact.value.entity in subjects for fact in told)


def _source(known: Known, one: Candidate) -> Source:
    marks = tuple(sorted(one.own.values()))
    return source_of(known.document(one.passage.document), one.passage.start, one.passage.end, marks=marks)


def is_written(known: Known, text: str) -> bool:
    """Whether the names in words that mean nothing known stand in some document all the same."""
    return all(known.store.search([], [name], limit=1) for name in unknown_names(text))
