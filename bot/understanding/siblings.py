"""A bare version, or car, behind another one: in "and the Twin?" an everyday word is the name it also is."""

from bot.models import Match, Mention
from bot.understanding.draft import FILLERS, Draft
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver

CAR = "model"
AROUND = ("articles", "prepositions", "conjunctions", "demonstratives")


def take_sibling(draft: Draft, resolver: Resolver) -> None:
    """Read a turn that says nothing but a name as the version of the car that was talked of, or as another
    car, whatever else it means.
    """
    said = [p for p in range(len(draft.words)) if not _is_around(draft, p)]
    if not said or said != list(range(said[0], said[-1] + 1)):
        return
    start, end = draft.words[said[0]].start, draft.words[said[-1]].end
    text = draft.text[start:end]
    family = {one.id for key in draft.context for one in resolver.family(key)}
    named = resolver.named(text) if draft.context else ()
    meant = tuple(key for key in named if key in family) or tuple(key for key in named if _is_one_more(key, resolver))
    if len(meant) != 1:
        return
    name = Name(said[0], said[-1] + 1, Mention(start, end, text, meant, Match.EXACT))
    draft.use(name)
    draft.names = [name]
    draft.named = set(said)
    draft.cues = [cue for cue in draft.cues if not cue.overlaps(name)]
    draft.kinds = [kind for kind in draft.kinds if not kind.overlaps(name)]


def _is_one_more(key: str, resolver: Resolver) -> bool:
    """Whether a number or an everyday word is what a car is called: "and the 208?"."""
    return resolver.lexicon.is_a(resolver.entity(key).kind, CAR)


def _is_around(draft: Draft, position: int) -> bool:
    """Whether a word only leads to a name: "and the", "what about"."""
    return draft.is_in_any(AROUND, position) or draft.has_tag_at(position, "and", *FILLERS)
