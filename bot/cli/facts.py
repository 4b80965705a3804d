"""`lineup facts`: what the store holds, proposals included, for people or as one JSON object a line."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from bot.cli.stores import facts_option, open_store
from facts.errors import StoreError
from facts.models import Fact, Value
from facts.store.reader import FactStore
from facts.terms import fold


@click.command("facts")
@click.argument("text", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--document", metavar="NAME", help="Only this document; alone, shows all that was understood of it.")
@facts_option
def command(text: tuple[str, ...], document: str | None, facts: Path | None, *, as_json: bool) -> None:
    """List the facts of the store, proposed ones too; with TEXT, those that hold all of its words."""
    words = fold(" ".join(text)).split()
    with open_store(facts) as store:
        if document is not None:
            document = name_of(store, document)
        if document is not None and not words and not as_json:
            _show(store, document)
            return
        chosen = (fact for fact in store.facts(document, proposed=True) if _holds(store, fact, words))
        if as_json:
            for fact in chosen:
                click.echo(json.dumps(fact_row(store, fact), ensure_ascii=False))
        else:
            _print(store, chosen)


def name_of(store: FactStore, given: str) -> str:
    """Return the name of the document that is meant, also by the end of its path; raises StoreError."""
    names = [document.name for document in store.documents()]
    if given in names:
        return given
    near = [name for name in names if name.rpartition("/")[2] in (given, given.rpartition("/")[2])]
    if len(near) == 1:
        return near[0]
    raise StoreError(f"no document is called {given!r}; there are {', '.join(near or names[:5])} ...")


def _show(store: FactStore, document: str) -> None:
    from rich.console import Console

    from bot.cli.understood import show
    from bot.curating.understood import Understood

    show(Understood.of(store, document), Console(highlight=False, markup=False))


def fact_row(store: FactStore, fact: Fact) -> dict[str, Any]:
    """Return a fact as the contract has it."""
    return {
        "subject": store.entity(fact.subject).name,
        "attribute": fact.attribute,
        "value": _value_row(store, fact),
        "qualifiers": dict(fact.qualifiers),
        "certainty": fact.certainty.value,
        "speaker": fact.speaker,
        "origin": fact.origin.value,
        "pattern": fact.pattern,
        "document": fact.document,
        "quote": quote_of(store, fact),
        "start": fact.start,
        "end": fact.end,
    }


def quote_of(store: FactStore, fact: Fact) -> str:
    """Return the words of the document that say a fact."""
    return store.document(fact.document).text[fact.start : fact.end]


def _value_row(store: FactStore, fact: Fact) -> dict[str, Any]:
    value: Value = fact.value
    known = {
        "amount": value.amount,
        "upper": value.upper,
        "unit": value.unit,
        "date": value.date,
        "bound": value.bound,
        "entity": store.entity(value.entity).name if value.entity else None,
        "market": fact.qualifiers.get("market"),
    }
    row = {"text": value.text, "kind": value.kind.value, "certainty": fact.certainty.value}
    return row | {key: held for key, held in known.items() if held is not None}


def _holds(store: FactStore, fact: Fact, words: Iterable[str]) -> bool:
    subject = store.entity(fact.subject)
    parts = (subject.name, *subject.aliases, fact.attribute, fact.value.text, quote_of(store, fact), fact.speaker or "")
    everything = fold(" ".join(parts))
    return all(word in everything for word in words)


def _print(store: FactStore, facts: Iterable[Fact]) -> None:
    """Show a table on a terminal, and lines with tabs where another program reads them."""
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, markup=False)
    table = Table("subject", "attribute", "value", "certainty", "origin", "document", box=None, pad_edge=False)
    for fact in facts:
        row = _columns(store, fact)
        if console.is_terminal:
            table.add_row(*row)
        else:
            click.echo("\t".join(row))
    if console.is_terminal:
        console.print(table if table.row_count else "no such facts")


def _columns(store: FactStore, fact: Fact) -> tuple[str, ...]:
    value = " ".join((fact.value.text, *(f"({name}: {held})" for name, held in fact.qualifiers.items())))
    told = (fact.certainty.value, fact.origin.value, f"{fact.document}:{fact.start}")
    return (store.entity(fact.subject).name, fact.attribute, " ".join(value.split()), *told)
