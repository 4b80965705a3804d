"""What stands below the bot's name: how many documents it knows, and how new the newest is.

And what it tells its log once it is connected: where it cannot do what it is set to do.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import discord
from babel.dates import format_date

from bot.discord.permissions import missing_in

LOCALE = "en"  # a status is the same for everybody, wherever they read it


def status_of(documents: int, newest: str | None, today: date) -> discord.CustomActivity:
    """Return the status line: "12 documents, newest 20 Feb", with the year where it is not this one."""
    counted = f"{documents:,} document{'' if documents == 1 else 's'}"
    return discord.CustomActivity(name=f"{counted}, newest {_short(newest, today)}" if newest else counted)


def _short(iso: str, today: date) -> str:
    """Write an ISO date as short as its precision allows: "2026", "Feb 2026", "20 Feb"."""
    year, *rest = map(int, iso.split("-"))
    if not rest:
        return str(year)
    month, *days = rest
    pattern = ("d MMM" if year == today.year else "d MMM y") if days else "MMM y"
    written: str = format_date(date(year, month, *(days or (1,))), pattern, locale=LOCALE)
    return written


def problems(guilds: Iterable[discord.Guild], channels: frozenset[int], *, sees_all: bool) -> Iterator[str]:
    """Name each channel that is set to be listened to where the bot may not do what it must, in a sentence for a log.

    `channels` are those of the operator and of all servers together. Which of them are nowhere can only tell who sees
    all servers.
    """
    left = set(channels)
    for guild in guilds:
        for channel in guild.channels:
            if channel.id not in channels:
                continue
            left.discard(channel.id)
            if missing := missing_in(channel):
                yield f"#{channel.name} of {guild.name}: not allowed to {', '.join(missing)}; allow it in that channel"
        left -= {thread.id for thread in guild.threads}
    for channel_id in sorted(left) if sees_all else ():
        yield f"channel {channel_id} is in no server of this bot; take it out of LINEUP_CHANNELS or invite the bot"
