"""From what was found to words: sentences in English and French, JSON for scripts, colours for terminals."""

from bot.wording.answers import Wording
from bot.wording.contract import to_json
from bot.wording.plain import headline

__all__ = ["Wording", "headline", "to_json"]
