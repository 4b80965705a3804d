"""From what was found to words: sentences in English and French, JSON for scripts, colours for terminals."""

from bot.wording.answers import Wording
from bot.wording.contract import to_json

__all__ = ["Wording", "to_json"]
