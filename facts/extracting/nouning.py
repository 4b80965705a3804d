"""Facts from nouns: "a battery of 29 kWh", "its price is 20,000 euros", "265 km of range", "the Clio's length"."""

from collections.abc import Iterator
from dataclasses import dataclass

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft
from facts.extracting.fitting import Fitting
from facts.extracting.framing import holds, span_of
from facts.extracting.noun_phrases import Shape
from facts.extracting.voice import Voice
from facts.lexicon import Attribute, Lexicon
from facts.models import ValueKind
from facts.phrases import Hit, PhraseIndex
from facts.terms import fold

LONGEST_OF = 3  # tokens of "of about the"
SAFE = "document"  # the link of a subject that is left out, where nothing else can be meant
BARE_NUMBERS = frozenset({ValueKind.COUNT, ValueKind.SHARE})  # no unit says what they measure: judged apart
MOST_BETWEEN = 5  # words between a noun and its value
REACH = 20  # tokens between them that are looked at, light words included
OF = frozenset({"of", "de", "du", "des", "d'"})
ATTACHING = OF | {"for", "on", "pour", "sur"}
WITH = frozenset({"with", "avec"})
OPENING = WITH | {"at"}
COMPARED = frozenset({"from", "against", "versus", "contre"})  # before what an amount was earlier


@dataclass(frozen=True, slots=True)
class _Pair:
    """A noun cue and the argument that gives its value."""

    attribute: Attribute
    hit: Hit[Attribute]
    argument: Argument
    shape: str


