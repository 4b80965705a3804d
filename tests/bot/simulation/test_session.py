"""What a typed line does, and what it makes a person see."""

import asyncio
import io
from pathlib import Path

import discord
import pytest

from bot.building.child import Built
from bot.curating.folders import Folders
from bot.curating.staging import Staging
from bot.discord.operator.curator import Curator
from bot.simulation.watching import Watch
from tests.bot.discord import shelf
from tests.bot.simulation.terminal import SAID, terminal


async def test_question_shows_answer_and_quote():
    async with terminal() as t:
        assert await t.type(shelf.PRICE) == (
            "Lineup\n"
            f"  {SAID}\n"
            "  ▌ “The Twingo costs 20,000 euros.”\n"
            "  ▌ \n"
            "  ▌ article.txt · publisher unknown · published: unknown\n"
            "  [1 Source]   [2 More]   [3 Dismiss]\n"
        )


async def test_silence_is_explained():
    async with terminal() as t:
        assert (await t.type(shelf.UNKNOWN)).startswith("(no reply: in a channel Lineup speaks only when it is sure")


async def test_mention_by_name_is_a_mention():
    async with terminal() as t:
        await t.type(":general")
        assert "(no reply: here Lineup answers only when it is mentioned" in await t.type(shelf.PRICE)
        assert SAID in await t.type(f"@lineup {shelf.PRICE}")


async def test_direct_message():
    async with terminal() as t:
        assert "The documents give no weight." in await t.type(f":dm {shelf.UNKNOWN}")
        assert t.session.prompt == "robin (member) in a direct message> "


async def test_ask_command():
    async with terminal() as t:
        assert SAID in await t.type(f"/ask {shelf.PRICE}")
        await t.type(":dm")
        assert SAID in await t.type(f"/ask question:{shelf.PRICE}")


async def test_button_is_pressed_by_number():
    async with terminal() as t:
        assert "[1 Twingo]   [2 Spring]   [3 Dismiss]" in await t.type(shelf.WHICH)
        assert "(there are 3 buttons)" in await t.type("4")
        shown = await t.type("1")
        assert SAID in shown
        assert "[1 Source]" in shown


async def test_member_does_not_see_the_commands_of_the_operator():
    async with terminal() as t:
        shown = await t.type("/facts status")
        assert shown.startswith("(there is no such command for robin here; there are: ")
        assert "/ask" in shown
        assert "/facts reload" not in shown


async def test_admin_sees_them_and_nobody_else_the_reply():
    async with terminal() as t:
        await t.type(":as admin")
        shown = await t.type("/facts status")
        assert "only you can see this" in shown
        assert "Facts: 1 document, 2 facts" in shown
        assert "Channels listened to here: #lineup" in shown
        await t.type(":as member")
        t.session.watch = Watch()
        assert "Facts:" not in await t.type("/ask hello")


async def test_a_message_that_was_dismissed_is_missed():
    async with terminal() as t:
        await t.type(shelf.PRICE)
        assert await t.type("3") == "(Lineup took its message away)\n"
        assert "Ask me about cars." not in await t.type("3")


async def test_what_only_somebody_else_sees_cannot_be_pressed():
    async with terminal() as t:
        await t.type(":as admin")
        await t.type("/settings")
        await t.type(":as member")
        assert "no reply" in await t.type("1")


async def test_earlier_buttons_are_reached():
    async with terminal() as t:
        await t.type(shelf.WHICH)
        await t.type(shelf.PRICE)
        assert "Which one?" in await t.type(":up")
        assert SAID in await t.type("1")
        assert "(there is no other message with buttons here)" in await t.type(":dm") + await t.type(":up")


async def test_the_menu_of_a_message_asks_for_one_alone():
    async with terminal() as t:
        await t.type(":general")
        await t.type(shelf.PRICE)
        shown = await t.type(":menu")
        assert "only you can see this" in shown
        assert SAID in shown


async def test_a_reply_is_heard_where_only_mentions_are():
    async with terminal() as t:
        await t.type(f":general @lineup {shelf.PRICE}")
        assert "2026" in await t.type(f":reply {shelf.LAUNCH}")
        await t.type(f":dm {shelf.PRICE}")
        assert "2026" in await t.type(f":reply {shelf.LAUNCH}")


async def test_a_deleted_question_takes_its_reply_along():
    async with terminal() as t:
        await t.type(shelf.PRICE)
        assert await t.type(":delete") == "(your last message is gone)\n(Lineup took its message away)\n"


async def test_options_are_sent_as_their_sort():
    async with terminal() as t:
        assert "only you can see this" in await t.type(f"/ask question: {shelf.PRICE} private: yes")
        assert "(private is true or false)" in await t.type(f"/ask {shelf.PRICE} private: perhaps")


