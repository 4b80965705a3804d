"""What stands around a question and asks for nothing: "could anybody tell me", thanks, sentences that set the scene.

It is set aside as fillers, by closed classes and not by phrases. Nothing that could limit or turn a question round (a
number, a place, "not", a version) is ever set aside.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.understanding.arguments import PAUSES
from bot.understanding.draft import ABOUT_BOT, FILLERS, Draft, Piece, TagPiece
from bot.understanding.focus import ASKING
from bot.understanding.leftover import CLOSED, TELLING
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver

COMMANDS = (
    "list",
    "describe",
    "compare",
    "who_said",
    "correction",
    *ABOUT_BOT,
)  # words of asking that ask by themselves
CORE, HELPERS = "knowing_words", "lead_in_words"  # "know", "tell", "wonder"; "anyone", "quick", "sorry"
OPENING = (CORE, HELPERS, *CLOSED)
COURTESY = "courtesy_words"  # what thanks are followed by: "in advance", "very much"
SUBJECTS = ("pronouns_person", "pronouns_plural", "pronouns_thing", "possessives", "copulas")
SPECIFIC = ("model", "organisation")  # kinds of names that a scene may be set with; a place would limit the question
VERSIONS = ("version", "generation")
_END = re.compile(r"[?!…;\n]|\.{2,}|\.\s")


def set_aside(draft: Draft, resolver: Resolver) -> None:
    """Turn what surrounds the question into fillers: scenes, lead-ins, thanks."""
    sentences = sentences_of(draft)
    asking = [piece for piece in sentences if _asks(draft, piece)]
    if asking:
        for piece in sentences:
            if piece not in asking and _sets_scene(draft, piece, resolver):
                _fill(draft, piece)
                _drop_names(draft, piece, asking)
    for piece in asking or sentences:
        _set_own_words_aside(draft, piece)
        _set_lead_in_aside(draft, piece)
    for piece in sentences:
        _set_thanks_aside(draft, piece)


def sentences_of(draft: Draft) -> list[Piece]:
    """Cut the words at marks that end a sentence; the stop of an abbreviation does not."""
    starts = [0, *(p for p in range(1, len(draft.words)) if _ends_before(draft, p)), len(draft.words)]
    return [Piece(first, last) for first, last in pairwise(starts) if first < last]


def _ends_before(draft: Draft, position: int) -> bool:
    before = draft.words[position - 1]
    marks = draft.text[before.end : draft.words[position].start]
    if marks == " " or not _END.search(marks):
        return False
    return marks.strip() != "." or not draft.vocabulary.has_class("abbreviations", f"{before.folded}.")


# -- scenes


def _asks(draft: Draft, piece: Piece) -> bool:
    """Whether a sentence asks: by a question mark, a question word or a command."""
    end = draft.words[piece.last].start if piece.last < len(draft.words) else len(draft.text)
    if "?" in draft.text[draft.words[piece.last - 1].end : end]:
        return True
    return any(tag.overlaps(piece) for tag in draft.tagged(*ASKING, *COMMANDS, "yes_no"))


def _sets_scene(draft: Draft, piece: Piece, resolver: Resolver) -> bool:
    """Whether a sentence tells of somebody's day and limits nothing: "I saw the new Leaf yesterday."."""
    words = range(piece.first, piece.last)
    if any(draft.words[p].kind in ("number", "mixed") and draft.name_at(p) is None for p in words):
        return False
    if any(tag.overlaps(piece) for tag in draft.tagged(*TELLING)):
        return False
    if any(kind.overlaps(piece) and set(kind.kinds) & set(VERSIONS) for kind in draft.kinds):
        return False
    if not all(_is_specific(name, resolver) for name in draft.names if piece.overlaps(name)):
        return False
    return any(draft.is_in_class(name, p) for name in SUBJECTS for p in words if draft.name_at(p) is None) or any(
        _is_finite(draft, p) for p in words
    )


def _is_specific(name: Name, resolver: Resolver) -> bool:
    """Whether a name may be what a question goes on about, and is no place."""
    return bool(resolver.kinds(name)) and resolver.is_a(name, *SPECIFIC)


def _is_finite(draft: Draft, position: int) -> bool:
    word = draft.words[position]
    return draft.vocabulary.has_class("common_verbs", word.lemma) and word.folded != word.lemma


def _drop_names(draft: Draft, scene: Piece, asking: Sequence[Piece]) -> None:
    """Forget the names of a scene where the question has its own."""
    if any(name for name in draft.names if not name.is_weak and any(piece.overlaps(name) for piece in asking)):
        draft.names = [name for name in draft.names if not scene.overlaps(name)]


# -- lead-ins and thanks


