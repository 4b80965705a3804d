"""/facts review: the proposals of a document one at a time; every decision is written beside it at once.

Facts only: what clauses say is left to `lineup review` in the terminal, and the last screen says so. The ids of buttons
come from what the document says, so they outlive the bot and every reload.
"""

import asyncio
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import app_commands

from bot.curating import judging
from bot.curating.judging import Note, Step, Turn
from bot.curating.reviewing import Desk, Tally
from bot.discord.buttons.acting import bot_of
from bot.discord.operator.applying import reload_after
from bot.discord.operator.choosing import key_of, name_of, pressed_document, suggest_documents
from bot.discord.operator.curator import Curator, curator_of
from bot.discord.operator.editing import EditForm
from bot.discord.operator.guarding import for_operator, spoken
from bot.discord.operator.proposals import show_end, show_proposal
from bot.discord.replies import NOBODY
from bot.discord.texts import Texts, marked
from facts.lexicon import Lexicon
from facts.store.reader import FactStore

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

NOTES: Mapping[Note, str] = {
    Note.APPROVED: marked("Approved."),
    Note.REJECTED: marked("Rejected."),
    Note.EDITED: marked("Corrected."),
    Note.TAKEN_BACK: marked("Taken back."),
    Note.DECIDED: marked("That one was decided already; nothing was changed."),
    Note.GONE: marked("That proposal is not there any more: it was decided and reloaded, or the document has changed."),
}
STYLES = {
    "approve": discord.ButtonStyle.success,
    "reject": discord.ButtonStyle.danger,
    "edit": discord.ButtonStyle.primary,
    "reload": discord.ButtonStyle.primary,
}
JUDGING = {"approve": judging.approve, "reject": judging.reject, "skip": judging.skip, "undo": judging.undo}