class Nouning:
    """Matches the nouns of one language with values near them."""

    def __init__(self, lexicon: Lexicon, language: str, fitting: Fitting) -> None:
        self.fitting, self.lexicon = fitting, lexicon
        self.index: PhraseIndex[Attribute] = PhraseIndex()
        self.approximators = frozenset(
            fold(word)
            for key in ("approximators", "bounds_from", "bounds_up_to")
            for word in lexicon.languages[language].classes.get(key, ())
        )
        self.plain = frozenset(fold(word) for word in lexicon.languages[language].classes.get("amount_adjectives", ()))
        self.skipped = self.approximators | self.plain
        self.measuring = frozenset(lexicon.languages[language].classes.get("measuring_verbs", ()))
        for attribute in lexicon.attributes.values():
            for noun in attribute.wording[language].nouns if language in attribute.wording else ():
                self.index.add(noun, attribute)

    def drafts(self, clause: Clause, discourse: Discourse, number: int) -> Iterator[Draft]:
        """Yield what the nouns of sentence `number` say; each value goes to the nearest noun that can take it."""
        taken: set[tuple[int, str]] = set()
        for pair in sorted(self._pairs(clause, discourse), key=self._distance):
            if (pair.argument.first, "value") in taken:
                continue
            values = list(self.fitting.values(pair.attribute, pair.argument, discourse))
            owners = self._owners(clause, discourse, number, pair)
            if not values or owners is None:
                continue
            taken.add((pair.argument.first, "value"))
            entities, how = owners
            family = "number" if pair.attribute.value in BARE_NUMBERS else "noun"
            for entity in entities:
                for value in values:
                    if value.entity != entity:
                        at = span_of(clause, pair.argument)
                        yield Draft(
                            entity, pair.attribute.id, value, at, pair.hit.start, f"{family}.{pair.shape}/{how}"
                        )

    def hits(self, clause: Clause) -> Iterator[Hit[Attribute]]:
        """Yield the nouns of attributes in a sentence."""
        yield from self.index.find(clause.sentence.lemmas)

    @staticmethod
    def _distance(pair: _Pair) -> tuple[int, int]:
        gap = max(pair.argument.first - pair.hit.end, pair.hit.start - pair.argument.last)
        return gap, -(pair.hit.end - pair.hit.start)

    def _pairs(self, clause: Clause, discourse: Discourse) -> Iterator[_Pair]:
        for hit in self.hits(clause):
            near = [one for one in clause.arguments if max(one.first - hit.end, hit.start - one.last) <= REACH]
            for argument in near:
                for attribute in hit.payloads:
                    if next(self.fitting.values(attribute, argument, discourse), None) is None:
                        continue
                    if is_parts(clause, attribute, hit.start, hit.end):
                        continue
                    if self._is_vetoed(clause, attribute, hit, argument) or is_earlier(clause, argument):
                        continue
                    if shape := self._shape(clause, hit, argument, attribute):
                        yield _Pair(attribute, hit, argument, shape)

    def _is_vetoed(self, clause: Clause, attribute: Attribute, hit: Hit[Attribute], argument: Argument) -> bool:
        """Whether a word beside the cue makes it another attribute ("lease price")."""
        vetoes = attribute.wording[clause.sentence.language].vetoes
        first, last = max(0, min(hit.start, argument.first) - 3), max(hit.end, argument.last) + 3
        window = clause.sentence.lemmas[first:last]
        return any(holds(window, veto) for veto in vetoes)

    def _shape(self, clause: Clause, hit: Hit[Attribute], argument: Argument, attribute: Attribute) -> str | None:
        """Name how noun and value stand together, None where they do not."""
        if argument.last <= hit.start:
            return self._value_first(clause, hit, argument)
        if argument.first < hit.end:
            return None
        between = range(hit.end, argument.first)
        sentence, grammar = clause.sentence, clause.grammar
        words = [sentence.tokens[p].folded for p in between]
        if words in ([":"], ["="]):
            return "label" if attribute.value is not ValueKind.ENTITY else None
        if (
            attribute.value is not ValueKind.ENTITY
        ):  # "the base of the Twingo" is the Twingo's, "a battery of 29 kWh" is 29 kWh
            if words and words[0] in OF and len(words) <= LONGEST_OF:
                return "of"
            loose = [
                p
                for p in between
                if not grammar.is_light(sentence, p) and sentence.tokens[p].folded not in self.skipped
            ]
            if not loose and hit.end - hit.start == 1 and self._is_predicate(clause, hit.start):
                return None
            if [sentence.tokens[p].text for p in loose] in ([], ["("], [","]):
                return "apposed"
        value = argument.value
        is_typed = value is not None and (value.dimension is not None or value.value.kind is ValueKind.DATE)
        linking = (grammar.auxiliaries, self.measuring)
        verbs = [
            p for p in between
            if p not in clause.covering
            and (any(sentence.lemmas[p] in words for words in linking) or (is_typed and grammar.is_verb(sentence, p)))
        ]  # fmt: skip
        if not verbs or any(grammar.is_break(sentence, p) for p in between):
            return None
        loose = [
            p for p in between
            if p not in verbs and p not in clause.covering and not grammar.is_light(sentence, p)
            and not grammar.is_preposition(sentence, p)
            and sentence.tokens[p].folded not in grammar.functions and sentence.tokens[p].folded not in self.plain
        ]  # fmt: skip
        return "copula" if not loose and len(between) <= 2 * MOST_BETWEEN else None

    @staticmethod
    def _is_predicate(clause: Clause, position: int) -> bool:
        """Whether a word that looks like the cue is the verb that takes the value: "costs 150 euros", "to cost"."""
        sentence, grammar = clause.sentence, clause.grammar
        before = sentence.tokens[position - 1] if position else None
        is_inflected = sentence.tokens[position].folded != sentence.lemmas[position]
        is_infinitive = before is not None and before.folded in {"to"} | grammar.modals
        is_plural = before is not None and before.is_word and before.folded != sentence.lemmas[position - 1]
        return grammar.is_verb(sentence, position) and (is_inflected or is_infinitive or is_plural)

    def _value_first(self, clause: Clause, hit: Hit[Attribute], argument: Argument) -> str | None:
        """Read "29 kWh battery", "265 km of range": only adjectives or "of" between."""
        if argument.value is None:
            return None
        between = range(argument.last, hit.start)
        sentence, grammar = clause.sentence, clause.grammar
        if len(between) > MOST_BETWEEN or any(p in clause.covering for p in between):
            return None
        for place in between:
            token = sentence.tokens[place]
            is_of = token.folded in OF and place == argument.last
            is_adjective = (
                token.is_word and token.folded not in grammar.functions and not grammar.is_verb(sentence, place)
            )
            if not (is_of or is_adjective or (token.text == "-")):
                return None
        return "before"

    def _owners(self, clause: Clause, discourse: Discourse, number: int, pair: _Pair) -> tuple[list[str], str] | None:
        """Return the entities whose attribute this is and how they were linked; None where nothing says."""
        attribute = pair.attribute
        first, last = min(pair.hit.start, pair.argument.first), max(pair.hit.end, pair.argument.last)
        for found, how in self._attached(clause, pair, first, last):
            entities = [e for one in clause.group(found) for e in self.fitting.subjects(attribute, one, discourse)]
            if entities:
                return entities, how
        if self._is_possessive(clause, first):
            owner = discourse.centring.its(number, clause, first, attribute.of)
            return ([owner], "its") if owner else _topic(discourse, clause, attribute)
        verb, subject = self._subject(clause, first)
        if subject is not None:
            entities = [
                e for one in clause.group_of_subject(subject) for e in self.fitting.subjects(attribute, one, discourse)
            ]
            is_guess = subject.mention is not None and not subject.entities
            how = subject.mention.how if subject.mention is not None and is_guess else "subject"
            return (entities, how) if entities else None
        start = clause.clause_start(first)
        if verb is not None or any(start <= a.first < first and a.mention for a in clause.arguments):
            return None  # a subject that is no known thing: whatever it is, the value is its
        if any(self.fitting.subjects(attribute, argument, discourse) for argument in clause.arguments):
            return None  # another thing of the kind is here: whose the value is was not understood
        found_subject = discourse.subject(number, clause.sentence.passage.paragraph, attribute.of)
        guess = _topic(discourse, clause, attribute)
        if guess and guess[1] == SAFE and not self._opens(clause, pair):
            guess = guess[0], "topic"
        if found_subject is None or (guess and guess == ([found_subject], SAFE)):
            return guess
        return [found_subject], "implicit"

    @staticmethod
    def _opens(clause: Clause, pair: _Pair) -> bool:
        """Whether the noun is what its clause is about, all of it: "the boot holds", not "sales in China"."""
        start, grammar, tokens = clause.clause_start(pair.hit.start), clause.grammar, clause.sentence.tokens
        before = range(start, pair.hit.start)
        between = range(pair.hit.end, pair.argument.first)
        is_bare = all(tokens[p].folded in grammar.definite or grammar.is_light(clause.sentence, p) for p in before)
        return is_bare and bool(between) and not any(p in clause.covering for p in between)

    def _attached(self, clause: Clause, pair: _Pair, first: int, last: int) -> Iterator[tuple[Argument, str]]:
        """Yield the noun phrases that grammar ties to the cue: "X's", "of the X", "X battery", "X with a battery"."""
        sentence = clause.sentence
        before = self._skip_adjectives(clause, first)
        left = clause.ending.get(before)
        if left is not None and left.mention is not None:
            if left.mention.phrase.genitive:
                yield left, "genitive"
            elif left.mention.phrase.shape is Shape.NAME and before == pair.hit.start:
                yield left, "compound"
        if before > 1 and sentence.tokens[before - 1].folded in WITH and (owner := clause.ending.get(before - 1)):
            yield owner, "with"
        if sentence.tokens[0].folded in OPENING and (owner := self._behind_comma(clause, last)):
            yield owner, "with"
        for place in (pair.hit.end, last):
            if place < len(sentence.tokens) and sentence.tokens[place].folded.rstrip("'") in {
                w.rstrip("'") for w in ATTACHING
            }:
                right = clause.covering.get(place + 1)
                if right is not None and right is not pair.argument and right.mention is not None:
                    yield right, "of"

    @staticmethod
    def _behind_comma(clause: Clause, last: int) -> Argument | None:
        """Return the subject that follows an opening phrase: "With a boot of 450 litres, the Elroq", "At 4.5 metres
        long, the Elroq".
        """
        tokens = clause.sentence.tokens
        comma = next((p for p in range(last, len(tokens)) if tokens[p].text == ","), len(tokens))
        return clause.covering.get(comma + 1) if comma == last else None

    @staticmethod
    def _skip_adjectives(clause: Clause, position: int) -> int:
        grammar, sentence = clause.grammar, clause.sentence
        while position > 0 and position not in clause.ending:
            token = sentence.tokens[position - 1]
            is_article = token.folded in grammar.articles
            if not (
                is_article
                or (
                    token.is_word
                    and token.folded not in grammar.functions
                    and not grammar.is_verb(sentence, position - 1)
                )
            ):
                return position
            position -= 1
        return position

    @staticmethod
    def _is_possessive(clause: Clause, first: int) -> bool:
        grammar, tokens = clause.grammar, clause.sentence.tokens
        return any(tokens[p].folded in grammar.possessives for p in range(max(0, first - 3), first))

    @staticmethod
    def _subject(clause: Clause, first: int) -> tuple[int | None, Argument | None]:
        """Return the verb that has the cue as its object or complement, and its subject."""
        grammar, sentence = clause.grammar, clause.sentence
        start = clause.clause_start(first)
        for place in range(first - 1, start - 1, -1):
            if place in clause.covering:
                continue
            lemma = sentence.lemmas[place]
            if grammar.is_verb(sentence, place) or lemma in ("have", "avoir", "be", "etre"):
                voice = clause.voice(place)
                return place, clause.subject(place, Voice.ACTIVE if lemma in ("have", "avoir", "be", "etre") else voice)
        return None, None


