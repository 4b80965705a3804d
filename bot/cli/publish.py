"""`lineup publish`: puts the store where bots of other machines fetch it."""

from importlib.metadata import version
from pathlib import Path

import click

from bot.cli.stores import ensure_store, facts_option
from bot.settings import Settings, SettingsError

NOWHERE = "there is nowhere to publish to; name an address, or set LINEUP_FACTS_URL"


@click.command("publish")
@click.argument("address", metavar="[URL]", required=False)
@facts_option
def command(address: str | None, facts: Path | None) -> None:
    """Publish the facts to URL, a folder or an object store (s3://, gs://, az://), for bots with LINEUP_FACTS_URL.

    Credentials come from the environment, as its provider names them: AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL,
    GOOGLE_APPLICATION_CREDENTIALS, AZURE_STORAGE_ACCOUNT_KEY.
    """
    from bot.publishing.address import place_at
    from bot.publishing.publishing import publish

    settings = Settings.of()
    target = address or settings.facts_url
    if target is None:
        raise SettingsError(NOWHERE)
    place = place_at(target)
    known = settings.with_options(facts=facts)
    path = known.store()
    if facts is None:
        ensure_store(known, path)
    published = publish(place, path, lineup=version("lineup-bot"), tell=lambda doing: click.echo(doing, err=True))
    manifest = published.manifest
    when = manifest.published.isoformat(timespec="seconds")
    if not published.is_new:
        click.echo(f"{place.shown}: these facts are published already, since {when}")
        return
    there = "" if published.has_sent else ", which was there from earlier"
    click.echo(f"{place.shown}: {manifest.store}, {manifest.size:,} bytes{there}")
    click.echo(f"published {when}; bots that follow this address take it up within two minutes")
