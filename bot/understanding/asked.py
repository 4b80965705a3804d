"""Reads a question as a statement with one open side: "What did the union demand?" is (union, demand, ?).

By word order alone, for questions with a question word and one verb; for any other shape there is nothing to read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.models.asked import AnswerType, Asked, Given
from bot.understanding.clause_words import BE, BY, DO, HAVE, ClauseWords
from bot.understanding.draft import Draft, TagPiece
from bot.understanding.focus import find_focus
from bot.understanding.words import Word
from facts.models import Side
from facts.phrases import Hit
from facts.terms import fold

WHO, WHAT, WHICH = ("who",), ("what", "else"), ("which",)
ALONE = ("when", "where", "why", "how", "how_many", "how_much")
TYPES = {
    "person": AnswerType.AGENT,
    "agent": AnswerType.AGENT,
    "place": AnswerType.PLACE,
    "date": AnswerType.DATE,
    "amount": AnswerType.AMOUNT,
    "count": AnswerType.COUNT,
    "duration": AnswerType.DURATION,
    "duration_or_length": AnswerType.DURATION,
    "money": AnswerType.AMOUNT,
    "share": AnswerType.SHARE,
    "reason": AnswerType.REASON,
    "frequency": AnswerType.FREQUENCY,
}
DIMENSIONS = ("distance", "speed", "length", "mass", "power", "energy")
KINDS = {"organisation": AnswerType.ORGANISATION, "person": AnswerType.PERSON, "place": AnswerType.PLACE,
         "model": AnswerType.MODEL}  # fmt: skip
CALLING = frozenset(
    {"call", "name", "dub", "christen", "nickname", "baptize", "appeler", "baptiser", "surnommer", "nommer"}
)
PRONOUNS = ("pronouns_thing", "pronouns_person", "pronouns_plural")
CLITICS = frozenset({"t", "il", "elle", "ils", "elles", "on", "ce", "t-il"})
GENITIVE = frozenset({"of", "de", "du", "d'", "des"})  # join two nouns to one phrase
MOST_NOUN = 4  # words of the type word behind "which"


@dataclass(frozen=True, slots=True)
class _Verb:
    """The verb of a question at words[first:last]; `subject` is the run of its subject's words, if any."""

    first: int
    last: int
    lemma: str
    subject: tuple[int, int] | None
    is_passive: bool = False


class AskedReader:
    """Reads the questions of one language."""

    def __init__(self, words: ClauseWords) -> None:
        self.words = words

    def read(self, draft: Draft, inherited: tuple[str, ...] = ()) -> Asked | None:
        """Return a question as a statement, or None. `inherited` are the entities that a pronoun stands for."""
        asking = self._asking(draft)
        return _Question(self.words, draft, asking, inherited).read() if asking is not None else None

    def _asking(self, draft: Draft) -> TagPiece | None:
        """Return the question word with its tag; "who is" is one too, though it asks to describe."""
        focus = find_focus(draft)
        if focus is not None:
            return next(tag for tag in draft.tags if tag.first == focus.first and tag.tag == focus.tag)
        for tag in draft.tagged("describe"):
            kinds = [hit for hit in self.words.types.find([draft.words[tag.first].folded]) if tag.first == 0]
            wanted = kinds[0].payloads[0] if kinds else None
            if wanted in ("person", "thing"):
                return TagPiece(tag.first, tag.first + 1, "who" if wanted == "person" else "what")
        return None


