"""A statement with its words, seen from the sides that a question's predicate has.

Answers whether what a question gives stands in it: names as the head of a side, other words anywhere on that side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.known import Known
from bot.answering.synonyms import Relation, Synonyms
from bot.models.asked import Given
from facts.models import Amount, Document, Part, Side, Statement
from facts.terms import fold, squeeze, tokenize

TO = ("to", "a", "à", "au", "aux")
FROM = ("from", "de", "du", "d'", "des")
PRONOUNS = ("pronouns_thing", "pronouns_person", "pronouns_plural")
DETERMINERS = ("articles", "possessives", "demonstratives")
AGENT_NOUNS = ("agent_nouns", "role_nouns", "organisation_nouns")
WHOLE = "sentence"  # the shape of a statement that is a whole sentence
SENTENCES_BACK = 3  # of the same paragraph in which what "it" means may be named
SHORT_WORD = 4  # letters from which a word of a name has a capital: "de", "von"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters [start, end) of the document that answer, and the entity that they name, if any."""

    start: int
    end: int
    entity: str | None = None


class Clause:
    """One statement under one relation of predicates."""

    def __init__(self, known: Known, synonyms: Synonyms, statement: Statement, relation: Relation) -> None:
        self.known, self.synonyms, self.statement, self.relation = known, synonyms, statement, relation
        self.document: Document = known.document(statement.document)
        self.language = self.document.language[:2]
        self._words: dict[tuple[int, int], list[tuple[int, str]]] = {}
        self.classes = synonyms.classes[self.language]

    def part(self, side: str | None) -> Part | None:
        """Return the part that stands where the question's predicate has this side."""
        if side is None:
            return None
        if self.relation is Relation.SWAP and side in (Side.SUBJECT, Side.OBJECT):
            return self._first((Side.OBJECT, *TO) if side == Side.SUBJECT else (Side.SUBJECT,))
        if self.relation is Relation.CONVERSE and side in (Side.SUBJECT, *TO, *FROM):
            return self._first((*TO, *FROM) if side == Side.SUBJECT else (Side.SUBJECT,))
        if side == Side.OBJECT:
            return self._first((Side.OBJECT, Side.CLAUSE))
        return self.statement.on(side)

    def _first(self, sides: Sequence[str]) -> Part | None:
        return next((part for side in sides if (part := self.statement.on(side)) is not None), None)

    def holds(self, given: Given, gap: Part | None) -> bool:
        """Whether the statement says what the question gives, outside what would answer it."""
        own = self.part(given.side) if given.side in (Side.SUBJECT, Side.OBJECT) else None
        if given.side in (Side.SUBJECT, Side.OBJECT) and own is None:
            return False
        if given.side is not None and given.side not in (Side.SUBJECT, Side.OBJECT):
            behind = self.statement.on(given.side)
            return behind is not None and self.holds_on(behind, given)
        if own is not None:
            return own is not gap and (self.holds_on(own, given) or self._stands_for(own, given))
        others = [part for part in self.statement.parts if part is not gap]
        if given.names and not any(self._names(part, given.names) for part in others):
            return self._is_framed(given)
        lemmas = self.lemmas(self.statement.start, self.statement.end, (gap.start, gap.full) if gap else (0, 0))
        has_words = all(any(self.synonyms.are_alike(word, lemma) for lemma in lemmas) for word in given.words)
        return has_words or (given.is_name and self._is_framed(given))

    def holds_anywhere(self, given: Given) -> bool:
        """Whether a whole sentence says what is given; who does it must be named in the sentence itself."""
        parts = self.statement.parts
        lemmas = self.lemmas(self.statement.start, self.statement.end)
        if given.side not in (None, Side.SUBJECT, Side.OBJECT) and fold(given.side or "") not in lemmas:
            return False
        has_names = not given.names or any(self._names(part, given.names) for part in parts)
        has_words = all(any(self.synonyms.are_alike(word, lemma) for lemma in lemmas) for word in given.words)
        if has_names and has_words:
            return True
        is_framed = given.side != Side.SUBJECT and (given.is_name or bool(given.names)) and self._is_framed(given)
        return is_framed and (has_words or given.is_name)

    def holds_on(self, part: Part, given: Given) -> bool:
        """Whether one part says what is given."""
        if given.names and not self._names(part, given.names, is_head=given.is_head):
            return False
        second = self.statement.on(Side.SECOND) if part.side == Side.OBJECT else None
        lemmas = self.lemmas(part.start, part.full)
        lemmas += self.lemmas(second.start, second.full) if second is not None else []
        return all(any(self.synonyms.are_alike(word, lemma) for lemma in lemmas) for word in given.words)

    def _names(self, part: Part, names: Sequence[str], *, is_head: bool = False) -> bool:
        """Whether a part means one of the entities; a name that only describes its head does not, where it has to."""
        if set(part.entities) & set(names):
            return True
        if is_head and (part.entities or part.kind is not None):
            return False
        text = _plain(self.document.text[part.start : part.end if is_head else part.full])
        spelled = {_plain(name) for name in self._spellings(names)}
        if is_head:
            return any(f" {text}".endswith(f" {name}") for name in spelled)
        return any(f" {name} " in f" {text} " for name in spelled)

    def _stands_for(self, part: Part, given: Given) -> bool:
        """Whether "it" or "the company" stands for what is given: the frame names it, and no rival."""
        if part.entities:
            return False
        if given.words and not given.is_name:
            return self.is_pronoun(part) and self._is_before(given.words)
        kinds = {self.known.entity(key).kind for key in given.names}
        fits = part.kind is not None and any(self.known.lexicon.is_a(kind, part.kind) for kind in kinds)
        is_plain = len(self.document.text[part.start : part.end].split()) <= 2  # noqa: PLR2004 - article and noun
        return is_plain and (self.is_pronoun(part) or fits) and self._is_framed(given)

    def _spellings(self, names: Sequence[str]) -> Iterator[str]:
        for key in names:
            entity = self.known.entity(key)
            yield from (entity.name, *entity.aliases)

    def _is_framed(self, given: Given) -> bool:
        """Whether title, heading or a sentence just before names what is given, and nothing since names a rival."""
        kinds = {self.known.entity(key).kind for key in given.names}
        if not kinds.isdisjoint(self._kinds_in([self.statement])):
            return False
        passages = self.known.passages(self.document.name)
        here = passages[self.statement.passage]
        spelled = [_plain(name) for name in self._spellings(given.names)] or [_plain(given.text)]
        above = [passages[here.heading].of(self.document.text)] if here.heading is not None else []
        if any(_holds(text, spelled) for text in (self.document.title or "", *above)):
            return True
        for passage in reversed(passages[max(0, here.number - SENTENCES_BACK) : here.number]):
            if passage.paragraph != here.paragraph:
                return False
            if _holds(passage.of(self.document.text), spelled):
                return True
            if not kinds.isdisjoint(self._kinds_in(self.known.store.statements_in([passage]))):
                return False
        return False

    def _is_before(self, words: Sequence[str]) -> bool:
        """Whether the sentence before, in the same paragraph, holds words that a pronoun stands for."""
        passages = self.known.passages(self.document.name)
        here = passages[self.statement.passage]
        before = passages[here.number - 1] if here.number else None
        if before is None or before.paragraph != here.paragraph:
            return False
        lemmas = self.lemmas(before.start, before.end)
        return all(word in lemmas for word in words)

    def _kinds_in(self, statements: Sequence[Statement]) -> set[str]:
        """Return the kinds of everything that statements name."""
        named = {key for statement in statements for part in statement.parts for key in part.entities}
        return {self.known.entity(key).kind for key in named}

    def lemmas(self, start: int, end: int, hole: tuple[int, int] = (0, 0)) -> list[str]:
        """Return the words of a stretch as lemmas and as written, those of the hole left out."""
        key = (start, end)
        if key not in self._words:
            words = (token for token in tokenize(self.document.text, start, end) if token.kind != "mark")
            self._words[key] = [(t.start, form) for t in words for form in (self.lemma(t.folded), t.folded)]
        return [form for place, form in self._words[key] if not hole[0] <= place < hole[1]]

    def lemma(self, folded: str) -> str:
        return self.known.lemma(folded, self.language)

    def amounts(self) -> list[Amount]:
        """Return the typed values of the clause itself: none behind "instead of", none of a further clause."""
        return [one for one in self.statement.amounts if self._is_own(one)]

    def _is_own(self, amount: Amount) -> bool:
        contrasting = self.folded_class("contrast_prepositions")
        if self.statement.shape == WHOLE:
            return True
        own = [part for part in self.statement.parts if part.side not in (Side.CLAUSE, Side.REASON)]
        inside = [part for part in own if part.start <= amount.start < part.full]
        return bool(inside) and not any(
            fold(part.side) in contrasting for part in inside if part.start <= amount.start < part.end
        )

    def is_pronoun(self, part: Part) -> bool:
        word = fold(self.document.text[part.start : part.end])
        return any(word in self.folded_class(name) for name in PRONOUNS)

    def is_bare(self, part: Part) -> bool:
        """Whether nothing but an article stands there: a name that looks like one."""
        words = [token.folded for token in tokenize(self.document.text, part.start, part.end)]
        return len(words) == 1 and any(words[0] in self.folded_class(name) for name in DETERMINERS)

    def is_determined(self, part: Part) -> bool:
        """Whether an article or the like opens a part."""
        first = next(iter(tokenize(self.document.text, part.start, part.end)))
        return any(first.folded in self.folded_class(name) for name in DETERMINERS) or first.kind == "elision"

    def is_capital(self, part: Part) -> bool:
        """Whether a part is written as a name."""
        words = [token for token in tokenize(self.document.text, part.start, part.end) if token.is_word]
        return bool(words) and words[0].is_capital and all(w.is_capital or len(w.text) < SHORT_WORD for w in words)

    def is_agent(self, part: Part) -> bool:
        """Whether the head of a part is a noun of people acting."""
        tokens = list(tokenize(self.document.text, part.start, part.end))
        stop = next((place for place, token in enumerate(tokens) if token.folded in ("of", *FROM)), len(tokens))
        words = [token for token in tokens[:stop] if token.is_word]
        lemmas = {self.lemma(word.folded) for word in words[-1:]}
        return any(not lemmas.isdisjoint(self.folded_class(name)) for name in AGENT_NOUNS)

    def folded_class(self, name: str) -> frozenset[str]:
        return self.classes.get(name, frozenset())

    def is_short(self, start: int, end: int, longest: int) -> bool:
        return len(self.document.text[start:end].split()) <= longest


def _holds(text: str, names: Sequence[str]) -> bool:
    plain = f" {_plain(text)} "
    return any(f" {name} " in plain for name in names)


def _plain(text: str) -> str:
    return " ".join(squeeze(token.folded) for token in tokenize(text) if token.kind != "mark")
