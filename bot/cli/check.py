"""`lineup check`: every problem of documents, reviews and vocabulary, with file, line and remedy."""

from pathlib import Path

import click

from bot.cli.stores import documents_option
from bot.settings import Settings


@click.command("check")
@documents_option
@click.pass_context
def command(context: click.Context, documents: tuple[Path, ...]) -> None:
    """List every problem of documents, reviews and vocabulary; exit status 1 where there are some."""
    from facts.check import check

    settings = Settings.of().with_options(documents=documents)
    report = check(settings.folders, vocabulary=settings.vocabulary)
    for problem in report.problems:
        click.echo(str(problem), err=True)
    for note in report.notes:
        click.echo(f"note: {note}")
    for path in report.strays:
        click.echo(f"note: {path}: not read; nobody reads files of this kind")
    click.echo(f"documents checked: {report.documents}, problems: {len(report.problems) or 'none'}")
    context.exit(1 if report.problems else 0)
