"""The forms in which an operator corrects a proposed fact, or what a clause says, before it counts."""

from collections.abc import Awaitable, Callable, Mapping

import discord

from bot.curating.reviewing import PREDICATE
from bot.discord.texts import Texts
from bot.wording.languages import catalogue_of
from facts.models import Certainty, Side
from facts.review import FactReview, StatementReview

LONGEST_NAME, LONGEST_VALUE = 200, 4_000  # characters
PATIENCE = 60 * 60.0  # seconds; a form that nobody sends is not kept for ever
MOST_SIDES = 4  # of a clause, in one form beside the predicate; of a hundred clauses three have more
LONGEST_LABEL = 45  # characters
Submit = Callable[[discord.Interaction, dict[str, str]], Awaitable[None]]


class EditForm(discord.ui.Modal):
    """Subject, attribute, value and certainty as they were proposed."""

    def __init__(self, row: FactReview, certainty: Certainty, say: Texts, submit: Submit) -> None:
        super().__init__(title=say("Correct this fact"), timeout=PATIENCE)
        self._submit = submit
        self._certainty = certainty
        self._fields = {
            "subject": _line("subject", row.subject, LONGEST_NAME),
            "attribute": _line("attribute", row.attribute, LONGEST_NAME),
            "value": _line("value", row.value, LONGEST_VALUE),
        }
        labels = {"subject": say("Subject"), "attribute": say("Attribute, by its id"), "value": say("Value")}
        for key, field in self._fields.items():
            self.add_item(discord.ui.Label(text=labels[key], component=field))
        self._degrees = _degrees(certainty, say)
        self.add_item(discord.ui.Label(text=say("Certainty"), component=self._degrees))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Hand over what was changed; of a value that goes over several lines the lines do not count."""
        changes = _changed(self._fields)
        chosen = next(iter(self._degrees.values), self._certainty.value)
        if chosen != self._certainty.value:
            changes["certainty"] = chosen
        await self._submit(interaction, changes)


class ClauseForm(discord.ui.Modal):
    """The predicate of a clause and the words on its first sides; a side that is emptied goes."""

    def __init__(self, row: StatementReview, say: Texts, submit: Submit) -> None:
        super().__init__(title=say("Correct this clause"), timeout=PATIENCE)
        self._submit = submit
        sides = list(row.parts.items())[:MOST_SIDES]
        self._fields = {PREDICATE: _line(PREDICATE, row.predicate, LONGEST_NAME)}
        self._fields |= {side: _line(side, words, LONGEST_VALUE, is_required=False) for side, words in sides}
        labels = {
            PREDICATE: say("Predicate, in its basic form"), Side.SUBJECT: say("Subject"), Side.OBJECT: say("Object"),
            Side.CLAUSE: say("What is said or wanted"), Side.REASON: say("Reason"), Side.TIME: say("Time"),
        }  # fmt: skip
        for key, field in self._fields.items():
            self.add_item(discord.ui.Label(text=labels.get(key, key)[:LONGEST_LABEL], component=field))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Hand over what was changed."""
        await self._submit(interaction, _changed(self._fields))


def _changed(fields: "Mapping[str, discord.ui.TextInput[discord.ui.View]]") -> dict[str, str]:
    typed = {key: (field.value.strip(), field.default) for key, field in fields.items()}
    return {key: said for key, (said, before) in typed.items() if said != before}


def _line(key: str, held: str, longest: int, *, is_required: bool = True) -> "discord.ui.TextInput[discord.ui.View]":
    shown = " ".join(held.split())[:longest]
    return discord.ui.TextInput(custom_id=key, default=shown, max_length=longest, required=is_required)


def _degrees(chosen: Certainty, say: Texts) -> "discord.ui.Select[EditForm]":
    words = {Certainty.STATED: say("stated"), **catalogue_of(say.language).hedges}
    options = [
        discord.SelectOption(label=words[degree], value=degree.value, default=degree is chosen) for degree in Certainty
    ]
    return discord.ui.Select(custom_id="certainty", options=options)
