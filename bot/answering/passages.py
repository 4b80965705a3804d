"""The tier below answers: up to three passages that may hold one, never dressed as an answer.

Where documents were reviewed, what they do not say is known, and a passage must speak of just that; elsewhere the
nearest passages are shown, as long as they are about the question at all.
"""

from collections.abc import Iterator, Sequence

from bot.answering.known import Known, Words, source_of
from bot.answering.retrieval import FRAMED, NAMED_ELSEWHERE, Candidate, Retrieval, Wanted
from bot.answering.terms import ITSELF, Term, Terms, cues_of, held_in, terms_of
from bot.models.answer import Source
from bot.models.finding import Gap, Passages
from bot.models.query import OPEN_ENDED, Intent, Match, Mention, Query
from facts.models import Origin, Passage, ValueKind
from facts.terms import Token, squeeze, tokenize

MOST_SHOWN = 3
LONGEST_EXCERPT = 600  # characters of a passage and the sentences around it
MOST_WEIGHED = 8  # of the nearest, which of them are near enough is asked
LEAST_UNDERSTOOD = 0.6  # share of the weight of a question's words, where all of the question was understood
LEAST_REVIEWED = 0.3  # where a person reviewed the document
LEAST_OF_REASON = 0.2  # there, where a reason is asked for: it seldom repeats what it is a reason for
LEAST_UNNAMED, LEAST_WEIGHT = 0.4, 1.0  # where it names nothing that is known; the weight of a rare word is 1
FEWEST_UNNAMED = 2  # words that such a passage must hold
# Elsewhere the share of its words and half their weight must come to this where it names nothing that is known:
# many such questions about a document get a passage then, and six everyday requests in a hundred.
LEAST_EVIDENCE, LEAST_EVIDENCE_OF_CHATTER = 0.7, 1.0
LEAST_EVIDENCE_OF_DOMAIN = 0.4  # where it asks about what the domain is about ("which calipers fail?")
AMOUNTS = ("money", "quantity", "share", "count", "duration")  # what "how much" may want

Span = tuple[int, int]


