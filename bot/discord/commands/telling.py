"""/sources, /help and /privacy: where answers come from, what the bot can do, and what it keeps."""

from collections.abc import Awaitable
from functools import partial
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import replies
from bot.discord.buttons.pages import shelf_view
from bot.discord.commands.asking import apologise
from bot.discord.commands.places import everywhere
from bot.discord.permissions import NEEDED, NEEDED_NAMES
from bot.discord.rendering.answers import COLOUR
from bot.discord.rendering.escaping import escape
from bot.discord.rendering.limits import FIELD_VALUE, clip
from bot.discord.rendering.shelves import PAGE, shelf_embed
from bot.discord.texts import Texts, texts_in
from bot.discord.texts.language import language_of

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

EXAMPLES = 3
COMMANDS_SCOPE = "applications.commands"
TO_A_PERSON = "&integration_type=1"  # as Discord calls what is installed to a person and not to a server


class Telling(commands.Cog):
    """Tells of the bot itself."""

    def __init__(self, bot: "LineupBot") -> None:
        self.bot = bot

    @app_commands.command(name="sources", description="The documents that answers come from")
    @everywhere
    async def sources(self, interaction: discord.Interaction) -> None:
        """List the documents, newest first."""
        await self._guarded(interaction, self._sources(interaction))

    @app_commands.command(name="help", description="What Lineup can do, and how to ask it")
    @everywhere
    async def help(self, interaction: discord.Interaction) -> None:
        """Say what can be asked and how."""
        await self._guarded(interaction, self._tell(interaction, self._help(interaction)))

    @app_commands.command(name="privacy", description="What Lineup keeps of you, and what not")
    @everywhere
    async def privacy(self, interaction: discord.Interaction) -> None:
        """Say what is kept."""
        await self._guarded(interaction, self._tell(interaction, self._privacy(interaction)))

    async def _guarded(self, interaction: discord.Interaction, work: Awaitable[object]) -> None:
        await replies.guarded(work, where="to a command", apologise=partial(apologise, self.bot, interaction))

    async def _tell(self, interaction: discord.Interaction, embed: discord.Embed) -> None:
        await interaction.response.send_message(embed=embed, ephemeral=True, allowed_mentions=replies.NOBODY)

    def _say(self, interaction: discord.Interaction) -> Texts:
        return texts_in(language_of(interaction, self.bot.settings_of(interaction.guild).language))

    async def _sources(self, interaction: discord.Interaction) -> None:
        say = self._say(interaction)
        documents, total = self.bot.library.browser.documents(0, PAGE)
        if not documents:
            await replies.whisper_text(interaction, say("There are no documents."))
            return
        embed, view = shelf_embed(documents, 0, total, say), shelf_view(0, total, interaction.user.id, say)
        await interaction.response.send_message(embed=embed, view=view, ephemeral=True, allowed_mentions=replies.NOBODY)

    def _help(self, interaction: discord.Interaction) -> discord.Embed:
        say = self._say(interaction)
        embed = discord.Embed(
            title="Lineup",
            description=say(
                "Ask in your own words. You get a short answer with the sentence of a document that says so. When the "
                "documents do not say it, you are told that."
            ),
            colour=COLOUR,
        )
        examples = self.bot.library.browser.questions("", say.language)[:EXAMPLES]
        if examples:
            embed.add_field(name=say("For example"), value="\n".join(map(escape, examples)), inline=False)
        ways = (
            say("Mention me, reply to me, or write to me directly."),
            say("“Ask Lineup” in the menu of any message (Apps)."),
            say("In channels that the admins chose (/settings) I also answer without a mention, where I am sure."),
        )
        embed.add_field(name=say("How"), value="\n".join(f"- {way}" for way in ways), inline=False)
        embed.add_field(name=say("Commands"), value=self._commands(interaction, say), inline=False)
        embed.add_field(name=say("To invite me"), value=self._invitation(say), inline=False)
        return embed

    def _commands(self, interaction: discord.Interaction, say: Texts) -> str:
        """List the commands that there are, as the person's menu shows them; those of admins to admins."""
        every = self.bot.tree.get_commands(type=discord.AppCommandType.chat_input)
        shown = (one for one in every if one.default_permissions is None or interaction.permissions.manage_guild)
        lines = (f"`/{say(one.name)}` {say(one.description)}" for one in shown)
        return clip("\n".join(lines), FIELD_VALUE)

    def _invitation(self, say: Texts) -> str:
        names = say("I ask for these permissions and no more: {names}.", names=", ".join(map(say, NEEDED_NAMES)))
        application = self.bot.application_id
        if application is None:
            return names
        to_server = discord.utils.oauth_url(application, permissions=NEEDED, scopes=("bot", COMMANDS_SCOPE))
        to_person = discord.utils.oauth_url(application, scopes=(COMMANDS_SCOPE,)) + TO_A_PERSON
        server, person = say("Add me to a server"), say("Add me to your account")
        where = say("then my commands work in all your chats")
        return f"- [{server}]({to_server})\n- [{person}]({to_person}) ({where})\n{names}"

    def _privacy(self, interaction: discord.Interaction) -> discord.Embed:
        say = self._say(interaction)
        kept = [
            say("Messages are read to see whether they ask something of me, and are not stored or logged."),
            say("Your last questions and their answers stay in memory for some minutes, to be asked on from."),
            say("What was asked and not known is counted by what it was about, without names and words."),
            say("Admins of a server may choose to keep the words of such questions for 30 days."),
            say("Of a server I keep what its admins chose in /settings; all of it goes when I am removed."),
            say("Answers come from documents on this machine; nothing is sent anywhere but to Discord."),
            say("What you write, commands and my replies are kept by Discord itself, as everywhere on it."),
            say("Delete your question and my reply to it goes too; *Dismiss* takes a reply away."),
            say("What you write in *Not right?* goes to the admins of the server, with your name."),
        ]
        if self.bot.settings_of(interaction.guild).keeps_words:
            kept.append(say("**In this server the words of questions that were not known are kept.**"))
        text = "\n".join(f"- {line}" for line in kept)
        return discord.Embed(title=say("What is kept"), description=text, colour=COLOUR)
