"""/facts document: what was understood of one document, in reading order, page by page."""

import asyncio
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import app_commands

from bot.curating.clauses import clause
from bot.curating.understood import Understood, apart
from bot.discord.buttons.acting import bot_of
from bot.discord.operator.choosing import key_of, name_of, pressed_document, suggest_documents
from bot.discord.operator.claims import SAID_BY_CLAUSE, SILENT, Claims, full_legend, quoted
from bot.discord.operator.guarding import for_operator, spoken
from bot.discord.rendering.escaping import escape
from bot.discord.rendering.limits import clip
from bot.discord.replies import NOBODY
from bot.discord.texts import Texts
from facts.lexicon import Lexicon
from facts.models import Document, Origin, Passage
from facts.review.proposals import Proposals
from facts.store.reader import FactStore

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

PAGE = 3_500  # characters; with title and legend it stays below what one message may hold
LONGEST_LINE = 900
LONGEST_TITLE = 250


def document_command(bot: "LineupBot") -> "app_commands.Command[Any, ..., None]":
    """Return /facts document."""

    @app_commands.command(name="document", description="What was understood of a document, in reading order")
    @app_commands.describe(name="The document")
    async def document(interaction: discord.Interaction, name: str) -> None:
        await for_operator(bot, interaction, partial(_show, bot, given=name))

    @document.autocomplete("name")
    async def offer(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await suggest_documents(bot, interaction, typed)

    return document


async def _show(bot: "LineupBot", interaction: discord.Interaction, given: str) -> None:
    name = name_of(bot.library.document_names(), given)
    embed, view = await _page(bot, name, 0, spoken(bot, interaction))
    await interaction.response.send_message(embed=embed, view=view, ephemeral=True, allowed_mentions=NOBODY)


async def _turn(bot: "LineupBot", interaction: discord.Interaction, key: str, number: int) -> None:
    name = await pressed_document(bot, key)
    embed, view = await _page(bot, name, number, spoken(bot, interaction))
    await interaction.response.edit_message(embed=embed, view=view, allowed_mentions=NOBODY)


async def _page(bot: "LineupBot", name: str, number: int, say: Texts) -> tuple[discord.Embed, discord.ui.View]:
    """Lay out one page of a document; of a document that has become shorter the last one."""
    pages = await asyncio.to_thread(partial(pages_of, lexicon=bot.library.lexicon), bot.library.store_path, name, say)
    place = max(0, min(number, len(pages) - 1))
    embed = discord.Embed(title=escape(clip(name, LONGEST_TITLE)), description=pages[place])
    embed.set_footer(text=f"{say('Page {number} of {pages}', number=place + 1, pages=len(pages))} · {full_legend(say)}")
    view = discord.ui.View(timeout=None)
    if len(pages) > 1:
        view.add_item(PageButton(key_of(name), place - 1, "◀", is_usable=place > 0))
        view.add_item(PageButton(key_of(name), place + 1, "▶", is_usable=place + 1 < len(pages)))
    return embed, view


def pages_of(path: Path, name: str, say: Texts, *, lexicon: Lexicon | None = None) -> list[str]:
    """Tell a document of a store in pages. Reads files."""
    with FactStore.open(path, lexicon) as store:
        understood = Understood.of(store, name)
        names = {entity.id: entity.name for entity in understood.entities}
        lines = [*_head(understood, say), *_body(understood, Claims(names, store.lexicon, say))]
    pages = [""]
    for line in lines:
        if pages[-1] and len(pages[-1]) + len(line) + 1 > PAGE:
            pages.append("")
        pages[-1] += ("\n" if pages[-1] else "") + clip(line, LONGEST_LINE)
    return pages


def metadata(document: Document, say: Texts) -> str:
    """Say what is known of a document itself; what is not is called unknown."""
    unknown = say("unknown")
    known = {
        say("Title"): document.title,
        say("Publisher"): document.publisher,
        say("Published"): document.published,
        say("Language"): {"en": say("English"), "fr": say("French")}.get(document.language, document.language),
    }
    return " · ".join(f"{label}: {escape(clip(held or unknown, LONGEST_TITLE))}" for label, held in known.items())


def _head(understood: Understood, say: Texts) -> Iterator[str]:
    yield metadata(understood.document, say)
    counts = [sum(fact.origin is origin for fact in understood.facts) for origin in Origin]
    silent = sum(not facts and not clauses for _, facts, clauses in understood.told())
    yield say(
        "{passages}, {facts}: {reviewed} reviewed, {extracted} answer at once, {proposed} wait for review.",
        passages=say.many("{count} passage", "{count} passages", len(understood.passages)),
        facts=say.many("{count} fact", "{count} facts", len(understood.facts)),
        reviewed=counts[0], extracted=counts[1], proposed=counts[2],
    )  # fmt: skip
    if silent:
        yield say.many("{count} passage gave nothing.", "{count} passages gave nothing.", silent)


def _body(understood: Understood, claims: Claims) -> Iterator[str]:
    entities = {entity.id: entity for entity in understood.entities}
    names = Proposals(understood.document, entities, ())
    for passage, facts, clauses in understood.told():
        yield _sentence(understood.document.text, passage, [fact.at for fact in facts], told=bool(facts or clauses))
        yield from (claims.line(fact) for fact in facts)
        yield from (f"{SAID_BY_CLAUSE} {escape(clause(one, names))}" for one in clauses)


def _sentence(text: str, passage: Passage, marks: list[tuple[int, int]], *, told: bool) -> str:
    inside = [(max(low, passage.start), min(high, passage.end)) for low, high in marks]
    if passage.kind == "heading":
        return f"\n**{quoted(text, (passage.start, passage.end)).removeprefix('> ')}**"
    said = quoted(text, (passage.start, passage.end), apart(inside))
    return said if told else f"{SILENT} {said.removeprefix('> ')}"


class PageButton(
    discord.ui.DynamicItem["discord.ui.Button[discord.ui.View]"],
    template=r"facts:document:(?P<document>[0-9a-f]{16}):(?P<page>-?[0-9]{1,4})",
):
    """Turns a page."""

    def __init__(self, document: str, page: int, label: str, *, is_usable: bool = True) -> None:
        self.document, self.page = document, page
        custom_id = f"facts:document:{document}:{page}"
        super().__init__(discord.ui.Button(label=label, custom_id=custom_id, disabled=not is_usable))

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the button anew that was pressed."""
        return cls(match["document"], int(match["page"]), getattr(item, "label", None) or "▶")

    async def callback(self, interaction: discord.Interaction) -> Any:
        """Show that page."""
        bot = bot_of(interaction)
        await for_operator(bot, interaction, partial(_turn, bot, key=self.document, number=self.page))