async def test_suggestions_are_taken_by_number():
    async with terminal() as t:
        assert "    1 how much is the Twingo?" in await t.type(":suggest /ask how much")
        assert SAID in await t.type("1")
        await t.type(":dm")
        assert "    1 Twingo · model" in await t.type(":suggest /about tw")
        assert "20,000 euros" in await t.type("1")
        assert "nothing is offered" in await t.type(":suggest /about zzz")


async def test_a_menu_is_opened_by_number_and_answered_by_numbers():
    async with terminal() as t:
        await t.type(":as admin")
        assert "[3 Language: that of the server ▾]" in await t.type("/settings")
        assert await t.type("1") == (
            "  (Enter keeps what is there, “-” empties it, :cancel closes it.)\n"
            "  Channels to answer in without being mentioned (up to 25 numbers)\n    1 #lineup\n    2 #general\n"
        )
        assert t.session.prompt == "sam, Channels to answer in without being mentioned> "
        assert "none of the numbers" in await t.type("5")
        assert "Channels in which I answer without being mentioned: #lineup, #general" in await t.type("1 2")
        assert "    1 #lineup  (chosen)" in await t.type("1")
        assert "Channels in which I answer without being mentioned: none" in await t.type("-")


async def test_a_form_is_filled_in_line_by_line():
    async with terminal() as t:
        await t.type(":as admin")
        await t.type("/settings")
        assert "Replies to one person [5]" in await t.type(":click 5")
        assert await t.type("7") == "  in so many seconds [20]\n"
        assert "Replies to one person: 7 in 20 seconds" in await t.type("")


async def test_a_form_can_be_closed():
    async with terminal() as t:
        await t.type(":as admin")
        await t.type("/settings")
        await t.type("5")
        assert await t.type(":cancel") == "(closed; nothing was sent)\n"
        assert SAID in await t.type(shelf.PRICE)


async def test_an_objection_reaches_the_channel_of_the_admins():
    async with terminal() as t:
        for line in (":as admin", "/settings", "2", "2", ":as member", shelf.PRICE):
            await t.type(line)
        assert "[1 Not right?]" in await t.type("1")
        assert "It goes to the admins of this server, with your name." in await t.type("1")
        assert "may not be empty" in await t.type("")
        assert "Thank you" in await t.type("It is 19,000.")
        assert "“It is 19,000.”" in await t.type(":general")


async def test_a_file_is_attached_to_a_command(tmp_path: Path):
    (tmp_path / "new.md").write_text("The Twingo costs 19,000 euros.\n")
    (tmp_path / "documents").mkdir()
    read = []

    async def understand(folder: Path, _: Path) -> Built:
        read.append(await asyncio.to_thread((folder / "new.md").read_text))
        return Built(None, "new.md:1: no")

    curator = Curator(Folders((tmp_path / "documents",)), Staging(tmp_path / "staged"), understand)
    async with terminal(curator=curator, folder=tmp_path) as t:
        await t.type(":as admin")
        await t.type("/facts add new.md")
        await t.session.rest()
        assert "new.md:1: no" in t.shown()
        assert "(nowhere.md cannot be attached: No such file or directory)" in await t.type("/facts add nowhere.md")
    assert read == ["The Twingo costs 19,000 euros.\n"]


async def test_a_file_of_the_bot_is_kept_and_named(tmp_path: Path):
    async with terminal(folder=tmp_path) as t:
        place = t.session.bot.get_channel(t.session.channel.id)
        picture = discord.File(io.BytesIO(b"picture"), "chart.png", description="Two bars")
        message = await place.send("Look:", file=picture)
        assert await t.session.look()
        assert "  [1-chart.png: Two bars]\n" in t.shown()
        await message.edit(content="Look again:")
        assert await t.session.look()
        assert "Look again:" in t.shown()
    assert (tmp_path / "1-chart.png").read_bytes() == b"picture"
    assert not (tmp_path / "2-chart.png").exists()


async def test_help_lists_what_can_be_typed():
    async with terminal() as t:
        shown = await t.type(":help")
        assert all(word in shown for word in ("/ask", "/compare", ":as admin", ":dm", ":quit", "@lineup"))


ODD = [":as nobody", "/as", "/nonsense", "/ask", "/ask " + "x" * 6_001, "7", "x" * 5_000, "\x00\x07", "\u202e"]


@pytest.mark.parametrize("line", ODD)
async def test_odd_lines_do_no_harm(line):
    async with terminal() as t:
        await t.type(line)
        assert SAID in await t.type(shelf.PRICE)
