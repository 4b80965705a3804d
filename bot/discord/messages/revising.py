"""Questions that change or go: their reply changes or goes with them.

Which reply that is, is remembered for what was asked since the bot started. For older questions it is looked for in
their channel, by what it refers to: one request for the messages that follow the question, and few of them in a while.
"""

from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.discord import replies
from bot.discord.buttons.row import row_of
from bot.discord.messages import sending
from bot.discord.messages.addressing import Channel, is_from_person
from bot.discord.messages.answering import answer_to, reply_to, worth_of
from bot.discord.messages.cooldown import Cooldown
from bot.discord.messages.manners import Worth

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

EDITABLE = timedelta(minutes=5)  # later on, people have read the reply
LATE = timedelta(hours=1)  # by this machine's clock, which may be off: an edit so long ago is told of with a pin
DELETABLE = timedelta(days=1)  # to a question older than that, asked before the bot started, the reply stays
LOOKED_THROUGH = 100  # messages after a question, as many as one request gives; its reply is among the first
LOOK_UPS, LOOK_UP_SECONDS = 30, 60.0  # they matter after a start only: no crowd of deletions may cost more

WRITTEN_IN = (discord.TextChannel, discord.VoiceChannel, discord.StageChannel, discord.Thread, discord.DMChannel)
Deletion = discord.RawMessageDeleteEvent | discord.RawBulkMessageDeleteEvent


class Revising(commands.Cog):
    """Keeps replies true to their questions."""

    def __init__(self, bot: "LineupBot") -> None:
        self.bot = bot
        self._look_ups = Cooldown()

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Answer an edited question anew. Links that unfurl and pins come as edits too, without a new time of edit."""
        message, edited = payload.message, payload.message.edited_at
        if edited is None or edited - message.created_at > EDITABLE or age_of(message.id) > LATE:
            return
        if is_from_person(message):
            await replies.guarded(self._revise(message, edited), where="to an edited message")

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Delete the reply to a question that is gone."""
        await replies.guarded(self._follow(payload, {payload.message_id}), where="to a deletion")

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Delete the replies to many questions that are gone."""
        await replies.guarded(self._follow(payload, payload.message_ids), where="to many deletions")

    async def _revise(self, message: discord.Message, edited: datetime) -> None:
        remembered, worth = self.bot.remembered, worth_of(self.bot, message)
        async with remembered.work_on(message.id):
            kept = remembered.of(message.id)
            if kept is None:
                found = await self._look_up(message.channel, {message.id})
                if found is None:
                    return  # it may have a reply already
                reply = found.get(message.id)
            elif kept.edited == edited or not (kept.reply or worth):
                return
            else:
                reply = kept.reply
            remembered.keep_reply(message.id, reply)
            remembered.keep_edit(message.id, edited)
            if reply is None or not await self._change(message, reply, worth):
                await reply_to(self.bot, message, worth, nonce=nonce_of(message, edited))

    async def _change(self, message: discord.Message, reply: int, worth: Worth) -> bool:
        """Turn a reply into the new answer, or delete it where there is none. False where it is gone already."""
        sent = self._sent(message.channel.id, reply)
        answer = answer_to(self.bot, message, worth)
        if answer is None:
            self.bot.remembered.keep_reply(message.id, None)
            await self._delete(sent)
            return True
        try:
            with_embed = sending.rights_in(message.channel).embed_links
            await sending.revise(sent, answer, row_of(answer, message.author.id), with_embed=with_embed)
        except discord.NotFound:
            return False
        return True

    async def _follow(self, payload: Deletion, gone: Collection[int]) -> None:
        """Delete the replies to questions that are gone, except those that are gone with them."""
        remembered = self.bot.remembered
        unknown = {one for one in gone if remembered.of(one) is None and age_of(one) < DELETABLE}
        found = (unknown and await self._look_up(self._channel(payload), unknown)) or {}
        for question in gone:
            async with remembered.work_on(question):
                kept = remembered.of(question)
                reply = kept.reply if kept is not None else found.get(question)
                if reply is not None:
                    remembered.keep_reply(question, None)
                    if reply not in gone:
                        await self._delete(self._sent(payload.channel_id, reply))

    async def _delete(self, sent: discord.PartialMessage) -> None:
        self.bot.remembered.keep_reply(sent.id, None)  # nobody need look for a reply to it
        with suppress(discord.NotFound):
            await sent.delete()

    async def _look_up(self, channel: Channel, questions: Collection[int]) -> Mapping[int, int] | None:
        """Return the replies to questions of one channel by what they refer to; None where that cannot be seen."""
        if not sending.rights_in(channel).read_message_history or self.bot.user is None:
            return None
        if self._look_ups.pause("every channel", LOOK_UPS, LOOK_UP_SECONDS):
            return None
        self._look_ups.spend("every channel")
        first = discord.Object(min(questions))
        found: dict[int, int] = {}
        async for one in channel.history(limit=LOOKED_THROUGH, after=first, oldest_first=True):
            question = one.reference.message_id if one.reference is not None else None
            if question is not None and question in questions and one.author.id == self.bot.user.id:
                found[question] = one.id
        return found

    def _channel(self, payload: Deletion) -> Channel:
        channel = self.bot.get_channel(payload.channel_id)
        if isinstance(channel, WRITTEN_IN):
            return channel
        return self.bot.get_partial_messageable(payload.channel_id, guild_id=payload.guild_id)

    def _sent(self, channel: int, reply: int) -> discord.PartialMessage:
        return self.bot.get_partial_messageable(channel).get_partial_message(reply)


def age_of(message: int) -> timedelta:
    """Return how long ago a message was written, which its id tells."""
    return discord.utils.utcnow() - discord.utils.snowflake_time(message)


def nonce_of(message: discord.Message, edited: datetime) -> str:
    """Name an edit of a question in the 25 characters of a nonce; the question's own stands for its first reply."""
    return f"{message.id}-{(edited - message.created_at) // timedelta(seconds=0.1)}"
