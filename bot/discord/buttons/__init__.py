"""The row of buttons below an answer, and what each does when it is pressed. They outlive the bot and the facts."""

from bot.discord.buttons.asking import ChoiceButton, QuestionButton
from bot.discord.buttons.dismissing import DismissButton
from bot.discord.buttons.more import MoreButton
from bot.discord.buttons.objecting import ObjectButton
from bot.discord.buttons.pages import ListingPageButton, SheetPageButton, ShelfPageButton
from bot.discord.buttons.source import SourceButton

BUTTONS = (
    SourceButton,
    MoreButton,
    DismissButton,
    QuestionButton,
    ChoiceButton,
    ObjectButton,
    SheetPageButton,
    ShelfPageButton,
    ListingPageButton,
)

__all__ = ["BUTTONS"]
