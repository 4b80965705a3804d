"""A bare version behind another one of the same car: in "and the Twin?" an everyday word is the name it also is."""

from bot.models import Match, Mention
from bot.understanding.draft import FILLERS, Draft
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver

AROUND = ("articles", "prepositions", "conjunctions", "demonstratives")


def take_sibling(draft: Draft, resolver: Resolver) -> None:
    """Read a turn that says nothing but a name as the version of the car that was talked of, whatever else it means."""
    said = [p for p in range(len(draft.words)) if not _is_around(draft, p)]
    if not said or said != list(range(said[0], said[-1] + 1)):
        return
    start, end = draft.words[said[0]].start, draft.words[said[-1]].end
    text = draft.text[start:end]
    family = {one.id for key in draft.context for one in resolver.family(key)}
    meant = tuple(key for key in resolver.named(text) if key in family) if family else ()
    if len(meant) != 1:
        return
    name = Name(said[0], said[-1] + 1, Mention(start, end, text, meant, Match.EXACT))
    draft.use(name)
    draft.names = [name]
    draft.named = set(said)
    draft.cues = [cue for cue in draft.cues if not cue.overlaps(name)]
    draft.kinds = [kind for kind in draft.kinds if not kind.overlaps(name)]


def _is_around(draft: Draft, position: int) -> bool:
    """Whether a word only leads to a name: "and the", "what about"."""
    return draft.is_in_any(AROUND, position) or draft.has_tag_at(position, "and", *FILLERS)
