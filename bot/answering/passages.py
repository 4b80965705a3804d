"""The tier below answers: up to three passages that may hold one, never dressed as an answer.

A passage must hold a name of the question, in itself or in what it stands under, and a good share of its content words.
"""

from collections.abc import Iterator, Sequence

from bot.answering.known import Known, Words, source_of
from bot.answering.retrieval import FRAMED, Candidate, Retrieval, Wanted
from bot.answering.terms import Term, Terms, held_in, terms_of
from bot.models.answer import Source
from bot.models.finding import Gap, Passages
from bot.models.query import Intent, Match, Mention, Query
from facts.models import Origin, Passage, ValueKind
from facts.terms import Token, squeeze, tokenize

MOST_SHOWN = 3
MOST_WEIGHED = 6  # of the nearest, which of them are near enough is asked
LEAST_TOLD = 0.25  # share of the weight of a question's content words; less is a chance meeting
LEAST_WITHOUT_CUE = 0.5  # of a passage that does not speak of the attribute asked for
LEAST_ELSEWHERE = 0.6  # of a passage that does not stand under a name of the question
LEAST_UNDERSTOOD = 0.6  # where all of the question was understood
LEAST_UNNAMED, LEAST_WEIGHT = 0.4, 0.8  # where the question names nothing that is known; the weight of a rare word
LEAST_WITH_CUE, LEAST_BESIDE_CUE = 0.3, 0.5  # there, of a passage that speaks of the attribute asked for
FEWEST_UNNAMED = 2  # words that such a passage must hold
AMOUNTS = ("money", "quantity", "share", "count", "duration")  # what "how much" may want

Span = tuple[int, int]


def passages_for(known: Known, query: Query, *, needs_cue: bool = False) -> Passages | None:
    """Return the nearest passages, or None where nothing is near enough.

    With `needs_cue` a passage must itself speak of every asked attribute, and no fact in it may do so of another thing.
    """
    wanted = wanted_of(known, query)
    near = [one for one in Retrieval(known, wanted).nearest(MOST_WEIGHED) if not one.has_rival]
    if needs_cue:
        near = [one for one in near if _says_so(one, wanted, known, query) and not _is_taken(known, one.passage, query)]
    else:
        near = [one for one in near if _is_near(one, wanted, query)]
    if not near:
        return None
    shown = near[:MOST_SHOWN]
    held = {term for one in shown for term in (*one.own, *one.framed)}
    missing = tuple(term.word for term in wanted.terms.terms if term not in held and not term.is_cue)
    return Passages(tuple(_source(known, one) for one in shown), missing)


def wanted_of(known: Known, query: Query) -> Wanted:
    """Return what a passage should hold to be near to a question.

    A name that no document writes is a run of words like others.
    """
    written = [mention for mention in _mentions(query) if _is_name(known, mention)]
    loose = [*query.unknown, *(mention.text for mention in _mentions(query) if mention not in written)]
    loose += [one.value.text for one in query.conditions if one.value and not one.entities]
    loose += [one.value.text for one in query.claims if one.value and not one.entities]
    loose += [query.market] if query.market and known.find(query.market) is None else []
    words = [token.folded for text in loose for token in tokenize(text) if token.kind != "mark"]
    more = [word for word in words if known.lemma(word, query.language) not in query.words]
    terms = terms_of(known, query, more)
    names = [tuple(_names_of(known, mention)) for mention in written]
    names += [(known.entity(key).name, *known.entity(key).aliases) for key in _other_entities(known, query)]
    return Wanted(terms, tuple(names), tuple(_kinds(known, query)), tuple(_kind_of(known, one) for one in written))


def _kind_of(known: Known, mention: Mention) -> str | None:
    """Return the kind of a thing that goes by its name; what is only described may be called many things."""
    if mention.match is Match.UNKNOWN or len(mention.entities) != 1:
        return None
    entity = known.entity(mention.entities[0])
    return None if entity.described else entity.kind


def _is_name(known: Known, mention: Mention) -> bool:
    return mention.match is not Match.UNKNOWN or is_written(known, mention.text)


def _other_entities(known: Known, query: Query) -> list[str]:
    """Return what the question names besides its subjects: values of its conditions and claims, its market."""
    subjects = {key for mention in _mentions(query) for key in mention.entities}
    given = [key for condition in query.conditions for key in condition.entities]
    given += [key for claim in query.claims for key in (*claim.entities, *claim.than)]
    given += [query.market] if query.market else []
    return [key for key in dict.fromkeys(given) if key not in subjects and known.find(key)]


