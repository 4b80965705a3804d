"""What a car is, from closed lists of the vocabulary: "a boxy compact SUV", "a seven-seater", "has rear-wheel drive".

The words of a list make a fact where they stand in a noun phrase that means the car, or behind a verb of having.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft
from facts.extracting.fitting import Fitting
from facts.extracting.noun_phrases import Determiner, Shape
from facts.extracting.voice import Voice
from facts.lexicon import Attribute, Lexicon
from facts.models import Value, ValueKind
from facts.phrases import Hit, PhraseIndex
from facts.terms import fold

LONGEST_WITH = 5  # tokens between "has a" or "with a" and the words of the list
WITH = frozenset({"with", "avec"})
POINTING = (Determiner.DEFINITE, Determiner.DEMONSTRATIVE)
HAD = frozenset({"drivetrain", "gearbox", "powertrain"})  # what a car has; the others say what it is


@dataclass(frozen=True, slots=True)
class _Span:
    """Tokens [first, last) that say what a thing is."""

    first: int
    last: int


class Classing:
    """Matches the closed lists of one language."""

    def __init__(self, lexicon: Lexicon, language: str, fitting: Fitting) -> None:
        self.fitting = fitting
        self.index: PhraseIndex[Attribute] = PhraseIndex()
        self.counted: dict[str, Attribute] = {}
        classes = lexicon.languages[language].classes
        self.having = classes.get("having_verbs", frozenset())
        self.comparing = frozenset(fold(word) for word in classes.get("comparing_words", ()))
        for attribute in lexicon.attributes.values():
            wording = attribute.wording.get(language)
            is_listed = wording is not None and attribute.value is ValueKind.TEXT
            for phrases in wording.values.values() if wording and is_listed else ():
                for words in phrases:
                    self.index.add(words, attribute)
        compounds = lexicon.languages[language].tables.get("compound_counts", {})
        self.counted = {
            noun: lexicon.attributes[name] for noun, name in compounds.items() if name in lexicon.attributes
        }

    def drafts(self, clause: Clause, discourse: Discourse) -> Iterator[Draft]:
        """Yield what the words of a list say in a sentence."""
        hits = _longest(self.index.find(clause.sentence.lemmas))
        for argument in clause.arguments:
            span = self._telling(clause, argument)
            if span is not None:
                yield from self._in_phrase(clause, discourse, argument, span, hits)
        for hit in hits:
            owner = self._haver(clause, hit)
            if owner is not None and owner.mention is not None:
                span = _Span(hit.start, hit.end)
                pattern = f"class.have/{owner.mention.how}"
                for attribute in hit.payloads:
                    if attribute.id in HAD:
                        yield from self._drafts(clause, discourse, owner, attribute, span, pattern)

    def _telling(self, clause: Clause, argument: Argument) -> _Span | None:
        """Return the words of a noun phrase that describe the one thing it means; of a name, the noun behind it."""
        mention = argument.mention
        is_one = mention is not None and len(argument.entities or mention.topics) == 1
        if mention is None or not is_one or mention.phrase.plural or mention.version:
            return None
        if mention.phrase.shape is Shape.DESCRIPTION:
            return None if mention.phrase.name else _Span(argument.first, argument.last - mention.phrase.genitive)
        if mention.phrase.shape is not Shape.NAME or not mention.phrase.traits:
            return None
        size = len(mention.phrase.traits[-1].split())
        last = argument.last - mention.phrase.genitive
        words = clause.sentence.lemmas[last - size : last]
        return _Span(last - size, last) if " ".join(words) == mention.phrase.traits[-1] else None

    def _in_phrase(
        self, clause: Clause, discourse: Discourse, argument: Argument, span: _Span, hits: list[Hit[Attribute]]
    ) -> Iterator[Draft]:
        how = argument.mention.how if argument.mention else "none"
        # "the Fit EV", "the electric SUV": may be one version among others
        is_picked = how == "name" or (argument.mention is not None and argument.mention.phrase.determiner in POINTING)
        if {clause.sentence.tokens[p].folded for p in range(span.first, span.last)} & self.comparing:
            return
        for hit in hits:
            if span.first <= hit.start and hit.end <= span.last:
                for attribute in hit.payloads:
                    if is_picked and attribute.id in HAD:
                        continue
                    found = _Span(hit.start, hit.end)
                    yield from self._drafts(clause, discourse, argument, attribute, found, f"class.is/{how}")
        for place in range(span.first, span.last - 2):
            counted = self.counted.get(clause.sentence.lemmas[place + 2])
            if counted is not None and clause.sentence.tokens[place + 1].text == "-":
                found = _Span(place, place + 1)
                yield from self._drafts(clause, discourse, argument, counted, found, f"class.is/{how}")

    def _drafts(
        self, clause: Clause, discourse: Discourse, owner: Argument, attribute: Attribute, span: _Span, pattern: str
    ) -> Iterator[Draft]:
        tokens = clause.sentence.tokens
        at = tokens[span.first].start, tokens[span.last - 1].end
        if attribute.value is ValueKind.COUNT:
            counts = [s.value for s in clause.sentence.values if s.start == at[0] and s.value.amount is not None]
            value = next(iter(counts), None)
        else:
            value = Value(" ".join(clause.sentence.text[slice(*at)].split()), ValueKind.TEXT)
        if value is None:
            return
        for entity in self.fitting.subjects(attribute, owner, discourse):
            yield Draft(entity, attribute.id, value, at, span.first, pattern)

    def _haver(self, clause: Clause, hit: Hit[Attribute]) -> Argument | None:
        """Return the subject of "has rear-wheel drive" and the noun of "with a six-speed manual gearbox"."""
        sentence, grammar = clause.sentence, clause.grammar
        if hit.end < len(sentence.tokens) and not self._ends(clause, hit.end):
            return None
        for place in range(hit.start - 1, max(-1, hit.start - 1 - LONGEST_WITH), -1):
            token = sentence.tokens[place]
            if token.folded in WITH:
                return clause.ending.get(place) or self._subject(clause, place - 1)
            if sentence.lemmas[place] in self.having and place not in clause.covering:
                return clause.subject(place, Voice.ACTIVE)
            is_inner = token.folded in grammar.indefinite or token.text == "-" or place in sentence.valued
            if not (is_inner or (token.is_word and token.folded not in grammar.functions)):
                return None
        return None

    def _subject(self, clause: Clause, place: int) -> Argument | None:
        """Return the subject of "comes with", "is available with"."""
        is_verb = place > 0 and clause.sentence.lemmas[place] in self.having
        return clause.subject(place, Voice.ACTIVE) if is_verb else None

    @staticmethod
    def _ends(clause: Clause, position: int) -> bool:
        """Whether the words of a list end here, rather than describe a noun that follows ("rear-wheel drive model")."""
        token = clause.sentence.tokens[position]
        grammar = clause.grammar
        is_over = token.kind == "mark" or token.folded in grammar.functions or token.folded in grammar.prepositions
        return (is_over and token.text != "-") or token.folded in clause.grammar.adverbs


def _longest(hits: Iterable[Hit[Attribute]]) -> list[Hit[Attribute]]:
    """Return the hits that no longer one of the same attribute holds: a compact hatchback is a hatchback as well."""
    found = list(hits)
    return [
        hit
        for hit in found
        if not any(
            other.start <= hit.start
            and hit.end <= other.end
            and other.end - other.start > hit.end - hit.start
            and {a.id for a in other.payloads} & {a.id for a in hit.payloads}
            for other in found
        )
    ]