def review_command(bot: "LineupBot") -> "app_commands.Command[Any, ..., None]":
    """Return /facts review."""

    @app_commands.command(name="review", description="Judge the proposed facts of a document, one at a time")
    @app_commands.describe(name="The document")
    async def review(interaction: discord.Interaction, name: str) -> None:
        await for_operator(bot, interaction, partial(_begin, bot, given=name))

    @review.autocomplete("name")
    async def offer(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await suggest_documents(bot, interaction, typed)

    return review


async def _begin(bot: "LineupBot", interaction: discord.Interaction, given: str) -> None:
    turn = await _taken(bot, name_of(bot.library.document_names(), given), judging.start)
    embed, view = _screen(turn, spoken(bot, interaction))
    await interaction.response.send_message(embed=embed, view=view, ephemeral=True, allowed_mentions=NOBODY)


async def _judge(bot: "LineupBot", interaction: discord.Interaction, verb: str, document: str, key: str) -> None:
    name = await pressed_document(bot, document)
    if verb == "edit":
        await _open_form(bot, interaction, name, key)
    else:
        await _turn_to(bot, interaction, await _taken(bot, name, partial(JUDGING[verb], key)))


async def _open_form(bot: "LineupBot", interaction: discord.Interaction, name: str, key: str) -> None:
    turn = await _taken(bot, name, partial(judging.look, key))
    if turn.note is not None or turn.next is None:
        await _turn_to(bot, interaction, turn)
        return

    async def edit(answered: discord.Interaction, changes: Mapping[str, str]) -> None:
        await _turn_to(bot, answered, await _taken(bot, name, partial(judging.edit, key, changes)))

    async def submit(answered: discord.Interaction, changes: Mapping[str, str]) -> None:
        await for_operator(bot, answered, partial(edit, changes=changes))

    await interaction.response.send_modal(EditForm(turn.next, spoken(bot, interaction), submit))


async def _end(bot: "LineupBot", interaction: discord.Interaction, verb: str, document: str) -> None:
    if verb == "reload":
        said = spoken(bot, interaction)("The documents are read again.")
        await interaction.response.edit_message(content=said, view=None, allowed_mentions=NOBODY)
        await reload_after(bot, interaction)
        return
    name = await pressed_document(bot, document)
    await _turn_to(bot, interaction, await _taken(bot, name, judging.complete if verb == "complete" else judging.start))


async def _taken(bot: "LineupBot", name: str, step: Step) -> Turn:
    """Take one step in a review, one at a time: each reads the sidecar, and may write it."""
    curator = curator_of(bot)
    async with curator.desk:
        return await asyncio.to_thread(
            partial(_at_desk, lexicon=bot.library.lexicon), bot.library.store_path, curator, name, step
        )


def _at_desk(path: Path, curator: Curator, name: str, step: Step, *, lexicon: Lexicon) -> Turn:
    with FactStore.open(path, lexicon) as store:
        return step(Desk.of(store, curator.folders.find_own(name)), store)


async def _turn_to(bot: "LineupBot", interaction: discord.Interaction, turn: Turn) -> None:
    say = spoken(bot, interaction)
    note = say(NOTES[turn.note]) if turn.note is not None else None
    embed, view = _screen(turn, say)
    await interaction.response.edit_message(content=note, embed=embed, view=view, allowed_mentions=NOBODY)


def _screen(turn: Turn, say: Texts) -> tuple[discord.Embed, discord.ui.View]:
    """Show the next proposal, or how far the review has come."""
    name, undo = turn.desk.proposals.document.name, turn.decided.key if turn.decided else None
    if turn.next is not None:
        embed = show_proposal(turn.desk, turn.next, turn.lexicon, say)
        return embed, _buttons_of_proposal(name, turn.next.key, undo, say)
    tally = turn.desk.tally()
    return show_end(name, tally, say), _buttons_of_end(name, tally, undo, say)


def _buttons_of_proposal(name: str, key: str, undo: str | None, say: Texts) -> discord.ui.View:
    labels = {"approve": say("Approve"), "edit": say("Edit"), "reject": say("Reject"), "skip": say("Skip")}
    view = discord.ui.View(timeout=None)
    for verb, label in labels.items():
        view.add_item(ProposalButton(verb, key_of(name), key, label))
    if undo is not None:
        view.add_item(ProposalButton("undo", key_of(name), undo, say("Undo")))
    return view


def _buttons_of_end(name: str, tally: Tally, undo: str | None, say: Texts) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    if tally.decided:
        view.add_item(EndButton("reload", key_of(name), say("Reload")))
    if tally.left:
        view.add_item(EndButton("restart", key_of(name), say("From the start")))
    elif not tally.is_complete:
        view.add_item(EndButton("complete", key_of(name), say("Nothing is missing")))
    if undo is not None:
        view.add_item(ProposalButton("undo", key_of(name), undo, say("Undo")))
    return view


class ProposalButton(
    discord.ui.DynamicItem["discord.ui.Button[discord.ui.View]"],
    template=r"facts:review:(?P<verb>approve|edit|reject|skip|undo):(?P<document>[0-9a-f]{16}):(?P<key>[0-9a-f]{16})",
):
    """Judges a proposal."""

    def __init__(self, verb: str, document: str, key: str, label: str = "") -> None:
        self.verb, self.document, self.key = verb, document, key
        style = STYLES.get(verb, discord.ButtonStyle.secondary)
        custom_id = f"facts:review:{verb}:{document}:{key}"
        super().__init__(discord.ui.Button(label=label or verb, custom_id=custom_id, style=style))

    @classmethod
    async def from_custom_id(
        cls, _pressed: discord.Interaction, _: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Make the button anew that was pressed."""
        return cls(match["verb"], match["document"], match["key"])

    async def callback(self, interaction: discord.Interaction) -> Any:
        """Write the decision and show what comes next."""
        bot = bot_of(interaction)
        act = partial(_judge, bot, verb=self.verb, document=self.document, key=self.key)
        await for_operator(bot, interaction, act)


class EndButton(
    discord.ui.DynamicItem["discord.ui.Button[discord.ui.View]"],
    template=r"facts:review:(?P<verb>reload|restart|complete):(?P<document>[0-9a-f]{16})",
):
    """Ends a review, or goes through it again."""

    def __init__(self, verb: str, document: str, label: str = "") -> None:
        self.verb, self.document = verb, document
        style = STYLES.get(verb, discord.ButtonStyle.secondary)
        custom_id = f"facts:review:{verb}:{document}"
        super().__init__(discord.ui.Button(label=label or verb, custom_id=custom_id, style=style))

    @classmethod
    async def from_custom_id(
        cls, _pressed: discord.Interaction, _: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Make the button anew that was pressed."""
        return cls(match["verb"], match["document"])

    async def callback(self, interaction: discord.Interaction) -> Any:
        """Take the decisions over, or go on."""
        bot = bot_of(interaction)
        await for_operator(bot, interaction, partial(_end, bot, verb=self.verb, document=self.document))
