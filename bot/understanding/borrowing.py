"""Words of another language in a question: "c'est quoi the price de la Leaf", "what's the prix".

Only words that nothing else explains are looked up there; attributes know no language.
"""

from collections.abc import Iterator

from bot.understanding.draft import CuePiece, Draft, Piece, TagPiece
from bot.understanding.focus import ASKING
from bot.understanding.leftover import unexplained_at
from bot.understanding.vocabulary import Role, Vocabularies, Vocabulary
from facts.lemmas import Lemmas

ROLES = (Role.NOUN, Role.INVERSE, Role.PHRASE, Role.LOW, Role.HIGH)  # a verb needs the small words of its own language


def borrow(draft: Draft, vocabularies: Vocabularies, lemmas: Lemmas) -> None:
    """Add what other languages make of the words that the question's own leaves unexplained."""
    missing = _missing(draft)
    if not missing:
        return
    for language in vocabularies:
        if language != draft.language:
            vocabulary = vocabularies[language]
            draft.cues = sorted([*draft.cues, *_cues(draft, vocabulary, missing, lemmas)], key=lambda cue: cue.first)
            small = {p for p in missing if vocabulary.has_class("articles", draft.words[p].folded)}
            draft.use(*(Piece(p, p + 1) for p in small))
            draft.tags = sorted([*draft.tags, *_tags(draft, vocabulary, missing)], key=lambda tag: tag.first)


def _missing(draft: Draft) -> set[int]:
    pieces = (*draft.cues, *draft.kinds, *draft.tags)
    covered = {p for piece in pieces for p in range(piece.first, piece.last)} | draft.named
    words = range(len(draft.words))
    return {p for p in words if p not in covered and draft.words[p].kind == "word" and unexplained_at(draft, p)}


def _cues(draft: Draft, vocabulary: Vocabulary, missing: set[int], lemmas: Lemmas) -> Iterator[CuePiece]:
    words = [lemmas.lemma(word.folded, vocabulary.language) for word in draft.words]
    for hit in vocabulary.cues.find_longest(words):
        cues = tuple(cue for cue in hit.payloads if cue.role in ROLES)
        if cues and missing.issuperset(range(hit.start, hit.end)):
            yield CuePiece(hit.start, hit.end, cues)


def _tags(draft: Draft, vocabulary: Vocabulary, missing: set[int]) -> Iterator[TagPiece]:
    for hit in vocabulary.tags.find_longest([word.folded for word in draft.words]):
        if missing.issuperset(range(hit.start, hit.end)):
            yield from (TagPiece(hit.start, hit.end, tag) for tag in hit.payloads if tag in ASKING)
