"""What a passage should hold to be about a question: its content words, each with the forms that say the same.

The words of an asked attribute are one term: a passage that says "costs" is about a price, whatever its language.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.amounts import NUMERIC
from bot.answering.known import Known, Words
from bot.models.query import Query
from facts.models import ValueKind

ALIKE_FROM = 5  # letters that two words share at their start to count as forms of one: "recover", "recovery"
LONG_FROM = 9  # letters of a word whose forms may differ in the last two of them
ENDING = 4  # letters that the longer of them may have more
MOST_RIVALS = 2  # readings of a question whose words count as one
TYPED = (*NUMERIC, ValueKind.DATE, ValueKind.DURATION, ValueKind.SHARE)  # values that a passage must hold

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for: the word of the question and the folded lemmas that stand for it, likeliest first."""

    word: str
    forms: tuple[str, ...]
    is_cue: bool = False
    is_typed: bool = False  # a cue of an amount or a date
    said: tuple[str, ...] = ()  # words of the question itself, other forms of which count as well


class Terms:
    """The terms of one question, ready to be found in texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)
        self._by_form: dict[str, list[Term]] = {}
        self._by_start: dict[str, list[tuple[str, Term]]] = {}
        for term in terms:
            for form in term.forms:
                self._by_form.setdefault(form, []).append(term)
            for word in (one for one in term.said if len(one) >= ALIKE_FROM):
                self._by_start.setdefault(word[:ALIKE_FROM], []).append((word, term))

    def __len__(self) -> int:
        return len(self.terms)

    def may_name(self, lemma: str, folded: str) -> bool:
        """Whether a word of a text may be a form of any term: most words are none."""
        return folded in self._by_form or lemma in self._by_form or lemma[:ALIKE_FROM] in self._by_start

    def named_by(self, lemma: str, folded: str) -> Iterator[Term]:
        """Yield the terms that a word of a text is a form of, or likely another form of."""
        yield from self._by_form.get(folded, ())
        yield from self._by_form.get(lemma, ())
        for word, term in self._by_start.get(lemma[:ALIKE_FROM], ()):
            if are_alike(word, lemma):
                yield term


def held_in(words: Words, terms: Terms) -> dict[Term, Span]:
    """Return the terms that a text holds, in whatever form, with where it first holds them."""
    found: dict[Term, Span] = {}
    for folded, lemma, start, end in words.tokens:
        if terms.may_name(lemma, folded):
            for term in terms.named_by(lemma, folded):
                found.setdefault(term, (start, end))
    return found


def terms_of(known: Known, query: Query, more: Sequence[str] = ()) -> Terms:
    """Return the terms of a question and of `more` words; names are no terms, words of an asked attribute are one."""
    words = list(dict.fromkeys((*query.words, *more)))
    cues, cued = [], set()
    for group in _groups(query):
        said = [word for word in words if word in known.cue_words.asking(group)]
        cued.update(said)
        telling = [word for word in said if word not in known.general_words]
        forms = dict.fromkeys((*telling, *known.cue_words.telling(group)))
        if forms:
            cues.append(
                Term(" / ".join(group), tuple(forms), is_cue=True, is_typed=_are_typed(known, group), said=tuple(said))
            )
    cued |= {form for cue in cues for form in cue.forms}
    return Terms(
        [*(Term(word, tuple(known.cue_words.forms(word)), said=(word,)) for word in words if word not in cued), *cues]
    )


def are_alike(one: str, other: str) -> bool:
    """Whether two folded words are likely forms of one word."""
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    shorter = min(len(one), len(other))
    differing = 1 if shorter < LONG_FROM else 2  # "profitable", "profitability"
    return shared >= max(ALIKE_FROM, shorter - differing) and abs(len(one) - len(other)) <= ENDING


def _groups(query: Query) -> list[tuple[str, ...]]:
    """Return the attributes whose words are one term: each asked one, or all rival readings together."""
    ordered = [query.ordering.attribute] if query.ordering else []
    conditions = [condition.attribute for condition in query.conditions]
    claims = [claim.attribute for claim in query.claims]
    asked = list(dict.fromkeys((*query.attributes, *ordered, *conditions, *claims)))
    if query.alternatives:
        return [tuple(asked[:MOST_RIVALS])] if asked else []
    return [(attribute,) for attribute in asked]


def _are_typed(known: Known, attributes: Sequence[str]) -> bool:
    kinds = [known.lexicon.attributes[key].value for key in attributes if key in known.lexicon.attributes]
    return all(kind in TYPED for kind in kinds)
