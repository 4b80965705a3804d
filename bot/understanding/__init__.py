"""Question -> Query, pure: names, attributes, operators, intents, and what the last turn lends. Nothing is answered or worded here."""

from bot.understanding.understanding import Understanding

__all__ = ["Understanding"]
