"""Answers in a terminal: the sentence, each quote with the words that say it highlighted, and where it stands.

Plain text where the output is no terminal. `ask --json` never comes here.
"""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.models.answer import Answer, Source, Status
from bot.wording.catalogue import Catalogue
from bot.wording.citing import source_line
from bot.wording.languages import catalogue_of

MOST_QUOTES = 6
INDENT = (0, 0, 0, 2)  # above, right, below, left
STYLES = {
    Status.ANSWERED: "bold",
    Status.PASSAGE: "yellow",
    Status.UNKNOWN: "yellow",
    Status.AMBIGUOUS: "cyan",
    Status.CHATTER: "dim",
}


def print_answer(answer: Answer, console: Console | None = None) -> None:
    """Print an answer for people."""
    screen = console or Console(soft_wrap=False, highlight=False)
    words = catalogue_of(answer.language)
    screen.print(Text(answer.text, style=STYLES[answer.status]))
    for source, is_last in _grouped(answer.sources[:MOST_QUOTES]):
        screen.print(Padding(quoted(source, words), INDENT, expand=False))
        if is_last:
            screen.print(Padding(Text(f"— {source_line(source, words)}", style="dim"), INDENT, expand=False))
    for choice in answer.choices:
        screen.print(Text(f"  • {choice.question}", style="cyan"))
    for suggestion in answer.suggestions:
        screen.print(Text(f"  → {suggestion}", style="dim"))


def quoted(source: Source, words: Catalogue) -> Text:
    """Return a quote in the quotation marks of the language, with its marks highlighted."""
    opening, closing = words.quotes.split("{}")
    text = Text(opening, style="italic")
    quote = Text(source.quote)
    for start, end in source.marks:
        quote.stylize("bold underline", start - source.start, end - source.start)
    return text.append_text(quote).append(closing)


def _grouped(sources: Iterable[Source]) -> list[tuple[Source, bool]]:
    """Pair each source with whether it is the last quote of its document in a row."""
    listed = list(sources)
    last = len(listed) - 1
    return [(one, i == last or listed[i + 1].document != one.document) for i, one in enumerate(listed)]
