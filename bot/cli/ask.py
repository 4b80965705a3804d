"""`lineup ask`: one question, or a file of dialogues. Starts quickly: nothing of Discord or of building is imported."""

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from bot.cli.stores import facts_option, open_store

if TYPE_CHECKING:
    from bot.asking import Asker


@click.command("ask")
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.option("--explain", is_flag=True, help="Say how the question was understood.")
@click.option("--language", type=click.Choice(["en", "fr"]), help="Language of the answer (default: the question's).")
@click.option(
    "--batch",
    type=click.File(encoding="utf-8", errors="replace"),  # a broken letter spoils its own line alone
    metavar="FILE|-",
    help="Lines of {id, turns}; prints lines of {id, answers}.",
)
@facts_option
def command(
    question: tuple[str, ...],
    batch: TextIO | None,
    language: str | None,
    facts: Path | None,
    *,
    as_json: bool,
    explain: bool,
) -> None:
    """Ask a question, or a file of them."""
    if bool(question) == bool(batch):
        raise click.UsageError("give a question, or --batch with a file of them")
    from bot.asking import Asker

    if batch is None:
        with uncollected(), open_store(facts) as store:
            _answer(Asker(store), " ".join(question), language, as_json=as_json, explain=explain)
        return
    with open_store(facts) as store:
        for reply in replies(Asker(store), batch, language):
            click.echo(reply)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: what one question loads is needed to its end."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def replies(asker: "Asker", lines: TextIO, language: str | None) -> Iterator[str]:
    """Answer dialogues, a line each; raises click.ClickException with the number of a line that is none."""
    from bot.wording import to_json

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        case = _case(line, number, getattr(lines, "name", "-"))
        answers = [to_json(asker.ask(turn, who=("batch", number), language=language)) for turn in case["turns"]]
        yield json.dumps({"id": case["id"], "answers": answers}, ensure_ascii=False)


def _case(line: str, number: int, name: str) -> dict[str, list[str]]:
    try:
        case = json.loads(line)
    except (ValueError, RecursionError):  # no JSON, a number of thousands of digits, brackets without end
        case = None
    turns = case.get("turns") if isinstance(case, dict) else None
    if not isinstance(case, dict) or "id" not in case or not _are_texts(turns):
        raise click.UsageError(f'{name}:{number}: not {{"id": ..., "turns": [question, ...]}}')
    return case


def _are_texts(turns: object) -> bool:
    return isinstance(turns, list) and all(isinstance(turn, str) for turn in turns)


def _answer(asker: "Asker", text: str, language: str | None, *, as_json: bool, explain: bool) -> None:
    from bot.wording import to_json
    from bot.wording.terminal import print_answer

    answer = asker.ask(text, language=language)
    if as_json:
        click.echo(json.dumps(to_json(answer), ensure_ascii=False))
    else:
        print_answer(answer)
    if explain:
        click.echo(answer.explanation, err=as_json)
