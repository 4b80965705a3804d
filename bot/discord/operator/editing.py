"""The form in which an operator corrects a proposed fact before it counts."""

from collections.abc import Awaitable, Callable

import discord

from bot.curating.reviewing import Waiting
from bot.discord.texts import Texts
from bot.wording.languages import catalogue_of
from facts.models import Certainty

LONGEST_NAME, LONGEST_VALUE = 200, 4_000  # characters
PATIENCE = 60 * 60.0  # seconds; a form that nobody sends is not kept for ever
Submit = Callable[[discord.Interaction, dict[str, str]], Awaitable[None]]


class EditForm(discord.ui.Modal):
    """Subject, attribute, value and certainty as they were proposed."""

    def __init__(self, one: Waiting, say: Texts, submit: Submit) -> None:
        super().__init__(title=say("Correct this fact"), timeout=PATIENCE)
        self._submit = submit
        self._certainty = one.fact.certainty
        self._fields = {
            "subject": _line("subject", one.row.subject, LONGEST_NAME),
            "attribute": _line("attribute", one.row.attribute, LONGEST_NAME),
            "value": _line("value", one.row.value, LONGEST_VALUE),
        }
        labels = {"subject": say("Subject"), "attribute": say("Attribute, by its id"), "value": say("Value")}
        for key, field in self._fields.items():
            self.add_item(discord.ui.Label(text=labels[key], component=field))
        self._degrees = _degrees(one.fact.certainty, say)
        self.add_item(discord.ui.Label(text=say("Certainty"), component=self._degrees))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Hand over what was changed; of a value that goes over several lines the lines do not count."""
        typed = {key: (field.value.strip(), field.default) for key, field in self._fields.items()}
        changes = {key: said for key, (said, before) in typed.items() if said != before}
        chosen = next(iter(self._degrees.values), self._certainty.value)
        if chosen != self._certainty.value:
            changes["certainty"] = chosen
        await self._submit(interaction, changes)


def _line(key: str, held: str, longest: int) -> "discord.ui.TextInput[EditForm]":
    return discord.ui.TextInput(custom_id=key, default=" ".join(held.split())[:longest], max_length=longest)


def _degrees(chosen: Certainty, say: Texts) -> "discord.ui.Select[EditForm]":
    words = {Certainty.STATED: say("stated"), **catalogue_of(say.language).hedges}
    options = [
        discord.SelectOption(label=words[degree], value=degree.value, default=degree is chosen) for degree in Certainty
    ]
    return discord.ui.Select(custom_id="certainty", options=options)
