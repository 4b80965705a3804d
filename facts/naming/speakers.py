"""Who speaks in an interview: names and initials before a colon, over and over at the beginning of paragraphs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from facts.lemmas import Lemmas
from facts.naming.spans import NameSpan
from facts.parsing import Sentence
from facts.terms import fold, squeeze

LEAST_TURNS = 3  # paragraphs that one speaker opens
LONGEST_LABEL = 4  # words
LONGEST_INITIALS = 3  # letters


def speaker_labels(sentences: Sequence[Sentence], lemmas: Lemmas) -> list[NameSpan]:
    """Return the spans of names and initials that open the turns of an interview."""
    found = [span for number, sentence in enumerate(sentences) if (span := _label(number, sentence)) is not None]
    turns = Counter(_initials(span.text) for span in found)
    shortened = {span.key for span in found if _is_initials(span.text)}
    return [
        span
        for span in found
        if turns[_initials(span.text)] >= LEAST_TURNS
        and (_initials(span.text) in shortened or not all(lemmas.is_ordinary(fold(word)) for word in span.text.split()))
    ]


def speakers_by_initials(labels: Iterable[NameSpan], names: Iterable[NameSpan]) -> Mapping[str, str]:
    """Return by the key of initials the key of the one name that they stand for: "pl" -> "petralumeo"."""
    wanted = {span.key for span in labels if _is_initials(span.text)}
    meant: dict[str, set[str]] = {}
    for span in names:
        if span.length > 1 and (key := _initials(span.text)) in wanted:
            meant.setdefault(key, set()).add(span.key)
    return {initials: keys.pop() for initials, keys in meant.items() if len(keys) == 1}


def _label(number: int, sentence: Sentence) -> NameSpan | None:
    tokens = sentence.tokens
    end = next((at for at, token in enumerate(tokens[: LONGEST_LABEL + 1]) if token.text == ":"), 0)
    if not end or sentence.passage.kind != "sentence" or not all(t.is_word and t.is_capital for t in tokens[:end]):
        return None
    text = sentence.words(0, end)
    return NameSpan(number, 0, end, squeeze(text), text)


def _is_initials(text: str) -> bool:
    return text.isupper() and text.isalpha() and 1 < len(text) <= LONGEST_INITIALS


def _initials(text: str) -> str:
    """Return what a speaker is shortened to; initials stay as they are."""
    if _is_initials(text):
        return squeeze(text)
    return "".join(_first_letters(text))


def _first_letters(text: str) -> Iterator[str]:
    for word in text.replace("-", " ").split():
        if word[:1].isupper():
            yield fold(word)[:1]
