"""A fact in the making: what a pattern claims, before certainty, speaker and origin are settled."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from facts.models import Value, ValueKind

GENERIC = ""  # subject of what is said of no thing in particular ("electric cars built in China")


@dataclass(frozen=True, slots=True)
class Draft:
    """Subject and value of an attribute, where the value stands, and how they were found."""

    subject: str
    attribute: str
    value: Value
    at: tuple[int, int]  # characters of the document
    anchor: int  # token position of the cue, for hedges and negation around it
    pattern: str  # "frame.passive/name"
    denied: bool = False
    qualifiers: Mapping[str, str] = field(default_factory=dict)

    def narrowed(self, **qualifiers: str) -> "Draft":
        """Return a copy that holds for a market, a version or the like only."""
        return replace(self, qualifiers={**self.qualifiers, **qualifiers})


def entity_value(entity: str, text: str) -> Value:
    """Return the value that is an entity."""
    return Value(text=text, kind=ValueKind.ENTITY, entity=entity)
