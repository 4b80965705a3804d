"""`lineup review`: the proposals of a document, one by one, one key each; every decision is written at once."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.stores import documents_option
from bot.settings import Settings
from facts.errors import DocumentError

if TYPE_CHECKING:
    from bot.cli.reviewing import Session
    from facts.sources import Source


@click.command("review")
@click.argument("document")
@documents_option
def command(document: str, documents: tuple[Path, ...]) -> None:
    """Walk through the proposed facts of DOCUMENT and write what you decide beside it."""
    settings = Settings.of().with_options(documents=documents)
    session = _session(_find(document, settings.folders), settings)
    session.walk()
    click.echo(f"{session.path}: {session.told()}")


def _find(document: str, folders: tuple[Path, ...]) -> "Source":
    """Find a document by its name, or by the path of its file; raises DocumentError."""
    from facts.sources import documents_in

    sources = documents_in(folders)
    given = Path(document).resolve()
    for source in sources:
        if document in (source.name, source.path.name) or given == source.path.resolve():
            return source
    known = ", ".join(source.name for source in sources[:5])
    raise DocumentError(document, None, "no document of that name", f"there are {known} ...; see --documents")


def _session(source: "Source", settings: Settings) -> "Session":
    from bot.cli.reviewing import Session
    from facts.compiled import compiled_vocabulary
    from facts.corpus import Tools, merge_pieces, read_piece

    tools = Tools.of(*compiled_vocabulary(settings.vocabulary, settings.cache))
    corpus = merge_pieces([read_piece(source, tools)], tools)
    for problem in corpus.merged.problems:
        raise problem
    return Session(corpus, source.path)