def _set_lead_in_aside(draft: Draft, sentence: Piece) -> None:
    """Set aside what leads up to the question: closed words and words of wanting to know, down to the last of these."""
    last = sentence.first
    for position in _leading(draft, sentence):
        if draft.is_in_class(CORE, position):
            last = position + 1
    if last == sentence.first:
        _set_greeting_aside(draft, sentence)
        return
    while last < sentence.last and _goes_on(draft, last):
        last += 1
    if _tells_of_others(draft, sentence, last):
        return
    whether = last < sentence.last and draft.is_in_class("whether_words", last)
    _fill(draft, Piece(sentence.first, last))
    if whether:
        draft.tags.append(TagPiece(last, last + 1, "yes_no"))


def _tells_of_others(draft: Draft, sentence: Piece, last: int) -> bool:
    """Whether the words of knowing are what is asked about: "il a dit quoi", but not "dis-moi quoi"."""
    others = any(tag.last <= last for tag in draft.tagged("person", "it", "them") if tag.first >= sentence.first)
    return others and last < sentence.last and all(draft.has_tag_at(p, *ASKING) for p in range(last, sentence.last))


def _goes_on(draft: Draft, position: int) -> bool:
    """Whether a word still belongs to the lead-in before it: "an idea of", "question rapide :"."""
    if draft.is_in_class("prepositions", position):
        return not _is_asking(draft, position) and not draft.has_tag_at(position, *FILLERS)
    pauses = position + 1 < len(draft.words) and bool(set(draft.words[position + 1].before) & set(PAUSES))
    return pauses and draft.is_in_class(HELPERS, position)


def _set_greeting_aside(draft: Draft, sentence: Piece) -> None:
    """Set aside what is said up to a pause and only greets: "salut tout le monde, ..."."""
    for position in range(sentence.first, sentence.last):
        if position > sentence.first and set(draft.words[position].before) & set(PAUSES):
            if draft.has_tag_at(sentence.first, *FILLERS):
                _fill(draft, Piece(sentence.first, position))
            return
        if not _is_courtesy(draft, position):
            return


def _leading(draft: Draft, sentence: Piece) -> Iterator[int]:
    """Yield the words from the beginning on that may lead up to a question."""
    for position in range(sentence.first, sentence.last):
        if draft.name_at(position) is not None or _is_asking(draft, position) or _is_noun(draft, position):
            return
        opens = draft.is_in_any(OPENING, position)
        if not opens and not draft.has_tag_at(position, *FILLERS) and draft.words[position].kind != "elision":
            return
        yield position


def _is_noun(draft: Draft, position: int) -> bool:
    """Whether a word begins a noun of several that asks for something: "asking price"."""
    return any(cue.first == position and cue.has_noun and cue.last - cue.first > 1 for cue in draft.cues)


def _set_own_words_aside(draft: Draft, sentence: Piece) -> None:
    """Set aside how somebody introduces himself up to a comma, which limits nothing: "broke student here, ..."."""
    commas = (p for p in range(sentence.first + 1, sentence.last) if "," in draft.words[p].before)
    clause = Piece(sentence.first, next(commas, sentence.first))
    words = range(clause.first, clause.last)
    if not words or not draft.is_in_class("self_words", clause.last - 1):
        return
    says_more: list[Piece | Name] = [*draft.names, *draft.amounts, *draft.tagged(*TELLING, *ASKING, *COMMANDS)]
    if not any(clause.overlaps(piece) for piece in says_more):
        _fill(draft, clause)


def _is_asking(draft: Draft, position: int) -> bool:
    return draft.has_tag_at(position, *ASKING, *COMMANDS)


def _set_thanks_aside(draft: Draft, sentence: Piece) -> None:
    """Set aside what follows a word of thanks or laughter at the end: "thank you very much", "merci d'avance"."""
    for tag in draft.tagged(*FILLERS):
        rest = range(tag.last, sentence.last)
        if rest and sentence.first <= tag.first < sentence.last and all(_is_courtesy(draft, p) for p in rest):
            _fill(draft, Piece(tag.first, sentence.last))
            return


def _is_courtesy(draft: Draft, position: int) -> bool:
    if draft.has_tag_at(position, *FILLERS) or draft.is_in_class(COURTESY, position):
        return True
    closed = draft.is_in_any(("prepositions", "pronouns_person", "articles", "conjunctions"), position)
    return (closed or draft.words[position].kind == "elision") and draft.name_at(position) is None


def _fill(draft: Draft, piece: Piece) -> None:
    """Make one filler of a run of words; whatever else they could mean is dropped."""
    draft.tags = [tag for tag in draft.tags if not tag.overlaps(piece)]
    draft.cues = [cue for cue in draft.cues if not cue.overlaps(piece)]
    draft.kinds = [kind for kind in draft.kinds if not kind.overlaps(piece)]
    draft.tags = sorted([*draft.tags, TagPiece(piece.first, piece.last, "filler")], key=lambda tag: tag.first)
