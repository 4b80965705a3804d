"""What a question asks for: its question word, the noun beside it, and so the sort of answer that is wanted."""

from dataclasses import dataclass

from bot.understanding.draft import CuePiece, Draft, KindPiece, TagPiece
from bot.understanding.linking import Name
from bot.understanding.vocabulary import Role

BY_ITSELF = ("when", "where", "why")  # question words that no noun belongs to: "quand le successeur"
PERSON, PLACE, DATE, AMOUNT, COUNT = "person", "place", "date", "amount", "count"
WANTED = {"who": PERSON, "where": PLACE, "when": DATE, "how_much": AMOUNT, "how_many": COUNT}
ASKING = ("who", "where", "when", "why", "what", "which", "how", "how_many", "how_much", "else")
STOPS = ".?!;…"
NOUNS = (Role.NOUN, Role.INVERSE)


@dataclass(frozen=True, slots=True)
class Focus:
    """The question word and its noun phrase: words[first:last]."""

    first: int
    last: int
    tag: str
    wanted: str | None = None  # kind of entity, "date", "amount", "count", or None where anything may be meant
    kind: KindPiece | None = None
    cue: CuePiece | None = None  # "what price": the noun is an attribute
    brand: Name | None = None  # "which Nissan"
    preposition: str | None = None  # "in which factory"


def find_focus(draft: Draft) -> Focus | None:
    """Return what the first question word asks for, or None in commands and questions of yes or no."""
    for tag in draft.tags:
        if tag.tag in ASKING and not is_relative(draft, tag):
            return _with_noun(draft, tag)
    return None


def is_relative(draft: Draft, tag: TagPiece) -> bool:
    """Whether a question word only joins a clause to the noun before: "the car which replaces it"."""
    if tag.first == 0 or not draft.is_in_class("relatives", tag.first) or not _has_verb(draft, tag.last):
        return False
    if set(draft.words[tag.first].before) & set(STOPS):
        return False  # a sentence of its own
    if "," in draft.words[tag.first].before and not _asks_before(draft, tag):
        return False  # "of the two versions, which is quicker"
    return any(kind.last == tag.first for kind in draft.kinds) or any(name.last == tag.first for name in draft.names)


def _asks_before(draft: Draft, tag: TagPiece) -> bool:
    """Whether something else asks before a question word: another one, or a verb that leads."""
    if any(one.first < tag.first for one in draft.tagged(*ASKING, "yes_no", "list", "describe")):
        return True
    return any(draft.is_in_any(("auxiliaries", "modals", "copulas"), p) for p in range(tag.first))


def _has_verb(draft: Draft, position: int) -> bool:
    """Whether a verb stands behind, as in a clause: "the Leaf, when?" has none."""
    verbs = any(cue.first >= position and cue.has(Role.VERB) for cue in draft.cues)
    words = range(position, len(draft.words))
    return verbs or any(draft.is_in_class(name, p) for name in ("auxiliaries", "modals", "copulas") for p in words)


def _with_noun(draft: Draft, tag: TagPiece) -> Focus:
    """Read on from the question word to the noun it belongs to, past adjectives and a brand."""
    wanted = WANTED.get(tag.tag)
    preposition = _preposition(draft, tag.first)
    if tag.tag in BY_ITSELF:
        return Focus(tag.first, tag.last, tag.tag, wanted, None, None, None, preposition)
    position, brand = tag.last, None
    while position < len(draft.words):
        kind = next((kind for kind in draft.kinds if kind.first == position), None)
        cue = next((cue for cue in draft.cues if cue.first == position and cue.has(*NOUNS)), None)
        if kind or cue:
            last = max(piece.last for piece in (kind, cue) if piece)
            wanted_kind = kind.kinds[0] if kind and wanted is None else wanted
            return Focus(tag.first, last, tag.tag, wanted_kind, kind, cue, brand, preposition)
        name = draft.name_at(position)
        is_of_focus = tag.tag != "what" or position == tag.last  # "what the Leaf costs" asks for no Leaf
        if name and brand is None and is_of_focus and tag.tag in ("which", "what", "how_many"):
            brand, position = name, name.last
        elif _is_modifier(draft, position):
            position += 1
        else:
            break
    last = brand.last if brand else tag.last
    if brand and (tag.tag == "what" or not _ends_phrase(draft, last)):
        brand, last = None, tag.last
    return Focus(tag.first, last, tag.tag, wanted, None, None, brand, preposition)


def _is_modifier(draft: Draft, position: int) -> bool:
    """Whether a word may stand between a question word and its noun."""
    tagged = any(
        tag.first <= position < tag.last and tag.tag in ("new", "old", "current", "number") for tag in draft.tags
    )
    classes = ("size_words", "articles", "generation_new", "generation_old", "domain_words")
    return tagged or draft.is_in_any(classes, position) or draft.words[position].folded in ("other", "of")


def _ends_phrase(draft: Draft, position: int) -> bool:
    """Whether a verb or the end follows, so that a name behind "which" stands for a car of that brand."""
    if position >= len(draft.words):
        return True
    return draft.is_in_any(("auxiliaries", "modals", "copulas"), position) or any(
        cue.first == position and cue.has(Role.VERB) for cue in draft.cues
    )


def _preposition(draft: Draft, position: int) -> str | None:
    if position > 0 and draft.is_in_class("prepositions", position - 1):
        return draft.words[position - 1].folded
    return None
