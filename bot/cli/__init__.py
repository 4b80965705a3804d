"""The command line: one module a command, each imported only when it is called.

main     the group, and how faults become one sentence
stores   opening the store that a command needs, building it first where it is missing
"""

import importlib
import sys
from collections.abc import Mapping
from io import TextIOWrapper

import click

from bot.redacting import redacted
from bot.settings import SettingsError
from facts.errors import FactsError

COMMANDS: Mapping[str, str] = {
    "ask": "Ask a question, or a file of them.",
    "browse": "Look through the store in the browser.",
    "build": "Read documents and build the fact store.",
    "chat": "Talk to the bot on a simulated Discord, in the terminal.",
    "check": "List every problem of documents, reviews and vocabulary.",
    "facts": "List the facts of the store.",
    "fetch": "Fetch the facts that are published elsewhere.",
    "health": "Ask whether the bot that runs here is well.",
    "preview": "Talk to the bot on a page that looks like Discord.",
    "publish": "Publish the facts for bots elsewhere.",
    "review": "Walk through the proposed facts of a document.",
    "run": "Run the Discord bot.",
    "text": "Print a document as it was read.",
}


class Fault(click.ClickException):
    """A fault told in one sentence on stderr; exit status 1."""

    exit_code = 1

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click hands a stream over
        """Print the sentence, without a traceback."""
        click.echo(f"lineup: {self.message}", err=True)


class Commands(click.Group):
    """Knows its commands by name and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"bot.cli.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # the signature is click's
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what went wrong with documents, store or settings becomes one sentence."""
        try:
            return super().invoke(ctx)
        except (FactsError, SettingsError, OSError) as fault:
            if isinstance(fault, BrokenPipeError):
                raise
            raise Fault(redacted(str(fault))) from fault


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lineup-bot", prog_name="lineup")
def main() -> None:
    """Ask about a car lineup; every answer comes with the sentence that says so."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a letter is no fault