def _kinds(known: Known, query: Query) -> Iterator[str]:
    """Yield the sorts of value that would answer: the dimension or kind of the attribute, else what is wanted."""
    for key in query.attributes[:1]:
        attribute = known.attribute(key)
        if attribute and attribute.value is ValueKind.ENTITY:
            yield from attribute.kinds
        elif attribute and attribute.value not in (ValueKind.TEXT, ValueKind.YES_NO):
            yield attribute.dimension or attribute.value.value
    if query.wanted and not query.attributes:
        yield from AMOUNTS if query.wanted == "amount" else (query.wanted,)


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
    terms = Terms([Term(word, (word,), said=(word,)) for word in words])
    found = Words.of(text, *span, lambda word: known.lemma(word, language))
    return {term.word: place for term, place in held_in(found, terms).items()}


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


def _is_near(one: Candidate, wanted: Wanted, query: Query) -> bool:
    """Whether a passage holds enough of a question: words of what is asked for, or many of the others."""
    cues = [term for term in wanted.terms.terms if term.is_cue]
    if not wanted.names:
        return _is_near_unnamed(one, cues)
    if not wanted.terms.terms:
        return one.is_named
    if max(one.named) < FRAMED and one.told < LEAST_ELSEWHERE:
        return False
    if len(one.named) > 1 and min(one.named) == 1:
        return True  # two names that meet are something, whatever the words
    if not one.own and not one.has_kind and one.passage.asked is None:
        return False  # what it stands under holds the words, itself none of them
    if not cues:
        return one.told >= LEAST_TOLD
    if _speaks(one, cues) and (one.told > 0 or len(cues) == len(wanted.terms) or not _are_typed(cues)):
        return True
    is_likely = (one.has_kind and one.is_named) or query.intent is Intent.WHY  # a reason seldom says that it is one
    is_likely = is_likely or (one.is_named and any(term in one.own for term in cues))
    return one.told >= (LEAST_TOLD if is_likely else LEAST_WITHOUT_CUE)


def _is_near_unnamed(one: Candidate, cues: Sequence[Term]) -> bool:
    """Whether a passage holds enough of a question that names nothing known: several rare words, or one and a cue."""
    words = [term for term in one.own if not term.is_cue]
    if one.weight >= LEAST_BESIDE_CUE and one.told >= LEAST_WITH_CUE and any(term in one.own for term in cues):
        return True
    return len(words) >= FEWEST_UNNAMED and one.told >= LEAST_UNNAMED and one.weight >= LEAST_WEIGHT


def _speaks(one: Candidate, cues: Sequence[Term]) -> bool:
    """Whether a passage speaks of an asked attribute of what is named, itself or with what it stands under."""
    typed = _are_typed(cues)
    own, around = any(term in one.own for term in cues), any(term in one.framed for term in cues)
    return max(one.named) >= FRAMED and ((own and (one.has_kind or not typed)) or (around and one.has_kind))


def _are_typed(cues: Sequence[Term]) -> bool:
    return all(term.is_typed for term in cues)


def _says_so(one: Candidate, wanted: Wanted, known: Known, query: Query) -> bool:
    """Whether a passage itself speaks of every asked attribute: by its words, or by an amount of its own dimension."""
    cues = [term for term in wanted.terms.terms if term.is_cue]
    if min(one.named, default=0) < FRAMED:
        return False
    if cues and all(term in one.own or _implies(known, one, query) for term in cues):
        return one.has_kind or not _are_typed(cues)
    return one.weight > 0 and one.told >= LEAST_UNDERSTOOD


def _implies(known: Known, one: Candidate, query: Query) -> bool:
    """Whether the sort of value alone says that the attribute is meant: kilowatt-hours, but not euros or dates."""
    asked = known.attribute(query.attributes[0]) if query.attributes else None
    return bool(asked and asked.value is ValueKind.QUANTITY and asked.dimension and one.has_kind)


def _is_taken(known: Known, passage: Passage, query: Query) -> bool:
    """Whether facts of the passage give what is asked of something else ("CEO of Renault" where Nissan's is asked)."""
    subjects = {key for mention in query.subjects for key in mention.entities}
    inside = known.store.facts_in(passage.document, passage.start, passage.end)
    told = [fact for fact in inside if fact.attribute in query.attributes]
    return bool(told) and not any(fact.subject in subjects or fact.value.entity in subjects for fact in told)


def _source(known: Known, one: Candidate) -> Source:
    marks = tuple(sorted(one.own.values()))
    return source_of(known.document(one.passage.document), one.passage.start, one.passage.end, marks=marks)


def is_written(known: Known, text: str) -> bool:
    """Whether the names in words that mean nothing known stand in some document all the same."""
    return all(known.store.search([], [name], limit=1) for name in unknown_names(text))
