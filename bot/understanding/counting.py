"""What "how many" counts: cars of one model, cars of a maker, sums, years; and so which values may answer."""

from bot.understanding.draft import Draft
from bot.understanding.focus import AMOUNT, COUNT, DATE, Focus
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver
from bot.understanding.vocabulary import Role
from facts.lexicon import Attribute
from facts.models import ValueKind

AMOUNTS = (ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.SHARE, ValueKind.COUNT, ValueKind.DURATION)
VALUE_KINDS = {DATE: (ValueKind.DATE,), AMOUNT: AMOUNTS, COUNT: (ValueKind.COUNT, ValueKind.QUANTITY, ValueKind.MONEY)}
AGENTS, PLACES = ("person", "organisation"), ("place",)
PEOPLE = ("person", "organisation", "company", "brand")
HELPING = ("do_auxiliaries", "modals")
NOT_COUNTED = ("difference", "them")  # "combien d'écart" wants an amount, "how many of them cost" members of a set


class Counting:
    """What one question counts, if anything."""

    def __init__(self, draft: Draft, focus: Focus | None, resolver: Resolver) -> None:
        self._draft = draft
        self._resolver = resolver
        self._focus = focus if focus is not None and focus.wanted == COUNT else None
        self.name = self._counted()
        self.makers = self._makers()
        self._is_of_time = self._focus is not None and self._counts_time(self._focus)
        self._is_of_money = self._focus is not None and self._counts_money(self._focus)

    def is_wanted(self, attribute: Attribute, focus: Focus) -> bool:
        """Whether a question word that wants one sort of value may want this attribute's."""
        if focus.wanted == COUNT and (self._is_of_time or attribute.value is ValueKind.DURATION):
            return self._is_of_time and attribute.value is ValueKind.DURATION
        if focus.wanted == COUNT and attribute.value is ValueKind.MONEY:
            return self._is_of_money or self._draft.has_tag(*NOT_COUNTED)
        return attribute.value in VALUE_KINDS[focus.wanted or ""]

    def is_of_people(self, attribute: Attribute) -> bool:
        """Whether people or firms are counted where the attribute only tells their names."""
        named = attribute.value is ValueKind.ENTITY and not set(attribute.kinds).isdisjoint(PEOPLE)
        return named and self._focus is not None

    def _counted(self) -> Name | None:
        """Return the name whose cars are counted: "how many Leafs"."""
        focus = self._focus
        if focus is None or focus.tag != "how_many" or focus.kind or focus.cue or focus.last >= len(self._draft.words):
            return None
        return self._draft.name_at(focus.last)

    def _makers(self) -> tuple[str, ...]:
        """Return the kinds of those whose cars are counted: of makers, and of plants where these do something."""
        focus = self._focus
        if focus is None or focus.kind is None:
            return ()
        if self._draft.vocabulary.has_class("model_nouns", self._draft.words[focus.kind.last - 1].lemma):
            return ()
        acts = focus.last < len(self._draft.words) and self._draft.is_in_any(HELPING, focus.last)
        return (*AGENTS, *PLACES) if acts else AGENTS  # "how many cars can X build"

    def _counts_time(self, focus: Focus) -> bool:
        """Whether years, months or days are counted."""
        units = self._draft.vocabulary.table("calendar_units")
        words = self._draft.words[focus.last - 1 : focus.last + 1]
        return any(word.folded in units or word.lemma in units for word in words)

    def _counts_money(self, focus: Focus) -> bool:
        """Whether a sum is counted: "how many euros", "how many millions"."""
        draft = self._draft
        if focus.last < len(draft.words) and draft.words[focus.last].lemma in draft.vocabulary.table("multipliers"):
            return True
        counted = [cue for cue in draft.cues if not cue.is_weak and focus.first <= cue.first <= focus.last]
        keys = [key for cue in counted for key in cue.attributes(Role.PHRASE, Role.NOUN, Role.INVERSE)]
        return any(self._resolver.attribute(key).value is ValueKind.MONEY for key in keys)