class PassageFinder:
    """Finds passages in one store."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def nearest(self, query: Query) -> list[Candidate]:
        """Return the passages nearest to a question, best first, whether or not they are near."""
        return Retrieval(self._known, self.wanted(query)).nearest(MOST_WEIGHED)

    def find(self, query: Query, *, is_understood: bool = False, is_strange: bool = False) -> Passages | None:
        """Return the nearest passages, or None where nothing is near enough.

        Where a question was understood, a passage of a reviewed document must itself speak of every asked attribute,
        and no fact in it may do so of another thing. A question is strange that names what no document names.
        """
        wanted = self.wanted(query)
        ranked = Retrieval(self._known, wanted).nearest(MOST_WEIGHED)
        near = [
            one
            for one in ranked
            if (
                self._says_so(one, wanted, query)
                if is_understood and self._known.is_reviewed(one.passage.document)
                else self._is_near(one, wanted, query, is_strange=is_strange)
            )
        ]
        if not near:
            return None
        if not self._known.is_reviewed(near[0].passage.document):
            near = ranked
        shown = self._excerpts(near)
        held = {term for one in near[: len(shown)] for term in (*one.own, *one.framed)}
        missing = tuple(term.word for term in wanted.terms.terms if term not in held)
        return Passages(shown, missing)

    def _excerpts(self, near: Sequence[Candidate]) -> tuple[Source, ...]:
        """Return the nearest passages, each with what stands around it in its paragraph."""
        found: list[Source] = []
        for one in near:
            shown = [(source.start, source.end) for source in found if source.document == one.passage.document]
            if not any(_overlap(one.passage, span) for span in shown):
                found.append(self._source(one, shown))
            if len(found) == MOST_SHOWN:
                break
        return tuple(found)

    def wanted(self, query: Query) -> Wanted:
        """Return what a passage should hold to be near to a question.

        A name that no document writes is a run of words like others.
        """
        known = self._known
        written = [mention for mention in _mentions(query) if _is_name(known, mention)]
        loose = [*query.unknown, *(mention.text for mention in _mentions(query) if mention not in written)]
        loose += [one.value.text for one in query.conditions if one.value and not one.entities]
        loose += [one.value.text for one in query.claims if one.value and not one.entities]
        loose += [query.market] if query.market and known.find(query.market) is None else []
        words = [known.lemma(t.folded, query.language) for text in loose for t in tokenize(text) if t.kind != "mark"]
        terms = terms_of(known, query, words)
        names = [tuple(_names_of(known, mention)) for mention in written]
        names += [(known.entity(key).name, *known.entity(key).aliases) for key in _other_entities(known, query)]
        kinds = tuple(_kinds(known, query))
        return Wanted(terms, cues_of(known, query), tuple(names), kinds, tuple(_kind_of(known, m) for m in written))

    def _is_near(self, one: Candidate, wanted: Wanted, query: Query, *, is_strange: bool) -> bool:
        """Whether a passage is about a question at all: it is of what that names, or holds several of its rarer words.

        A reviewed document tells most of what it says as facts, so there a passage must hold more of the question.
        """
        is_named = any(part >= NAMED_ELSEWHERE for part in one.named)
        if not self._known.is_reviewed(one.passage.document):
            if is_strange or not is_named:
                return bool(one.own) and one.told + one.weight / 2 >= _least_evidence(query)
            return bool(one.own) or one.is_named
        if is_strange:
            return False
        if not is_named:
            holds_several = len(one.own) >= FEWEST_UNNAMED
            return holds_several and one.told >= LEAST_UNNAMED and one.weight >= LEAST_WEIGHT
        return not one.has_rival and self._is_near_enough(one, wanted, query)

    def _is_near_enough(self, one: Candidate, wanted: Wanted, query: Query) -> bool:
        """Whether a passage of a reviewed document holds enough of a question that names something known."""
        meet = len(one.named) > 1 and min(one.named) == 1  # two names together are something, whatever the words
        if not wanted.terms.terms:
            return meet or (len(one.named) == 1 and one.is_named and (one.has_kind or not wanted.kinds))
        if wanted.cues.terms and query.intent not in OPEN_ENDED:
            beside = _told_beside(one, wanted)
            holds_most = one.is_named and bool(beside) and one.told >= LEAST_UNDERSTOOD
            return holds_most or ((beside is None or beside >= LEAST_REVIEWED) and self._says_so(one, wanted, query))
        least = LEAST_OF_REASON if query.intent is Intent.WHY else LEAST_REVIEWED
        return meet or one.told >= (least if max(one.named) > NAMED_ELSEWHERE else LEAST_UNDERSTOOD)

    def _says_so(self, one: Candidate, wanted: Wanted, query: Query) -> bool:
        """Whether a passage itself speaks of every asked attribute: by its words, or by an amount of its dimension."""
        known, cues = self._known, wanted.cues.terms
        if one.has_rival or min(one.named, default=0) < 1 or self._is_taken(one.passage, query):
            return False
        own = held_in(known.words(one.passage.document, one.passage.number), wanted.cues)
        if cues and all(cue in own or self._implies(one, query) for cue in cues):
            return one.has_kind or not all(cue.is_typed for cue in cues)
        beside = _told_beside(one, wanted)
        return beside is not None and beside >= LEAST_UNDERSTOOD

    def _implies(self, one: Candidate, query: Query) -> bool:
        """Whether the sort of value alone says that the attribute is meant: kilowatt-hours, but not euros or dates."""
        asked = self._known.attribute(query.attributes[0]) if query.attributes else None
        return bool(asked and asked.value is ValueKind.QUANTITY and asked.dimension and one.has_kind)

    def _is_taken(self, passage: Passage, query: Query) -> bool:
        """Whether facts of the passage give what is asked of something else ("CEO of Renault", Nissan's is asked)."""
        subjects = {key for mention in query.subjects for key in mention.entities}
        inside = self._known.store.facts_in(passage.document, passage.start, passage.end)
        told = [fact for fact in inside if fact.attribute in query.attributes]
        return bool(told) and not any(fact.subject in subjects or fact.value.entity in subjects for fact in told)

    def _source(self, one: Candidate, shown: Sequence[Span]) -> Source:
        """Return a passage in its paragraph, itself marked there; alone, the words of the question are marked in it."""
        itself, words = (one.passage.start, one.passage.end), sorted((w.start, w.end) for w in one.own.values())
        start, end = self._paragraph(one.passage, shown)
        marks = tuple(words) if (start, end) == itself else (itself,)
        return source_of(self._known.document(one.passage.document), start, end, marks=marks)

    def _paragraph(self, passage: Passage, shown: Sequence[Span]) -> Span:
        """Return the span of a passage and its paragraph's sentences around it, nearest first, as far as they fit.

        What answers often stands behind what a question's words are in, or before what only goes on with it. What is
        shown already is not shown again.
        """
        every = self._known.passages(passage.document)

        def grown(place: int, start: int, end: int) -> Passage | None:
            """Return the passage at a place, where it goes on with this one and there is room for it."""
            other = every[place] if 0 <= place < len(every) else None
            if other is None or other.paragraph != passage.paragraph or not other.kind == passage.kind == "sentence":
                return None
            is_free = not any(_overlap(other, span) for span in shown)
            return other if is_free and max(end, other.end) - min(start, other.start) <= LONGEST_EXCERPT else None

        first = last = passage.number
        start, end = passage.start, passage.end
        while True:
            if behind := grown(last + 1, start, end):
                last, end = last + 1, behind.end
            if before := grown(first - 1, start, end):
                first, start = first - 1, before.start
            if not (behind or before):
                return start, end


def _least_evidence(query: Query) -> float:
    if query.is_of_domain:
        return LEAST_EVIDENCE_OF_DOMAIN
    return LEAST_EVIDENCE_OF_CHATTER if query.intent is Intent.CHATTER else LEAST_EVIDENCE


def _overlap(passage: Passage, span: Span) -> bool:
    return span[0] < passage.end and passage.start < span[1]


def _told_beside(one: Candidate, wanted: Wanted) -> float | None:
    """Return the share of a question's words that a passage holds beside those that ask for an attribute, if any."""
    asking = {word for cue in wanted.cues.terms for word in cue.said}
    loose = [term for term in wanted.terms.terms if term.word not in asking]
    held = sum(1.0 if term in one.own else FRAMED * (term in one.framed) for term in loose)
    return held / len(loose) if loose else None


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


def proposals_for(known: Known, gaps: Sequence[Gap]) -> tuple[Source, ...]:
    """Return the passages of facts that wait for review, where they would fill the gaps; their values are marked."""
    found = [
        source_of(known.document(fact.document), fact.start, fact.end, marks=(fact.at,))
        for gap in gaps
        for fact in known.store.facts_about(gap.subject.id, gap.attribute, proposed=True)
        if fact.origin is Origin.PROPOSED
    ]
    return tuple({(source.document, source.start): source for source in found}.values())[:MOST_SHOWN]


def covered_in(known: Known, text: str, language: str, words: Sequence[str], span: Span) -> dict[str, Span]:
    """Return the words that text[span] holds, in whatever form, with where it holds them."""
    terms = Terms([Term(word, {word: ITSELF}, said=(word,)) for word in words])
    found = Words.of(text, *span, lambda word: known.lemma(word, language))
    return {term.word: (place.start, place.end) for term, place in held_in(found, terms).items()}


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


def is_written(known: Known, text: str) -> bool:
    """Whether the names in words that mean nothing known stand in some document all the same."""
    return all(map(known.store.is_written, unknown_names(text)))
