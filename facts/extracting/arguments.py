"""Who does what to whom: the subject, object and prepositional arguments around a verb, by position alone.

There is no parser here. Each rule is a shape of English or French word order that was checked on running text; where the
shape is not recognised the argument is None, and no fact comes of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from facts.extracting.discourse import Mention
from facts.extracting.noun_phrases import Shape
from facts.parsing.grammar import QUOTES, Grammar
from facts.parsing.sentence import Sentence
from facts.reading import TypedSpan

TELLING = 4  # letters of a single word that may be a value
LONGEST_WORDS = 24  # tokens of a value that is words
REACH_RIGHT = 28  # tokens behind a verb in which its arguments may stand
MOST_CLIMBS = 6
MODAL = "modal"
BE, HAVE = frozenset({"be", "etre"}), frozenset({"have", "avoir"})
WHO = frozenset({"who", "whom"})
WHERE = frozenset({"where", "ou"})
IN = frozenset({"in", "en", "dans", "au"})
BY = frozenset({"by", "par"})
JOINTS = frozenset({",", "and", "or", "et", "ou", "&", "as", "well", "along", "with", "ainsi", "que", "then", "plus"})
CONJUNCTIONS = frozenset({"and", "or", "et", "ou", "&", "well", "ainsi"})


class Voice(StrEnum):
    """How a verb form holds its subject."""

    ACTIVE = "active"
    PASSIVE = "passive"
    REDUCED = "reduced"  # past participle behind a noun: "a car derived from"
    GERUND = "gerund"  # "a car using"


@dataclass(frozen=True, slots=True)
class Argument:
    """Tokens [first, last) that fill a place: a mention or a typed value."""

    first: int
    last: int
    mention: Mention | None = None
    value: TypedSpan | None = None

    @property
    def entities(self) -> tuple[str, ...]:
        return self.mention.entities if self.mention else ()


class Clause:
    """A sentence with its mentions and values as arguments, and the questions one may ask of it."""

    def __init__(self, grammar: Grammar, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        self.grammar, self.sentence, self.mentions = grammar, sentence, mentions
        noun_phrases = [
            Argument(m.phrase.first, m.phrase.last, mention=m)
            for m in mentions
            if m.phrase.shape is not Shape.POSSESSIVE
        ]
        taken = {position for argument in noun_phrases for position in range(argument.first, argument.last)}
        values = [
            Argument(places[0], places[-1] + 1, value=span)
            for span in sentence.values
            if (places := sentence.positions(span.start, span.end)) and span.role is None and places[0] not in taken
        ]
        self.arguments = sorted([*noun_phrases, *values], key=lambda argument: argument.first)
        self.ending = {argument.last: argument for argument in self.arguments}
        self.covering = {p: argument for argument in self.arguments for p in range(argument.first, argument.last)}

    def verb_places(self) -> list[int]:
        """Return the positions of all verb forms outside names and values."""
        places = range(len(self.sentence.tokens))
        return [p for p in places if p not in self.covering and self.grammar.is_verb(self.sentence, p)]

    def voice(self, first: int) -> Voice:
        """Say how the verb form at `first` holds its subject."""
        token = self.sentence.tokens[first]
        helper = self._helper(first)
        if helper in BE and self._is_participle(first):
            return Voice.PASSIVE
        if helper in BE or helper in HAVE or helper in ("to", MODAL):
            return Voice.ACTIVE
        if token.folded.endswith("ing") or (self.sentence.language == "fr" and token.folded.endswith("ant")):
            return Voice.GERUND
        if self._is_participle(first) and (self._fronted_subject(first) or self._is_postmodifier(first)):
            return Voice.REDUCED
        return Voice.ACTIVE

    def _helper(self, position: int) -> str:
        """Return the lemma of the auxiliary before a verb, adverbs skipped, or ""."""
        for place in range(position - 1, max(-1, position - 5), -1):
            lemma = self.sentence.lemmas[place]
            if lemma in BE or lemma in HAVE or lemma == "to":
                return lemma
            token = self.sentence.tokens[place]
            if token.folded in self.grammar.modals:
                return MODAL
            is_adverb = token.folded in self.grammar.adverbs | self.grammar.negators or token.folded.endswith("ly")
            if not is_adverb and token.text not in QUOTES:
                return ""
        return ""

    def _is_participle(self, position: int) -> bool:
        token, lemma = self.sentence.tokens[position], self.sentence.lemmas[position]
        if self.sentence.language == "fr":
            text = token.text.casefold()
            return text.endswith(("é", "ée", "és", "ées", "ie", "is", "it", "ite", "ites", "u", "ue", "us", "ues", "i"))
        return token.folded.endswith("ed") or (token.folded != lemma and not token.folded.endswith(("s", "ing")))

    def _is_postmodifier(self, position: int) -> bool:
        """Whether a bare participle belongs to the noun before it: no object follows, and a noun phrase or a comma stands before."""
        before = self._skip_light_left(position - 1)
        if before < 0 or not (before + 1 in self.ending or self.sentence.tokens[before].text in ",(-–—"):
            return False
        after = position + 1
        while after < len(self.sentence.tokens) and self.grammar.is_light(self.sentence, after):
            after += 1
        if after < len(self.sentence.tokens):
            token = self.sentence.tokens[after]
            if token.kind != "mark" and not self.grammar.is_preposition(self.sentence, after):
                return False
        return not self._is_only_verb(before, position)

    def _is_only_verb(self, before: int, position: int) -> bool:
        """Whether a participle is the one verb its clause has, so that it is a past tense: "Nissan announced in May that"."""
        noun = self.ending.get(before + 1)
        start = self.clause_start(position)
        if (
            noun is None
            or (noun.first and self.grammar.is_preposition(self.sentence, noun.first - 1))
            or any(argument.mention and start <= argument.first < noun.first for argument in self.arguments)
        ):
            return False
        verbs_before = (
            p for p in range(start, noun.first) if p not in self.covering and self.grammar.is_verb(self.sentence, p)
        )
        if any(self.voice(p) is Voice.ACTIVE for p in verbs_before):
            return False
        for place in range(position + 1, self.clause_end(position + 1)):
            if self.sentence.tokens[place].is_capital:
                continue  # "announced in May"
            word = self.sentence.tokens[place].folded
            if word in self.grammar.modals or (self.sentence.lemmas[place] in BE | HAVE and place not in self.covering):
                return False
            if (
                place not in self.covering
                and self.grammar.is_verb(self.sentence, place)
                and not word.endswith(("ed", "ing"))
            ):
                return False
        return True

    def _skip_light_left(self, position: int) -> int:
        """Skip what may stand between a subject and its verb: "will", "is going to", "is widely expected to"."""
        while position >= 0:
            is_to = self.sentence.lemmas[position] == "to"
            if not (is_to or self.grammar.is_light(self.sentence, position)):
                return position
            position -= 1
            if is_to and position > 0 and position not in self.covering and self._helper(position) in BE:
                position -= 1
        return position

    def subject(self, first: int, voice: Voice) -> Argument | None:
        """Return the subject of the verb at `first`."""
        if voice in (Voice.REDUCED, Voice.GERUND):
            return self._fronted_subject(first) or self._head_noun(first - 1)
        position = self._skip_light_left(first - 1)
        if position < 0:
            return None
        if self.sentence.tokens[position].folded in self.grammar.relatives:
            return self._antecedent(position)
        if self.sentence.tokens[position].folded in CONJUNCTIONS:
            return self._subject_of_verb_before(position)
        if position + 1 in self.ending:
            nearest = self.ending[position + 1]
            if position < first - 1 and self.sentence.lemmas[position + 1] == "to" and self._follows_verb(nearest):
                return nearest  # "allows them to benefit"
            return self._climb(nearest)
        if self.sentence.tokens[position].text in ',)–—-"”»':
            return self._opening_subject(position)
        return None

    def _fronted_subject(self, position: int) -> Argument | None:
        """Return the subject of a participle that opens its sentence: "Founded in 1921 and based in X, the group makes"."""
        first = self.sentence.tokens[0]
        opens = first.folded.endswith(("ed", "ing")) or self._is_participle(0)
        if not opens or not self.grammar.is_verb(self.sentence, 0) or 0 in self.covering:
            return None
        comma = next((p for p in range(1, len(self.sentence.tokens)) if self.sentence.tokens[p].text == ","), 0)
        before = self.sentence.tokens[position - 1].folded if position else "and"
        if not position < comma or before not in CONJUNCTIONS:
            return None
        found = self.covering.get(comma + 1)
        return found if found is not None and found.mention is not None else None

    def _follows_verb(self, argument: Argument) -> bool:
        return argument.first > 0 and self.grammar.is_verb(self.sentence, argument.first - 1)

    def _head_noun(self, position: int) -> Argument | None:
        """Return the noun phrase that a participle at position + 1 belongs to."""
        while position >= 0 and (
            (self.grammar.is_light(self.sentence, position) and self.sentence.lemmas[position] not in BE)
            or self.sentence.tokens[position].text in ",("
        ):
            position -= 1
        return self.ending.get(position + 1)

    def _antecedent(self, position: int) -> Argument | None:
        before = position - 1
        while before >= 0 and (
            self.sentence.tokens[before].text in ",(–—-" or self.grammar.is_preposition(self.sentence, before)
        ):
            before -= 1
        found = self.ending.get(before + 1)
        if self.sentence.tokens[position].folded in WHO:
            people = [a for a in self.arguments if a.last <= before + 1 and a.mention and a.mention.kind == "person"]
            return people[-1] if people else None
        is_inner = found is not None and found.first > 0 and self.sentence.tokens[found.first - 1].folded in IN
        return self._climb(found) if found is not None and is_inner else found

    def _climb(self, argument: Argument) -> Argument | None:
        """Go from a noun phrase inside a prepositional or participial phrase to the one that this belongs to."""
        for _ in range(MOST_CLIMBS):
            before = argument.first - 1
            while before >= 0 and self.sentence.tokens[before].folded in self.grammar.adverbs:
                before -= 1
            if before < 0:
                return argument
            is_verb = self.grammar.is_verb(self.sentence, before)
            if not (is_verb or self.grammar.is_preposition(self.sentence, before)):
                return argument
            if is_verb and self.voice(before) in (Voice.ACTIVE, Voice.PASSIVE):
                return argument if self._starts_clause(before) else None
            outer = self.ending.get(self._behind_insertion(before))
            if outer is None:
                return None
            argument = outer
        return None

    def _behind_insertion(self, position: int) -> int:
        """Skip the participle, its adverbs and a comma that stand before a preposition ("cars, now based on")."""
        while position > 0:
            before = position - 1
            is_participle = self.grammar.is_verb(self.sentence, before) and self.voice(before) in (
                Voice.REDUCED,
                Voice.GERUND,
            )
            is_light = (
                self.sentence.tokens[before].folded in self.grammar.adverbs or self.sentence.tokens[before].text == ","
            )
            if before in self.covering or not (is_participle or is_light):
                return position
            position = before
        return position

    def _starts_clause(self, position: int) -> bool:
        """Whether a finite verb before a subject ends another clause ("... that", "he says X does")."""
        return self.sentence.lemmas[position] in self.grammar.saying

    def _opening_subject(self, position: int) -> Argument | None:
        """Return the first noun phrase of the clause that an insertion before `position` interrupts."""
        start = self.clause_start(position)
        for argument in self.arguments:
            if argument.first < start or argument.mention is None:
                continue
            if argument.last > position:
                return None
            before = argument.first - 1
            if before < start or not (
                self.grammar.is_preposition(self.sentence, before) or self.grammar.is_verb(self.sentence, before)
            ):
                return argument
        return None

    def clause_start(self, position: int) -> int:
        """Return the position at which the clause around `position` begins."""
        while position > 0 and not self.grammar.is_break(self.sentence, position - 1):
            position -= 1
        return position

    def is_where(self, position: int) -> bool:
        """Whether the clause around `position` is one of place ("where it employs 2,000 people")."""
        start = self.clause_start(position)
        return (
            start > 0
            and self.sentence.tokens[start - 1].folded in WHERE
            and bool(self.ending.get(start - 1) or start > 1)
        )

    def clause_end(self, position: int) -> int:
        """Return the position behind the last token of the clause that goes on at `position`."""
        stop = min(len(self.sentence.tokens), position + REACH_RIGHT)
        while position < stop and not self.grammar.is_break(self.sentence, position):
            position += 1
        return position

    def _subject_of_verb_before(self, position: int) -> Argument | None:
        """Return the subject that a verb behind "and" shares with the verb before it."""
        start = self.clause_start(position)
        for place in range(position - 1, start - 1, -1):
            if place not in self.covering and self.grammar.is_verb(self.sentence, place):
                voice = self.voice(place)
                return self.subject(place, voice) if voice in (Voice.ACTIVE, Voice.PASSIVE) else None
        return None

    def object(self, last: int) -> Argument | None:
        """Return the object of a verb that ends before `last`: the first argument behind it that no preposition governs."""
        position, end, governed = last, self.clause_end(last), False
        while position < end:
            argument = self.covering.get(position)
            if argument is not None:
                if not governed and not self._is_other_subject(argument, last):
                    return argument
                position, governed = argument.last, False
                continue
            if self.grammar.is_preposition(self.sentence, position):
                governed = True
            elif self.sentence.tokens[position].text == "," or self.grammar.is_verb(self.sentence, position):
                return None
            position += 1
        return None

    def _is_other_subject(self, argument: Argument, last: int) -> bool:
        return argument.first > last + 6

    def behind(self, last: int, prepositions: Sequence[str]) -> Argument | None:
        """Return the argument behind one of these prepositions ("out_of" is two words), to the right of `last`."""
        wanted = [tuple(preposition.split("_")) for preposition in prepositions]
        position, end = last, self.clause_end(last)
        while position < end:
            if position > last and position not in self.covering and self._is_finite(position):
                return None
            for words in wanted:
                if tuple(t.folded.rstrip("'") for t in self.sentence.tokens[position : position + len(words)]) == words:
                    found = self.covering.get(position + len(words))
                    if found is None and self._may_skip(position + len(words)):
                        found = self.covering.get(position + len(words) + 1)
                    if found is not None and found.first >= position:
                        return found
            position += 1
        return None

    def right_behind(self, last: int) -> Argument | None:
        """Return the typed value right behind token `last`, adverbs between."""
        position = last
        while position < len(self.sentence.tokens) and position not in self.covering:
            if not self.grammar.is_light(self.sentence, position):
                return None
            position += 1
        found = self.covering.get(position)
        return found if found is not None and found.value is not None else None

    def words(self, position: int) -> Argument | None:
        """Return the run of words that begins at a position: up to a comma, a conjunction with a verb, or the clause's end."""
        first = position
        while first < len(self.sentence.tokens) and self._may_skip(first):
            first += 1
        last, end = first, min(self.clause_end(first), first + LONGEST_WORDS)
        while last < end:
            token = self.sentence.tokens[last]
            starts_other = token.folded in CONJUNCTIONS and (
                self.sentence.tokens[last + 1].folded in {"to", "de"} | self.grammar.modals
                or self.grammar.is_verb(self.sentence, last + 1)
                if last + 1 < end
                else True
            )
            is_auxiliary = token.folded in self.grammar.modals or self.sentence.lemmas[last] in BE | HAVE
            if (
                token.text == ","
                or token.text in QUOTES
                or is_auxiliary
                or starts_other
                or (last > first and last not in self.covering and self._is_finite(last))
            ):
                break
            last += 1
        is_pronoun = (
            first in self.covering and self.covering[first].mention is not None and not self.covering[first].entities
        )
        is_telling = last - first > 1 or (last > first and len(self.sentence.tokens[first].text) >= TELLING)
        return Argument(first, last) if is_telling and not is_pronoun else None

    def words_behind(self, last: int, prepositions: Sequence[str]) -> Argument | None:
        """Return the words behind the first of these prepositions to the right of `last`, adverbs between."""
        wanted = {tuple(preposition.split("_")) for preposition in prepositions}
        for position in range(last, min(last + 4, self.clause_end(last))):
            for size in {len(words) for words in wanted}:
                if tuple(t.folded.rstrip("'") for t in self.sentence.tokens[position : position + size]) in wanted:
                    return self.words(position + size)
            if not self.grammar.is_light(self.sentence, position):
                return None
        return None

    def _may_skip(self, position: int) -> bool:
        return position < len(self.sentence.tokens) and (
            self.sentence.tokens[position].folded
            in self.grammar.adverbs | self.grammar.definite | self.grammar.indefinite
        )

    def _is_finite(self, position: int) -> bool:
        return (
            self.grammar.is_verb(self.sentence, position)
            and self.voice(position) in (Voice.ACTIVE, Voice.PASSIVE)
            and self._helper(position) != "to"
        )

    def group(self, argument: Argument) -> list[Argument]:
        """Return the coordination that an argument belongs to ("the Lutine, the Nami and the Bruna"), itself included."""
        place = self.arguments.index(argument)
        chain, joined = [argument], False
        for step in (-1, 1):
            current, other = place, place + step
            while 0 <= other < len(self.arguments):
                left, right = sorted((self.arguments[current], self.arguments[other]), key=lambda a: a.first)
                joints = {t.folded for t in self.sentence.tokens[left.last : right.first]}
                if not joints or joints - JOINTS or not self._alike(left, right):
                    break
                joined = joined or bool(joints & CONJUNCTIONS)
                chain.append(self.arguments[other])
                current, other = other, other + step
        return sorted(chain, key=lambda a: a.first) if joined else [argument]

    @staticmethod
    def _alike(left: Argument, right: Argument) -> bool:
        if left.value and right.value:
            return left.value.value.kind == right.value.value.kind
        return bool(left.mention and right.mention and left.mention.kind == right.mention.kind)
