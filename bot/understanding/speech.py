"""Questions about what was said: who said it, what somebody said, and why."""

from dataclasses import dataclass

from bot.models import Intent
from bot.understanding.draft import Draft
from bot.understanding.focus import Focus
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver

SPEAKERS = ("person", "organisation")
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


def _verb(draft: Draft) -> int | None:
    """Return the first verb of saying that stands where a verb may stand."""
    for position in range(len(draft.words)):
        says = any(draft.is_in_class(name, position) for name in SAYING) and draft.name_at(position) is None
        if says and position > 0 and not draft.is_in_class("articles", position - 1):
            return position
    return None


def _speaker(draft: Draft, verb: int, resolver: Resolver) -> Name | None:
    """Return the name before the verb that can speak, or behind it in French order ("qu'a dit X")."""
    before = [n for n in draft.names if n.last <= verb and resolver.is_a(n, *SPEAKERS) and not _is_governed(draft, n)]
    if before:
        return before[-1]
    behind = [n for n in draft.names if n.first == verb + 1 and resolver.is_a(n, *SPEAKERS)]
    return behind[0] if behind else None


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