class _Question:
    """One question while it is read."""

    def __init__(self, grammar: ClauseWords, draft: Draft, asking: TagPiece, inherited: tuple[str, ...]) -> None:
        self.grammar, self.draft, self.words, self.inherited = grammar, draft, draft.words, inherited
        self.first, self.after, self.tag = asking.first, asking.last, asking.tag
        self.named = {p: name for name in draft.names for p in range(name.first, name.last)}
        around = [t for t in draft.tagged("filler", "chat") if t.last <= self.first or t.last == len(self.words)]
        self.fillers = {p for t in around for p in range(t.first, t.last)}
        self.type = AnswerType.THING
        self.dimension: str | None = None
        self.kind: str | None = None
        self.nouns: tuple[str, ...] = ()

    def read(self) -> Asked | None:
        """Find the type, the verb and what is given; None where the words have another order."""
        start = self._read_type()
        if start is None:
            return None
        verb = self._verb(start)
        if verb is None:
            return None
        gap = self._gap(verb)
        given = self._given(verb)
        is_naming = verb.lemma.split()[0] in CALLING and self.type in (AnswerType.THING, AnswerType.MANNER)
        if given is not None and is_naming:
            return self._calling(verb, given)
        if (
            given is None
            or self.type is AnswerType.MANNER
            or (gap is None and self.type in (AnswerType.THING, AnswerType.AGENT, AnswerType.NAMED_KIND))
        ):
            return None
        return self._asked(verb, gap, given)

    def _asked(self, verb: _Verb, gap: str | None, given: tuple[Given, ...]) -> Asked:
        tail = self.words[self.after :]
        return Asked(
            self.type,
            verb.lemma,
            gap,
            given,
            self.nouns,
            self.kind,
            self.dimension,
            is_negated=any(self.grammar.is_negator(word) for word in tail),
            is_possible=any(word.folded in self.grammar.possible for word in tail),
        )

    def _calling(self, verb: _Verb, given: tuple[Given, ...]) -> Asked:
        self.type = AnswerType.NAME
        return self._asked(verb, Side.SECOND, given)

    # -- what is asked for

    def _read_type(self) -> int | None:
        """Set the answer type from the question word and its noun; return where the rest of the question begins."""
        folded = [word.folded for word in self.words]
        hits = [hit for hit in self.grammar.types.find(folded) if hit.start in (self.first - 1, self.first)]
        wanted = hits[0].payloads[0] if hits else None
        end = max(self.after, hits[0].end if hits else 0)
        while end > self.after and self.grammar.is_auxiliary(self.words[end - 1]):
            end -= 1  # "who is"
        if self.tag in ("what", "which", "how_many", "else") or (self.tag == "how_much" and wanted == "count"):
            end = self._read_noun(self.after)
        if (self.tag == "how_many" and wanted not in (*TYPES, *DIMENSIONS)) or (
            wanted in ("count", "amount") and self.nouns
        ):
            self.type = AnswerType.COUNT
            return end if self.nouns else None
        if wanted in DIMENSIONS:
            self.type, self.dimension = AnswerType.QUANTITY, wanted
        elif wanted in TYPES:
            self.type = TYPES[wanted]
        elif self.tag == "who":
            self.type = AnswerType.AGENT
        elif self.nouns or self.kind is not None:
            self.type = next((t for k, t in KINDS.items() if self._is_kind(k)), AnswerType.NAMED_KIND)
        elif wanted == "manner" or self.tag == "how":
            self.type = AnswerType.MANNER
        elif wanted not in ("thing", None) or self.tag not in (*WHAT, *WHICH):
            return None
        return end

    def _is_kind(self, kind: str) -> bool:
        return self.kind is not None and self.kind == kind

    def _read_noun(self, position: int) -> int:
        """Take in the noun behind "which" or "how many"; a name inside it is given."""
        start = position
        while position < len(self.words) and position - start < MOST_NOUN:
            word = self.words[position]
            is_end = self.grammar.is_auxiliary(word) or position in self.named or self.grammar.has(PRONOUNS, word)
            if is_end or self.grammar.has(("articles", "possessives", "demonstratives"), word):
                break
            if self.grammar.is_verb(word) and (position > start or self.tag == "what"):
                break
            position += 1
        self.nouns = tuple(w.lemma for w in self.words[start:position] if not self.grammar.is_silent(w))
        piece = next((k for k in self.draft.kinds if start <= k.first and k.last == position), None)
        if piece is not None and position > start:
            self.kind = self._root(piece.kinds)
            if self.kind in KINDS and self.tag != "how_many":
                self.nouns = tuple(w.lemma for w in self.words[start : piece.first] if not self.grammar.is_silent(w))
        return position

    def _root(self, kinds: Sequence[str]) -> str | None:
        known = {"brand": "organisation", "company": "organisation", "city": "place", "country": "place",
                 "region": "place", "plant": "place", "version": "model"}  # fmt: skip
        return known.get(kinds[0], kinds[0])

    # -- the verb

    def _verb(self, start: int) -> _Verb | None:
        """Find the main verb and the run of its subject."""
        position, auxiliaries = start, []
        subject_from: int | None = None
        while position < len(self.words):
            word = self.words[position]
            if position in self.named or position in self.fillers:
                subject_from = position if subject_from is None and position in self.named else subject_from
            elif self.grammar.is_auxiliary(word) and not self._is_noun(position):
                auxiliaries.append(position)
            elif (
                self.grammar.is_verb(word) and not self._is_noun(position) and self._may_be_main(position, auxiliaries)
            ):
                last = self._next_verb(position, auxiliaries)
                if last > position and subject_from is None:
                    subject_from = position
                return self._made(last, auxiliaries, subject_from)
            elif not (self.grammar.is_small(word) or word.folded in CLITICS or self.grammar.is_negator(word)):
                subject_from = position if subject_from is None else subject_from
            position += 1
        return self._copula(auxiliaries, start)

    def _is_noun(self, position: int) -> bool:
        """Whether a determiner or a preposition before a word makes it a noun."""
        if position in (0, self.after):
            return False
        before = self.words[position - 1]
        return (before.kind == "elision" and before.folded not in ("n'", "s'", "l'", "m'")) or (
            self.grammar.has(("articles", "possessives", "demonstratives"), before) and before.folded != "that"
        )  # fmt: skip

    def _may_be_main(self, position: int, auxiliaries: Sequence[int]) -> bool:
        """Whether a verb form agrees with the auxiliary before it."""
        word = self.words[position]
        if not auxiliaries:
            return True
        last = self.words[auxiliaries[-1]]
        if last.lemma in DO or last.lemma not in BE | HAVE:
            return word.folded == word.lemma or self.grammar.language == "fr"
        return word.folded != word.lemma or self.grammar.is_participle(word)

    def _next_verb(self, position: int, auxiliaries: Sequence[int]) -> int:
        """Return the last of several verbs in a row: the ones before are nouns ("did race control fine")."""
        following = position + 1
        if not auxiliaries or following >= len(self.words) or following in self.named:
            return position
        word = self.words[following]
        is_verb = self.grammar.is_verb(word) and self._may_be_main(following, auxiliaries)
        return self._next_verb(following, auxiliaries) if is_verb else position

    def _made(self, position: int, auxiliaries: Sequence[int], subject_from: int | None) -> _Verb:
        lemmas = [self.grammar.lemma(word) for word in self.words]
        hits = [hit for hit in self.grammar.phrases.find(lemmas) if hit.start == position]
        last = max((hit.end for hit in hits), default=position + 1)
        is_passive = bool(auxiliaries) and self.words[auxiliaries[-1]].lemma in BE
        is_passive = is_passive and self.grammar.is_participle(self.words[position])
        subject = None
        if subject_from is not None:
            subject = (subject_from, position)
        return _Verb(position, last, " ".join(lemmas[position:last]), subject, is_passive)

    def _copula(self, auxiliaries: Sequence[int], start: int) -> _Verb | None:
        """Read "who is the mediator": "be" or "have" as the verb itself."""
        owning = [p for p in auxiliaries[1:] if self.words[p].lemma in HAVE]
        if len(auxiliaries) > 1 and owning[-1:] == [auxiliaries[-1]]:  # "does the car have"
            return _Verb(owning[-1], owning[-1] + 1, self.words[owning[-1]].lemma, (auxiliaries[0] + 1, owning[-1]))
        places = [p for p in auxiliaries if self.words[p].lemma in BE | HAVE]
        if len(places) != 1 or places[0] != auxiliaries[0] or auxiliaries[0] != start:
            return None
        place = places[0]
        lemma = self.words[place].lemma
        if lemma in HAVE:
            return None
        return _Verb(place, place + 1, lemma, None)

    # -- what is given

    def _gap(self, verb: _Verb) -> str | None:
        """Return the side that the question word stands for."""
        if self.tag in ("when", "where", "why", "how", "how_many", "how_much"):
            return None
        if self.type not in (
            AnswerType.THING, AnswerType.AGENT, AnswerType.NAMED_KIND, AnswerType.PERSON, AnswerType.ORGANISATION,
            AnswerType.PLACE, AnswerType.MODEL,
        ):  # fmt: skip
            return None
        before = self.words[self.first - 1].folded if self.first else None
        if before in BY or self.words[self.first].folded in BY:
            return Side.SUBJECT
        if before is not None and self.grammar.vocabulary.has_class("prepositions", before):
            return before
        if self._is_object_first(verb):
            return Side.OBJECT
        if verb.subject is not None:
            is_agent = verb.is_passive and self.words[-1].folded in BY
            return Side.SUBJECT if is_agent else None if verb.is_passive else Side.OBJECT
        return Side.OBJECT if verb.is_passive else Side.SUBJECT

    def _is_object_first(self, verb: _Verb) -> bool:
        """Whether a French "que" leaves the subject behind the verb: "Que demande le syndicat ?"."""
        french = self.grammar.language == "fr" and self.tag == "what" and self.words[self.after - 1].folded != "qui"
        return french and verb.subject is None and self.words[self.first].folded in ("que", "qu'")

    def _given(self, verb: _Verb) -> tuple[Given, ...] | None:
        """Return what the question says beside its verb; None where a pronoun means nothing known."""
        found: list[Given | None] = []
        if verb.subject is not None:
            side = Side.OBJECT if verb.is_passive else Side.SUBJECT
            found += self._phrases(*verb.subject, side)
        found += self._phrases(0, self.first, None)
        free = Side.SUBJECT if self._is_object_first(verb) else Side.OBJECT
        if self.words[verb.first].lemma in BE:
            free_side: str | None = None
        else:
            free_side = None if verb.is_passive else free
        found += self._phrases(verb.last, len(self.words), free_side, is_passive=verb.is_passive)
        if any(one is None for one in found):
            return None
        return tuple(one for one in found if one is not None and (one.words or one.names))

    def _phrases(self, first: int, last: int, side: str | None, *, is_passive: bool = False) -> list[Given | None]:
        """Cut words into what is given; what a preposition governs may stand anywhere, save a passive's agent."""
        hits = {hit.start: hit for hit in self.grammar.prepositions.find_longest([w.folded for w in self.words])}
        found: list[Given | None] = []
        run: list[int] = []
        here = side
        for position in range(first, last):
            hit = hits.get(position)
            if hit is not None and position not in self.named and self.words[position].folded not in GENITIVE:
                found += self._one(run, here)
                run = []
                here = Side.SUBJECT if is_passive and self.words[position].folded in BY else self._told(hit)
                continue
            run.append(position)
        found += self._one(run, here)
        return found

    def _told(self, hit: Hit[str]) -> str | None:
        """Return a preposition that a text must have too: "before the launch" is not "at the launch"."""
        return hit.payloads[0] if fold(hit.payloads[0]) in self.grammar.telling else None

    def _one(self, run: Sequence[int], side: str | None) -> list[Given | None]:
        """Return each name of a run, and its other content words; a name with words beside it is not the run's head."""
        plain = [self.words[p] for p in run if (p not in self.named or self.named[p].is_weak) and p not in self.fillers]
        content = tuple(word.lemma for word in plain if self._is_content(word))
        found: list[Given | None] = []
        for name in dict.fromkeys(self.named[p] for p in run if p in self.named and not self.named[p].is_weak):
            words = () if name.mention.entities else tuple(w.lemma for w in self.words[name.first : name.last])
            found.append(Given(words, name.mention.entities, name.mention.text, not content, bool(words), side))
        if any(self._is_pronoun(word, is_last=word is plain[-1]) for word in plain):
            found.append(Given((), self.inherited, "", side=side) if self.inherited else None)
        if content:
            found.append(Given(content, (), " ".join(word.text for word in plain), side=side))
        return found

    def _is_pronoun(self, word: Word, *, is_last: bool) -> bool:
        """Whether a word points back: "it", "they"; "her" before a noun is a possessive."""
        grammar = self.grammar
        is_own = grammar.has(("possessives",), word) and not is_last
        points = grammar.has(PRONOUNS, word) and not grammar.has(("demonstratives", "relatives", "articles"), word)
        return points and not is_own and word.folded not in CLITICS

    def _is_content(self, word: Word) -> bool:
        grammar = self.grammar
        closed = grammar.is_silent(word) or grammar.is_auxiliary(word) or grammar.is_negator(word)
        small = grammar.has((*PRONOUNS, "prepositions"), word) or word.folded in CLITICS
        return not (closed or small)
