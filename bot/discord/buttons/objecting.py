"""*Not right?* lets a person say what is wrong with an answer; it goes to the channel of the server's admins."""

import discord

from bot.discord import replies
from bot.discord.buttons import ids
from bot.discord.buttons.acting import LastingButton, bot_of, press, spoken
from bot.discord.rendering import limits
from bot.discord.rendering.escaping import escape

LONGEST = 1_000  # characters of an objection


def audience(interaction: discord.Interaction) -> discord.TextChannel | discord.Thread | None:
    """Return the admins' channel of a server, where one is set and the bot may write there."""
    if interaction.guild is None:
        return None
    chosen = bot_of(interaction).settings_of(interaction.guild).admin_channel
    channel = interaction.guild.get_channel_or_thread(chosen) if chosen is not None else None
    if not isinstance(channel, discord.TextChannel | discord.Thread):
        return None
    return channel if channel.permissions_for(interaction.guild.me).send_messages else None


class ObjectButton(LastingButton, template=ids.WRONG):
    """Opens the form for an objection to the answer of a message."""

    async def callback(self, interaction: discord.Interaction) -> None:
        """Open the form."""
        message = ids.read_number(self.custom_id.split(":")[1])
        await press(interaction, interaction.response.send_modal(Objection(interaction, message)))


class Objection(discord.ui.Modal):
    """Asks what is wrong, and passes it on."""

    def __init__(self, interaction: discord.Interaction, message: int) -> None:
        say = spoken(interaction)
        super().__init__(title=say("Not right?"))
        self._message = message
        self.words: discord.ui.TextInput[Objection] = discord.ui.TextInput(
            custom_id="words", style=discord.TextStyle.paragraph, max_length=LONGEST
        )
        self.add_item(
            discord.ui.Label(
                text=say("What is wrong with this answer?"),
                description=say("It goes to the admins of this server, with your name."),
                component=self.words,
            )
        )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Tell the admins."""
        await press(interaction, self._pass_on(interaction))

    async def _pass_on(self, interaction: discord.Interaction) -> None:
        say = spoken(interaction)
        channel = audience(interaction)
        if channel is None:
            await replies.whisper_text(interaction, say("The admins of this server take no notices any more."))
            return
        theirs = bot_of(interaction).admin_texts(interaction.guild)
        place = f"https://discord.com/channels/{interaction.guild_id}/{interaction.channel_id}/{self._message}"
        head = theirs(
            "{person} says that an answer is not right: {place}", person=interaction.user.mention, place=place
        )
        words = "\n".join(f"> {line}" for line in escape(self.words.value).splitlines())
        await channel.send(limits.clip(f"{head}\n{words}", limits.MESSAGE), allowed_mentions=replies.NOBODY)
        await replies.whisper_text(interaction, say("Thank you; the admins of this server can read it now."))
