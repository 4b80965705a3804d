"""What a passage should hold to be about a question: its content words, each with the forms that say the same.

A form counts as much as it surely says the same: the word itself for one, what only tends to stand for it for less.
The words of an asked attribute are also one cue, whatever its language: a passage that says "costs" is about a price.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answering.amounts import NUMERIC
from bot.answering.known import Known, Words
from bot.models.query import Query
from facts.models import ValueKind

ALIKE_FROM = 5  # letters that two words share at their start to count as forms of one: "recover", "recovery"
LONG_FROM = 9  # letters of a word whose forms may differ in the last two of them
ENDING = 4  # letters that the longer of them may have more
MOST_TELLING = 20  # words that tell of an attribute, the likeliest; the rest may tell of anything
MOST_RIVALS = 2  # readings of a question whose words count as one
TYPED = (*NUMERIC, ValueKind.DATE, ValueKind.DURATION, ValueKind.SHARE)  # values that a passage must hold
# How surely a form says the same: fitted by hand, only their order matters much.
ITSELF, NOMINAL, ALIKE, GROUPED, TOLD = 1.0, 0.85, 0.8, 0.7, 0.65
LIGHT = 0.4  # what a verb counts that says little by itself: "do", "make", "get"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for: the word of the question and the folded lemmas that stand for it, likeliest first."""

    word: str
    forms: Mapping[str, float]  # how much each counts, at most 1
    is_typed: bool = False  # of a cue: an amount or a date must be there
    said: tuple[str, ...] = ()  # words of the question itself, other forms of which count as well
    weight: float = 1.0  # beside other terms that are as rare

    def __hash__(self) -> int:
        return hash(self.word)


class Terms:
    """Terms of one question, ready to be found in texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)
        self._by_form: dict[str, list[tuple[float, Term]]] = {}
        self._by_start: dict[str, list[tuple[str, Term]]] = {}
        for term in terms:
            for form, share in term.forms.items():
                self._by_form.setdefault(form, []).append((share, term))
            for word in (one for one in term.said if len(one) >= ALIKE_FROM):
                self._by_start.setdefault(word[:ALIKE_FROM], []).append((word, term))

    def __len__(self) -> int:
        return len(self.terms)

    def may_name(self, lemma: str, folded: str) -> bool:
        """Whether a word of a text may be a form of any term: most words are none."""
        return folded in self._by_form or lemma in self._by_form or lemma[:ALIKE_FROM] in self._by_start

    def named_by(self, lemma: str, folded: str) -> Iterator[tuple[float, Term]]:
        """Yield the terms that a word of a text is a form of, or likely another form of, and how surely."""
        yield from self._by_form.get(folded, ())
        yield from self._by_form.get(lemma, ())
        for word, term in self._by_start.get(lemma[:ALIKE_FROM], ()):
            if are_alike(word, lemma):
                yield ALIKE, term


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text holds a term first in its surest form, and how surely."""

    start: int
    end: int
    share: float


def held_in(words: Words, terms: Terms) -> dict[Term, Found]:
    """Return the terms that a text holds, in whatever form."""
    found: dict[Term, Found] = {}
    for folded, lemma, start, end in words.tokens:
        if terms.may_name(lemma, folded):
            for share, term in terms.named_by(lemma, folded):
                if term not in found or share > found[term].share:
                    found[term] = Found(start, end, share)
    return found


def terms_of(known: Known, query: Query, more: Sequence[str] = ()) -> Terms:
    """Return a term for each content word of a question and of `more` words; names are no terms."""
    groups = [(attribute,) for attribute in _attributes(query)]
    return Terms([_term(known, word, groups) for word in dict.fromkeys((*query.words, *more))])


def cues_of(known: Known, query: Query) -> Terms:
    """Return a term for each asked attribute: the words that tell of it, in every language."""
    cues = []
    for group in _groups(query):
        said = tuple(word for word in query.words if word in known.cue_words.asking(group))
        telling = [word for word in said if word not in known.general_words]
        forms = dict.fromkeys((*telling, *known.cue_words.telling(group)[:MOST_TELLING]), ITSELF)
        if forms:
            cues.append(Term(" / ".join(group), forms, is_typed=_are_typed(known, group), said=said))
    return Terms(cues)


def _term(known: Known, word: str, groups: Sequence[tuple[str]]) -> Term:
    forms = {word: ITSELF}
    for form in known.cue_words.forms(word):
        forms.setdefault(form, NOMINAL)
    for form in known.synonyms.variants([word]):
        forms.setdefault(form, GROUPED)
    for group in groups:
        if word in known.cue_words.asking(group):
            for form in known.cue_words.telling(group):
                forms.setdefault(form, TOLD)
    return Term(word, forms, said=(word,), weight=LIGHT if known.synonyms.is_light(word) else 1.0)


def are_alike(one: str, other: str) -> bool:
    """Whether two folded words are likely forms of one word."""
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    shorter = min(len(one), len(other))
    differing = 1 if shorter < LONG_FROM else 2  # "profitable", "profitability"
    return shared >= max(ALIKE_FROM, shorter - differing) and abs(len(one) - len(other)) <= ENDING


def _attributes(query: Query) -> list[str]:
    """Return every attribute that a question speaks of, those it asks for first."""
    ordered = [query.ordering.attribute] if query.ordering else []
    conditions = [condition.attribute for condition in query.conditions]
    claims = [claim.attribute for claim in query.claims]
    return list(dict.fromkeys((*query.attributes, *ordered, *conditions, *claims)))


def _groups(query: Query) -> list[tuple[str, ...]]:
    """Return the attributes whose words are one cue: each asked one, or all rival readings together."""
    asked = _attributes(query)
    if query.alternatives:
        return [tuple(asked[:MOST_RIVALS])] if asked else []
    return [(attribute,) for attribute in asked]


def _are_typed(known: Known, attributes: Sequence[str]) -> bool:
    kinds = [known.lexicon.attributes[key].value for key in attributes if key in known.lexicon.attributes]
    return all(kind in TYPED for kind in kinds)
