"""Promise 4 of the design: every content word is accounted for. Which words of a question nothing explains, and which a
passage must hold.
"""

from collections.abc import Sequence

from bot.understanding.draft import Draft
from bot.understanding.limits import times_of_names
from facts.models import Entity

CLOSED = (
    "articles",
    "demonstratives",
    "possessives",
    "pronouns_thing",
    "pronouns_person",
    "pronouns_plural",
    "prepositions",
    "conjunctions",
    "subordinators",
    "auxiliaries",
    "modals",
    "copulas",
    "stopwords",
    "question_words",
    "polite_words",
    "all_words",
    "both_words",
)
FRAME = ("frame_words", "hedges_expected", "follow_up_words", "list_words", "approximators", "chatter")
TELLING = ("not", "except", "instead")  # closed words that turn a meaning round: someone must take them up
TRAITS = ("size_words", "domain_words", "generation_new")
OF_TODAY = ("current",)  # what may be said of any car that is told of


def unexplained(draft: Draft, subjects: Sequence[Entity]) -> tuple[str, ...]:
    """Return the content words that nothing explains, as written."""
    left = []
    turning = (*draft.tagged(*TELLING), *times_of_names(draft))
    telling = {p for tag in turning for p in range(tag.first, tag.last)}
    for position, word in enumerate(draft.words):
        if position in telling and position not in draft.used:
            left.append(word.text)
            continue
        if position in draft.used or not unexplained_at(draft, position):
            continue
        traits = {part for entity in subjects for trait in entity.traits for part in trait.split()}
        if word.lemma not in traits and word.folded not in traits:
            left.append(word.text)
    return tuple(dict.fromkeys(left))


def unexplained_at(draft: Draft, position: int) -> bool:
    """Whether a word is none that any question may hold."""
    known = _is_closed(draft, position) or _is_frame(draft, position) or _is_harmless_trait(draft, position)
    return not known


def content_words(draft: Draft) -> tuple[str, ...]:
    """Return the lemmas that a passage must hold: whatever is neither a name nor a word that any question has."""
    named = draft.named.union(*(range(name.first, name.last) for name in draft.names))
    asked = {p for tag in draft.tags if tag.tag not in CONTENT_TAGS for p in range(tag.first, tag.last)}
    return tuple(
        dict.fromkeys(
            word.lemma
            for position, word in enumerate(draft.words)
            if position not in named
            and position not in asked
            and not _is_closed(draft, position)
            and not _is_frame(draft, position)
        )
    )


CONTENT_TAGS = (
    "first",
    "last",
    "not",
    "current",
    "earlier",
    "later",
)  # words of asking that a passage may be asked to hold


def is_plain(draft: Draft, position: int) -> bool:
    """Whether a word is one that any question may have, and says nothing by itself."""
    return _is_closed(draft, position) or _is_frame(draft, position)


def _is_closed(draft: Draft, position: int) -> bool:
    word = draft.words[position]
    return word.kind == "elision" or draft.vocabulary.has_any(CLOSED, word.folded)


def _is_frame(draft: Draft, position: int) -> bool:
    return draft.is_in_any(FRAME, position)


def _is_harmless_trait(draft: Draft, position: int) -> bool:
    """Whether an adjective only repeats what any car of today may be called: size, newness, electric."""
    return draft.has_tag_at(position, *OF_TODAY) or draft.is_in_any(TRAITS, position)
