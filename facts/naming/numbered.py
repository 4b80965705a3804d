"""Cars that are called by their number alone: "the 208" beside "Peugeot 208", "the 4" beside "Polestar 4".

A number with an article is one only where exactly one car of the document ends in it, and no noun follows it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from facts.models import Entity, ValueKind
from facts.naming.clusters import slug
from facts.naming.entities import NameMention, Names
from facts.naming.words import NamingWords
from facts.parsing import Sentence
from facts.terms import fold

LONGEST_NUMBER = 4  # digits
MODEL = "model"
LEAST_BROTHERS = 2  # cars of one brand that are called by numbers
COUNTING = frozenset({"of", "to", "or", "de", "a", "ou"})


class NumberBook:
    """Links numbers of one language."""

    def __init__(self, words: NamingWords) -> None:
        self.words = words
        classes = words.lexicon.languages[words.language].classes
        keys = (
            "auxiliaries",
            "modals",
            "prepositions",
            "conjunctions",
            "subordinators",
            "relatives",
            "adverbs",
            "negators",
        )
        self.behind = frozenset(fold(word) for key in keys for word in classes.get(key, ()))
        self.verbs = frozenset(
            fold(w) for key in ("common_verbs", "further_verbs", "saying_verbs") for w in classes.get(key, ())
        ) | frozenset(words.frames)
        pointing = frozenset(fold(word) for key in ("articles", "demonstratives") for word in classes.get(key, ()))
        self.articles = pointing - {"a", "an", "un", "une", "des", "that", "those", "these", "ces", "les"}

    def adopt(self, names: Names, sentences: Sequence[Sentence]) -> None:
        """Add the mentions of cars by their number alone."""
        numbers = self._numbers(names)
        if not numbers:
            return
        numbers |= self._family(names, numbers, sentences)
        for sentence, mentions in zip(sentences, names.mentions, strict=True):
            taken = {place for one in mentions for place in range(one.first, one.last)}
            found = [
                NameMention(place, place + 1, numbers[token.text])
                for place, token in enumerate(sentence.tokens)
                if token.text in numbers and place not in taken and self._is_name(sentence, place, taken)
            ]
            if found:
                mentions[:] = sorted((*mentions, *found), key=lambda mention: mention.first)

    def _numbers(self, names: Names) -> dict[str, str]:
        """Return the numbers that only one car of a brand ends in."""
        found: dict[str, set[str]] = defaultdict(set)
        for entity in names.entities.values():
            words = entity.name.split()
            is_car = self.words.lexicon.is_a(entity.kind, MODEL) and len(words) > 1
            if is_car and words[-1].isdigit() and len(words[-1]) <= LONGEST_NUMBER:
                found[words[-1]].add(entity.id)
        return {number: entities.pop() for number, entities in found.items() if len(entities) == 1}

    def _family(self, names: Names, numbers: Mapping[str, str], sentences: Sequence[Sentence]) -> dict[str, str]:
        """Bring the brothers of cars into being: beside "Polestar 4" and "Polestar 5", "the 6" is the Polestar 6."""
        makers = {names.entities[one].brand for one in numbers.values()}
        maker = makers.pop() if len(numbers) >= LEAST_BROTHERS and len(makers) == 1 else None
        if maker is None or any(len(number) != 1 for number in numbers):
            return {}
        stem = names.entities[next(iter(numbers.values()))].name.rsplit(" ", 1)[0]
        found: dict[str, str] = {}
        for sentence in sentences:
            for place, token in enumerate(sentence.tokens):
                is_brother = len(token.text) == 1 and token.text.isdigit() and token.text not in numbers
                if is_brother and self._is_name(sentence, place, frozenset()) and not self._counts(sentence, place + 1):
                    name = f"{stem} {token.text}"
                    found[token.text] = slug(name)
                    names.entities.setdefault(slug(name), Entity(slug(name), name, MODEL, (name,), maker))
        return found

    @staticmethod
    def _counts(sentence: Sentence, place: int) -> bool:
        """Whether a number goes on to count: "the 2 of them", "the 4 or 5"."""
        return place < len(sentence.tokens) and sentence.tokens[place].folded in COUNTING

    def _is_name(self, sentence: Sentence, place: int, taken: Set[int]) -> bool:
        if place == 0 or sentence.tokens[place - 1].folded not in self.articles or place + 1 in taken:
            return False
        spans = [span for span in sentence.values if sentence.tokens[place].start in range(span.start, span.end)]
        is_counted = any(span.value.kind is not ValueKind.COUNT or len(span.value.text.split()) > 1 for span in spans)
        return not is_counted and self._ends(sentence, place + 1)

    def _ends(self, sentence: Sentence, place: int) -> bool:
        """Whether no noun follows."""
        if place >= len(sentence.tokens):
            return True
        token, lemma = sentence.tokens[place], sentence.lemmas[place]
        if token.kind == "mark":
            return token.text not in "-–." or not sentence.touches(place) or place + 1 == len(sentence.tokens)
        is_verb = lemma in self.verbs and token.folded != lemma
        return token.kind == "clitic" or token.folded in self.behind or lemma in self.behind or is_verb
