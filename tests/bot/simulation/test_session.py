"""What a typed line does, and what it makes a person see."""

import pytest

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
        t.session.seen.clear()
        assert "Facts:" not in await t.type("/ask hello")


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
