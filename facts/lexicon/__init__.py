"""The domain as data: kinds of entity, attributes, units, words of each language, known names.

The TOML files of `facts/vocabulary/` are validated and compiled into a `Lexicon` when a store is built; the store keeps
the compiled lexicon, so that questions are read with the very vocabulary that the documents were read with.
"""

from facts.lexicon.frames import Frame, Slot, parse_frame
from facts.lexicon.model import Attribute, Kind, KnownName, Language, Lexicon, Predicate, Unit, Wording

__all__ = [
    "Attribute",
    "Frame",
    "Kind",
    "KnownName",
    "Language",
    "Lexicon",
    "Predicate",
    "Slot",
    "Unit",
    "Wording",
    "parse_frame",
]
