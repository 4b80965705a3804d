"""Which messages are meant for the bot, and which words of them are the question."""

import re
from dataclasses import dataclass, fields

import discord
import pytest
import simcord
from hypothesis import given
from hypothesis import strategies as st
from simcord.backend.models import AllowedMentions

from bot.discord.messages.addressing import hear, places_of, question_in
from bot.discord.messages.manners import Heard
from tests.bot.discord import shelf
from tests.bot.discord.world import World, world


async def test_server_wide_mention_is_not_for_the_bot():
    async with world() as w:
        await w.boss.send(w.general, f"@everyone {shelf.PRICE}")
        assert w.said(w.general) == []


@pytest.mark.parametrize("call", ["{name}, ", "@{name} ", "{NAME}, "])
async def test_name_typed_in_front_is_an_address(call):
    async with world() as w:
        name = w.bot.user.name
        await w.alice.send(w.general, call.format(name=name, NAME=name.upper()) + shelf.PRICE)
        assert w.general.last_message.content == "The Twingo costs €20,000."


async def test_bots_and_webhooks_get_no_reply():
    async with world() as w:
        robot = w.guild.add_member(w.env.create_user("robot", bot=True))
        await robot.send(w.lineup, shelf.PRICE)
        await w.guild.create_webhook(w.lineup).send(shelf.PRICE)
        assert w.said(w.lineup) == []


async def test_pin_notice_is_ignored():
    async with world() as w:
        question = await w.alice.send(w.lineup, shelf.PRICE)
        before = len(w.said(w.lineup))
        moderator = w.guild.create_role(
            "moderator", permissions=discord.Permissions(manage_messages=True, pin_messages=True)
        )
        mod = w.guild.add_member(w.env.create_user("mod"), roles=[moderator])
        await mod.set_pinned(question, True)
        assert w.lineup.last_message.type is discord.MessageType.pins_add
        assert len(w.said(w.lineup)) == before


async def test_reply_to_the_bot_is_an_address():
    async with world() as w:
        first = await w.mention(shelf.PRICE)
        await w.alice.send(w.general, shelf.UNKNOWN, reply_to=first)
        assert w.general.last_message.content == "The documents give no weight."


@pytest.mark.parametrize(
    ("content", "question"),
    [
        ("<@1> how much?", "how much?"),
        ("<@!1>, how much?", "how much?"),
        ("how much, <@1>?", "how much,  ?"),
        ("Lineup, how much?", "how much?"),
        ("lineup: how much?", "how much?"),
        ("@Lineup how much?", "how much?"),
        ("@lineups are nice", "@lineups are nice"),
        ("lineup of Dacia", "lineup of Dacia"),
        ("what of <#5> and <:car:6>", "what of   and"),
        ("a < b > c", "a < b > c"),
        ("", ""),
    ],
)
def test_mentions_and_name_are_no_part_of_the_question(content, question):
    assert question_in(content, ("Lineup",)) == question


@dataclass
class Written:
    """Puts messages into channels that the bot does not hear of, and asks what it would make of them."""

    w: World

    def message(self, content: str, channel: simcord.ChannelHandle, by: int, **fields: object) -> discord.Message:
        self.w.env.backend.create_message(channel.id, by, content, broadcast=False, **fields)
        return channel.history()[-1]

    def below(
        self, content: str, message: discord.abc.Snowflake, *, ping: bool = True, forward: bool = False
    ) -> discord.Message:
        reference = {"channel_id": str(self.w.lineup.id), "message_id": str(message.id), "type": int(forward)}
        allowed = AllowedMentions(replied_user=ping)
        return self.message(content, self.w.lineup, self.w.alice.id, reference=reference, allowed_mentions=allowed)

    def here(self, content: str) -> discord.Message:
        return self.message(content, self.w.lineup, self.w.alice.id)

    def heard(self, message: discord.Message) -> str:
        """Name what the bot heard in a message, but for the channel that it listens to, and that people write."""
        found = hear(message, self.w.bot.user, channels={self.w.lineup.id}, threads=())
        assert found.in_listened_channel
        named = [one.name for one in fields(Heard) if one.name not in {"by_person", "in_listened_channel"}]
        return ", ".join([name for name in named if getattr(found, name)] + ["nobody"] * (not found.by_person))