def _topic(discourse: Discourse, clause: Clause, attribute: Attribute) -> tuple[list[str], str] | None:
    """Return what the text is about, where the attribute can be said of it."""
    topic = discourse.topic(clause.sentence.passage, attribute.of)
    return ([topic.entity], SAFE if topic.safe else "topic") if topic else None


def is_parts(clause: Clause, attribute: Attribute, first: int, last: int) -> bool:
    """Whether a noun of a share stands in the plural, and so is something else: "shares fell by 5%"."""
    is_plural = clause.sentence.tokens[last - 1].folded != clause.sentence.lemmas[last - 1]
    return attribute.value is ValueKind.SHARE and not attribute.many and last - first == 1 and is_plural


def is_earlier(clause: Clause, argument: Argument) -> bool:
    """Whether an amount is only what another is compared with: "fell to 2.1 billion from 2.8 billion"."""
    if argument.value is None or not argument.first:
        return False
    place, kind = argument.first - 1, argument.value.value.kind
    while place > 0 and clause.sentence.tokens[place].folded in clause.grammar.bounds - COMPARED:
        place -= 1
    rivals = [a for a in clause.arguments if a is not argument and a.value is not None and a.value.value.kind is kind]
    return bool(rivals) and clause.sentence.tokens[place].folded in COMPARED
