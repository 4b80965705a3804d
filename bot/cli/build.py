"""`lineup build`: documents to store, with progress for people and a summary of what changed."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.stores import build_store, documents_option, facts_option
from bot.cli.telling import children_options, end_with_stdin, told
from bot.settings import Settings
from facts.errors import StoreError
from facts.models import Origin
from facts.store.header import is_store

if TYPE_CHECKING:
    from bot.building.messages import Report
    from facts.build import BuildReport, Progress
    from facts.reporting import Said

MOST_DOCUMENTS = 30  # told line by line
MOST_CHANGES = 8  # of a document
LONGEST_VALUE = 60  # characters
NAMED = 5  # documents or files listed by name before "and n more"


@click.command("build")
@documents_option
@facts_option
@click.option("--scheduler", metavar="ADDRESS", help="Read documents on the workers of this Dask cluster.")
@children_options
@click.option("--since", type=click.Path(path_type=Path), metavar="DB", help="Tell what is new since that store.")
def command(
    documents: tuple[Path, ...],
    facts: Path | None,
    scheduler: str | None,
    style: str,
    by: str,
    since: Path | None,
    *,
    is_tied: bool,
) -> None:
    """Read documents and build the fact store."""
    settings = Settings.of().with_options(documents, facts, scheduler)
    if is_tied:
        end_with_stdin()
    if style == "json":
        told(lambda tell: _report(settings, tell, by, since))
        return
    from rich.console import Console

    from bot.cli.progress import shown

    with shown(Console(stderr=True)) as progress:
        report = _built(settings, progress, by, since)
    for line in summary(report):
        click.echo(line)


def _built(settings: Settings, progress: "Progress", by: str, since: Path | None) -> "BuildReport":
    """Build the store of the settings, alone; raises FactsError and BusyError."""
    from bot.building.locking import CACHED, alone

    target = settings.store()
    if target.is_dir() or (target.is_file() and not is_store(target)):
        raise StoreError(f"{target} is not a fact store and stays as it is; choose another place with --facts")
    with alone(target.parent, target.name if settings.facts is not None else CACHED, by):
        return build_store(settings, target, progress, since=since)


def _report(settings: Settings, tell: "Progress", by: str, since: Path | None) -> "Report":
    """Build, and return what there is to tell of it."""
    from bot.building.telling import report_of

    built = _built(settings, tell, by, since)
    return report_of(built, summary(built))


def summary(report: "BuildReport") -> Iterator[str]:
    """Say what was built, what it was made from and what has changed, a line each."""
    counts = report.counts
    yield f"{report.target}: {_many(counts['documents'], 'document')}, {_many(counts['passages'], 'passage')}"
    origins = ", ".join(f"{counts[origin]} {origin}" for origin in ("reviewed", "extracted", "proposed"))
    yield f"{_many(counts['facts'], 'fact')} ({origins}) about {_many(counts['entities'], 'entity', 'entities')}"
    yield f"{_many(report.silent, 'passage')} gave no fact"
    yield from document_lines(report)
    if (changes := report.changes) is not None:
        for what, names in (("new", changes.added), ("changed", changes.changed), ("gone", changes.removed)):
            if names:
                yield f"{what}: {_listed(names)}"
        yield f"{changes.facts:+d} facts" if changes.facts else "as many facts as before"
    if report.strays:
        yield f"not read: {_listed(tuple(path.name for path in report.strays))}"
    again = f", {report.reused} of them as read before" if report.reused else ""
    yield f"built in {report.seconds:.1f} s{again}"


def document_lines(report: "BuildReport") -> Iterator[str]:
    """Say what each document gave and what of it is new; of many documents only those that changed."""
    few = len(report.documents) <= MOST_DOCUMENTS
    told = [one for one in report.documents if few or one.has_changed]
    for one in told[:MOST_DOCUMENTS]:
        waiting = one.facts.get(Origin.PROPOSED, 0)
        facts = f"{_many(sum(one.facts.values()), 'fact')}" + (f" ({waiting} to review)" if waiting else "")
        gave = f"{_many(one.passages, 'passage')}, {facts}, {_many(one.statements, 'statement')}"
        silent = f", {_many(one.silent, 'passage')} gave nothing" if one.silent else ""
        yield f"  {one.name}{' (new)' if one.is_new else ''}: {gave}{silent}"
        changed = [f"~ {_said(old)} → {new[2]}" for old, new in one.altered]
        changed += [*(f"+ {_said(fact)}" for fact in one.added), *(f"- {_said(fact)}" for fact in one.removed)]
        yield from (f"    {line}" for line in changed[:MOST_CHANGES])
        rest = max(0, len(changed) - MOST_CHANGES) + one.untold
        if rest:
            yield f"    and {rest} more"
    if len(told) > MOST_DOCUMENTS:
        yield f"  and {_many(len(told) - MOST_DOCUMENTS, 'further document')} with changes"


def _said(fact: "Said") -> str:
    subject, attribute, value = fact
    short = value if len(value) <= LONGEST_VALUE else value[:LONGEST_VALUE] + "…"
    return f"{subject} · {attribute} · {short}"


def _many(count: int, one: str, more: str | None = None) -> str:
    return f"{count} {one if count == 1 else more or one + 's'}"


def _listed(names: tuple[str, ...]) -> str:
    rest = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {rest} more" if rest > 0 else "")
