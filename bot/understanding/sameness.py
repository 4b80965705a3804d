"""Whether things have something in common: "do A and B share a platform", "is A built in the same plant as B".

One of the named things is compared with the others; which of them is which makes no difference.
"""

from bot.models import Claim, Match, Operator
from bot.understanding.descriptions import narrowed
from bot.understanding.draft import Draft, TagPiece
from bot.understanding.scene import Scene
from bot.understanding.vocabulary import Role

COMMON = ("same", "shared")
SIDES = 2
PLAIN = ("prepositions", "adverbs")
SKIPPED = ("articles", "possessives", "prepositions")


def same_of(scene: Scene, *, negated: bool) -> Claim | None:
    """Return what is claimed to be the same of several named things; they keep one of them as their subject."""
    draft = scene.draft
    named = [name for name in draft.names if name.mention.match is not Match.UNKNOWN]
    tag = next((tag for tag in draft.tagged(*COMMON) if _joins(draft, tag)), None)
    if tag is None or len(named) < SIDES or len(named) < len(draft.names):
        return None
    attribute = _noun_behind(scene, tag) or next(iter(scene.attributes()), None)
    if attribute is None or not all(scene.resolver.is_a(name, *_holders(scene, attribute)) for name in named):
        return None
    others = named[1:]
    keys = tuple(key for name in others for key in narrowed(name, (attribute,), scene.resolver).entities)
    speaking = [cue for cue in draft.cues if attribute in cue.attributes()]
    draft.use(*draft.tagged(*COMMON), *named, *speaking)
    draft.names = named[:1]
    return Claim(attribute, Operator.IS, than=keys, negated=negated)


def _noun_behind(scene: Scene, tag: TagPiece) -> str | None:
    """Return the attribute that the noun behind "the same" names: "the same plant", "share a platform"."""
    draft, position = scene.draft, tag.last
    while position < len(draft.words) and _is_skipped(draft, position):
        position += 1
    cue = next((cue for cue in draft.cues if cue.first == position and cue.has(Role.NOUN)), None)
    found = [one.attribute for one in cue.cues if one.role is Role.NOUN] if cue else []
    if cue is not None:
        draft.use(cue)
    return min(found, key=lambda key: scene.resolver.attribute(key).rank, default=None)


def _joins(draft: Draft, tag: TagPiece) -> bool:
    """Whether a word says that something is common: not "as" by itself, and not the noun in "a share of 10 %"."""
    if draft.is_in_any(PLAIN, tag.first) and tag.last == tag.first + 1:
        return False
    counted = any(amount.last == tag.first for amount in draft.amounts)
    return not counted and (tag.first == 0 or not draft.is_in_class("articles", tag.first - 1))


def _is_skipped(draft: Draft, position: int) -> bool:
    return draft.is_in_any(SKIPPED, position)


def _holders(scene: Scene, attribute: str) -> tuple[str, ...]:
    """Return the kinds that have an attribute; a maker stands for its cars."""
    kinds = scene.resolver.attribute(attribute).of
    return (*kinds, "organisation") if "model" in kinds else kinds
