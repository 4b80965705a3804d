"""Question -> Query, pure: names, attributes, operators, intents, what the last turn lends. No answers, no wording."""

from bot.understanding.understanding import Understanding

__all__ = ["Understanding"]
