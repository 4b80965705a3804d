"""Questions about what was said: who said it, what somebody said, and whose word an answer must be."""

from dataclasses import dataclass

from bot.models import Intent
from bot.understanding.draft import FILLERS, Draft, Piece
from bot.understanding.focus import PERSON, Focus
from bot.understanding.leftover import is_plain
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver

SPEAKERS = ("person", "organisation")
THAT = ("that", "que", "qu'")
SAYING = ("saying_verbs", "announcing_verbs")


@dataclass(frozen=True, slots=True)
class Speech:
    """A question about words: who uttered them or what they were."""

    intent: Intent
    verb: int  # position of the verb of saying
    speaker: Name | None = None


def speech_of(draft: Draft, focus: Focus | None, resolver: Resolver) -> Speech | None:
    """Return what is asked about somebody's words, or None where nothing is."""
    if draft.has_tag("who_said"):
        return Speech(Intent.WHO_SAID, draft.tagged("who_said")[0].first)
    verb = _verb(draft)
    if verb is None or focus is None:
        return None
    speaker = _speaker(draft, verb, resolver)
    if focus.tag == "who" and focus.first < verb and not _between(draft, focus.last, verb) and _is_uttered(draft, verb):
        return Speech(Intent.WHO_SAID, verb)
    asks_words = focus.tag in ("what", "how", "which", "else") and focus.kind is None and focus.cue is None
    if asks_words and focus.first < verb and (speaker or _is_person_pronoun(draft, verb)):
        return Speech(Intent.WHAT_SAID, verb, speaker)
    return None


def take_source(draft: Draft, resolver: Resolver) -> Name | None:
    """Take "according to X" out of a draft and return X, who must have said what is asked.

    The rest of the question then stands as if it had been asked by itself.
    """
    for tag in draft.tagged("told_by"):
        for name in draft.names:
            behind = name.first >= tag.last
            adjacent = behind and all(draft.is_in_class("articles", p) for p in range(tag.last, name.first))
            if adjacent and resolver.is_a(name, *SPEAKERS):
                return _taken(draft, name, Piece(tag.first, name.last))
    return None


def take_report(draft: Draft, resolver: Resolver) -> Name | None:
    """Take "did X say that", "X a-t-il annoncé que" out of a draft and return X, who must have said what follows."""
    verb = _verb(draft)
    if verb is None:
        return None
    before = [name for name in draft.names if name.last <= verb and resolver.is_a(name, *SPEAKERS)]
    if not before or not all(_may_precede_verb(draft, p) for p in range(before[-1].last, verb)):
        return None
    joined = verb + 1 < len(draft.words) and draft.words[verb + 1].folded in THAT
    word = draft.words[verb]
    speaks = any(draft.vocabulary.has_class("saying_verbs", form) for form in (word.lemma, word.folded))
    if joined or (speaks and any(name.first > verb for name in draft.names)):
        return _taken(draft, before[-1], Piece(before[-1].first, verb + 1 + joined))
    return None


def _taken(draft: Draft, speaker: Name, piece: Piece) -> Name:
    draft.use(piece)
    draft.names.remove(speaker)
    draft.cues = [cue for cue in draft.cues if not cue.overlaps(piece)]
    draft.tags = [tag for tag in draft.tags if not tag.overlaps(piece)]
    return speaker


def _may_precede_verb(draft: Draft, position: int) -> bool:
    """Whether a word may stand between a speaker and the verb: "a-t-il vraiment", "has ever"."""
    closed = draft.is_in_any(("auxiliaries", "modals", "stopwords", "adverbs"), position)
    return closed or draft.words[position].before.startswith("-")


def _verb(draft: Draft) -> int | None:
    """Return the first verb of saying that stands where a verb may stand."""
    for position in range(len(draft.words)):
        says = draft.is_in_any(SAYING, position) and draft.name_at(position) is None
        says = says and not draft.has_tag_at(position, *FILLERS, "shared")
        if says and position > 0 and not draft.is_in_class("articles", position - 1):
            return position
    return None


def _speaker(draft: Draft, verb: int, resolver: Resolver) -> Name | None:
    """Return the name before the verb that can speak, or behind it in French order ("qu'a dit X")."""
    before = [n for n in draft.names if n.last <= verb and resolver.is_a(n, *SPEAKERS) and not _is_governed(draft, n)]
    if before:
        return before[-1] if _may_speak(draft, before[-1], verb) else None
    behind = [n for n in draft.names if n.first == verb + 1 and resolver.is_a(n, *SPEAKERS)]
    return behind[0] if behind else None


def _may_speak(draft: Draft, name: Name, verb: int) -> bool:
    """Whether a name is itself who speaks: of "the Renault workers" it only says which."""
    people = [kind for kind in draft.kinds if PERSON in kind.kinds]
    between = range(name.last, verb)
    if between and "," in draft.words[name.last].before:
        return True  # who that is stands in between
    return all(
        is_plain(draft, p) or draft.has_tag_at(p, "not") or any(kind.first <= p < kind.last for kind in people)
        for p in between
    )


def _is_governed(draft: Draft, name: Name) -> bool:
    """Whether a preposition stands before a name, so that it speaks of it and not the name itself."""
    before = [p for p in range(max(name.first - 2, 0), name.first) if draft.is_in_class("prepositions", p)]
    return bool(before)


def _between(draft: Draft, first: int, last: int) -> list[Name]:
    return [name for name in draft.names if first <= name.first < last]


def _is_uttered(draft: Draft, verb: int) -> bool:
    """Whether what follows may be words: "said that ...", "announced the arrival ..."."""
    word = draft.words[verb]
    return draft.vocabulary.has_class("saying_verbs", word.lemma) or verb + 1 < len(draft.words)


def _is_person_pronoun(draft: Draft, verb: int) -> bool:
    return any(tag.tag in ("person", "it", "them") and tag.last <= verb for tag in draft.tags)