async def test_what_matters_of_a_message_is_heard():
    async with world() as w:
        me, it = w.bot.user.id, Written(w)
        mine, boss = it.message("20,000", w.lineup, me), it.message("I see.", w.lineup, w.boss.id)
        mods, robot = w.guild.create_role("mods").mention, w.env.create_user("robot", bot=True)
        rows = [
            (it.here("how much?"), ""),
            (it.here("@everyone how much?"), ""),
            (it.here(f"<@{me}> how much?"), "calls_me"),
            (it.here(f"how much, <@!{me}>?"), "calls_me"),
            (it.here(f"{w.bot.user.name}, how much?"), "calls_me"),
            (it.here(f"{w.boss.mention} <@{me}> how much?"), "calls_me, to_others"),
            (it.here(f"{w.boss.mention} how much?"), "to_others"),
            (it.here(f"{robot.mention} how much?"), "to_others"),
            (it.here(f"{mods} how much?"), "to_others"),
            (it.here(f"{w.alice.mention} asks how much"), ""),
            (it.below("how much?", mine), "answers_me"),
            (it.below("how much?", mine, ping=False), "answers_me"),
            (it.below("thanks", mine), "answers_me, only_thanks"),
            (it.below(f"<@{me}> how much?", mine), "calls_me, answers_me"),
            (it.below(f"{w.boss.mention} see?", mine), "answers_me, to_others"),
            (it.below("how much?", boss), "to_others"),
            (it.below("how much?", boss, ping=False), "to_others"),
            (it.below(f"<@{me}> how much?", boss), "calls_me, to_others"),
            (it.below("how much?", it.here("I wonder.")), ""),
            (it.below("how much?", discord.Object(1, type=discord.Message)), "to_others"),
            (it.below("", boss, forward=True), ""),
            (it.message("how much?", w.lineup, robot.id), "nobody"),
            (mine, "nobody"),
        ]
        assert [(message.content, it.heard(message), what) for message, what in rows if it.heard(message) != what] == []


async def test_own_role_is_an_address_and_another_bots_is_none():
    async with world() as w:
        for name in ("Lineup", "Robot"):
            w.guild.create_role(name)
        for name, bot in (("Lineup", w.bot.user.id), ("Robot", 99)):
            role = {"id": str(w.guild.roles[name].id), "name": name, "tags": {"bot_id": str(bot)}}
            w.env.backend.emit("GUILD_ROLE_UPDATE", {"guild_id": str(w.guild.id), "role": role})
        await w.alice.send(w.general, f"{w.guild.roles['Robot'].mention} {shelf.PRICE}")
        assert w.said(w.general) == []
        await w.alice.send(w.general, f"{w.guild.roles['Lineup'].mention} {shelf.UNKNOWN}")
        assert w.general.last_message.content == "The documents give no weight."


@pytest.mark.parametrize("chosen", ["small", "cars", "posts"])
async def test_threads_and_posts_and_channels_of_a_category_take_the_setting_of_what_they_are_in(chosen):
    async with world() as w:
        category = w.guild.create_category("cars")
        small = w.guild.create_text_channel("small", category=category)
        posts = w.env.backend.create_channel(
            w.guild.id, "posts", type=discord.ChannelType.forum.value, parent_id=category.id
        )
        threads = [w.env.backend.create_thread(parent, "a thread", w.alice.id).id for parent in (small.id, posts.id)]
        await w.env.settle()
        below = {"small": {small.id, threads[0]}, "cars": {small.id, *threads}, "posts": {threads[1]}}[chosen]
        chosen_id = w.guild.channels[chosen].id
        found = {one for one in (small.id, *threads) if chosen_id in places_of(w.bot.get_channel(one))}
        assert found == below


async def test_post_in_a_listened_forum_is_answered_when_sure_and_else_left_alone():
    async with world() as w:
        forum = w.guild.create_forum_channel("posts")
        w.bot.channels = {forum.id}
        w.env.backend.create_thread(forum.id, "how much?", w.alice.id)
        post = forum.threads[0]
        await w.alice.send(post, shelf.UNKNOWN)
        await w.alice.send(post, shelf.PRICE)
        assert [one.content for one in w.said(post)] == ["The Twingo costs €20,000."]


MARKUP = st.sampled_from(
    ["<@1>", "<@!1>", "<@&2>", "<#3>", "<a:b:4>", "</ask:5>", "<id:guide>", "@Lineup", "Lineup,", " "]
)


@given(pieces=st.lists(MARKUP | st.text(max_size=12), max_size=8))
def test_whatever_is_written_a_question_holds_no_mention(pieces):
    question = question_in("".join(pieces), ("Lineup",))
    assert question == question.strip()
    assert re.search(r"<@[!&]?\d+>|<#\d+>", question) is None
