"""Statements of one sentence: for each verb, who does what to whom, where a checked shape fits."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from facts.extracting.clause import Clause
from facts.extracting.hedging import Hedging
from facts.extracting.stating.appositions import appositions
from facts.extracting.stating.chunks import Chunk, chunks_of
from facts.extracting.stating.following import Following, following, is_base, sentence_end
from facts.extracting.stating.layout import BY, GENITIVE, Floor, StatingWords, with_predicates
from facts.extracting.stating.subjects import Found, stretch_start, subject_of_verb
from facts.extracting.voice import HELPERS, Voice, helper_of, skip_light_left
from facts.lexicon import Lexicon
from facts.models import Amount, Certainty, Part, Side, Statement, Value, ValueKind
from facts.parsing.grammar import Grammar

BACKSHIFTED = frozenset({"would"})
SAYING_REACH = 3  # tokens before a subject in which the verb of saying stands
COPULA = {"en": "be", "fr": "etre"}
WHOLE = "sentence"  # the shape of a statement that is a whole sentence
DUE = "due"
NO_VALUE = Value("", ValueKind.TEXT)
REASON_REACH = 60  # tokens behind a verb in which its reason may stand
MOST_WORDS = 2  # of an adverb or negator between a copula and what it says


@dataclass(frozen=True, slots=True)
class Said:
    """Characters [start, end) of the document that somebody says."""

    start: int
    end: int
    speaker: str


@dataclass(frozen=True, slots=True)
class _Verb:
    """A predicate at tokens [first, last)."""

    first: int
    last: int
    lemma: str
    voice: Voice


class Stating:
    """Finds the statements of one language."""

    def __init__(self, lexicon: Lexicon, language: str, grammar: Grammar) -> None:
        self.grammar = with_predicates(grammar, lexicon, language)
        self.words = StatingWords.of(lexicon, language)
        self.hedging = Hedging(lexicon, language)

    def statements(self, document: str, clause: Clause, said: Sequence[Said]) -> list[Statement]:
        """Return the statements of a sentence from left to right."""
        floor = Floor(clause.with_verbs(self.grammar), self.words)
        found: list[Statement] = []
        for verb in self._verbs(floor):
            made = _Maker(self, floor, document, said).of_verb(verb, found[-1] if found else None)
            if made is not None:
                found.append(made)
        found += [_Maker(self, floor, document, said).apposed(*noun) for noun in appositions(floor)]
        return [*found, _Maker(self, floor, document, said).whole()]

    def _verbs(self, floor: Floor) -> Iterator[_Verb]:
        phrases = {hit.start: hit.end for hit in self.words.predicates.find_longest(floor.lemmas)}
        for place in range(len(floor)):
            if (voice := floor.verbs.get(place)) is not None:
                last = phrases.get(place, place + 1)
                yield _Verb(place, last, " ".join(floor.lemmas[place:last]), voice)
            elif floor.is_auxiliary(place) and self._stands_alone(floor, place):
                lemma = floor.sentence.lemmas[place]
                yield _Verb(place, place + 1, lemma, Voice.ACTIVE)

    @staticmethod
    def _stands_alone(floor: Floor, place: int) -> bool:
        """Whether "be" or "have" is the verb itself: no participle and no infinitive follows."""
        lemma = floor.sentence.lemmas[place]
        if lemma not in HELPERS:
            return False
        position = place + 1
        while position < len(floor) and (floor.is_adverb(position) or floor.is_negator(position)):
            position += 1
        if position >= len(floor) or floor.folded[position] == "to" or floor.is_auxiliary(position):
            return False
        return floor.verbs.get(position) is None or position in floor.covering


class _Maker:
    """Makes the statement of one verb."""

    def __init__(self, stating: Stating, floor: Floor, document: str, said: Sequence[Said]) -> None:
        self.stating, self.floor, self.document, self.said = stating, floor, document, said

    def of_verb(self, verb: _Verb, before: Statement | None) -> Statement | None:
        floor = self.floor
        verb = self._with_particle(verb)
        is_saying = floor.lemmas[verb.first] in floor.grammar.saying
        behind = following(floor, verb.last, is_saying=is_saying)
        if behind.is_broken:
            return None
        if verb.voice in (Voice.REDUCED, Voice.GERUND):
            return self._participle(verb, behind)
        if helper_of(floor.clause, verb.first) == "to" and not self._is_future(verb):
            return None
        found = subject_of_verb(floor, verb.first)
        if found == "shared":
            return self._shared(verb, behind, before)
        if not isinstance(found, Found):
            return None
        subject = self._part(Side.SUBJECT, found.chunk, full=found.full)
        others = [self._part(self._side(chunk), chunk) for chunk in found.others]
        return self._statement(
            verb, behind, [subject, *others], start=found.start, shape=found.shape, opens=found.opens
        )

    def _with_particle(self, verb: _Verb) -> _Verb:
        """Take in a particle that no phrase follows: "broke up on Wednesday"."""
        floor = self.floor
        if verb.last >= len(floor) or floor.folded[verb.last] not in self.stating.words.particles:
            return verb
        after = verb.last + 1
        ends = after >= len(floor) or floor.preposition_at(after) is not None or floor.tokens[after].kind == "mark"
        if not (ends or floor.is_adverb(after) or floor.preposition_at(verb.last) is None):
            return verb
        return _Verb(verb.first, after, f"{verb.lemma} {floor.folded[verb.last]}", verb.voice)

    def apposed(self, name: Chunk, noun: Chunk, full: int) -> Statement:
        """Read "X, the maker of Y," as "X is the maker of Y"."""
        tokens = self.floor.tokens
        parts = (self._part(Side.SUBJECT, name), self._part(Side.OBJECT, noun, full=full))
        start, end = tokens[name.first].start, tokens[full - 1].end
        return self._bare(COPULA[self.floor.sentence.language], "apposition", start, end, parts)

    def whole(self) -> Statement:
        """Return a sentence as one statement without sides, for its typed values and the names in it."""
        floor = self.floor
        words = self.stating.words
        free = [p for p in range(len(floor)) if p not in floor.covering]
        is_denied = any(floor.is_negator(p) for p in free) or any(floor.lemmas[p] in words.denying for p in floor.verbs)
        is_unsure = any(floor.folded[p] in words.possible or floor.folded[p] in words.hypothetical for p in free)
        passage = floor.sentence.passage
        named = [argument for argument in floor.clause.arguments if argument.entities]
        parts = tuple(self._part(Side.BESIDE, Chunk(one.first, one.last)) for one in named)
        return self._bare("", WHOLE, passage.start, passage.end, parts, is_negated=is_denied, is_possible=is_unsure)

    def _bare(
        self,
        predicate: str,
        shape: str,
        start: int,
        end: int,
        parts: tuple[Part, ...],
        *,
        is_negated: bool = False,
        is_possible: bool = False,
    ) -> Statement:
        """Return a statement without a verb of its own."""
        return Statement(
            self.document,
            self.floor.sentence.passage.number,
            predicate,
            (start, start),
            start,
            end,
            shape,
            parts,
            tuple(self._amounts(start, end)),
            speaker=next((one.speaker for one in self.said if one.start <= start < one.end), None),
            is_negated=is_negated,
            is_possible=is_possible,
        )

    def _is_future(self, verb: _Verb) -> bool:
        """Whether "to" only carries on an auxiliary: "is to see", "is expected to build"."""
        stop = skip_light_left(self.floor.clause, verb.first - 1) + 1
        return any(self.floor.is_auxiliary(p) for p in range(stop, verb.first))

    def _participle(self, verb: _Verb, behind: Following) -> Statement | None:
        """Read "a car built by X": only where the noun stands right before it."""
        floor = self.floor
        is_said = floor.lemmas[verb.first] in floor.grammar.saying
        if verb.voice is not Voice.REDUCED or verb.first == 0 or is_said:
            return None
        is_naming = verb.lemma in self.stating.words.naming
        if not is_naming and not any(chunk.preposition for chunk in behind.chunks[:1]):
            return None
        stop = verb.first - (floor.tokens[verb.first - 1].text == ",")
        chunks = chunks_of(floor, stretch_start(floor, stop), stop)
        if not chunks or chunks[-1].last != stop:
            return None
        subject = self._part(Side.SUBJECT, chunks[-1])
        return self._statement(verb, behind, [subject], start=chunks[-1].first, shape="participle", opens=None)

    def _shared(self, verb: _Verb, behind: Following, before: Statement | None) -> Statement | None:
        """Take over the subject of the verb before: "X wants ... and has offered"."""
        subject = before.on(Side.SUBJECT) if before and before.shape in ("active", "relative", "shared") else None
        if before is None or subject is None or before.end > self.floor.tokens[verb.first].start:
            return None
        return self._statement(verb, behind, [subject], start=verb.first, shape="shared", opens=None)

    def _statement(
        self, verb: _Verb, behind: Following, parts: list[Part], *, start: int, shape: str, opens: str | None
    ) -> Statement:
        floor = self.floor
        is_passive = verb.voice in (Voice.PASSIVE, Voice.REDUCED)
        if is_passive:
            parts[0] = _moved(parts[0], Side.OBJECT)
        parts += self._behind(verb, behind, is_passive=is_passive)
        if (reason := self._reason(behind.end)) is not None:
            parts.append(reason)
        first, last = floor.tokens[start].start, floor.tokens[max(behind.end, behind.clause_end, verb.last) - 1].end
        at = floor.tokens[verb.first].start, floor.tokens[verb.last - 1].end
        stop = skip_light_left(floor.clause, verb.first - 1) + 1
        lead = range(stretch_start(floor, stop), stop)  # what stands before the verb and its auxiliaries
        return Statement(
            document=self.document,
            passage=floor.sentence.passage.number,
            predicate=verb.lemma,
            at=at,
            start=min([first, *(part.start for part in parts)]),
            end=last,
            shape=("passive" if is_passive and shape == "active" else shape),
            parts=tuple(parts),
            amounts=tuple(self._amounts(min([first, *(part.start for part in parts)]), last)),
            is_negated=self._is_negated(verb, lead),
            is_possible=self._is_possible(verb, lead, opens),
            certainty=self._certainty(verb),
            speaker=next((one.speaker for one in self.said if one.start <= at[0] < one.end), None),
        )

    def _behind(self, verb: _Verb, behind: Following, *, is_passive: bool) -> Iterator[Part]:
        """Yield the parts behind a verb: the first phrase that no preposition governs is its object."""
        free = [Side.SECOND, Side.SECOND] if is_passive else [Side.OBJECT, Side.SECOND]
        is_naming = verb.lemma in self.stating.words.naming
        chunks = _with_name_apart(self.floor, behind.chunks) if is_naming else behind.chunks
        for chunk in chunks:
            is_last = chunk is chunks[-1]
            full = behind.full if is_last or not chunk.preposition else chunk.last
            if chunk.preposition is None and not self.floor.is_date(chunk.first):
                side: str = free.pop(0) if free else Side.BESIDE
                yield self._part(side, chunk, full=full)
            elif is_passive and chunk.preposition in BY and self._is_agent(chunk):
                yield self._part(Side.SUBJECT, chunk)
            else:
                yield self._part(self._side(chunk), chunk, full=full if is_last else chunk.last)
        if behind.clause is not None and behind.clause_end > behind.clause:
            yield self._words(Side.CLAUSE, behind.clause, behind.clause_end)

    def _is_agent(self, chunk: Chunk) -> bool:
        """Whether somebody stands behind "by": a determiner or a name opens the phrase ("par an" is a rate)."""
        floor = self.floor
        return floor.is_determiner(chunk.first) or chunk.first in floor.covering or floor.tokens[chunk.first].is_capital

    def _side(self, chunk: Chunk) -> str:
        if chunk.preposition is not None:
            return chunk.preposition
        return Side.TIME if self.floor.is_date(chunk.first) else Side.BESIDE

    def _reason(self, position: int) -> Part | None:
        """Return the clause behind "because", up to the end of the sentence."""
        floor = self.floor
        for hit in self.stating.words.reasons.find_longest(floor.folded):
            if hit.start < position - 1 or hit.start > position + REASON_REACH:
                continue
            if any(floor.is_finite(p) for p in range(position, hit.start)):
                return None  # the reason of another verb
            if floor.folded[hit.start] == DUE and is_base(floor, hit.end):
                continue  # "due to be built"
            if any(floor.is_break(p) and floor.tokens[p].kind == "mark" for p in range(position, hit.start)):
                return None
            end = sentence_end(floor, hit.end)
            return self._words(Side.REASON, hit.start, end) if end > hit.end else None
        return None

    def _part(self, side: str, chunk: Chunk, full: int | None = None) -> Part:
        floor = self.floor
        inside = [
            a
            for a in floor.clause.arguments
            if chunk.first <= a.first < chunk.last and a.mention is not None and not floor.is_bare(a)
        ]
        head = next((a for a in inside if a.first <= chunk.first + 1), None)
        if head is None and len(inside) == 1:
            is_inner = any(floor.folded[p] in GENITIVE for p in range(chunk.first, inside[0].first))
            head = None if is_inner else inside[0]  # "the head of the plant" is no plant
        group = floor.clause.group(head) if head is not None else []
        entities = tuple(dict.fromkeys(e for a in group for e in a.entities))
        kind = head.mention.kind if head is not None and head.mention is not None else None
        end = max(full or chunk.last, chunk.last)
        tokens = floor.tokens
        return Part(side, tokens[chunk.first].start, tokens[chunk.last - 1].end, tokens[end - 1].end, entities, kind)

    def _words(self, side: str, first: int, last: int) -> Part:
        tokens = self.floor.tokens
        while last > first + 1 and tokens[last - 1].kind == "mark":
            last -= 1
        end = tokens[last - 1].end
        return Part(side, tokens[first].start, end, end)

    def _amounts(self, start: int, end: int) -> Iterator[Amount]:
        for span in self.floor.sentence.values:
            if start <= span.start and span.end <= end and span.role is None:
                yield Amount(
                    span.start, span.end, span.whole, span.value.kind, span.dimension, span.counted, span.inherited
                )

    def _is_negated(self, verb: _Verb, lead: range) -> bool:
        floor = self.floor
        around = [*range(lead.stop, verb.first), *range(verb.last, min(verb.last + MOST_WORDS, len(floor)))]
        if any(floor.is_negator(p) for p in around if p not in floor.covering):
            return True
        if self._stands_under(lead, self.stating.words.denying):
            return True
        return Hedging.is_denied(floor.clause, verb.first) or self._is_negative(lead)

    def _is_negative(self, lead: range) -> bool:
        """Whether "no", "none" or "neither" opens the subject."""
        return any(self.floor.is_negator(p) for p in lead if p not in self.floor.covering)

    def _is_possible(self, verb: _Verb, lead: range, opens: str | None) -> bool:
        if opens in self.stating.words.hypothetical:
            return True
        found = {self.floor.folded[p] for p in range(lead.stop, verb.first + 1)} & self.stating.words.possible
        if self._stands_under(lead, self.stating.words.supposing):
            return True
        return bool(found - BACKSHIFTED if self._stands_under(lead, self.floor.grammar.saying) else found)

    def _stands_under(self, lead: range, verbs: Container[str]) -> bool:
        """Whether one of these verbs introduces the clause: "she said that it would close" is no supposition."""
        before = range(max(0, lead.start - SAYING_REACH), lead.start)
        return any(self.floor.lemmas[p] in verbs for p in before if p in self.floor.verbs)

    def _certainty(self, verb: _Verb) -> Certainty:
        found = self.stating.hedging.certainty(self.floor.clause, verb.first, NO_VALUE)
        return Certainty.STATED if found is Certainty.DENIED else found


def _with_name_apart(floor: Floor, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Cut the name from the thing that it is given to: "calls [its darkest finish] [Piano Black]"."""
    if not chunks or chunks[0].preposition is not None or (len(chunks) > 1 and chunks[1].preposition is None):
        return list(chunks)
    first = chunks[0]
    for position in range(first.first + 1, first.last):
        token = floor.tokens[position]
        if token.is_word and token.text != token.text.lower() and not floor.tokens[position - 1].is_capital:
            return [Chunk(first.first, position), Chunk(position, first.last), *chunks[1:]]
    return list(chunks)


def _moved(part: Part, side: str) -> Part:
    return Part(side, part.start, part.end, part.full, part.entities, part.kind)
