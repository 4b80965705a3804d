"""Answers in a terminal: the sentence, each quote with the words that say it highlighted, and where it stands.

Plain lines where the output is no terminal. `ask --json` never comes here.
"""

import sys
from typing import TYPE_CHECKING, TextIO

from bot.models.answer import Answer, Source, Status
from bot.wording.catalogue import Catalogue
from bot.wording.citing import source_line
from bot.wording.languages import catalogue_of
from bot.wording.plain import MOST_QUOTES, lines_of

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

INDENT = (0, 0, 0, 2)  # above, right, below, left
STYLES = {
    Status.ANSWERED: "bold",
    Status.PASSAGE: "yellow",
    Status.UNKNOWN: "yellow",
    Status.AMBIGUOUS: "cyan",
    Status.CHATTER: "dim",
}


def print_answer(answer: Answer, output: TextIO | None = None) -> None:
    """Print an answer for people; in colour where the output (default: standard output) is a terminal."""
    target = output or sys.stdout
    if target.isatty():
        from rich.console import Console  # noqa: PLC0415  # pipes need none of it

        render(answer, Console(file=target, highlight=False))
    else:
        target.write("\n".join(lines_of(answer)) + "\n")


def render(answer: Answer, console: "Console") -> None:
    """Render an answer on a console."""
    from rich.padding import Padding  # noqa: PLC0415  # pipes need none of it
    from rich.text import Text  # noqa: PLC0415  # pipes need none of it

    words = catalogue_of(answer.language)
    console.print(Text(answer.text, style=STYLES[answer.status]))
    shown = answer.sources[:MOST_QUOTES]
    for i, source in enumerate(shown):
        console.print(Padding(quoted(source, words), INDENT))
        if i + 1 == len(shown) or shown[i + 1].document != source.document:
            console.print(Padding(Text(f"— {source_line(source, words)}", style="dim"), INDENT))
    for choice in answer.choices:
        console.print(Text(f"  • {choice.question}", style="cyan"))
    for suggestion in answer.suggestions:
        console.print(Text(f"  → {suggestion}", style="dim"))


def quoted(source: Source, words: Catalogue) -> "Text":
    """Return a quote in the quotation marks of the language, with its marks highlighted."""
    from rich.text import Text  # noqa: PLC0415  # pipes need none of it

    opening, closing = words.quotes.split("{}")
    quote = Text(source.quote)
    for start, end in source.marks:
        quote.stylize("bold underline", start - source.start, end - source.start)
    return Text(opening, style="italic").append_text(quote).append(closing)
