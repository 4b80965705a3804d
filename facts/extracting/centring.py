"""What "it" means: the subject goes on, unless something that was not understood may be meant.

Each sentence leaves a centre: what its main clause is about. A pronoun takes the centre of its own sentence so far,
else of the one before; where the centre is no known thing ("the gearbox"), or what is said of the pronoun asks for
something else and two could be it, nothing is meant.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from facts.extracting.arguments import Argument, Layout
from facts.extracting.clause import Clause
from facts.extracting.heirs import leads_to_another
from facts.extracting.mention import Mention
from facts.extracting.noun_phrases import NounPhrase, Shape
from facts.extracting.predicates import Predicates, Wanted
from facts.extracting.remembering import remembered
from facts.extracting.voice import BE, HELPERS, Voice, helper_of, voice_of
from facts.parsing.sentence import Sentence

LONGEST_MEASURE = 4  # tokens of "the total system power"
UNKNOWN = ("",)
FIRM, CAR, PLANT = "organisation", "model", "plant"
FAR = 3  # sentences in which a car named before a firm may be what "it" means, where nothing tells
THINGS = ("model", "organisation", "platform", "plant", "option")
COMPARING = frozenset({"than", "against", "like", "unlike", "versus", "que", "contre", "comme", "as"})
RARE = 4  # a kind of which a verb says less than a fourth of what it says of the most usual one is not meant
STARTING = frozenset(":;")  # behind which a sentence begins anew
OPENING_MARKS = frozenset("“”\"'«»‘’(")
IsA = Callable[..., bool]


@dataclass(frozen=True, slots=True)
class Centre:
    """What a stretch of text is about."""

    sentence: int
    paragraph: int
    entities: tuple[str, ...]  # of the main subject; none where it is no known thing
    others: frozenset[str]  # what else was named, as no subject and in no comparison
    open_kinds: frozenset[str]  # of phrases that mean something unknown ("a new SUV")
    rivals: frozenset[str] = frozenset()  # subjects of further clauses
    is_measure: bool = False  # an attribute of something: "the wheelbase of the EV3", "the EV3's price"


class Centring:
    """Keeps the centre of one document while it is read."""

    def __init__(self, predicates: Predicates, is_a: IsA) -> None:
        self.predicates, self.is_a = predicates, is_a
        self._plants: set[str] = set()  # places that were called plants
        self._centres: list[Centre] = []  # of this section; the last two are looked at
        self._car = -FAR - 1  # sentence in which a car was named last

    def note(self, number: int, clause: Clause) -> None:
        """Remember what a sentence is about; one without a verb leaves what was."""
        stop = len(clause.sentence.tokens)
        if clause.sentence.passage.kind == "heading":
            self._centres.clear()  # something else begins
            return
        self._plants |= {
            e for m in clause.mentions if m.kind and self.predicates.fits(m.kind, (PLANT,)) for e in m.entities
        }
        if any(self.is_a(entity, CAR) for mention in clause.mentions for entity in mention.entities):
            self._car = number
        if self._finite(clause, 0, stop):
            self._centres.append(self._centre(number, clause, stop))

    def it(self, number: int, sentence: Sentence, phrase: NounPhrase, before: Sequence[Mention]) -> str | None:
        """Return what a singular pronoun for a thing means."""
        predicates = self.predicates
        if predicates.is_object(sentence, phrase.first):
            return self._object(number, sentence, phrase, before)
        if predicates.is_empty(sentence, phrase.first):
            return None
        wanted = predicates.wanted(sentence, phrase.last)
        clause = Clause(predicates.grammar, sentence, before)
        has_clause = self._has_clause(clause, phrase.first)
        if has_clause and self._is_reported(sentence, phrase.first):
            return self._reported(number, clause, phrase, predicates.possible(sentence, phrase.last))
        centre = self._centre(number, clause, phrase.first) if has_clause else self._previous(number, sentence)
        found = self._of(centre, wanted, predicates.possible(sentence, phrase.last)) if centre is not None else None
        is_firm = found is not None and not wanted and self.is_a(found, FIRM)
        return (
            None if is_firm and number - self._car <= FAR and not predicates.may_act(sentence, phrase.last) else found
        )

    def centre_before(
        self, number: int, sentence: Sentence, phrase: NounPhrase, before: Sequence[Mention]
    ) -> tuple[str, ...] | None:
        """Return what was the subject before a pronoun; UNKNOWN where that of its sentence is no known thing."""
        clause = Clause(self.predicates.grammar, sentence, before)
        if self._has_clause(clause, phrase.first):
            return self._centre(number, clause, phrase.first).entities or UNKNOWN
        centre = self._previous(number, sentence)
        return centre.entities if centre is not None else None

    def _has_clause(self, clause: Clause, stop: int) -> bool:
        """Whether a clause stands before a pronoun; a participle that opens the sentence is none: "Built in X, it"."""
        sentence, grammar = clause.sentence, clause.grammar
        is_parted = stop > 0 and sentence.tokens[stop - 1].text == ","
        opens = is_parted and 0 not in clause.covering and grammar.is_verb(sentence, 0)
        helped = any(sentence.lemmas[p] in HELPERS or sentence.tokens[p].folded in grammar.modals for p in range(stop))
        return bool(self._finite(clause, 0, stop)) and (helped or not opens)

    def is_nothing(self, sentence: Sentence, phrase: NounPhrase) -> bool:
        """Whether a pronoun is no subject that a topic could stand for: empty, or governed."""
        return self.predicates.is_object(sentence, phrase.first) or self.predicates.is_empty(sentence, phrase.first)

    def its(self, number: int, clause: Clause, position: int, wanted: Iterable[str]) -> str | None:
        """Return whose "its" is: the one thing of these kinds before it, of several the subject, else the centre."""
        kinds = self.predicates.owned_by(clause.sentence, position, wanted)
        if not kinds:
            return None
        is_said_of_it = any(clause.sentence.lemmas[p] in BE for p in range(max(0, position - 2), position))
        before = {e for m in clause.mentions if m.phrase.last <= position for e in m.entities if self.is_a(e, *kinds)}
        if before and is_said_of_it:
            return None  # "the Twingo is its cheapest car"
        if len(before) == 1:
            return before.pop()
        centre = self._centre(number, clause, position) if before else self._previous(number, clause.sentence)
        if centre is None:
            return None
        owners = centre.others | centre.rivals if centre.is_measure else centre.entities
        fitting = [one for one in owners if self.is_a(one, *kinds)]
        return fitting[0] if len(fitting) == 1 and (centre.is_measure or len(centre.entities) == 1) else None

    def _is_reported(self, sentence: Sentence, position: int) -> bool:
        before = position - 1 - (sentence.tokens[position - 1].folded in ("that", "que", "qu'"))
        return before >= 0 and sentence.lemmas[before] in self.predicates.grammar.saying

    def _reported(self, number: int, clause: Clause, phrase: NounPhrase, wanted: Wanted) -> str | None:
        """Return what "it" is behind "X said": X, or what was spoken of before, where only one can be."""
        centre, previous = self._centre(number, clause, phrase.first), self._previous(number, clause.sentence)
        likely = [*centre.entities, *(previous.entities if previous else ())]
        fitting = {one for one in likely if self._fits(one, wanted)}
        is_open = previous is not None and not wanted and not previous.entities and previous.others
        return fitting.pop() if len(fitting) == 1 and not is_open else None

    def _object(self, number: int, sentence: Sentence, phrase: NounPhrase, before: Sequence[Mention]) -> str | None:
        """Return what an object means: never the subject of its own verb."""
        wanted, centre = self.predicates.wanted_object(sentence, phrase.first), self._previous(number, sentence)
        own = {entity for mention in before for entity in mention.entities}
        if not wanted or centre is None:
            return None
        found = self._of(centre, wanted, {})
        return found if found not in own else None

    def _previous(self, number: int, sentence: Sentence) -> Centre | None:
        last = next((centre for centre in reversed(self._centres[-2:]) if centre.sentence < number), None)
        is_near = last is not None and number - last.sentence <= 1 and last.paragraph == sentence.passage.paragraph
        return last if is_near else None

    def _of(self, centre: Centre, wanted: Wanted, possible: Wanted) -> str | None:
        """Return the one thing of a centre that what is said can be said of."""
        fitting = [one for one in centre.entities if self._fits(one, wanted)]
        if len(centre.entities) == 1 and fitting:
            found = fitting[0]
            is_torn = any(self._fits(one, wanted) for one in centre.rivals - {found})
            if self.is_a(found, FIRM) and wanted.get(CAR, 0) > wanted.get(FIRM, 0):
                is_torn = is_torn or any(self.is_a(one, CAR) for one in centre.others)
            return None if is_torn or self._is_open(centre, wanted, found) else found
        if not wanted or len(centre.entities) != 1:
            return None
        own = sum(count for kind, count in possible.items() if self.is_a(centre.entities[0], kind))
        if RARE * own > max(possible.values(), default=0):
            return None  # it may be the subject after all
        others = {one for one in centre.others | centre.rivals if self._fits(one, wanted)}
        is_open = any(self.predicates.fits(kind, wanted) for kind in centre.open_kinds)
        return others.pop() if len(others) == 1 and not is_open else None

    def _is_open(self, centre: Centre, wanted: Wanted, found: str) -> bool:
        """Whether something new and unknown can as well be meant: "BMW shows a new SUV. It ..."."""
        return any(
            not self.is_a(found, kind) and (self.predicates.fits(kind, wanted) if wanted else True)
            for kind in centre.open_kinds
        )

    def _fits(self, entity: str, wanted: Wanted) -> bool:
        if entity in self._plants and (not wanted or PLANT in wanted):
            return True
        return self.is_a(entity, *(wanted or THINGS)) and self.is_a(entity, *THINGS)

    @staticmethod
    def _finite(clause: Clause, first: int, stop: int) -> list[int]:
        """Return the verbs of full clauses in [first, stop)."""
        full, reduced = _verbs(clause)
        found = [place for place in full if first <= place < stop]
        # where it is the only verb, it is one: "The plant in Brussels opened in 1949"
        return found or [place for place in reduced if first <= place < stop]

    def _centre(self, number: int, clause: Clause, stop: int) -> Centre:
        start = self._start(clause, stop)
        subject = self._subject(clause, start, stop)
        group = clause.group(subject) if subject is not None else []
        passing = self.followed(clause)
        entities = tuple(dict.fromkeys(e for one in group for e in one.entities if e not in passing))
        subjects = set(entities)
        rivals: set[str] = set()
        for place in self._finite(clause, start, stop):
            found = clause.subject(place, self._voice(clause, place))
            rivals |= set(found.entities) - subjects if found is not None else set()
        named = {
            e
            for m in clause.mentions
            if m.phrase.first < stop and not self._is_compared(clause, m.phrase.first)
            for e in m.entities
        }
        opened = frozenset(
            m.kind for m in clause.mentions if m.phrase.first < stop and self._is_open_phrase(m) and m.kind
        )
        paragraph = clause.sentence.passage.paragraph
        others = frozenset(named - subjects - rivals)
        is_measure = not entities and self._is_measure(clause, start)
        return Centre(number, paragraph, entities, others, opened, frozenset(rivals), is_measure)

    def _is_measure(self, clause: Clause, start: int) -> bool:
        """Whether a subject that begins at a token is an attribute: "the wheelbase of", "the EV3's price"."""
        owner = clause.covering.get(start)
        first = owner.last if owner is not None else start
        found = self.predicates.nouns.find(clause.sentence.lemmas[first : first + LONGEST_MEASURE])
        return any(hit.start <= 1 for hit in found)

    def _subject(self, clause: Clause, start: int, stop: int) -> Argument | None:
        """Return the noun phrase that the main clause is about; None where it is no known thing."""
        found = clause.covering.get(start)
        if found is None:
            places = self._finite(clause, start, stop)
            found = clause.subject(places[0], self._voice(clause, places[0])) if places else None
        elif not self._ends(clause, found.last, stop):
            return None  # "Leaf sales rose"
        is_whole = found is not None and found.mention is not None and not found.mention.phrase.genitive
        return found if is_whole else None

    @staticmethod
    def _ends(clause: Clause, position: int, stop: int) -> bool:
        """Whether a noun phrase ends before a position, and no noun goes on."""
        grammar, sentence = clause.grammar, clause.sentence
        if position >= min(stop, len(sentence.tokens)) or position in clause.covering:
            return True
        token = sentence.tokens[position]
        is_word = token.is_word and token.folded not in grammar.functions and not grammar.is_light(sentence, position)
        return not is_word or grammar.is_verb(sentence, position) or token.folded.endswith(("s", "ed", "ing"))

    @staticmethod
    def _voice(clause: Clause, place: int) -> Voice:
        voice = clause.voice(place) if clause.grammar.is_verb(clause.sentence, place) else Voice.ACTIVE
        return voice if voice in (Voice.ACTIVE, Voice.PASSIVE) else Voice.ACTIVE

    @staticmethod
    def _is_open_phrase(mention: Mention) -> bool:
        return not mention.entities and mention.phrase.shape is Shape.DESCRIPTION and not mention.phrase.plural

    @staticmethod
    def _is_compared(clause: Clause, first: int) -> bool:
        return first > 0 and clause.sentence.tokens[first - 1].folded in COMPARING

    def compared(self, clause: Clause) -> set[str]:
        """Return what a sentence only compares something with, or tells of something else by."""
        compared = {e for m in clause.mentions if self._is_compared(clause, m.phrase.first) for e in m.entities}
        return compared | self.followed(clause)

    def followed(self, clause: Clause) -> frozenset[str]:
        """Return what a sentence tells of something else by: the C1 of "the successor of the C1"."""
        return _followed(clause, self.predicates.heirs)

    def _start(self, clause: Clause, stop: int) -> int:
        """Return where the main subject begins, behind adverbs, conjunctions and an opening phrase with its comma."""
        grammar, sentence, tokens = clause.grammar, clause.sentence, clause.sentence.tokens
        colons = [p for p in range(stop) if tokens[p].text in STARTING and self._finite(clause, p, stop)]
        position = self._skip(clause, colons[-1] + 1 if colons else 0, stop)
        if position >= stop or position in clause.covering:
            return position
        token = tokens[position]
        is_opening = (
            token.folded in grammar.prepositions
            or token.folded in grammar.subordinators
            or token.folded.endswith("ing")
            or grammar.is_verb(sentence, position)
        )
        commas = [p for p in range(position, stop) if tokens[p].text == "," and p not in sentence.valued]
        if not is_opening or not commas:
            return position
        is_clause = token.folded in grammar.subordinators
        if not is_clause and self._finite(clause, position, commas[0]):
            return position  # "On the moors the Puma is quick, and"
        behind = self._skip(clause, commas[0] + 1, stop)
        return behind if behind < stop else position

    @staticmethod
    def _skip(clause: Clause, position: int, stop: int) -> int:
        grammar, tokens = clause.grammar, clause.sentence.tokens
        while position < stop and position not in clause.covering:
            token = tokens[position]
            is_light = token.folded in grammar.conjunctions or token.folded in grammar.adverbs
            if not is_light and token.text != "," and token.text not in OPENING_MARKS:
                break
            position += 1
        return position


@remembered
def _followed(layout: Layout, heirs: frozenset[str]) -> frozenset[str]:
    """Return what stands beside a noun for another thing: "the successor of the C1", "the C1's replacement"."""
    tokens, lemmas, found = layout.sentence.tokens, layout.sentence.lemmas, set[str]()
    for mention in layout.mentions:
        first, last = mention.phrase.first, mention.phrase.last
        is_led = first > 1 and leads_to_another(heirs, lemmas[first - 2], tokens[first - 1].folded)
        if is_led or not heirs.isdisjoint(lemmas[last : last + 1]):
            found.update(mention.entities)
    return frozenset(found)


@remembered
def _verbs(layout: Layout) -> tuple[list[int], list[int]]:
    """Return the verbs of full clauses, and the participles that may stand for one."""
    sentence, grammar = layout.sentence, layout.grammar
    full, reduced = [], []
    for place, token in enumerate(sentence.tokens):
        if place in layout.covering:
            continue
        lemma, word = sentence.lemmas[place], token.folded
        is_plain = lemma in grammar.verbs and grammar.is_verb(sentence, place) and helper_of(layout, place) != "to"
        voice = voice_of(layout, place) if is_plain else None
        is_helper = word in grammar.modals or (
            lemma in HELPERS and word not in grammar.conjunctions  # "soit 15 cm de plus"
        )
        if voice in (Voice.ACTIVE, Voice.PASSIVE) or is_helper:
            full.append(place)
        elif voice is Voice.REDUCED:
            reduced.append(place)
    return full, reduced
