"""From a message to the reply below it: what it deserves, computed at once on the event loop, and how it is given."""

from typing import TYPE_CHECKING

import discord

from bot.discord import pacing, replies
from bot.discord.buttons.row import row_of
from bot.discord.conversations import conversation_of
from bot.discord.messages import addressing, sending
from bot.discord.messages.manners import NOTHING, Worth, sort_of, worth_saying
from bot.discord.rendering import limits
from bot.discord.texts import texts_in
from bot.discord.texts.language import language_of_server
from bot.models import Answer

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot


def worth_of(bot: "LineupBot", message: discord.Message) -> Worth:
    """Return the sorts of answer that a message would be replied to with."""
    if bot.user is None or not addressing.is_from_person(message):
        return NOTHING
    channels = bot.channels_of(message.guild)
    return worth_saying(addressing.hear(message, bot.user, channels=channels, threads=bot.remembered.threads))


def answer_to(bot: "LineupBot", message: discord.Message, worth: Worth) -> Answer | None:
    """Return the answer that a message deserves, or None where silence is better."""
    if not worth:
        return None
    question = bot.question_of(message)
    answer = bot.library.ask(question[: limits.MESSAGE], who=conversation_of(message, message.author))
    if sort_of(answer) not in worth:
        return None
    before = bot.recent.of(message.id)  # an edit that asks for the same is no second question
    bot.recent.keep(message.id, answer)
    if before is None or before.gaps != answer.gaps:
        bot.note_gaps(message.guild, answer, question)
    return answer


async def reply_to(bot: "LineupBot", message: discord.Message, worth: Worth, *, nonce: str | None = None) -> None:
    """Reply to a message, unless it deserves no answer, the bot may not write there or the person asks too often."""
    if not may_reply(bot, message):
        return
    answer = answer_to(bot, message, worth)
    if answer is None:
        return
    sent, moment = None, pacing.count(bot, message.guild, message.author)
    try:
        sent = await sending.reply(message, answer, row_of(answer, message.author.id), nonce=nonce)
    finally:
        if sent is None:
            pacing.give_back(bot, message.guild, message.author, moment)
    if sent is None:
        return
    bot.remembered.keep_reply(message.id, sent.id)
    bot.remembered.keep_thread(sent.id)  # people may open one on it
    if isinstance(message.channel, discord.Thread):
        bot.remembered.keep_thread(message.channel.id)


def may_reply(bot: "LineupBot", message: discord.Message) -> bool:
    """Whether the bot may write below a message, and was not asked too often by that person."""
    return sending.may_write(message.channel) and not pacing.pause(bot, message.guild, message.author)


async def apologise_for(bot: "LineupBot", message: discord.Message) -> None:
    """Own up to a fault, in the language of the server: that of the question is not known then."""
    if not may_reply(bot, message):
        return
    language = language_of_server(message.guild, bot.settings_of(message.guild).language)
    pacing.count(bot, message.guild, message.author)
    sent = await sending.say(message, texts_in(language)(replies.TROUBLE))
    bot.remembered.keep_reply(message.id, sent.id)
