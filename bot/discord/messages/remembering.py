"""Which reply belongs to which question, for some thousand of them, and since when that is known for certain.

What is not known here is looked for in its channel. Nothing of this is written anywhere: only ids and times.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

import discord

MOST_QUESTIONS = 5_000
MOST_THREADS = 5_000
OFF_BY = timedelta(minutes=1)  # how far this machine's clock may be behind Discord's


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a question: the id of its reply, if any, and the edit that was seen last."""

    reply: int | None = None
    edited: datetime | None = None


class Remembered:
    """What the bot replied to since it started. Older questions are unknown, and so are those that made room."""

    def __init__(self, started: datetime | None = None) -> None:
        since = started or discord.utils.utcnow()
        self._known_since = discord.utils.time_snowflake(since + OFF_BY)
        self._kept: OrderedDict[int, Kept] = OrderedDict()
        self._threads: OrderedDict[int, None] = OrderedDict()
        self._under_way: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()  # kept while somebody waits

    @property
    def threads(self) -> Collection[int]:
        """The threads that the bot has answered in, and those that people opened or may open on its replies."""
        return self._threads.keys()

    def work_on(self, question: int) -> asyncio.Lock:
        """Return what lets one at a time work on a question: an edit waits for the reply that is on its way."""
        return self._under_way.setdefault(question, asyncio.Lock())

    def of(self, question: int) -> Kept | None:
        """Return what became of a question; None where that is not known and has to be looked for."""
        kept = self._kept.get(question)
        return Kept() if kept is None and question > self._known_since else kept

    def keep_reply(self, question: int, reply: int | None) -> None:
        """Keep which reply a question got, or that it has none."""
        self._keep(question, replace(self._kept.get(question, Kept()), reply=reply))

    def keep_edit(self, question: int, edited: datetime) -> None:
        """Keep when a question was edited last."""
        self._keep(question, replace(self._kept.get(question, Kept()), edited=edited))

    def keep_thread(self, thread: int) -> None:
        """Keep a thread as the bot's. One that is opened on a message bears the id of that message."""
        self._threads[thread] = None
        self._threads.move_to_end(thread)
        if len(self._threads) > MOST_THREADS:
            self._threads.popitem(last=False)

    def _keep(self, question: int, kept: Kept) -> None:
        self._kept[question] = kept
        self._kept.move_to_end(question)
        if len(self._kept) > MOST_QUESTIONS:
            gone, _ = self._kept.popitem(last=False)
            self._known_since = max(self._known_since, gone)
