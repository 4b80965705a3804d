"""Why something is not done with a document, in words."""

from collections.abc import Mapping

from bot.curating.errors import Reason, RefusedError
from bot.discord.rendering.escaping import escape
from bot.discord.texts import Texts, marked

SENTENCES: Mapping[Reason, str] = {
    Reason.SHIPPED: marked(
        "The documents that ship with Lineup stay as they are; set LINEUP_DOCUMENTS to a folder of your own."
    ),
    Reason.PUBLISHED: marked("The facts come from {place}; change the documents where they are published from."),
    Reason.UNWRITABLE: marked("The bot may not write to {folder}; give it that right, or set LINEUP_DOCUMENTS."),
    Reason.TYPE: marked("Files of that kind are not read; attach one of {endings}."),
    Reason.SIZE: marked("That file is too large: at most {most} MB are read."),
    Reason.SAME: marked("{name} says exactly this already."),
    Reason.COPY: marked("{name} says exactly the same; there is nothing to add."),
    Reason.STEM: marked(
        "{name} has a review or metadata under the same name; rename the file, so that the two are not mixed up."
    ),
    Reason.GONE: marked("That is no longer waiting: it was decided already, or an hour has passed."),
    Reason.CHANGED: marked("{name} has changed meanwhile; use /facts reload, then start again."),
    Reason.UNKNOWN: marked("There is no document called {name}."),
    Reason.VANISHED: marked("That document is not there any more."),
    Reason.LAST: marked("{name} is the last document; without it there would be nothing to answer from."),
}


def refusal(fault: RefusedError, say: Texts) -> str:
    """Say why something is not done."""
    fields = {name: escape(str(value)) for name, value in fault.fields.items()}
    return say(SENTENCES[fault.reason], **fields)
