"""Who said what: quoted words with the speaker beside them, and "X said that ..."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft, entity_value
from facts.extracting.noun_phrases import Determiner
from facts.extracting.voice import Voice
from facts.models import Value, ValueKind
from facts.terms import fold

LEAST_QUOTE = 3  # words; shorter quotation marks are irony or a title
OPENING, CLOSING = "“«„", "”»"
_MARK = re.compile('["“”«»„]')
DENIED_REACH = 3  # tokens: "denied the reports that"
STOPS = frozenset(".;!?")
THAT = frozenset({"that", "que", "qu'"})
STARTING = frozenset({"it", "there", "he", "she", "they"})  # what opens a clause


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters [start, end) of the document between quotation marks."""

    start: int
    end: int


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Return the quotations of a paragraph. Marks are paired in turn: translations mix and mirror them."""
    marks = [found.start() for found in _MARK.finditer(text, start, end)]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return [
        Quotation(opened + 1, closed) for opened, closed in pairs if len(text[opened:closed].split()) >= LEAST_QUOTE
    ]


class Speech:
    """Finds speakers. Keeps the speaker of a quotation that runs over several sentences."""

    def __init__(self, announcing: frozenset[str], denying: frozenset[str] = frozenset()) -> None:
        self.announcing, self.denying = announcing, denying
        self._running: tuple[Quotation, str] | None = None
        self._last: tuple[int, str] | None = None  # paragraph and speaker of the quotation before

    def drafts(self, clause: Clause, discourse: Discourse, inside: Sequence[Quotation]) -> Iterator[Draft]:
        """Yield what is said in a sentence, by whom."""
        sentence = clause.sentence
        for quotation in inside:
            start, end = max(quotation.start, sentence.passage.start), min(quotation.end, sentence.passage.end)
            who, pattern = self._named(clause, discourse, self._part(clause, quotation, inside), inside)
            if who is None and self._running and self._running[0] == quotation:
                who = self._running[1]
            elif who is None and self._goes_on(clause, inside):
                who, pattern = self._last[1] if self._last else None, "speech.continued"
            if who is None or len(sentence.text[start:end].split()) < LEAST_QUOTE:
                continue
            self._running, self._last = (quotation, who), (sentence.passage.paragraph, who)
            yield self._said(clause, who, start, end, pattern)
        yield from self._reported(clause, discourse, inside)

    def _named(
        self, clause: Clause, discourse: Discourse, part: range, inside: Sequence[Quotation]
    ) -> tuple[str | None, str]:
        """Return who speaks in a part of a sentence, and the pattern that tells: the subject, else who is named."""
        if (who := self._speaker(clause, discourse, part, inside)) is not None:
            return who, "speech.quoted"
        return self._only_person(clause, discourse, part, inside), "speech.named"

    @staticmethod
    def _part(clause: Clause, quotation: Quotation, inside: Sequence[Quotation]) -> range:
        """Return the tokens around a quotation, as far as no semicolon parts them from it."""
        tokens = clause.sentence.tokens
        stops = [
            place
            for place, token in enumerate(tokens)
            if token.text == ";" and not any(q.start <= token.start < q.end for q in inside)
        ]
        first = max((place + 1 for place in stops if tokens[place].start < quotation.start), default=0)
        last = min((place for place in stops if tokens[place].start >= quotation.end), default=len(tokens))
        return range(first, last)

    @staticmethod
    def _only_person(clause: Clause, discourse: Discourse, part: range, inside: Sequence[Quotation]) -> str | None:
        """Return the one person named outside the marks where something is said: "X, who ..., called it"."""
        sentence = clause.sentence
        outside = [p for p in part if not any(q.start <= sentence.tokens[p].start < q.end for q in inside)]
        says = any(sentence.lemmas[p] in clause.grammar.saying for p in outside)
        opens = any(sentence.text[: quotation.start].rstrip(OPENING + '" \n').endswith(":") for quotation in inside)
        people = {
            entity
            for argument in clause.arguments
            if argument.first in outside and len(argument.entities) == 1
            for entity in argument.entities
            if discourse.is_a(entity, "person")
        }
        return people.pop() if len(people) == 1 and (says or opens) else None

    def _goes_on(self, clause: Clause, inside: Sequence[Quotation]) -> bool:
        """Whether a sentence is nothing but a quotation, in the paragraph of the one before."""
        sentence = clause.sentence
        words = (token for token in sentence.tokens if token.kind != "mark")
        is_all = all(any(q.start <= token.start < q.end for q in inside) for token in words)
        return is_all and self._last is not None and self._last[0] == sentence.passage.paragraph

    @staticmethod
    def _said(clause: Clause, who: str, start: int, end: int, pattern: str) -> Draft:
        text = clause.sentence.text
        while start < end and not text[start].isalnum():
            start += 1
        while end > start and text[end - 1] in ' \n,;:"“”«»':
            end -= 1
        anchor = min(len(clause.sentence.tokens) - 1, clause.sentence.positions(start, end).start)
        return Draft(
            who, "said", Value(" ".join(text[start:end].split()), ValueKind.TEXT), (start, end), anchor, pattern
        )

    @staticmethod
    def _speaker(clause: Clause, discourse: Discourse, part: range, inside: Sequence[Quotation]) -> str | None:
        """Return who the verb of saying outside the quotation marks belongs to."""
        sentence = clause.sentence
        for place in part:
            token = sentence.tokens[place]
            if sentence.lemmas[place] not in clause.grammar.saying or any(
                q.start <= token.start < q.end for q in inside
            ):
                continue
            for argument in (clause.covering.get(place + 1), clause.subject(place, Voice.ACTIVE)):
                if (
                    argument
                    and argument.first in part
                    and len(argument.entities) == 1
                    and discourse.is_a(argument.entities[0], "person", "organisation")
                ):
                    return argument.entities[0]
        return None

    def _reported(self, clause: Clause, discourse: Discourse, inside: Sequence[Quotation]) -> Iterator[Draft]:
        """Yield "X said that ..." and, where the news is a new thing, who announced it."""
        sentence = clause.sentence
        for place, lemma in enumerate(sentence.lemmas):
            token = sentence.tokens[place]
            if lemma not in clause.grammar.saying or any(q.start <= token.start < q.end for q in inside):
                continue
            if not self.denying.isdisjoint(sentence.lemmas[max(0, place - DENIED_REACH) : place + 1]):
                continue  # what somebody denies, or denies reports of, is the last that they say
            that = self._that(clause, place)
            speaker = clause.subject(place, Voice.ACTIVE)
            if that is None and self._starts_clause(clause, place + 1):
                that = place
            if that is None or speaker is None or len(speaker.entities) != 1:
                continue
            who = speaker.entities[0]
            if not discourse.is_a(who, "person", "organisation"):
                continue
            end = self._end(clause, that + 1, inside)
            if all(token.kind == "mark" for token in sentence.tokens[that + 1 : end]):
                continue  # "Toyota warns us about that:"
            stop = sentence.tokens[end - 1].end
            if end < len(sentence.tokens) and sentence.tokens[end].text not in STOPS:
                continue  # words in quotation marks follow: they say it
            yield self._said(clause, who, sentence.tokens[that].end, stop, "speech.reported")
            if lemma in self.announcing:
                yield from self._announced(clause, discourse, who, speaker, that + 1, end)

    @staticmethod
    def _end(clause: Clause, position: int, inside: Sequence[Quotation]) -> int:
        """Return the position behind what is said: up to a stop or a semicolon, or to words in quotation marks."""
        tokens = clause.sentence.tokens
        while position < len(tokens) and not (
            tokens[position].text in STOPS and not clause.sentence.touches(position + 1)
        ):
            if any(q.start == tokens[position].end for q in inside):
                break
            position += 1
        return position

    @staticmethod
    def _starts_clause(clause: Clause, position: int) -> bool:
        """Whether a clause follows a verb of saying right away: "X said the Y was parked"."""
        tokens = clause.sentence.tokens
        if position >= len(tokens) or not tokens[position].is_word:
            return False
        is_start = tokens[position].folded in clause.grammar.articles or tokens[position].folded in STARTING
        following = clause.covering.get(position)
        is_name = following is not None and following.mention is not None and following.first == position
        end = clause.clause_end(position)
        has_verb = any(
            clause.sentence.lemmas[p] in clause.grammar.auxiliaries or tokens[p].folded in clause.grammar.modals
            for p in range(position + 1, end)
            if p not in clause.covering
        )
        return (is_start or is_name) and has_verb

    @staticmethod
    def _that(clause: Clause, place: int) -> int | None:
        """Return the position of the "that" that belongs to a verb, a phrase of place or time between."""
        for position in range(place + 1, min(place + 9, len(clause.sentence.tokens))):
            if fold(clause.sentence.tokens[position].text) in THAT:
                return position
            if clause.sentence.tokens[position].kind == "mark" and clause.sentence.tokens[position].text != ",":
                return None
        return None

    @staticmethod
    def _announced(
        clause: Clause, discourse: Discourse, who: str, speaker: Argument, first: int, last: int
    ) -> Iterator[Draft]:
        for argument in clause.arguments:
            if not first <= argument.first < last or argument.mention is None or len(argument.entities) != 1:
                continue
            is_new = argument.mention.phrase.determiner is Determiner.INDEFINITE
            if is_new and discourse.is_a(argument.entities[0], "model", "platform"):
                name = discourse.entities[who].name
                tokens = clause.sentence.tokens
                at = tokens[speaker.first].start, tokens[speaker.last - 1].end
                yield Draft(
                    argument.entities[0], "announced_by", entity_value(who, name), at, first, "speech.announced"
                )
