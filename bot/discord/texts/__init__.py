"""What the bot says around an answer: labels, notices and commands, in the languages that people use Discord in."""

from bot.discord.texts.texts import LANGUAGES, Texts, marked, texts_in

__all__ = ["LANGUAGES", "Texts", "marked", "texts_in"]
