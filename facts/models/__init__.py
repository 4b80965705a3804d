"""The nouns of the fact store. Frozen, without I/O; they may only answer questions about themselves."""

from facts.models.document import Document, Passage, Searchable, frame_of
from facts.models.entity import Entity
from facts.models.fact import Certainty, Fact, Origin, attribute_words, is_open, open_attribute
from facts.models.statement import Amount, Part, Side, Statement
from facts.models.value import Bound, Value, ValueKind

__all__ = [
    "Amount",
    "Bound",
    "Certainty",
    "Document",
    "Entity",
    "Fact",
    "Origin",
    "Part",
    "Passage",
    "Searchable",
    "Side",
    "Statement",
    "Value",
    "ValueKind",
    "attribute_words",
    "frame_of",
    "is_open",
    "open_attribute",
]
