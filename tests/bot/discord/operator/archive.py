"""The bot on real documents: a folder that may be changed, a store of it, and builds that run in this process."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import simcord

from bot.building.child import Built, Tells
from bot.building.messages import Fault, Report
from bot.curating.folders import Folders, digest_of
from bot.curating.staging import Staging
from bot.discord.library import Library
from bot.discord.opening import open_knowledge
from bot.discord.operator.curator import Curator
from facts.build import build
from facts.corpus import Tools
from facts.errors import FactsError
from facts.fingerprint import visible_files
from tests.bot.discord.world import World, world

PUBLISHED = "---\ntitle: Prices\npublished: 2026-01-01\n---\n"
ARTICLE = PUBLISHED + "The Renault Twingo costs 20,000 euros. The Dacia Spring is built in China. Hello there.\n"
OTHER = "The Renault Clio is built in Bursa.\n"


@dataclass
class Builder:
    """Builds stores in this process, and each only once: what a child process does, without the seconds it takes."""

    tools: Tools
    kept: Path
    count: int = 0

    async def understand(self, folder: Path, store: Path) -> Built:
        try:
            await asyncio.to_thread(self.build, folder, store)
        except FactsError as fault:
            return Built(None, str(fault), faults=(Fault(message=str(fault)),))
        return Built(store, report=Report(store=str(store), seconds=0.1, counts={}))

    async def reload(self, root: Path, by: str = "", tell: Tells | None = None) -> Built:  # noqa: ARG002  # a reader of its own
        self.count += 1
        return await self.understand(root / "documents", root / f"facts-{self.count}.db")

    def library(self, root: Path) -> Library:
        """Open the newest store of an archive as the bot does."""
        newest = max(root.glob("facts*.db"), key=lambda path: path.stat().st_mtime_ns)
        return Library(open_knowledge(newest), build=partial(self.reload, root), opener=open_knowledge)

    def build(self, folder: Path, store: Path) -> None:
        """Build a store, or copy the one that was made of the same files."""
        files = [(str(path.relative_to(folder)), path.read_bytes()) for path in visible_files(folder)]
        before = self.kept / f"{digest_of(repr(files).encode())}.db"
        if not before.exists():
            build([folder], before, tools=self.tools)
        shutil.copy(before, store)


def make_archive(root: Path, builder: Builder) -> Path:
    """Write two documents and a store of them."""
    (root / "documents").mkdir()
    (root / "documents" / "a.md").write_text(ARTICLE, encoding="utf-8")
    (root / "documents" / "b.md").write_text(OTHER, encoding="utf-8")
    builder.build(root / "documents", root / "facts.db")
    return root


@asynccontextmanager
async def archive(built: Path, root: Path, builder: Builder, **options: Any) -> AsyncIterator[World]:
    """Run the bot on a copy of an archive in `root`."""
    shutil.copytree(built, root, dirs_exist_ok=True)
    library = builder.library(root)
    curator = Curator(Folders((root / "documents",)), Staging(root / "staged"), builder.understand)
    async with world(library=library, curator=curator, settle_timeout=30.0, **options) as w:
        try:
            yield w
        finally:
            w.bot.library.close()


def embed_of(message: simcord.ResponseMessage | None) -> str:
    """Return all that the one embed of a message says, after making sure that nobody else sees it."""
    assert message is not None
    assert message.ephemeral
    (embed,) = message.embeds
    return f"{embed.title}\n{embed.description}\n{embed.footer.text}"
