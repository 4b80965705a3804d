"""Buttons that turn pages: of all that is known of an entity, and of the documents. They outlive the bot."""

from collections.abc import Iterator, Sequence

import discord

from bot.discord import replies
from bot.discord.buttons import ids
from bot.discord.buttons.acting import GONE, LastingButton, bot_of, press, spoken
from bot.discord.buttons.dismissing import DismissButton
from bot.discord.rendering import listings
from bot.discord.rendering.sheets import sheet_embed, starts_of
from bot.discord.rendering.shelves import PAGE, shelf_embed
from bot.discord.texts import Texts, texts_in
from bot.models.sheet import Sheet


class SheetPageButton(LastingButton, template=ids.SHEET):
    """Shows another page of a sheet: in place to whoever asked for it, else to whoever presses alone."""

    async def callback(self, interaction: discord.Interaction) -> None:
        """Turn the page."""
        await press(interaction, self._turn(interaction))

    async def _turn(self, interaction: discord.Interaction) -> None:
        _, asker, page, entity = self.custom_id.split(":", 3)
        say, number = spoken(interaction), ids.read_number(page)
        sheet = bot_of(interaction).library.browser.sheet(entity, say.language)
        if sheet is None or number >= len(starts_of(sheet)):
            await replies.whisper_text(interaction, say(GONE))
            return
        embed, view = sheet_embed(sheet, number), sheet_view(sheet, number, interaction.user.id)
        await _turned(interaction, asker, embed, view)


class ShelfPageButton(LastingButton, template=ids.SHELF):
    """Shows another page of the documents."""

    async def callback(self, interaction: discord.Interaction) -> None:
        """Turn the page."""
        await press(interaction, self._turn(interaction))

    async def _turn(self, interaction: discord.Interaction) -> None:
        _, asker, page = self.custom_id.split(":")
        say, number = spoken(interaction), ids.read_number(page)
        library = bot_of(interaction).library
        documents, total = library.browser.documents(number * PAGE, PAGE)
        if not documents:
            await replies.whisper_text(interaction, say(GONE))
            return
        embed = shelf_embed(documents, number * PAGE, total, say)
        await _turned(interaction, asker, embed, shelf_view(number, total, interaction.user.id, say))


class ListingPageButton(LastingButton, template=ids.LISTING):
    """Shows another page of all there is, maybe of one brand."""

    async def callback(self, interaction: discord.Interaction) -> None:
        """Turn the page."""
        await press(interaction, self._turn(interaction))

    async def _turn(self, interaction: discord.Interaction) -> None:
        _, asker, page, joined, key = self.custom_id.split(":", 4)
        say, number, brand = spoken(interaction), ids.read_number(page), key or None
        attributes = joined.split("+") if joined else []
        library = bot_of(interaction).library
        first = number * listings.PAGE
        found, more = library.browser.listings(brand, say.language, first, listings.PAGE, attributes)
        if not found:
            await replies.whisper_text(interaction, say(GONE))
            return
        named = library.browser.named(brand, say.language) if brand is not None else None
        title = listings.title_of(named, [library.label(say.language, one) for one in attributes])
        embed = listings.listing_embed(found, title, say)
        view = listing_view(brand, number, interaction.user.id, say, more=more, attributes=attributes)
        if interaction.message is not None and interaction.user.id == ids.read_number(asker):
            _keep_picture(embed, interaction.message)
        await _turned(interaction, asker, embed, view)


def sheet_view(sheet: Sheet, page: int, asker: int) -> discord.ui.View:
    """Return the buttons below a page of a sheet."""
    say = texts_in(sheet.language)
    pages = len(starts_of(sheet))
    keys = ((number, ids.sheet(asker, number, sheet.subject.id)) for number in (page - 1, page + 1))
    turning = (
        SheetPageButton(key, say("Back") if number < page else say("Next"))
        for number, key in keys
        if key is not None and 0 <= number < pages
    )
    return _view(turning, asker, say)


def shelf_view(page: int, total: int, asker: int, say: Texts) -> discord.ui.View:
    """Return the buttons below a page of the documents."""
    pages = -(-total // PAGE)
    turning = (
        ShelfPageButton(ids.shelf(asker, number), say("Back") if number < page else say("Next"))
        for number in (page - 1, page + 1)
        if 0 <= number < pages
    )
    return _view(turning, asker, say)


def listing_view(
    brand: str | None, page: int, asker: int, say: Texts, *, more: bool, attributes: Sequence[str] = ()
) -> discord.ui.View:
    """Return the buttons below a page of all there is."""
    wanted = [page - 1] * (page > 0) + [page + 1] * more
    keys = ((number, ids.listing(asker, number, brand or "", attributes)) for number in wanted)
    turning = (
        ListingPageButton(key, say("Back") if number < page else say("Next")) for number, key in keys if key is not None
    )
    return _view(turning, asker, say)


def _keep_picture(embed: discord.Embed, message: discord.Message) -> None:
    """Let a turned page show the picture of the message, which is of all pages, and what was said of it."""
    shown = message.embeds[0] if message.embeds else discord.Embed()
    if message.attachments:
        embed.set_image(url=f"attachment://{message.attachments[0].filename}")
    if shown.footer.text:
        embed.set_footer(text=shown.footer.text)


def _view(turning: Iterator[LastingButton], asker: int, say: Texts) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for item in (*turning, DismissButton(ids.dismiss(asker), say("Dismiss"))):
        view.add_item(item)
    return view


async def _turned(interaction: discord.Interaction, asker: str, embed: discord.Embed, view: discord.ui.View) -> None:
    if interaction.user.id == ids.read_number(asker):
        await interaction.response.edit_message(embed=embed, view=view)
    else:
        await interaction.response.send_message(embed=embed, view=view, ephemeral=True)
