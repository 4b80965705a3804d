"""The tier below answers: up to three passages that may hold one, never dressed as an answer.

A passage must hold a name of the question (in itself or as its subject) and a good share of its content words.
"""

from collections.abc import Sequence

from bot.answering.known import Known, source_of
from bot.models.answer import Source
from bot.models.finding import Passages
from bot.models.query import Match, Query
from facts.models import Passage
from facts.terms import squeeze, tokenize

MOST_SHOWN = 3
MOST_READ = 8
LEAST_COVERED = 0.5  # share of the content words; fewer is a chance meeting
ENDING = 4  # letters that the longer of them may have more
ALIKE_FROM = 5  # letters that two words share at their start to count as forms of one: "recover", "recovery"


def passages_for(known: Known, query: Query, words: Sequence[str]) -> Passages | None:
    """Return the nearest passages to the words of a question, or None where nothing is near enough."""
    names = names_in(known, query)
    if not words:
        return None
    found: list[Source] = []
    missing = set(words)
    for passage in known.store.search(list(words), names, limit=MOST_READ):
        spans = covered(known, passage, words)
        if not spans or len(spans) < LEAST_COVERED * len(set(words)) or passage.kind == "heading":
            continue
        if not names and len(spans) < len(set(words)):
            continue
        missing -= set(spans)
        document = known.document(passage.document)
        found.append(source_of(document, passage.start, passage.end, marks=tuple(sorted(spans.values()))))
        if len(found) == MOST_SHOWN:
            break
    return Passages(tuple(found), tuple(word for word in dict.fromkeys(words) if word in missing)) if found else None


def covered(known: Known, passage: Passage, words: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return the words (folded lemmas) that a passage holds, with where it holds them."""
    document = known.document(passage.document)
    return covered_in(known, document.text, document.language[:2], words, (passage.start, passage.end))


def covered_in(
    known: Known, text: str, language: str, words: Sequence[str], span: tuple[int, int]
) -> dict[str, tuple[int, int]]:
    """Return the words that text[span] holds, in whatever form, with their spans."""
    found: dict[str, tuple[int, int]] = {}
    for token in tokenize(text, *span):
        if token.kind == "mark":
            continue
        lemma = known.store.lemmas.lemma(token.folded, language)
        for word in words:
            if word not in found and (word in (lemma, token.folded) or are_alike(word, lemma)):
                found[word] = (token.start, token.end)
    return found


def are_alike(one: str, other: str) -> bool:
    """Whether two folded words are likely forms of one word."""
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= ALIKE_FROM and shared >= min(len(one), len(other)) - 1 and abs(len(one) - len(other)) <= ENDING


def names_in(known: Known, query: Query) -> list[str]:
    """Return every name of what the question mentions, as the documents may write it."""
    mentions = [*query.subjects, *([query.brand] if query.brand else []), *([query.speaker] if query.speaker else [])]
    ids = [key for mention in mentions if mention.match is not Match.UNKNOWN for key in mention.entities]
    names = [name for key in ids for name in (known.entity(key).name, *known.entity(key).aliases)]
    return list({squeeze(name): name for name in names}.values())
