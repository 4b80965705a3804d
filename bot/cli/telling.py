"""What commands that a bot starts have in common: they tell of themselves in lines of JSON, and end when it does."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from bot.building.messages import Report

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
Tell = Callable[[str, int, int], None]  # (what is being done, how much is done, of how much)


def children_options(command: Decorated) -> Decorated:
    """Add --progress, --by and --while-stdin-is-open to a command."""
    kind = click.Choice(["bar", "json"])
    options = (
        click.option("--progress", "style", type=kind, default="bar", help="How to tell of it."),
        click.option("--by", default="", metavar="NAME", help="Who asked for it, for whoever finds it under way."),
        click.option("--while-stdin-is-open", "is_tied", is_flag=True, help="End when whoever started this has ended."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def told(work: "Callable[[Tell], Report]") -> None:
    """Do some work and tell of it on standard output, an object a line, the fault included."""
    from bot.building.locking import BusyError
    from bot.building.telling import Telling, busy_of, failure_of
    from facts.errors import FactsError

    telling = Telling()
    try:
        report = work(telling.progress)
    except BusyError as busy:
        telling.say(busy_of(busy.by, busy.since))
        raise
    except FactsError as fault:
        telling.say(failure_of(fault))
        raise
    telling.say(report)


def end_with_stdin() -> None:
    """End this process, whatever it is at, once its standard input ends; a draft it leaves is swept by the next."""
    import os
    import threading

    def wait() -> None:
        while os.read(0, 1024):
            pass
        os._exit(1)

    threading.Thread(target=wait, name="stdin", daemon=True).start()
