"""Which buttons stand below an answer: at most five, in one row, in the language of the answer."""

from collections.abc import Iterable, Iterator
from typing import Any

import discord

from bot.discord.buttons import ids
from bot.discord.buttons.asking import ChoiceButton, QuestionButton
from bot.discord.buttons.dismissing import DismissButton
from bot.discord.buttons.more import MoreButton
from bot.discord.buttons.source import SourceButton
from bot.discord.texts import texts_in
from bot.models import Answer, Choice, Status

SUGGESTED = 3
CHOICES = 4

Item = discord.ui.Item[Any]


def row_of(answer: Answer, asker: int) -> discord.ui.View | None:
    """Return the buttons below an answer to a person, or None where it needs none."""
    items = list(_items(answer, asker))
    return view_of(items) if items else None


def view_of(items: Iterable[Item]) -> discord.ui.View:
    """Return a row of buttons that outlive the bot."""
    view = discord.ui.View(timeout=None)
    for item in items:
        view.add_item(item)
    return view


def _items(answer: Answer, asker: int) -> Iterator[Item]:
    say = texts_in(answer.language)
    match answer.status:
        case Status.CHATTER:
            return
        case Status.AMBIGUOUS:
            yield from filter(None, (_choice(one, asker) for one in answer.choices[:CHOICES]))
        case Status.ANSWERED | Status.PASSAGE:
            place = ids.source(asker, answer.sources[0])
            if place is not None:
                yield SourceButton(place, say("Source"))
            entity = ids.more(asker, answer.entities[0]) if answer.entities else None
            if entity is not None and answer.status is Status.ANSWERED:
                yield MoreButton(entity, say("More"))
    if answer.status in (Status.UNKNOWN, Status.PASSAGE):
        suggested = [(one, ids.question(asker, one)) for one in answer.suggestions]
        yield from (QuestionButton(key, text) for text, key in suggested[:SUGGESTED] if key is not None)
    yield DismissButton(ids.dismiss(asker), say("Dismiss"))


def _choice(choice: Choice, asker: int) -> Item | None:
    """Return the button of a choice: it carries the entity, and the question is read again where it was asked."""
    key = ids.choice(asker, choice.entity)
    return ChoiceButton(key, choice.name) if key is not None else None
