"""`lineup text`: a document as it was read, to the character; offsets of quotes count in it."""

from pathlib import Path

import click

from bot.cli.stores import facts_option, open_store
from facts.errors import StoreError


@click.command("text")
@click.argument("document")
@facts_option
def command(document: str, facts: Path | None) -> None:
    """Print a document as it was read."""
    with open_store(facts) as store:
        try:
            text = store.document(document).text
        except KeyError as fault:
            known = ", ".join(one.name for one in store.documents()[:5])
            raise StoreError(f"no document is called {document!r}; there are {known} ...") from fault
    click.echo(text, nl=False)
