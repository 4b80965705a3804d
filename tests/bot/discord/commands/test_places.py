"""Commands work where the bot is no member: in groups, and in servers that it was never invited to."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from bot.discord.knowledge import Knowledge
from bot.simulation.locales import rewritten
from tests.bot.discord import shelf
from tests.bot.discord.world import World, world

ELSEWHERE = 4_000_000_000_000_000_000  # a server
GROUP_DM, GROUP_CONTEXT, TO_A_PERSON = 3, 2, "1"  # as Discord numbers them


@contextmanager
def asked_from(place: dict[str, Any]) -> Iterator[None]:
    """Let commands come from a place that simcord does not have."""

    def moved(payload: dict[str, Any], who: int) -> dict[str, Any]:
        person = payload["member"]["user"] if "member" in payload else payload["user"]
        payload = {
            **payload,
            **place,
            "authorizing_integration_owners": {TO_A_PERSON: str(who)},
            "app_permissions": "0",
        }
        if "guild_id" not in place:
            for one in ("guild_id", "member", "guild_locale"):
                payload.pop(one, None)
            payload["user"] = person
        return payload

    with rewritten(moved):
        yield


STRANGE = {"guild_id": str(ELSEWHERE), "guild": {"id": str(ELSEWHERE), "locale": "fr", "features": []}}
GROUP = {
    "context": GROUP_CONTEXT,
    "channel": {"id": "77", "type": GROUP_DM, "recipients": [], "name": None, "icon": None, "owner_id": "1"},
}
PLACES = {"a server without the bot": STRANGE, "a group": GROUP}


async def said(w: World, command: str, **options: str) -> str:
    result = await w.alice.slash(w.general, command, **options)
    texts = [result.response.content or ""]
    for embed in result.response.embeds:
        texts += [embed.title or "", embed.description or "", *(field.value for field in embed.fields)]
    return "\n".join(texts)


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize(
    ("command", "options", "expected"),
    [
        ("ask", {"question": shelf.PRICE}, "The Twingo costs €20,000."),
        ("about", {"thing": "twingo"}, "**price**: 20,000 euros"),
        ("sources", {}, "article.txt"),
        ("help", {}, shelf.PRICE),
        ("privacy", {}, "not stored or logged"),
    ],
)
async def test_command_works_where_the_bot_is_no_member(place, command, options, expected):
    async with world() as w:
        with asked_from(place):
            assert expected in await said(w, command, **options)


async def test_suggestions_are_made_there():
    async with world() as w:
        with asked_from(STRANGE):
            found = await w.alice.autocomplete(w.general, "about", "thing", "tw")
        assert [one["value"] for one in found] == ["twingo"]


async def test_no_gap_is_kept_of_a_server_without_the_bot():
    table = shelf.table()
    table[shelf.UNKNOWN] = replace(table[shelf.UNKNOWN], gaps=(("Twingo", "weight"),))
    async with world(Knowledge(shelf.Table(table), shelf.Shelf(), shelf.Shown())) as w:
        with asked_from(STRANGE):
            await w.alice.slash(w.general, "ask", question=shelf.UNKNOWN)
        assert await w.bot.servers.gaps(ELSEWHERE, 5) == []
        await w.alice.slash(w.general, "ask", question=shelf.UNKNOWN)
        assert len(await w.bot.servers.gaps(w.guild.id, 5)) == 1
