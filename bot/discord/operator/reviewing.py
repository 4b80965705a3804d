"""/facts review: the proposals of a document one at a time; every decision is written beside it at once.

Of the clauses of one passage those that are right are chosen in a menu. The ids of buttons and menus come from what the
document says, so they outlive the bot and every reload.
"""

import asyncio
import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import app_commands

from bot.curating import judging
from bot.curating.clauses import clause
from bot.curating.judging import Note, Step, Turn
from bot.curating.reviewing import Desk, Tally
from bot.curating.waiting import Waiting
from bot.discord.buttons.acting import bot_of
from bot.discord.operator.applying import reload_after
from bot.discord.operator.choosing import (
    LONGEST_CHOICE,
    MOST_CHOICES,
    key_of,
    name_of,
    pressed_document,
    suggest_documents,
)
from bot.discord.operator.curator import Curator, curator_of
from bot.discord.operator.editing import ClauseForm, EditForm, Submit
from bot.discord.operator.guarding import for_operator, spoken
from bot.discord.operator.proposals import show_end, show_proposal
from bot.discord.rendering.escaping import visible
from bot.discord.rendering.limits import clip
from bot.discord.replies import NOBODY
from bot.discord.texts import Texts, marked
from facts.lexicon import Lexicon
from facts.review import FactReview, StatementReview
from facts.store.reader import FactStore

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

NOTES: Mapping[Note, str] = {
    Note.APPROVED: marked("Approved."),
    Note.REJECTED: marked("Rejected."),
    Note.CHOSEN: marked("Those are approved, the others rejected."),
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
PLACE = re.compile(r"[1-9][0-9]?")  # of a clause on its card
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


async def _open_form(bot: "LineupBot", interaction: discord.Interaction, name: str, key: str, place: int = 1) -> None:
    """Open the form for a fact, or for the clause of a card at a place from 1."""
    turn = await _taken(bot, name, partial(judging.look, key))
    one = turn.next
    if turn.note is not None or one is None or not 1 <= place <= len(one.rows):
        await _turn_to(bot, interaction, turn)
        return

    async def edit(answered: discord.Interaction, changes: Mapping[str, str]) -> None:
        is_fact = one.card.fact is not None
        step = partial(judging.edit, key, changes) if is_fact else partial(judging.mend, key, place, changes)
        await _turn_to(bot, answered, await _taken(bot, name, step))

    async def submit(answered: discord.Interaction, changes: Mapping[str, str]) -> None:
        await for_operator(bot, answered, partial(edit, changes=changes))

    await interaction.response.send_modal(_form(one, place, spoken(bot, interaction), submit))


def _form(one: Waiting, place: int, say: Texts, submit: Submit) -> discord.ui.Modal:
    row = one.rows[place - 1]
    if isinstance(row, FactReview) and one.card.fact is not None:
        return EditForm(row, one.card.fact.certainty, say, submit)
    assert isinstance(row, StatementReview)  # noqa: S101  # a card without a fact holds clauses
    return ClauseForm(row, say, submit)


async def _choose(
    bot: "LineupBot", interaction: discord.Interaction, verb: str, document: str, key: str, places: Sequence[int]
) -> None:
    name = await pressed_document(bot, document)
    if verb == "mend" or not places:
        await _open_form(bot, interaction, name, key, next(iter(places), 0))
    else:
        await _turn_to(bot, interaction, await _taken(bot, name, partial(judging.choose, key, frozenset(places))))


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
        return embed, _buttons_of_proposal(turn.desk, turn.next, undo, say)
    tally = turn.desk.tally()
    return show_end(name, tally, say), _buttons_of_end(name, tally, undo, say)


def _buttons_of_proposal(desk: Desk, one: Waiting, undo: str | None, say: Texts) -> discord.ui.View:
    document = key_of(desk.proposals.document.name)
    labels = {"approve": say("Approve"), "edit": say("Edit"), "reject": say("Reject"), "skip": say("Skip")}
    is_choice = 1 < len(one.rows) <= MOST_CHOICES
    view = discord.ui.View(timeout=None)
    for verb, label in labels.items():
        if verb != "edit" or len(one.rows) == 1:
            view.add_item(ProposalButton(verb, document, one.key, label))
    if undo is not None:
        view.add_item(ProposalButton("undo", document, undo, say("Undo")))
    if is_choice:
        said = [clause(statement, desk.proposals) for statement in one.card.statements]
        for verb, hint in {"keep": say("Only these are right …"), "mend": say("Correct one …")}.items():
            view.add_item(ClauseMenu(verb, document, one.key, said, hint))
    return view


def _buttons_of_end(name: str, tally: Tally, undo: str | None, say: Texts) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    if tally.is_begun:
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


class ClauseMenu(
    discord.ui.DynamicItem["discord.ui.Select[discord.ui.View]"],
    template=r"facts:clauses:(?P<verb>keep|mend):(?P<document>[0-9a-f]{16}):(?P<key>[0-9a-f]{16})",
):
    """Chooses among the clauses of a proposal: those that are right, or one to correct."""

    def __init__(self, verb: str, document: str, key: str, said: Sequence[str] = (), hint: str = "") -> None:
        self.verb, self.document, self.key = verb, document, key
        options = [
            discord.SelectOption(label=clip(f"{place} · {visible(words)}", LONGEST_CHOICE), value=str(place))
            for place, words in enumerate(said, 1)
        ]
        most = max(1, len(options)) if verb == "keep" else 1
        custom_id = f"facts:clauses:{verb}:{document}:{key}"
        super().__init__(
            discord.ui.Select(custom_id=custom_id, placeholder=hint or None, max_values=most, options=options)
        )

    @classmethod
    async def from_custom_id(
        cls, _pressed: discord.Interaction, _: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Make the menu anew that was used."""
        return cls(match["verb"], match["document"], match["key"])

    async def callback(self, interaction: discord.Interaction) -> Any:
        """Write the decision, or open the form."""
        bot, places = bot_of(interaction), [int(one) for one in self.item.values if PLACE.fullmatch(one)]
        act = partial(_choose, bot, verb=self.verb, document=self.document, key=self.key, places=places)
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
